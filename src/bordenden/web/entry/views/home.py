"""Hjem: on to the one place that is hers, or a choice when there are several."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from bordenden.access import acts, gate
from bordenden.access.viewer import Viewer
from bordenden.families.queries import families_at, kept_parts, roles_opened_for
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import snapshot
from bordenden.mentors.queries import profile_of
from bordenden.offers.queries import catalogue_of
from bordenden.pathways.words import SeatRole
from bordenden.programmes.queries import offices_of
from bordenden.programmes.words import OfficeRole
from bordenden.web.entry.coming_in import own_tables
from bordenden.web.threshold.carry import to_login
from bordenden.web.threshold.opens import public
from bordenden.web.threshold.selves import acting


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
    viewer, at = Viewer(acting(request)), now()
    with snapshot(viewer.municipality_id, viewer.pk):
        places = [*_tables(viewer, at), *_offices(viewer, at)]
    if len(places) == 1:
        return HttpResponseRedirect(places[0].url)
    return render(request, "entry/home.html", {"places": places})


def _tables(viewer: Viewer, at: datetime) -> list[Place]:
    seats = [seat for seat in viewer.seats(at) if seat.span.holds(at)]
    roles = {seat.role for seat in seats}
    places = [Place(_("Mit bord"), reverse("table", args=(table,))) for table in own_tables(viewer, at)]
    around = {seat.table_id: seat for seat in seats if seat.role in {SeatRole.HEAD, SeatRole.FAMILY}}
    for one in families_at(seats=around.values()):
        page = "family" if gate.may(viewer, acts.FAMILY_READ, one, at=at) else "family_join"
        places.append(Place(_("Familiens bord"), reverse(page, args=(one.pk,))))
    kept = kept_parts(person=viewer.person, at=at)[:1]
    places += [Place(_("Min del fra en familieplan"), reverse("family_part", args=(part.pk,))) for part in kept]
    if roles & {SeatRole.COORDINATOR, SeatRole.SUBSTITUTE}:
        places.append(Place(_("Mine borgere"), reverse("caseload")))
    if roles & {SeatRole.MENTOR, SeatRole.GUEST}:
        places.append(Place(_("Borde, jeg sidder ved"), reverse("guest_tables")))
    elif profile_of(person=viewer.person) is not None:
        places.append(Place(_("Om mig som mentor"), reverse("my_mentoring")))
    return places + _opened_for_me(viewer, at)


def _opened_for_me(viewer: Viewer, at: datetime) -> list[Place]:
    """Where to read what somebody of a family has opened for a seat of hers."""
    roles = roles_opened_for(person=viewer, at=at)
    places = []
    if SeatRole.COORDINATOR in roles:
        places.append(Place(_("Åbnet for mig fra en familieplan"), reverse("shared_parts")))
    if roles & {SeatRole.MENTOR, SeatRole.GUEST}:
        places.append(Place(_("En del af en familieplan, jeg må læse"), reverse("guest_parts")))
    return places


def _offices(viewer: Viewer, at: datetime) -> list[Place]:
    places = []
    held = offices_of(person=viewer.person, at=at)
    if any(office.role == OfficeRole.INTAKE and office.project is not None for office in held):
        places.append(Place(_("Visitation"), reverse("intake")))
    for office in held:
        if office.role == OfficeRole.PROJECT_LEADER and office.project is not None:
            name = _("Projekt: {name}").format(name=office.project.name)
            places.append(Place(name, reverse("project", args=(office.project_id,))))
        elif office.role == OfficeRole.SUPERVISOR and office.project is not None:
            name = _("Se efter i: {name}").format(name=office.project.name)
            places.append(Place(name, reverse("supervisions", args=(office.project_id,))))
        elif office.role == OfficeRole.STEERING and office.project is not None:
            name = _("Styregruppen: {name}").format(name=office.project.name)
            places.append(Place(name, reverse("areas", args=(office.project_id,))))
        elif office.role == OfficeRole.KEEPER and office.municipality is not None:
            kept = catalogue_of(municipality=office.municipality)
            places += [Place(_("Kommunens muligheder"), reverse("catalogue", args=(kept.pk,)))] if kept else []
        elif office.role in (OfficeRole.AGENCY, OfficeRole.EVALUATOR) and office.programme is not None:
            name = _("Program: {name}").format(name=office.programme.name)
            places.append(Place(name, reverse("programme", args=(office.programme_id,))))
    return places
