"""Mine borgere: who waits first, then the caseworker's own tables and those looked after, as they are asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.access import acts
from bordenden.contactlog.queries import LastContact, last_contacts, quiet_days
from bordenden.contactlog.words import Turn
from bordenden.foundation.days import last_day_before
from bordenden.pathways.queries import Case, cases, counted
from bordenden.web.design.parts import Pager
from bordenden.web.design.ways import way_to
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import full_names, given_names
from bordenden.web.parts.paging import page_number
from bordenden.web.staff.caseload_form import CaseloadForm
from bordenden.web.staff.waiting_for_me import FEW, who_waits
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table
    from bordenden.people.models import Person

SEE_OTHER = 303
# To the citizen's page, and to the form of a new contact.
Ways: TypeAlias = tuple[Callable[[UUID], str], Callable[[UUID], str]]


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One citizen in the list, as words."""

    name: str
    given_name: str
    url: str
    contact_url: str
    reference: str
    phone: str
    last: str
    quiet: str
    turn: str
    care: bool
    substitute: str


@opens(acts.CASE_READ)
def caseload(visit: Visit["Table"]) -> HttpResponse:
    """The list; a search is sent in the body: a name never stands in an address, filters may."""
    asked = CaseloadForm.of(visit.request)
    if visit.posted is not None and not asked.search_text:
        return _to_list(asked)
    with visit.reading():
        page = _page(visit, asked)
        context = {
            "waiting": who_waits(visit, FEW + 1) if not asked.filtered and page.number == 1 else [],
            "few": FEW,
            "lines": _lines(visit, page, invite=bool(asked.quiet) or asked.longer),
            "found": page.paginator.count,
            "asked": asked,
            "search": asked.search_text,
            "filtered": asked.filtered,
            "pager": _pager(page, asked),
            "page": page,
            "remind": bool(page.paginator.count) and not visit.viewer.person.can_be_called,
        }
        return visit.show("staff/caseload.html", context)


def _to_list(asked: CaseloadForm) -> HttpResponse:
    part = asked.address_part
    return HttpResponseRedirect(reverse("caseload") + (f"?{part}" if part else ""), status=SEE_OTHER)


def _page(visit: Visit["Table"], asked: CaseloadForm) -> "Page[Table]":
    """The page and how many there are in one query; a page that does not exist is the nearest one."""
    rows, size = asked.chosen(visit.reachable(), visit.at), PAGE
    sent = visit.request.GET if visit.posted is None else visit.posted
    number = page_number(sent.get("side") or "")
    found = list(counted(tables=rows)[(number - 1) * size : number * size])
    if not found and number > 1:
        return Paginator(rows, size).get_page(number)
    paginator = Paginator(rows, size)
    paginator.__dict__["count"] = attrgetter("total")(found[0]) if found else 0
    return Page(found, number, paginator)


def _pager(page: "Page[Table]", asked: CaseloadForm) -> Pager:
    words = _("Side %(number)d af %(pages)d") % {"number": page.number, "pages": page.paginator.num_pages}
    also = f"&{asked.address_part}" if asked.address_part else ""
    return Pager(
        words,
        previous_url=f"?side={page.previous_page_number()}{also}" if page.has_previous() else "",
        next_url=f"?side={page.next_page_number()}{also}" if page.has_next() else "",
    )


def _lines(visit: Visit["Table"], page: "Page[Table]", *, invite: bool) -> list[CaseLine]:
    listed = cases(tables=page, at=visit.at)
    last = last_contacts(tables=[case.table for case in listed], at=visit.at)
    ways = way_to("case"), way_to("contact_new")
    lines = (_line(case, last.get(case.table.pk), visit.viewer.person, visit.at, ways) for case in listed)
    return [replace(line, turn=line.turn or _invitation(line)) for line in lines] if invite else list(lines)


def _invitation(line: CaseLine) -> str:
    """It has been quiet for long and nobody waits: no reproach to anybody, a call."""
    return _("Ring og hør, hvordan %(name)s har det") % {"name": line.given_name}


def _line(case: Case, last: LastContact | None, reader: "Person", at: datetime, ways: Ways) -> CaseLine:
    reached = last.reached_at if last else None
    return CaseLine(
        name=full_names(case.heads),
        given_name=given_names(case.heads),
        url=ways[0](case.table.pk),
        contact_url=ways[1](case.table.pk),
        reference=case.course.reference if case.course else "",
        phone=next((person.phone for person in case.heads if person.phone), ""),
        last=_("Seneste kontakt: %(when)s") % {"when": moment(reached, seen=at)}
        if reached
        else _("Ingen kontakt endnu"),
        quiet=quiet(since=reached, at=at) if reached else "",
        turn="" if case.ended_on else turn_words(last, given_names(case.heads)),
        care=last is not None and last.turn == Turn.CARE and not case.ended_on,
        substitute=substitute_words(case, reader),
    )


def substitute_words(case: Case, reader: "Person") -> str:
    """For whom the reader stands in, or who stands in for the reader, and until when; "" for nobody."""
    seat = case.substitute
    if seat is None or seat.ends_at is None:
        return ""
    day = date_format(last_day_before(seat.ends_at), "MONTH_DAY_FORMAT")
    if seat.person_id == reader.pk and case.coordinator is not None:
        name = case.coordinator.given_name
        return _("Vikar for %(name)s til og med %(day)s") % {"name": name, "day": day}
    return _("%(name)s er vikar til og med %(day)s") % {"name": seat.person.name, "day": day}


def quiet(*, since: datetime, at: datetime) -> str:
    """How long it has been without contact: "3 dage", "" for today."""
    days = quiet_days(since=since, at=at)
    return ngettext("%(days)d dag siden", "%(days)d dage siden", days) % {"days": days} if days else ""


def turn_words(last: LastContact | None, name: str) -> str:
    """Whose turn it is as one line; after an absence an invitation to care."""
    turn = last.turn if last else Turn.NONE
    words = {
        Turn.CARE: _("Ring og hør, hvordan %(name)s har det"),
        Turn.OURS: _("%(name)s venter på svar fra dig"),
        Turn.TRY: _("Prøv igen"),
        Turn.WAITING: _("Du venter på svar"),
        Turn.NONE: "",
    }
    return words[turn] % {"name": name} if words[turn] else ""
