"""After a conversation: agreements done, whether it helped, and what the caseworker asks of himself."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.actions.sides import side_of
from bordenden.meetings.models import Agreement, Conversation, Helpfulness, Note, SelfCheck
from bordenden.meetings.queries import may_be_judged
from bordenden.meetings.words import Check, Extent, Helped, Side
from bordenden.people.models import Person


@transaction.atomic
def mark_agreement(*, agreement: Agreement, done: bool, by: Person, at: datetime) -> Agreement:
    """Its owner says it is done, or takes that back. Raises NotPossible for the other side."""
    held = Agreement.objects.select_for_update().get(pk=agreement.pk)
    if side_of(thing=held, by=by, at=at) != held.owner:
        raise NotPossible(_("Den, der skal gøre det, siger selv, når det er klaret."))
    if (held.done_at is not None) == done:
        return held
    held.done_at = at if done else None
    held.save(update_fields=["done_at"])
    record(act="agreement.mark", by=by, thing=held, at=at)
    return held


@transaction.atomic
def say_helped(
    *, conversation: Conversation, helped: Helped, by: Person, at: datetime, used_assessment: bool | None = None
) -> Helpfulness:
    """One says whether it helped; it may be changed until the next conversation begins.

    Raises NotPossible before the conversation, after the next one, and for a caseworker who did not hold it.
    """
    held = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if not may_be_judged(conversation=held, at=at):
        raise NotPossible(_("Du kan svare, fra I har talt sammen, og indtil I taler sammen igen."))
    side = side_of(thing=held, by=by, at=at)
    if side == Side.COORDINATOR:
        _must_have_held(held, by)
    answer, new = Helpfulness.objects.get_or_create(
        conversation=held,
        said_by=by,
        defaults={
            "table_id": held.table_id,
            "municipality_id": held.municipality_id,
            "side": side,
            "helped": helped,
            "used_assessment": used_assessment,
            "said_at": at,
        },
    )
    if not new and (answer.helped, answer.used_assessment) == (helped, used_assessment):
        return answer
    answer.helped, answer.used_assessment, answer.said_at = helped, used_assessment, at
    answer.save(update_fields=["helped", "used_assessment", "said_at"])
    record(act="conversation.helped", by=by, thing=answer, at=at)
    return answer


@transaction.atomic
def answer_self_check(
    *, conversation: Conversation, answers: Mapping[Check, Extent], by: Person, at: datetime
) -> SelfCheck:
    """The caseworker who noted the conversation looks back at himself; what is left out is left empty.

    Raises NotPossible while nothing is noted and for anybody who did not note it.
    """
    held = Conversation.objects.select_for_update().get(pk=conversation.pk)
    if held.held_at is None:
        raise NotPossible(_("Skriv først, hvad I talte om."))
    _must_have_held(held, by)
    said = {check.value: answers.get(check, "") for check in Check}
    row, _new = SelfCheck.objects.update_or_create(
        conversation=held,
        person=by,
        defaults={
            "table_id": held.table_id,
            "municipality_id": held.municipality_id,
            "answered_at": at,
            **said,
        },
    )
    record(act="conversation.check", by=by, thing=row, at=at)
    return row


def _must_have_held(conversation: Conversation, by: Person) -> None:
    """A new caseworker does not answer for the one before him."""
    first = Note.objects.filter(conversation=conversation, version=1).first()
    if first is not None and first.written_by_id != by.pk:
        raise NotPossible(_("Det er den, der holdt samtalen, som svarer."))
