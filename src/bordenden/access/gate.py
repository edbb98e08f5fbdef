"""The gate. Three ways through, no fourth: reach one thing, list what is reachable, ask whether a button shows."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Exists, Model, Q, QuerySet
from django.db.models.functions import Coalesce
from django.db.models.query import ModelIterable
from django.http import Http404
from django.utils.timezone import localdate

from bordenden.access.acts import Act
from bordenden.access.parts import BornBy, part_condition
from bordenden.access.relations import (
    NATION,
    GuardedPart,
    HangsOnProject,
    HeldSeat,
    InOffice,
    Oneself,
    OnSeat,
    OpenedPart,
    OwnPart,
    PartRelation,
    Relation,
    Scope,
    Seated,
    Shareable,
    SharedWith,
    StandsOnSeat,
    office_condition,
    office_holds,
    on_seat_condition,
    on_seat_holds,
    seat_condition,
    seat_holds,
    shared_condition,
    shared_holds,
)
from bordenden.access.viewer import Viewer
from bordenden.audit.looks import Look
from bordenden.audit.words import Kind
from bordenden.families.models import Part
from bordenden.foundation.lasting import during
from bordenden.foundation.prepared import Question
from bordenden.intake.models import Candidate
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.people.models import Person
from bordenden.programmes.models import Office, Programme, Project

T = TypeVar("T", bound=Model)
# The municipality an office is held in: that of its project, or its own.
_HOME = Coalesce("project__municipality_id", "municipality_id")


def reach(viewer: Viewer, act: Act[T], pk: UUID, *beside: str, at: datetime, kind: Kind = Kind.LOOK) -> T:
    """The thing, its look noted; or Http404, the same for a foreign and for a missing one.

    `beside` names what hangs on it and is wanted too ("table"): it comes in the same query. `kind` is Kind.EXPORT
    where what is shown is made to leave the house.
    """
    thing = _found(viewer, act, pk, beside, at)
    if thing is None:
        raise Http404
    viewer.looks.append(look_at(act.code, kind, thing))
    return thing


def reach_to_write(viewer: Viewer, act: Act[T], pk: UUID, *, at: datetime) -> T:
    """The thing for a change: call inside the transaction; the seat that permits it stays locked until its end.

    The table is locked before the seat: an action that holds the table and ends a seat there waits.
    """
    thing = open_rows(viewer, act, at).filter(pk=pk).first()
    if thing is not None:
        _lock_tables([_table_of(thing)])
    if thing is None or not _lock_ground(viewer, act, thing, at) or _is_closed(thing):
        raise Http404
    return thing


def all_to_write(viewer: Viewer, act: Act[T], *, at: datetime) -> list[T]:
    """Everything an act at the table is open for, to be changed together; every seat that permits it stays locked."""
    relations = [relation for relation in act.who if isinstance(relation, Seated)]
    rows = _seat_rows(viewer, relations, at).order_by("pk")
    _lock_tables(rows.values_list("table_id", flat=True))
    tables = [seat.table_id for seat in rows.select_for_update(of=("self",))]
    path = "pk" if act.on is Table else "table_id"
    things = open_rows(viewer, act, at).filter(**{f"{path}__in": tables}).order_by("pk")
    return [thing for thing in things if not _is_closed(thing)]


def reachable(viewer: Viewer, act: Act[T], *, at: datetime, kind: Kind = Kind.LIST, basis: str = "") -> QuerySet[T]:
    """Everything the act is open for. A row that is iterated is noted as looked at in a list.

    `kind` is Kind.LOOK where each row is read as on a page of its own, Kind.EXPORT where each leaves the house, for
    what `basis` says: then each is noted by itself.
    """
    rows = open_rows(viewer, act, at)
    rows._iterable_class = _Noted
    rows._hints = {"viewer": viewer, "act": act.code, "kind": kind, "basis": basis}  # type: ignore[attr-defined]
    return rows


def may(viewer: Viewer, act: Act[Any], thing: Model, *, at: datetime) -> bool:
    """Whether the button is shown: decided in memory by the same relations, with no query a button."""
    for relation in act.who:
        if isinstance(relation, (Seated, SharedWith, OnSeat)):
            if any(
                _seat_answers(viewer, relation, seat, thing, at) for seat in viewer.seats_at(_table_of(thing), at)
            ):
                return True
        elif isinstance(relation, (OwnPart, GuardedPart, OpenedPart)):
            if isinstance(thing, Part) and _at_home(viewer, thing) and viewer.parts().answers(relation, thing, at):
                return True
        elif isinstance(relation, InOffice):
            place = _place_of(thing, relation.scope)
            if any(office_holds(relation, office, place, at) for office in viewer.offices(at)):
                return True
        elif isinstance(relation, Oneself):
            if thing.pk == viewer.pk:
                return True
        else:
            return True
    return False


def lies_to_be_read(viewer: Viewer, thing: Model) -> bool:
    """Whether what was just reached stands at a closed table: `reach_to_write` refuses every act of a seat there."""
    return viewer.came_to_closed(_table_of(thing))


def _seat_answers(
    viewer: Viewer, relation: Seated | SharedWith | OnSeat, seat: HeldSeat, thing: Model, at: datetime
) -> bool:
    """Whether this one seat, at the thing's own table and in its municipality, makes the relation hold."""
    if (seat.table_id, seat.municipality_id) != (_table_of(thing), _municipality_of(thing)):
        return False
    if isinstance(relation, Seated):
        return seat_holds(relation, seat, at) and not (relation.staying and viewer.parts().has_left(seat, at))
    if isinstance(relation, OnSeat):
        return isinstance(thing, StandsOnSeat) and on_seat_holds(relation, seat, thing, at)
    return isinstance(thing, Shareable) and shared_holds(relation, seat, thing, lambda: viewer.offices(at), at)


