"""A person decides how to go on after it has been quiet, with grounds she reads."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from bordenden.audit.actions import record
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.people.models import Person
from bordenden.post.actions import queue
from bordenden.post.words import Kind
from bordenden.reviews.models import Review
from bordenden.reviews.queries import tries_since
from bordenden.reviews.words import LEAST_TRIES, LONGEST_PAUSE_DAYS, Heard, Onwards


@dataclass(frozen=True, slots=True)
class Said:
    """What a review came to: whether they talked, what she says, what was tried beside the log, how they go on."""

    heard: Heard
    onwards: Onwards
    grounds: str
    her_words: str = ""
    tried: str = ""
    paused_until: date | None = None


@transaction.atomic
def decide(*, review: Review, said: Said, by: Person, at: datetime) -> Review:
    """How they go on, once. The same said again gives the first. No course ends by it: its exit is written apart.

    Raises NotPossible without grounds, without her words where they talked, for a pause without an end, and for an
    end of the course while nobody has tried on different days to reach her.
    """
    held = Review.objects.select_for_update().select_related("enrolment").get(pk=review.pk)
    facts = {
        "heard": said.heard,
        "onwards": said.onwards,
        "grounds": said.grounds.strip(),
        "her_words": said.her_words.strip(),
        "tried": said.tried.strip(),
        "paused_until": said.paused_until if said.onwards == Onwards.PAUSE else None,
    }
    if not held.is_open:
        if all(getattr(held, name) == fact for name, fact in facts.items()):
            return held
        raise NotPossible(_("Der er allerede besluttet noget her."))
    if held.enrolment.ended_on is not None:
        raise NotPossible(_("Forløbet er allerede slut."))
    _must_be_whole(held, said, at)
    for name, fact in facts.items():
        setattr(held, name, fact)
    held.decided_by, held.decided_at = by, at
    held.save(update_fields=[*facts, "decided_by", "decided_at"])
    record(act="review.decide", by=by, thing=held, at=at)
    for head in at_the_head(table=held.table, at=at):
        queue(to=head, kind=Kind.FOLLOW_UP, about=held, event=f"review:{held.pk}", at=at)
    return held


def _must_be_whole(review: Review, said: Said, at: datetime) -> None:
    if not said.grounds.strip():
        raise NotPossible(_("Skriv, hvad I har besluttet, og hvorfor. Borgeren kan læse det."))
    if said.heard == Heard.TOGETHER and not said.her_words.strip():
        raise NotPossible(_("Skriv, hvad borgeren selv siger."))
    if said.onwards == Onwards.PAUSE:
        today = localdate(at)
        last = today + timedelta(days=LONGEST_PAUSE_DAYS)
        if said.paused_until is None or not today < said.paused_until <= last:
            raise NotPossible(_("Vælg den sidste dag i pausen. En pause varer højst et halvt år."))
    if said.onwards == Onwards.END and said.heard == Heard.NOT_REACHED and _days_tried(review) < LEAST_TRIES:
        raise NotPossible(
            _("Prøv at få fat i borgeren på to forskellige dage, og skriv det i loggen. Så kan I beslutte det.")
        )


def _days_tried(review: Review) -> int:
    return len({localdate(entry.happened_at) for entry in tries_since(review=review)})
