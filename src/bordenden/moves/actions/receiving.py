"""The new municipality gives her a seat and a caseworker, and what is hers is laid on the table before her.

What nobody receives does not lie there for ever.
"""

from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from bordenden.assessments.models import Sheet
from bordenden.assessments.words import Sharing
from bordenden.audit.actions import Actor, record, record_all
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.moves.models import Arrival
from bordenden.moves.queries import KINDS, Kind, left_behind
from bordenden.pathways.actions import lay_table, seat
from bordenden.pathways.models import Table
from bordenden.pathways.words import SeatRole
from bordenden.people.actions import follow_login, register
from bordenden.people.models import Municipality, Person
from bordenden.plans.actions import begin
from bordenden.plans.models import Chosen, ChosenMark, Plan, PlanVersion
from bordenden.plans.words import ChosenStatus, VersionStatus
from bordenden.post.actions import queue
from bordenden.post.words import Kind as LetterKind

# By kind: where each packed row lies on the new table.
Places: TypeAlias = dict[str, dict[str, UUID]]
# What a row becomes when it is laid down: nothing is shared, granted or agreed to here yet.
ANEW: dict[type[Model], dict[str, object]] = {
    Sheet: {"sharing": Sharing.KEPT},
    Chosen: {
        "status": ChosenStatus.WISH,
        "formal": False,
        "decided_why": "",
        "decided_at": None,
        "started_on": None,
    },
    PlanVersion: {"status": VersionStatus.SUPERSEDED},
}


@transaction.atomic
def receive(*, arrival: Arrival, coordinator: Person, by: Person, at: datetime) -> Table:
    """She sits at the head of a new table with a caseworker; her login follows. The suitcase is empty afterwards.

    The same received again gives the first table. Raises NotPossible as `pathways.actions.seat` does, and where it
    lay there for too long.
    """
    held = Arrival.objects.select_for_update(of=("self",)).filter(pk=arrival.pk).first()
    if held is None:
        raise NotPossible(_("Det, borgeren havde med, er slettet. Borgeren får et nyt bord på den sædvanlige måde."))
    if held.table is not None:
        return held.table
    head = _she_here(held)
    table = lay_table(head=head, by=by, at=at)
    seat(table=table, person=coordinator, role=SeatRole.COORDINATOR, by=by, at=at)
    _unpack(held.suitcase, begin(table=table, by=by, at=at), head)
    follow_login(old=Person.objects.get(pk=held.person), new=head, by=by, at=at)
    held.table, held.received_by, held.received_at, held.suitcase = table, by, at, {}
    held.save(update_fields=["table", "received_by", "received_at", "suitcase"])
    queue(to=head, kind=LetterKind.PLAN_READY, about=held, event=f"arrived:{held.pk}", at=at)
    record(act="arrival.receive", by=by, thing=held, at=at)
    return table


@transaction.atomic
def delete_left_behind(*, place: Municipality, by: Actor, at: datetime) -> int:
    """What nobody has received in a year is deleted, name and all; the audit keeps that it was. Gives how many."""
    left = list(left_behind(municipality=place, at=at).select_for_update(of=("self",)))
    record_all(act="arrival.delete", by=by, things=left, at=at)
    for arrival in left:
        arrival.delete()
    return len(left)


def _she_here(arrival: Arrival) -> Person:
    """Whoever lived here before is the same person still, unless she sits at a table of her own already."""
    who = arrival.suitcase["who"]
    known = Person.objects.filter(municipality_id=arrival.municipality_id, cpr=who["cpr"]).exclude(cpr="").first()
    if known is None:
        return register(
            municipality=arrival.municipality,
            given_name=who["given_name"],
            family_name=who["family_name"],
            cpr_number=who["cpr"],
            phone=who["phone"],
            made_up=who["made_up"],
        )
    if Plan.objects.filter(owner=known, ended_at__isnull=True).exists():
        raise NotPossible(_("Borgeren sidder allerede for bordenden ved et bord i kommunen."))
    return known


def _unpack(suitcase: dict[str, Any], plan: Plan, head: Person) -> None:
    """A kind at a time, with fresh ids; whatever pointed at a row points at where it lies now."""
    lies: Places = {}
    for kind in KINDS:
        rows = suitcase.get(kind.name, [])
        lies[kind.name] = {row["id"]: new_id() for row in rows}
        kind.model._default_manager.bulk_create([_row(kind, row, lies, plan, head) for row in rows])
    for chosen in Chosen.objects.filter(plan=plan).order_by("position", "pk"):
        ChosenMark.objects.create(
            table_id=plan.table_id,
            municipality_id=plan.municipality_id,
            chosen=chosen,
            status=chosen.status,
            at=chosen.chosen_at,
            by=head,
        )


def _row(kind: Kind, packed: dict[str, Any], lies: Places, plan: Plan, head: Person) -> Model:
    columns = {one.attname: one for one in kind.model._meta.concrete_fields}
    said = {name: columns[name].to_python(value) for name, value in packed.items() if name in columns}
    for name, of in kind.links.items():
        at = packed.get(f"{name}_id")
        said[f"{name}_id"] = lies[of].get(at) if at else None
    said |= {f"{name}_id": head.pk for name in kind.hers}
    said |= {"id": lies[kind.name][packed["id"]], "table_id": plan.table_id, "municipality_id": plan.municipality_id}
    if "plan_id" in columns:
        said["plan_id"] = plan.pk
    return kind.model(**{**said, **ANEW.get(kind.model, {})})
