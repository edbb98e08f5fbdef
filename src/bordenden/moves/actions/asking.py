"""She is asked whether what is hers goes along, and says so herself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.rules import NotPossible
from bordenden.moves.models import Move
from bordenden.moves.queries import awaiting_departure
from bordenden.moves.words import MoveAnswer
from bordenden.pathways.queries import at_the_head, sits_at_head
from bordenden.people.models import Municipality
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind


@transaction.atomic
def ask_those_who_move(*, place: Municipality, by: Actor, at: datetime) -> int:
    """Everybody whose course ended because they move is asked, once. Gives how many are new."""
    asked = 0
    for exit_ in list(awaiting_departure(municipality=place).select_related("moved_to")):
        assert exit_.moved_to is not None  # noqa: S101
        made, created = Move.objects.get_or_create(
            exit=exit_,
            defaults={
                "table_id": exit_.table_id,
                "municipality_id": exit_.municipality_id,
                "destination": exit_.moved_to,
                "asked_at": at,
            },
        )
        if created:
            record(act="move.ask", by=by, thing=made, at=at)
            for head in at_the_head(table=made.table, at=at):
                queue(to=head, kind=Kind.PROPOSAL, about=made, event=f"move:{made.pk}", at=at)
            asked += 1
    return asked


@transaction.atomic
def answer(*, move: Move, said: MoveAnswer, by: Actor, at: datetime) -> Move:
    """Her yes or no. Until it is packed she may say something else.

    Raises NotPossible for anybody but the head, and once the table is closed.
    """
    if not sits_at_head(thing=move, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, svare på."))
    held = Move.objects.select_for_update(of=("self",)).select_related("table").get(pk=move.pk)
    if held.answer == said:
        return held
    if held.table.closed_at is not None:
        raise NotPossible(_("Dine ting er allerede sendt."))
    held.answer, held.answered_at = said, at
    held.save(update_fields=["answer", "answered_at"])
    call_off(about=held, kind=Kind.PROPOSAL, at=at)
    record(act="move.answer", by=by, thing=held, at=at)
    return held
