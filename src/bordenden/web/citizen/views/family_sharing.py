"""Hvem må læse min del? One by one: open, or close; closed is what it is from the start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.audit.queries import looks_on
from bordenden.families import actions, queries
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.words import SeatRole
from bordenden.people.queries import who_acted
from bordenden.web.citizen.family_forms import OPEN, OpenForm
from bordenden.web.parts.paging import cut_found, page_number
from bordenden.web.parts.roles import ROLES
from bordenden.web.parts.said_when import day, until_day, whose
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.families.models import Part

NEWEST = 10
A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Switch:
    """One who may be let in: the name, as what, and until when it is open ("" for closed)."""

    key: UUID
    name: str
    role: str
    until: str


@opens(acts.PART_OPEN)
def family_sharing(visit: Visit[Part], pk: UUID) -> HttpResponse:
    """A switch for each; nobody is told why."""
    form = OpenForm(visit.posted)
    if form.is_valid():
        try:
            _turn(visit, pk, form.cleaned_data)
            answer = visit.go("family_sharing", pk)
            side = page_number(visit.request.GET.get("side", ""))
            answer["Location"] += f"?side={side}" if side > 1 else ""
            return answer
        except NotPossible as refusal:
            form.refuse(refusal)
    with visit.reading():
        part = visit.reach(pk, "member__person", "member__family")
        page = cut_found(queries.readers(part=part, at=visit.at), visit.request.GET.get("side"), size=A_PAGE)
        context = {
            "part": pk,
            "own": part.member.person_id == visit.viewer.pk,
            "owner": whose(part.member.person.given_name),
            "read_by": _read_by(part),
            "switches": [_switch(reader) for reader in page.rows],
            "pager": page.pager,
        }
        return visit.show("citizen/family_sharing.html", context, form)


def _read_by(part: Part) -> list[tuple[str, str]]:
    """When others looked at the part, the newest first: (day, name)."""
    rows = list(looks_on(part, besides=part.member.person)[:NEWEST])
    people = who_acted(rows=rows)
    return [(day(row.at), people[row.actor].given_name) for row in rows if row.actor in people]


def _turn(visit: Visit[Part], pk: UUID, sent: dict[str, Any]) -> None:
    by, at = visit.viewer.person, visit.at
    with visit.writing(pk) as part:
        reader = next((one for one in queries.readers(part=part, at=at) if one.key == sent["to"]), None)
        if reader is not None:
            turn = actions.open_part if sent["do"] == OPEN else actions.close_part
            turn(part=part, to=reader.to, by=by, at=at)


def _switch(reader: queries.Reader) -> Switch:
    role = str(ROLES[SeatRole(reader.role)]) if reader.role else ""
    until = until_day(reader.until) if reader.until else ""
    return Switch(reader.key, reader.name, role, until)
