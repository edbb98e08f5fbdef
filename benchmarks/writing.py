"""What the people of a scene write to each other, and the files they lay on the table."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bordenden.exchange import actions
from bordenden.exchange.content import taken_in
from bordenden.exchange.models import File, Thread
from bordenden.foundation.ids import new_id
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import seat_in_role
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person

PAGE = b"%PDF-1.4\n%"


@dataclass(frozen=True, slots=True)
class Written:
    """The thread with her caseworker, the one with her mentor, and a file both are shown."""

    his: Thread
    mentors: Thread
    file: File


def write_together(
    rows: int, table: Table, head: Person, coordinator: Person, mentor: Person, begun: datetime
) -> Written:
    """`rows` messages from each side in both threads, and as many files."""
    seats = [_seat(table, role, begun) for role in (SeatRole.COORDINATOR, SeatRole.MENTOR)]
    threads = [actions.begin(seat=seat, by=head, at=begun) for seat in seats]
    for number in range(rows):
        at = begun + timedelta(hours=number)
        for thread, other in zip(threads, (coordinator, mentor), strict=True):
            for by in (head, other):
                actions.send(thread=thread, words=f"Nr. {number}", form_key=new_id(), by=by, at=at)
        content = taken_in(PAGE + str(number).encode())
        file = actions.put(
            table=table, name=f"Brev {number}.pdf", content=content, seats=seats, form_key=new_id(), by=head, at=at
        )
    return Written(threads[0], threads[1], file)


def _seat(table: Table, role: SeatRole, at: datetime) -> Seat:
    seat = seat_in_role(table=table, role=role, at=at)
    assert seat is not None
    return seat
