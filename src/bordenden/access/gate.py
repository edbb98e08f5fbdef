"""The gate. Three ways through, no fourth: reach one thing, list what is reachable, ask whether a button shows."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.db.models.query import ModelIterable
from django.http import Http404

from bordenden.access.acts import Act
from bordenden.access.relations import (
    InOffice,
    Oneself,
    Scope,
    Seated,
    office_condition,
    office_holds,
    seat_condition,
    seat_holds,
)
from bordenden.access.viewer import Viewer
from bordenden.audit.looks import Look
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.programmes.models import Office, Programme, Project

T = TypeVar("T", bound=Model)
_SCOPES: dict[type[Model], Scope] = {Project: "project", Programme: "programme"}


def reach(viewer: Viewer, act: Act[T], pk: UUID, *, at: datetime) -> T:
    """The thing, its look noted; or Http404, the same for a foreign and for a missing one."""
    thing = _rows(viewer, act, at).filter(pk=pk).first()
    if thing is None:
        raise Http404
    viewer.looks.append(_look(act.code, "look", thing))
    return thing


def reach_to_write(viewer: Viewer, act: Act[T], pk: UUID, *, at: datetime) -> T:
    """The thing for a change: call inside the transaction; the seat that permits it stays locked until its end."""
    thing = _rows(viewer, act, at).filter(pk=pk).first()
    if thing is None or not _lock_ground(viewer, act, thing, at):
        raise Http404
    return thing


def reachable(viewer: Viewer, act: Act[T], *, at: datetime) -> QuerySet[T]:
    """Everything the act is open for. A row that is iterated is noted as looked at in a list."""
    rows = _rows(viewer, act, at)
    rows._iterable_class = _Noted
    rows._hints = {"viewer": viewer, "act": act.code}  # type: ignore[attr-defined]
    return rows


def may(viewer: Viewer, act: Act[Any], thing: Model, *, at: datetime) -> bool:
    """Whether the button is shown: decided in memory by the same relations, with no query a button."""
    for relation in act.who:
        if isinstance(relation, Seated):
            if any(
                seat.table_id == _table_of(thing)
                and seat.municipality_id == _municipality_of(thing)
                and seat_holds(relation, seat, at)
                for seat in viewer.seats(at)
            ):
                return True
        elif isinstance(relation, InOffice):
            if any(office_holds(relation, office, thing.pk, at) for office in viewer.offices(at)):
                return True
        elif isinstance(relation, Oneself):
            if thing.pk == viewer.pk:
                return True
        else:
            return True
    return False


class _Noted(ModelIterable):  # type: ignore[type-arg]
    """Rows as Django makes them; each one handed out is noted for the audit.

    The hints travel with every copy of a queryset, so no view can forget to note a list.
    """

    def __iter__(self) -> Iterator[Any]:
        hints = self.queryset._hints  # type: ignore[attr-defined]
        viewer: Viewer = hints["viewer"]
        for row in super().__iter__():
            viewer.looks.append(_look(hints["act"], "list", row))
            yield row


def _rows(viewer: Viewer, act: Act[T], at: datetime) -> QuerySet[T]:
    return act.on._default_manager.filter(_condition(viewer, act, at))


def _condition(viewer: Viewer, act: Act[Any], at: datetime) -> Q:
    """One `IN (SELECT … one row …)`: joins OR-ed together would repeat rows, chained ones match different seats."""
    seats = [relation for relation in act.who if isinstance(relation, Seated)]
    offices = [relation for relation in act.who if isinstance(relation, InOffice)]
    if seats and offices:
        raise TypeError(f"{act.code}: an office never reaches a table.")
    if seats:
        path = "pk" if act.on is Table else "table_id"
        held = _seat_rows(viewer, seats, at).values("table_id")
        return Q(**{f"{path}__in": held}, municipality_id=viewer.municipality_id)
    if offices:
        scope = _SCOPES[act.on]
        own = Office.objects.filter(office_condition(offices, at), person=viewer.person)
        return Q(pk__in=own.values(f"{scope}_id"))
    if any(isinstance(relation, Oneself) for relation in act.who):
        return Q(pk=viewer.pk)
    return Q()


def _seat_rows(viewer: Viewer, relations: list[Seated], at: datetime) -> QuerySet[Seat]:
    return Seat.objects.filter(
        seat_condition(relations, at), person=viewer.person, municipality_id=viewer.municipality_id
    )


def _lock_ground(viewer: Viewer, act: Act[Any], thing: Model, at: datetime) -> bool:
    """Lock the seat (or office) row the act rests on, and see that it still holds."""
    seats = [relation for relation in act.who if isinstance(relation, Seated)]
    if seats:
        rows = _seat_rows(viewer, seats, at).filter(table__in=[_table_of(thing)]).order_by("pk")
        return bool(rows.select_for_update(of=("self",)).first())
    offices = [relation for relation in act.who if isinstance(relation, InOffice)]
    if not offices:
        return True
    place = {f"{_SCOPES[act.on]}_id": thing.pk}
    held = Office.objects.filter(office_condition(offices, at), person=viewer.person, **place).order_by("pk")
    return bool(held.select_for_update(of=("self",)).first())


def _table_of(thing: Model) -> UUID | None:
    return thing.table_id if isinstance(thing, (AtTable, Table)) else None


def _municipality_of(thing: Model) -> int | None:
    return thing.municipality_id if isinstance(thing, (AtTable, Table)) else None


def _look(code: str, kind: str, thing: Model) -> Look:
    municipality = getattr(thing, "municipality_id", None)
    return Look(
        act=code,
        kind=kind,
        thing_type=thing._meta.model_name or "",
        thing=thing.pk,
        table=_table_of(thing),
        municipality=municipality or 0,
    )
