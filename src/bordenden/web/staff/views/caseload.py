"""Mine borgere: the caseworker's own tables in Danish order, when they last had contact, whose turn it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bordenden.access import acts
from bordenden.contactlog.queries import LastContact, last_contacts, quiet_days
from bordenden.contactlog.words import Turn
from bordenden.pathways.queries import Case, cases
from bordenden.pathways.queries import caseload as caseload_of
from bordenden.web.design.parts import Pager
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import full_names, given_names
from bordenden.web.staff.waiting import waiting_help
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import PAGE, Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

LONGEST_SEARCH = 100


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One citizen in the list, as words."""

    name: str
    url: str
    contact_url: str
    reference: str
    phone: str
    last: str
    quiet: str
    turn: str
    care: bool


@opens(acts.CASE_READ)
def caseload(visit: Visit["Table"]) -> HttpResponse:
    """The list; a search is sent in the body, because a name never stands in an address."""
    search = visit.request.POST.get("search", "").strip()[:LONGEST_SEARCH]
    with visit.reading():
        page = _page(visit, search)
        context = {
            "lines": _lines(visit, page),
            "found": page.paginator.count,
            "search": search,
            "pager": _pager(page),
            "can_be_called": visit.viewer.person.can_be_called,
            "waiting_help": [] if search else waiting_help(visit),
            "more": bool(search) and page.has_next(),
        }
        return visit.show("staff/caseload.html", context)


def _page(visit: Visit["Table"], search: str) -> "Page[Table]":
    rows = caseload_of(tables=visit.reachable(), search=search, at=visit.at)
    return Paginator(rows, PAGE).get_page(1) if search else visit.page_of(rows)


def _pager(page: "Page[Table]") -> Pager:
    words = _("Side %(number)d af %(pages)d") % {"number": page.number, "pages": page.paginator.num_pages}
    return Pager(
        words,
        previous_url=f"?side={page.previous_page_number()}" if page.has_previous() else "",
        next_url=f"?side={page.next_page_number()}" if page.has_next() else "",
    )


def _lines(visit: Visit["Table"], page: "Page[Table]") -> list[CaseLine]:
    listed = cases(tables=page, at=visit.at)
    last = last_contacts(tables=[case.table for case in listed], at=visit.at)
    return [_line(case, last.get(case.table.pk), visit.at) for case in listed]


def _line(case: Case, last: LastContact | None, at: datetime) -> CaseLine:
    reached = last.reached_at if last else None
    return CaseLine(
        name=full_names(case.heads),
        url=reverse("case", args=(case.table.pk,)),
        contact_url=reverse("contact_new", args=(case.table.pk,)),
        reference=case.course.reference if case.course else "",
        phone=next((person.phone for person in case.heads if person.phone), ""),
        last=moment(reached, seen=at) if reached else _("Ingen kontakt endnu"),
        quiet=quiet(since=reached, at=at) if reached else "",
        turn="" if case.ended_on else turn_words(last, given_names(case.heads)),
        care=last is not None and last.turn == Turn.CARE and not case.ended_on,
    )


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
