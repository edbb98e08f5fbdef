"""What is done about mentors because time has passed."""

from datetime import datetime

from django.db import transaction

from bordenden.audit.actions import Actor
from bordenden.mentors.actions.parting import part
from bordenden.mentors.queries import ending_soon, standing_agreement
from bordenden.mentors.words import Parted
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import at_the_head, beside_her, running
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Municipality
from bordenden.post.actions import queue
from bordenden.post.words import Kind


@transaction.atomic
def remind_of_ending(*, place: Municipality, at: datetime) -> int:
    """Two weeks before its last day she, the mentor and her caseworker hear that an agreement ends; once each."""
    told = 0
    for agreement in ending_soon(municipality=place.pk, at=at):
        answers = beside_her(thing=agreement, at=at).answers
        people = [*at_the_head(table=agreement.table, at=at), agreement.seat.person, *([answers] if answers else [])]
        for person in people:
            event = f"mentor_agreement_ends:{agreement.pk}"
            letter = queue(to=person, kind=Kind.AGREEMENT_ENDS, about=agreement, event=event, at=at)
            told += letter.queued_at == at
    return told


@transaction.atomic
def part_after_the_end(*, place: Municipality, by: Actor, at: datetime) -> int:
    """Whose course is over keeps the mentor to the agreement's last day; then the mentor leaves. Gives how many."""
    seats = Seat.objects.filter(municipality=place, role=SeatRole.MENTOR, ends_at__isnull=True)
    tables = Table.objects.filter(pk__in=seats.values("table"))
    over = seats.exclude(table__in=running(tables=tables).values("pk")).select_related("table", "person")
    gone = [seat for seat in over.order_by("pk") if standing_agreement(seat=seat, at=at) is None]
    for seat in gone:
        part(seat=seat, why=Parted.COURSE, by=by, at=at)
    return len(gone)