def named(viewer: Viewer, act: Act[Any], things: Iterable[Model], *, kind: Kind = Kind.LIST, basis: str = "") -> None:
    """Whoever sits where these things stand is named on a page about something else: noted as in a list."""
    viewer.looks.extend(look_at(act.code, kind, thing, basis) for thing in things)


def _at_home(viewer: Viewer, thing: Model) -> bool:
    return _municipality_of(thing) == viewer.municipality_id


class _Noted(ModelIterable):  # type: ignore[type-arg]
    """Rows as Django makes them; each one handed out is noted for the audit.

    The hints travel with every copy of a queryset, so no view can forget to note a list.
    """

    def __iter__(self) -> Iterator[Any]:
        hints = self.queryset._hints  # type: ignore[attr-defined]
        viewer: Viewer = hints["viewer"]
        for row in super().__iter__():
            viewer.looks.append(look_at(hints["act"], hints["kind"], row, hints["basis"]))
            yield row


def _found(viewer: Viewer, act: Act[T], pk: UUID, beside: tuple[str, ...], at: datetime) -> T | None:
    """Her seat at its table first, then the thing, and `may` on both: asking SQL it all at once takes twice the time.

    Somebody without a seat there costs one query, whether the thing is foreign or missing.
    """
    home = viewer.municipality_id
    if _part_relations(act):
        # A preview is a seat and nobody: it has no way to anybody's part.
        asked = None if viewer.knows_no_parts else _born_by(viewer, at)
        found = asked and _part_open_to.ask(act, beside, pk=pk, person=viewer.pk, home=home, at=at, **asked)
    elif not all(_stands_on_seats_alone(relation) for relation in act.who):
        found = _open_to.ask(act, beside, pk=pk, person=viewer.pk, home=home, at=at)
    elif viewer.comes_to(act.on, pk, at):
        found = [one for one in _at_home_by_key.ask(act.on, beside, pk=pk, home=home) if may(viewer, act, one, at=at)]
    else:
        return None
    return found[0] if found else None


def _hung(kind: type[T], beside: tuple[str, ...]) -> QuerySet[T]:
    things = kind._default_manager.order_by()
    return things.select_related(*beside) if beside else things


@Question
def _at_home_by_key(kind: type[Model], beside: tuple[str, ...], *, pk: UUID, home: int) -> QuerySet[Any]:
    return _hung(kind, beside).filter(pk=pk, municipality_id=home)


@Question
def _open_to(
    act: Act[Any], beside: tuple[str, ...], *, pk: UUID, person: UUID, home: int, at: datetime
) -> QuerySet[Any]:
    """For every act but those on parts of a family's plan."""
    viewer = Viewer(Person(pk=person, municipality_id=home))
    return _hung(act.on, beside).filter(_condition(viewer, act, at), pk=pk)


