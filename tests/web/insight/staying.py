"""What the stories of the team and the empty chairs share."""

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.people.models import Person
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from tests.cast import Cast

# Names of citizens and guests: on no page of the leader's.
NEVER = ("Amina", "Karim", "Jens", "Lone", "Sara", "Mie")


def office_of(person: Person) -> Office:
    """By which somebody is caseworker."""
    return Office.objects.get(person=person, role=OfficeRole.CASEWORKER)


def caseworker_at(table: Table) -> Person | None:
    """Who sits there now."""
    seat = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at__isnull=True).first()
    return seat.person if seat else None


def empty(cast: Cast, table: Table) -> None:
    """Ole gets up, and nobody sits down."""
    seat = Seat.objects.get(table=table, role=SeatRole.COORDINATOR, ends_at__isnull=True)
    pathways.leave_seat(seat=seat, by=cast.lis, at=now())
