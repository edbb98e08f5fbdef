"""Hjem: on to the one place that is hers, or a choice when there are several."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access.viewer import Viewer
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot
from bordenden.offers.queries import catalogue_of
from bordenden.pathways.words import SeatRole
from bordenden.programmes.queries import offices_of
from bordenden.programmes.words import OfficeRole
from bordenden.web.threshold.carry import to_login
from bordenden.web.threshold.opens import public


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: words and address."""

    text: str
    url: str


@public
def home(request: HttpRequest) -> HttpResponse:
    """It shows nobody's things: only which doors stand open."""
    if not request.user.is_authenticated:
        return to_login(request)
    viewer, at = Viewer(request.user.person), now()
    with snapshot(viewer.municipality_id, viewer.pk):
        places = [*_tables(viewer, at), *_offices(viewer, at)]
    if len(places) == 1:
        return HttpResponseRedirect(places[0].url)
    return render(request, "entry/home.html", {"places": places})


def _tables(viewer: Viewer, at: datetime) -> list[Place]:
    seats = [seat for seat in viewer.seats(at) if seat.span.holds(at)]
    roles = {seat.role for seat in seats}
    headed = [seat.table_id for seat in seats if seat.role == SeatRole.HEAD]
    places = [Place(_("Mit bord"), reverse("table", args=(table,))) for table in headed]
    if roles & {SeatRole.COORDINATOR, SeatRole.SUBSTITUTE}:
        places.append(Place(_("Mine borgere"), reverse("caseload")))
    if roles & {SeatRole.MENTOR, SeatRole.GUEST}:
        places.append(Place(_("Borde, jeg sidder ved"), reverse("guest_tables")))
    return places


def _offices(viewer: Viewer, at: datetime) -> list[Place]:
    places = []
    for office in offices_of(person=viewer.person, at=at):
        if office.role == OfficeRole.PROJECT_LEADER and office.project is not None:
            name = _("Projekt: {name}").format(name=office.project.name)
            places.append(Place(name, reverse("project", args=(office.project_id,))))
        elif office.role == OfficeRole.KEEPER and office.municipality is not None:
            kept = catalogue_of(municipality=office.municipality)
            places += [Place(_("Kommunens muligheder"), reverse("catalogue", args=(kept.pk,)))] if kept else []
        elif office.role in (OfficeRole.AGENCY, OfficeRole.EVALUATOR) and office.programme is not None:
            name = _("Program: {name}").format(name=office.programme.name)
            places.append(Place(name, reverse("programme", args=(office.programme_id,))))
    return places
