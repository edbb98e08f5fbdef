"""She says what she thinks of what was decided, in her own words."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways.queries import in_role, sits_at_head
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.post.actions import queue
from bordenden.post.words import Kind
from bordenden.reviews.models import Review


@transaction.atomic
def answer(*, review: Review, words: str, by: Person, at: datetime) -> Review:
    """Her words stand beside the decision, and her caseworker hears that there is something to read.

    Raises NotPossible for anybody but the head and before something is decided, AlreadySent for other words later.
    """
    if not sits_at_head(thing=review, person=by, at=at):
        raise NotPossible(_("Det kan kun den, der sidder for bordenden, svare på."))
    held = Review.objects.select_for_update().get(pk=review.pk)
    if held.is_open:
        raise NotPossible(_("Der er ikke besluttet noget endnu."))
    said = words.strip()
    if not said:
        raise NotPossible(_("Skriv et par ord. Det må gerne være kort."))
    if held.answer == said:
        return held
    if held.answer:
        raise AlreadySent(held.answer)
    held.answer, held.answered_at = said, at
    held.save(update_fields=["answer", "answered_at"])
    record(act="review.answer", by=by, thing=held, at=at)
    caseworker = in_role(table=held.table, role=SeatRole.COORDINATOR, at=at)
    if caseworker is not None:
        queue(to=caseworker, kind=Kind.FOLLOW_UP, about=held, event=f"review_answer:{held.pk}", at=at)
    return held
