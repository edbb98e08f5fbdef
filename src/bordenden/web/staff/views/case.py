"""One citizen: telephone, the course, the newest contacts, and the way to the plan and to what she has opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bordenden.access import acts
from bordenden.contactlog.queries import last_contacts, newest
from bordenden.contactlog.words import Turn
from bordenden.pathways.queries import Case, cases
from bordenden.plans.queries import plan_of
from bordenden.web.design.parts import Fact
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.names import full_names, given_names
from bordenden.web.staff.views.caseload import quiet, turn_words
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table

NEWEST = 3


@opens(acts.CASE_READ)
def case(visit: Visit["Table"], table: UUID) -> HttpResponse:
    """The page one opens before one calls."""
    reached = visit.reach(table)
    (seen,) = cases(tables=[reached], at=visit.at)
    last = last_contacts(tables=[reached], at=visit.at).get(reached.pk)
    name = given_names(seen.heads)
    since = (last.reached_at if last else None) or reached.opened_at
    context = {
        "name": name,
        "full_name": full_names(seen.heads),
        "phones": [person for person in seen.heads if person.phone],
        "table": reached,
        "care": last is not None and last.turn == Turn.CARE and not seen.ended_on,
        "turn": "" if seen.ended_on else turn_words(last, name),
        "quiet": quiet(since=since, at=visit.at),
        "reached": last is not None and last.reached_at is not None,
        "part": contacts_part(
            newest(table=reached)[:NEWEST], name=name, seen=visit.at, correct=_correct(visit), level=3
        ),
        "course": _course(seen),
        **_ways(visit, reached, seen),
    }
    return visit.show("staff/case.html", context)


def _correct(visit: Visit["Table"]) -> Callable[["Entry"], str]:
    return lambda entry: (
        reverse("contact_correct", args=(entry.pk,)) if visit.may(acts.CONTACT_CORRECT, entry) else ""
    )


def _ways(visit: Visit["Table"], table: "Table", seen: Case) -> dict[str, str]:
    """Where one may go from here; an address that is not open is "" and no link is shown."""
    plan = plan_of(table=table)
    running = seen.course is not None and seen.course.activated_on is not None and seen.ended_on is None
    may_end = running and seen.course is not None and visit.may(acts.COURSE_END, seen.course)
    return {
        "plan_url": reverse("case_plan", args=(plan.pk,)) if plan and visit.may(acts.PLAN_READ, plan) else "",
        "development_url": reverse("case_development", args=(table.pk,))
        if visit.may(acts.DEVELOPMENT_READ, table)
        else "",
        "sheets_url": f"{reverse('case_sheets')}?bord={table.pk}" if visit.may(acts.SHEET_PEN, table) else "",
        "together_url": reverse("together", args=(table.pk,)) if visit.may(acts.SHEET_PEN, table) else "",
        "end_url": reverse("course_end", args=(seen.course.pk,)) if may_end and seen.course else "",
    }


def _course(seen: Case) -> list[Fact]:
    course = seen.course
    if course is None:
        return []
    begun = date_format(course.activated_on, "DATE_FORMAT") if course.activated_on else _("Ikke begyndt endnu")
    facts = [
        Fact(_("Projekt"), course.project.name),
        Fact(_("Sagsnummer"), course.reference),
        Fact(_("Begyndte"), begun),
    ]
    if seen.ended_on:
        facts.append(Fact(_("Sluttede"), date_format(seen.ended_on, "DATE_FORMAT")))
    return facts
