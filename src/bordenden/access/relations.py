"""Relations as data: a seat at a table, a seat a thing is shared with, a part, an office, oneself, or anybody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Literal, Protocol, TypeAlias, runtime_checkable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from bordenden.assessments.words import Sharing
from bordenden.families.models import Member
from bordenden.families.words import AgeLimit
from bordenden.foundation.lasting import during
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.programmes.models import Office
from bordenden.programmes.queries import staff_offices
from bordenden.programmes.words import STAFF, OfficeRole
from bordenden.supervision.models import Supervised

Scope: TypeAlias = Literal["project", "its_project", "programme", "municipality", "nation"]
# The place of what is common to all: a thing that could belong to a municipality, and belongs to none.
NATION = 0


@dataclass(frozen=True, slots=True)
class Seated:
    """Sits at the table in one of `roles`; where `room` is named, the head has opened it for this seat.

    With `any_room` it is enough that she has opened some room or other for it. Where `office` is named, the seat was
    drawn from that office and gives nothing once its holder is out of it, whatever the seat's last day. `staying`: to
    whoever has left the family at that table since the seat was taken, and has not come back, it gives nothing.
    """

    name: str
    roles: frozenset[SeatRole]
    room: Room | None = None
    any_room: bool = False
    office: OfficeRole | None = None
    staying: bool = False


@dataclass(frozen=True, slots=True)
class SharedWith:
    """Sits on the very seat the head shared the thing with, in one of `roles`, while it is shared.

    Not the person and not the role: whoever comes after on such a seat inherits nothing. What stays open (SENT) for a
    guest is open for the profession's sake: it gives nothing once the guest holds no office of staff.
    """

    name: str
    roles: frozenset[SeatRole]


@dataclass(frozen=True, slots=True)
class OnSeat:
    """Sits on the very seat the thing stands on, and `seated` holds for it: who comes after inherits nothing."""

    name: str
    seated: Seated


@dataclass(frozen=True, slots=True)
class InOffice:
    """Holds an office in the very project or programme, or in the municipality the thing belongs to.

    With scope "nation": holds it anywhere, and the thing belongs to no municipality but to all. With scope
    "its_project": in the project the thing hangs on, until it is closed.
    """

    name: str
    role: OfficeRole
    scope: Scope


@dataclass(frozen=True, slots=True)
class Anybody:
    """Anybody who is logged in: for what is published."""

    name: str = "anybody"


@dataclass(frozen=True, slots=True)
class Oneself:
    """The very person it is about: for what people say of themselves."""

    name: str = "oneself"


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The one whose part of a family's plan it is, also after leaving the family.

    `staying`: only while in the family. `of_age`: only from the age at which a part is one's own.
    """

    name: str
    staying: bool = False
    of_age: bool = False


@dataclass(frozen=True, slots=True)
class GuardedPart:
    """A guardian of the one whose part it is, while both are in the family and the child is younger than `until`."""

    name: str
    until: AgeLimit


@dataclass(frozen=True, slots=True)
class OpenedPart:
    """The very member of the family, or whoever holds the very seat, the part is opened for at that moment."""

    name: str


PartRelation: TypeAlias = OwnPart | GuardedPart | OpenedPart
Relation: TypeAlias = Seated | SharedWith | OnSeat | PartRelation | InOffice | Oneself | Anybody


@runtime_checkable
class Shareable(Protocol):
    """A thing the head may share with one seat."""

    sharing: str
    shared_to_id: UUID | None
    shared_until: datetime | None


@runtime_checkable
class StandsOnSeat(Protocol):
    """A thing that belongs to one seat: what was agreed with it, what was written from it."""

    seat_id: UUID


@runtime_checkable
class HangsOnProject(Protocol):
    """A thing of a project that is no citizen's table: an intake officer's candidate, a meeting to hear of it."""

    project_id: UUID


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of time: `start` belongs to it, `end` does not; no end is open."""

    start: datetime
    end: datetime | None

    def holds(self, at: datetime) -> bool:
        """Whether `at` lies in it."""
        return self.start <= at and (self.end is None or at < self.end)


@dataclass(frozen=True, slots=True)
class HeldSeat:
    """A seat as the gate keeps it in memory, with the rooms opened for it.

    `offices`: of a seat that was drawn, the offices its holder has had, or has, where it was drawn. `closed`: the
    table is, and lies to be read.
    """

    seat_id: UUID
    table_id: UUID
    municipality_id: int
    role: SeatRole
    span: Span
    rooms: tuple[tuple[Room, Span], ...] = ()
    offices: tuple[tuple[OfficeRole, Span], ...] = ()
    closed: bool = False


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office as the gate keeps it in memory; `municipality_id` is its own or that of its project."""

    role: OfficeRole
    span: Span
    municipality_id: int | None
    project_id: UUID | None
    programme_id: UUID | None

    def place(self, scope: Scope) -> UUID | int | None:
        """The id of what the office is held in."""
        places: dict[Scope, UUID | int | None] = {
            "project": self.project_id,
            "its_project": self.project_id,
            "programme": self.programme_id,
            "municipality": self.municipality_id,
            "nation": NATION,
        }
        return places[scope]


