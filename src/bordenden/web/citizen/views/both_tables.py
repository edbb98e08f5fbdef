"""Mine borde: the table she has now, and those she left, to read; she chooses which lies before her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.people.queries import selves_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.selves import look_as
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.people.models import Person


@dataclass(frozen=True, slots=True)
class Self:
    """One of her selves, by where it was."""

    pk: UUID
    place: str
    now: bool
    open: bool


@opens(acts.TABLES_SWITCH)
def both_tables(visit: Visit[Person]) -> HttpResponse:
    """It opens only what the login's own selves may open: the gate asks anew on the page it leads to."""
    login = visit.request.user
    assert login.is_authenticated  # noqa: S101
    visit.reach(visit.viewer.pk)
    selves = selves_of(login=login)
    if visit.posted is not None:
        chosen = next((one for one in selves if str(one.pk) == visit.posted.get("to", "")), None)
        if chosen is None:
            return visit.go("both_tables")
        look_as(visit.request, chosen)
        return visit.go("home")
    lines = [
        Self(one.pk, one.municipality.name, now=number == 0, open=one.pk == visit.viewer.pk)
        for number, one in enumerate(selves)
    ]
    return visit.show("citizen/both_tables.html", {"selves": lines})