@Question
def _part_open_to(
    act: Act[Any], beside: tuple[str, ...], *, pk: UUID, person: UUID, home: int, at: datetime, **born_by: date
) -> QuerySet[Any]:
    """For those on parts, whose conditions hang on the ages of the municipality."""
    opened = part_condition(_part_relations(act), person, born_by, at)
    return _hung(act.on, beside).filter(opened, pk=pk, municipality_id=home)


def _stands_on_seats_alone(relation: Relation) -> bool:
    """Whether the seats at the thing's table tell it; a seat drawn from an office takes one question more."""
    return isinstance(relation, (SharedWith, OnSeat)) or (isinstance(relation, Seated) and relation.office is None)


def open_rows(viewer: Viewer, act: Act[T], at: datetime) -> QuerySet[T]:
    """The rows an act is open for, nothing noted: for the gate's own rooms alone."""
    return act.on._default_manager.filter(_condition(viewer, act, at))


def _is_closed(thing: Model) -> bool:
    """At a closed table nothing is written. Asked once the seat is locked: whoever closes waits for it."""
    place = _table_of(thing)
    return place is not None and Table.objects.filter(pk=place, closed_at__isnull=False).exists()


def _condition(viewer: Viewer, act: Act[Any], at: datetime) -> Q:
    """One `IN (SELECT … one row …)`: joins OR-ed together would repeat rows, chained ones match different seats.

    An act for seats and for what is shared has one of each: a seat at the table, and the very seat it is shared with
    (or stands on).
    """
    seats = [relation for relation in act.who if isinstance(relation, Seated)]
    shared = [relation for relation in act.who if isinstance(relation, SharedWith)]
    standing = [relation for relation in act.who if isinstance(relation, OnSeat)]
    offices = [relation for relation in act.who if isinstance(relation, InOffice)]
    parts = _part_relations(act)
    if (seats or shared or standing or parts) and offices:
        raise TypeError(f"{act.code}: an office never reaches a table.")
    if parts and (seats or shared or standing):
        raise TypeError(f"{act.code}: a part is reached by what its owner says, never by a seat at its table.")
    if parts:
        # A preview is a seat and nobody: it has no way to anybody's part.
        none = viewer.knows_no_parts
        opened = Q(pk__in=[]) if none else part_condition(parts, viewer.pk, _born_by(viewer, at), at)
        return opened & Q(municipality_id=viewer.municipality_id)
    if seats or shared or standing:
        path = "pk" if act.on is Table else "table_id"
        held = Q(**{f"{path}__in": _seat_rows(viewer, seats, at).values("table_id")}) if seats else Q(pk__in=[])
        if shared:
            held |= shared_condition(shared, _own_seats(viewer), at)
        if standing:
            held |= on_seat_condition(standing, _own_seats(viewer), at)
        return held & Q(municipality_id=viewer.municipality_id)
    if offices:
        return reduce(or_, (_in_office(viewer, relation, act.on, at) for relation in offices))
    if any(isinstance(relation, Oneself) for relation in act.who):
        return Q(pk=viewer.pk)
    return Q()


def _born_by(viewer: Viewer, at: datetime) -> BornBy:
    return viewer.ages().all_born_by(localdate(at))


def _part_relations(act: Act[Any]) -> list[PartRelation]:
    return [relation for relation in act.who if isinstance(relation, (OwnPart, GuardedPart, OpenedPart))]


def _in_office(viewer: Viewer, relation: InOffice, kind: type[Model], at: datetime) -> Q:
    """The things the viewer's own offices of this kind are held over."""
    own = _office_rows(viewer, relation, at)
    if relation.scope == "nation":
        return Q(Exists(own), municipality__isnull=True)
    if relation.scope == "municipality":
        return Q(municipality__in=own.values(at_home=_HOME))
    if relation.scope == "its_project":
        return Q(project__in=own.values("project_id")) & (Q(closed_at__isnull=True) if _closes(kind) else Q())
    return Q(pk__in=own.values(f"{relation.scope}_id"))


def _closes(kind: type[Model]) -> bool:
    return any(field.name == "closed_at" for field in kind._meta.get_fields())