def seat_condition(relations: Iterable[Seated], at: datetime) -> Q:
    """What ONE seat row must be for any of the relations to hold at that moment."""
    return during(at) & reduce(or_, (_one_seat(relation, at) for relation in relations))


def _one_seat(relation: Seated, at: datetime) -> Q:
    roles = Q(role__in=sorted(relation.roles))
    if relation.office is not None:
        roles &= Q(Exists(_drawn_from(relation.office, at).filter(seat=OuterRef("pk"))))
    if relation.staying:
        stays = Member.objects.filter(table=OuterRef("table"), person=OuterRef("person"))
        left = stays.filter(left_at__gt=OuterRef("starts_at"), left_at__lte=at)
        roles &= ~Q(Exists(left)) | Q(Exists(stays.filter(during(at, "joined_at", "left_at"))))
    opened = Opening.objects.filter(during(at, "opened_at", "until"), seat_id=OuterRef("pk"))
    if relation.room is not None:
        return roles & Q(Exists(opened.filter(room=relation.room)))
    return roles & Q(Exists(opened)) if relation.any_room else roles


def _drawn_from(office: OfficeRole, at: datetime) -> QuerySet[Supervised]:
    """The draws whose supervisor holds the office, where the lot was drawn, at that moment."""
    held = Office.objects.filter(
        during(at), role=office, person=OuterRef("seat__person"), project=OuterRef("supervision__project")
    )
    return Supervised.objects.filter(Exists(held))


def seat_holds(relation: Seated, seat: HeldSeat, at: datetime) -> bool:
    """The same rule in memory."""
    if seat.role not in relation.roles or not seat.span.holds(at):
        return False
    if relation.office and not any(role == relation.office and span.holds(at) for role, span in seat.offices):
        return False
    opened = {room for room, span in seat.rooms if span.holds(at)}
    if relation.room is not None:
        return relation.room in opened
    return bool(opened) or not relation.any_room


def shared_condition(relations: Iterable[SharedWith], seats: QuerySet[Seat], at: datetime) -> Q:
    """What a thing must be to be shared with ONE of these seats at that moment, at the thing's own table."""
    roles = sorted({role for relation in relations for role in relation.roles})
    held = seats.filter(during(at), role__in=roles)
    at_work = Q(Exists(staff_offices(of=OuterRef("person"), at=at)))
    for_good = held.filter(~Q(role=SeatRole.GUEST) | at_work) if SeatRole.GUEST in roles else held
    return Q(shared_to__table=F("table")) & (
        Q(shared_to__in=for_good.values("pk"), sharing=Sharing.SENT)
        | Q(shared_to__in=held.values("pk"), sharing=Sharing.MEETING, shared_until__gt=at)
    )


def shared_holds(
    relation: SharedWith, seat: HeldSeat, thing: Shareable, offices: Callable[[], Iterable[HeldOffice]], at: datetime
) -> bool:
    """The same rule in memory; `offices` are the viewer's own, asked for only where they matter."""
    if thing.shared_to_id != seat.seat_id or seat.role not in relation.roles or not seat.span.holds(at):
        return False
    if thing.sharing == Sharing.MEETING:
        return thing.shared_until is not None and at < thing.shared_until
    if thing.sharing != Sharing.SENT:
        return False
    return seat.role != SeatRole.GUEST or any(one.role in STAFF and one.span.holds(at) for one in offices())


def on_seat_condition(relations: Iterable[OnSeat], seats: QuerySet[Seat], at: datetime) -> Q:
    """What a thing must be to stand on ONE of these seats, for which a relation holds, at the thing's own table."""
    held = seats.filter(seat_condition([relation.seated for relation in relations], at)).values("pk")
    return Q(seat__in=held, seat__table=F("table"))


def on_seat_holds(relation: OnSeat, seat: HeldSeat, thing: StandsOnSeat, at: datetime) -> bool:
    """The same rule in memory."""
    return thing.seat_id == seat.seat_id and seat_holds(relation.seated, seat, at)


def office_condition(relations: Iterable[InOffice], at: datetime) -> Q:
    """What ONE office row must be for any of the relations to hold at that moment."""
    return during(at) & reduce(or_, (Q(role=relation.role) for relation in relations))


def office_holds(relation: InOffice, office: HeldOffice, place: UUID | int | None, at: datetime) -> bool:
    """The same rule in memory."""
    here = place is not None and office.place(relation.scope) == place
    return here and office.role == relation.role and office.span.holds(at)
