"""Which side of the table somebody acts from, and what only the head may do."""

from datetime import datetime

from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.words import Side
from bordenden.pathways.models import AtTable, Table
from bordenden.pathways.queries import at_the_head, sits_at_head


def side_of(*, thing: AtTable, by: Actor, at: datetime) -> Side:
    """Hers when the person sits at the head of the table the thing stands at, else the caseworker's."""
    return Side.CITIZEN if sits_at_head(thing=thing, person=by, at=at) else Side.COORDINATOR


def side_at(*, table: Table, by: Actor, at: datetime) -> Side:
    """The same at a table."""
    heads = {person.pk for person in at_the_head(table=table, at=at)}
    return Side.CITIZEN if by.pk in heads else Side.COORDINATOR


def only_the_head(*, thing: AtTable, by: Actor, at: datetime) -> None:
    """Raise NotPossible for anybody but the head."""
    if not sits_at_head(thing=thing, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden."))


def some(words: str) -> str:
    """The words without the space around them. Raise NotPossible when there are none."""
    words = words.strip()
    if not words:
        raise NotPossible(_("Skriv et par ord. Du kan altid rette dem."))
    return words