def _office_rows(viewer: Viewer, relation: InOffice, at: datetime) -> QuerySet[Office]:
    return Office.objects.filter(office_condition([relation], at), person=viewer.person)


def _own_seats(viewer: Viewer) -> QuerySet[Seat]:
    return Seat.objects.filter(person=viewer.person, municipality_id=viewer.municipality_id)


def _seat_rows(viewer: Viewer, relations: list[Seated], at: datetime) -> QuerySet[Seat]:
    return _own_seats(viewer).filter(seat_condition(relations, at))


def _lock_tables(tables: Iterable[UUID | None]) -> None:
    """Nothing where the database has no such locks: there one writes at a time."""
    held = [table for table in tables if table] if connection.features.has_select_for_update else []
    if held:
        list(Table.objects.select_for_update(no_key=True).filter(pk__in=held).order_by("pk"))


def _lock_ground(viewer: Viewer, act: Act[Any], thing: Model, at: datetime) -> bool:
    """Lock the seat (or office) row the act rests on, and see that it still holds."""
    seats = [relation for relation in act.who if isinstance(relation, Seated)]
    if seats:
        rows = _seat_rows(viewer, seats, at).filter(table__in=[_table_of(thing)]).order_by("pk")
        if rows.select_for_update(of=("self",)).first():
            return True
    if any(isinstance(relation, SharedWith) for relation in act.who) and isinstance(thing, Shareable):
        held = _own_seats(viewer).filter(during(at), pk__in=[thing.shared_to_id])
        return bool(held.select_for_update(of=("self",)).first())
    standing = [relation.seated for relation in act.who if isinstance(relation, OnSeat)]
    if standing and isinstance(thing, StandsOnSeat):
        held = _seat_rows(viewer, standing, at).filter(pk=thing.seat_id)
        return bool(held.select_for_update(of=("self",)).first())
    if seats:
        return False
    if _part_relations(act):
        # Whoever leaves, closes or takes a yes back holds the part too: asked anew once it is ours.
        list(Part.objects.select_for_update(of=("self",)).filter(pk=thing.pk))
        return open_rows(viewer, act, at).filter(pk=thing.pk).exists()
    offices = [relation for relation in act.who if isinstance(relation, InOffice)]
    if not offices:
        return True
    return any(_lock_office(viewer, relation, thing, at) for relation in offices)


def _lock_office(viewer: Viewer, relation: InOffice, thing: Model, at: datetime) -> bool:
    place = _place_of(thing, relation.scope)
    if place is None:
        return False
    rows = _office_rows(viewer, relation, at).order_by("pk")
    if relation.scope == "municipality":
        rows = rows.annotate(at_home=_HOME).filter(at_home=place)
    elif relation.scope != "nation":
        rows = rows.filter(**{"programme_id" if relation.scope == "programme" else "project_id": place})
    return bool(rows.select_for_update(of=("self",)).first())


def _place_of(thing: Model, scope: Scope) -> UUID | int | None:
    """Where the thing stands, as far as an office of that scope is concerned; None when no such office is over it."""
    if scope == "project":
        return thing.pk if isinstance(thing, Project) else None
    if scope == "programme":
        return thing.pk if isinstance(thing, Programme) else None
    if scope == "its_project":
        closed = getattr(thing, "closed_at", None) is not None
        return thing.project_id if isinstance(thing, HangsOnProject) and not closed else None
    municipality: int | None = getattr(thing, "municipality_id", None)
    if scope == "municipality":
        return municipality
    return NATION if municipality is None else None


def _table_of(thing: Model) -> UUID | None:
    return thing.table_id if isinstance(thing, (AtTable, Table)) else None


def _municipality_of(thing: Model) -> int | None:
    return thing.municipality_id if isinstance(thing, (AtTable, Table)) else None


def look_at(code: str, kind: str, thing: Model, basis: str = "") -> Look:
    """What is noted of one thing that was looked at."""
    municipality = getattr(thing, "municipality_id", None)
    return Look(
        act=code,
        kind=kind,
        thing_type=thing._meta.model_name or "",
        thing=thing.pk,
        table=thing.table_id if isinstance(thing, Candidate) else _table_of(thing),
        municipality=municipality or 0,
        basis=basis,
    )
