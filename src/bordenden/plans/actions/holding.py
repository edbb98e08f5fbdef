"""What every action on a plan begins with: only the head, the row as it is saved, some words."""

from datetime import datetime
from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.models import AtTable
from bordenden.pathways.queries import roles_of
from bordenden.pathways.words import SeatRole

M = TypeVar("M", bound=Model)
LONGEST_WORDS, LONGEST_GOAL, LONGEST_STEP = 4000, 300, 200
# Who has the pen of a plan: its head; at a family's table also the children, for what is common.
_PEN = {SeatRole.HEAD, SeatRole.FAMILY}


def only_the_head(*, thing: AtTable, by: Actor, at: datetime) -> None:
    """Her words and her goals are hers, whoever asks: the gate says so first, this says so last."""
    if not roles_of(thing=thing, person=by, at=at) & _PEN:
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, skrive."))


def hold(model: type[M], thing: M) -> M:
    """The row as it is saved now, locked to the end of the transaction (SQLite has one writer anyway)."""
    return model._default_manager.select_for_update().get(pk=thing.pk)


def some(words: str, *, longest: int = LONGEST_WORDS) -> str:
    """Words that are there and not too many. Raises NotPossible else."""
    if not words.strip():
        raise NotPossible(_("Skriv et par ord først. Du kan altid rette dem."))
    if len(words.strip()) > longest:
        raise NotPossible(_("Skriv lidt kortere. Der er plads til %(longest)d tegn.") % {"longest": longest})
    return words.strip()


def where(thing: AtTable) -> dict[str, object]:
    """Where a new row stands: at the table of the thing it belongs to."""
    return {"table_id": thing.table_id, "municipality_id": thing.municipality_id}
