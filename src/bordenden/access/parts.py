"""Relations to the parts of a family's plan: in SQL from the viewer's own few rows, and the same in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any, Literal, TypeAlias
from uuid import UUID

from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.utils.timezone import localdate

from bordenden.access.relations import GuardedPart, HeldSeat, OwnPart, PartRelation, Span
from bordenden.families.models import Guardianship, Part, PartShare
from bordenden.families.words import Ages
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.people.models import Person

Way = Literal["own", "guarded", "opened"]
# By the name of an age.
BornBy: TypeAlias = Mapping[str, date]
_STAY = ("part__member__joined_at", "part__member__left_at")


@dataclass(frozen=True, slots=True)
class HeldPart:
    """A part as the gate keeps it in memory: by which way the viewer comes to it, and while what lasts.

    `stay` is the owner's in the family; all of `while_` must hold too (a guardianship, a share, the reader's own stay
    or seat).
    """

    part_id: UUID
    municipality_id: int
    table_id: UUID
    way: Way
    stay: Span
    born_on: date | None
    while_: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldParts:
    """Every part the viewer has a way to, now, earlier or later, and the ages of the municipality."""

    ages: Ages
    held: tuple[HeldPart, ...]

    def answers(self, relation: PartRelation, part: Part, at: datetime) -> bool:
        """Whether the relation holds to this part at that moment."""
        return any(
            one.part_id == part.pk and one.municipality_id == part.municipality_id and self._holds(relation, one, at)
            for one in self.held
        )

    def has_left(self, seat: HeldSeat, at: datetime) -> bool:
        """Whether the family at the seat's table was left since the seat was taken, without coming back."""
        stays = [one.stay for one in self.held if one.way == "own" and one.table_id == seat.table_id]
        if any(stay.holds(at) for stay in stays):
            return False
        return any(stay.end is not None and seat.span.start < stay.end <= at for stay in stays)

    def _holds(self, relation: PartRelation, one: HeldPart, at: datetime) -> bool:
        day = localdate(at)
        if isinstance(relation, OwnPart):
            left = relation.staying and not one.stay.holds(at)
            small = relation.of_age and self.ages.under("own_part_from", one.born_on, day)
            return one.way == "own" and not left and not small
        lasts = one.stay.holds(at) and all(span.holds(at) for span in one.while_)
        if isinstance(relation, GuardedPart):
            return one.way == "guarded" and lasts and self.ages.under(relation.until, one.born_on, day)
        return one.way == "opened" and lasts


NOTHING = HeldParts(Ages(), ())


def held_parts(person: Person, ages: Ages) -> HeldParts:
    """One query, by the viewer's own rows; what is over is told by its dates."""
    return HeldParts(ages, tuple(_held(*row) for row in _ways.ask(person=person.pk)))


def _held(
    way: Way,
    pk: UUID,
    municipality: int,
    table: UUID,
    born_on: date | None,
    joined: datetime,
    left: datetime | None,
    *moments: datetime | None,
) -> HeldPart:
    pairs = zip(moments[::2], moments[1::2], strict=True)
    spans = tuple(Span(start, end) for start, end in pairs if start is not None)
    return HeldPart(pk, municipality, table, way, Span(joined, left), born_on, spans)


def part_condition(relations: Iterable[PartRelation], person: UUID, born_by: BornBy, at: datetime) -> Q:
    """What a part must be for one of the relations to hold: each is one list of the viewer's own rows.

    `born_by`: the last day of birth with which one has reached each age at that moment.
    """
    return reduce(or_, (_one_part(relation, person, born_by, at) for relation in relations))


def _one_part(relation: PartRelation, person: UUID, born_by: BornBy, at: datetime) -> Q:
    if isinstance(relation, OwnPart):
        own = Part.objects.filter(member__person=person)
        if relation.staying:
            own = own.filter(during(at, "member__joined_at", "member__left_at"))
        if relation.of_age:
            of_age = Q(member__born_on__lte=born_by["own_part_from"])
            own = own.filter(Q(member__born_on__isnull=True) | of_age)
        return Q(pk__in=own.values("pk"))
    if isinstance(relation, GuardedPart):
        guarded = Guardianship.objects.filter(
            during(at),
            during(at, "guardian__joined_at", "guardian__left_at"),
            during(at, "child__joined_at", "child__left_at"),
            guardian__person=person,
            child__born_on__gt=born_by[relation.until],
        )
        return Q(member__in=guarded.values("child"))
    opened = PartShare.objects.filter(during(at), during(at, *_STAY))
    to_member = opened.filter(during(at, "to_member__joined_at", "to_member__left_at"), to_member__person=person)
    to_seat = opened.filter(
        during(at, "to_seat__starts_at", "to_seat__ends_at"),
        to_seat__person=person,
        to_seat__municipality=F("municipality"),
    )
    return Q(pk__in=to_member.values("part")) | Q(pk__in=to_seat.values("part"))


# The columns of one way to a part: the part, its owner's stay, and two more stretches of time it lasts while.
_Rows: TypeAlias = "QuerySet[Any, Any]"
_NEVER = Value(None, output_field=DateTimeField())


def _way(rows: _Rows, way: Way, *names: str) -> _Rows:
    found: _Rows = rows.annotate(way=Value(way), never=_NEVER).order_by().values_list("way", *names)
    return found


@Question
def _ways(*, person: UUID) -> _Rows:
    return _opened_for_member(person).union(_opened_for_seat(person), _guarded(person), _own(person), all=True)


def _own(person: UUID) -> _Rows:
    names = ("pk", "municipality_id", "table_id", "member__born_on", "member__joined_at", "member__left_at")
    return _way(Part.objects.filter(member__person=person), "own", *names, *("never",) * 4)


def _guarded(person: UUID) -> _Rows:
    names = (
        "child__part__pk", "municipality_id", "table_id", "child__born_on", "child__joined_at", "child__left_at",
        "starts_at", "ends_at", "guardian__joined_at", "guardian__left_at",
    )  # fmt: skip
    return _way(Guardianship.objects.filter(guardian__person=person), "guarded", *names)


def _opened_for_member(person: UUID) -> _Rows:
    rows = PartShare.objects.filter(to_member__person=person)
    return _way(rows, "opened", *_OPENED, "to_member__joined_at", "to_member__left_at")


def _opened_for_seat(person: UUID) -> _Rows:
    rows = PartShare.objects.filter(to_seat__person=person, to_seat__municipality=F("municipality"))
    return _way(rows, "opened", *_OPENED, "to_seat__starts_at", "to_seat__ends_at")


_OPENED = ("part_id", "municipality_id", "table_id", "part__member__born_on", *_STAY, "starts_at", "ends_at")
