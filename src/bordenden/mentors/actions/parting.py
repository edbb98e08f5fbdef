"""What happens when a mentor leaves a table, from whichever side: nobody is asked for a reason, nothing is lost."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor, record
from bordenden.mentors.models import MentorAgreement, MentorParting
from bordenden.mentors.words import Parted
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.queries import at_the_head
from bordenden.post.actions import call_off, queue
from bordenden.post.words import Kind

# She knows of what she did herself.
_HER_OWN = frozenset({Parted.CITIZEN})


@transaction.atomic
def part(*, seat: Seat, why: Parted, by: Actor, at: datetime) -> MentorParting:
    """The seat ends now and the rooms opened for it close; whoever sits at the head hears of it. Twice is once."""
    held = Seat.objects.select_for_update(of=("self",)).select_related("table", "person").get(pk=seat.pk)
    seen = at if why in _HER_OWN else None
    place = {"table_id": held.table_id, "municipality_id": held.municipality_id}
    defaults = {**place, "why": why, "on": at, "seen_at": seen}
    parting, created = MentorParting.objects.get_or_create(seat=held, defaults=defaults)
    if not created:
        return parting
    if held.ends_at is None:
        pathways.leave_seat(seat=held, by=by, at=at)
    call_off(about=held, kind=Kind.MENTOR_ANSWER, at=at)
    for agreement in MentorAgreement.objects.filter(seat=held):
        call_off(about=agreement, kind=Kind.AGREEMENT_ENDS, at=at)
        call_off(about=agreement, kind=Kind.MENTOR_ANSWER, at=at)
    record(act="mentor.part", by=by, thing=parting, at=at)
    if why not in _HER_OWN:
        for head in at_the_head(table=held.table, at=at):
            queue(to=head, kind=Kind.MENTOR_ANSWER, about=parting, event=f"mentor_left:{held.pk}", at=at)
    return parting


@transaction.atomic
def put_away(*, parting: MentorParting, by: Actor, at: datetime) -> MentorParting:
    """She has seen that the mentor is not there any more."""
    held = MentorParting.objects.select_for_update().get(pk=parting.pk)
    if held.seen_at is None:
        held.seen_at = at
        held.save(update_fields=["seen_at"])
        call_off(about=held, kind=Kind.MENTOR_ANSWER, at=at)
        record(act="mentor.parting_seen", by=by, thing=held, at=at)
    return held
