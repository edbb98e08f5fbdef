"""One citizen: telephone, the course, the newest contacts, and the way to the plan and to what she has opened."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.access import acts
from bordenden.contactlog.queries import last_contacts, newest
from bordenden.contactlog.words import HelpKind, Turn
from bordenden.followup.queries import follow_ups
from bordenden.meetings.queries import ahead
from bordenden.pathways.queries import Case, cases, free_part
from bordenden.web.design.parts import Fact
from bordenden.web.parts.after_exit import after_lines
from bordenden.web.parts.contacts import contacts_part
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import full_names, given_names
from bordenden.web.staff.views.caseload import quiet, substitute_words, turn_words
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.contactlog.models import Entry
    from bordenden.pathways.models import Table

NEWEST = 3
# What the caseworker does here beside noting a contact: each a page at the table, shown to whom its act is open.
OWN_WAYS = (
    (acts.CONVERSATIONS_READ, "conversations", gettext_lazy("Samtaler og dagsorden")),
    (acts.OFFERS_SHOW, "case_catalogue", gettext_lazy("Muligheder")),
    (acts.OFFERS_SHOW, "case_offers", gettext_lazy("Muligheder, I har set på")),
    (acts.MENTOR_OFFER, "case_mentor", gettext_lazy("Mentor")),
    (acts.MESSAGES_READ, "case_messages", gettext_lazy("Beskeder")),
    (acts.FILES_PUT, "case_files", gettext_lazy("Filer")),
    (acts.OWN_VIEW_SAY, "own_view", gettext_lazy("Mit blik")),
    (acts.REVIEWS_READ, "case_reviews", gettext_lazy("Når I ikke har hørt fra hinanden")),
    (acts.JOURNAL_COPY_NEW, "journal_copy_new", gettext_lazy("Kopiér til journal")),
    (acts.SUBSTITUTE_SET, "substitute", gettext_lazy("Vikar")),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A link to a page about this citizen."""

    text: str
    url: str


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
            newest(0, NEWEST, table=reached), name=name, seen=visit.at, correct=_correct(visit), level=3
        ),
        "course": _course(seen),
        "free": free_part(course=seen.course, on=localdate(visit.at)),
        "after": after_lines(follow_ups(ended=seen.course.exit), visit.at) if seen.course and seen.ended_on else [],
        "substitute": substitute_words(seen, visit.viewer.person),
        **_ways(visit, reached, seen),
    }
    return visit.show("staff/case.html", context)


def _correct(visit: Visit["Table"]) -> Callable[["Entry"], str]:
    return lambda entry: (
        reverse("contact_correct", args=(entry.pk,)) if visit.may(acts.CONTACT_CORRECT, entry) else ""
    )


def _ways(visit: Visit["Table"], table: "Table", seen: Case) -> dict[str, object]:
    """Where one may go from here; what is not open is "" or absent and no link is shown."""
    there, name = ahead(table=table, at=visit.at), given_names(seen.heads)
    course = seen.course
    waits = course is not None and course.activated_on is None and seen.ended_on is None
    running = seen.course is not None and seen.course.activated_on is not None and seen.ended_on is None
    may_end = running and seen.course is not None and visit.may(acts.COURSE_END, seen.course)
    talk = there.talk if visit.may(acts.CONVERSATIONS_READ, table) else None
    return {
        "plan_url": reverse("case_plan", args=(there.plan,))
        if there.plan and visit.may(acts.PLAN_READ, table)
        else "",
        "development_url": reverse("case_development", args=(table.pk,))
        if visit.may(acts.DEVELOPMENT_READ, table)
        else "",
        "sheets_url": f"{reverse('case_sheets')}?bord={table.pk}" if visit.may(acts.SHEET_PEN, table) else "",
        "together_url": reverse("together", args=(table.pk,)) if visit.may(acts.SHEET_PEN, table) else "",
        "end_url": reverse("course_end", args=(seen.course.pk,)) if may_end and seen.course else "",
        "to_begin": course if course and waits and visit.may(acts.COURSE_BEGIN, course) else None,
        "talk": moment(talk[1], seen=visit.at) if talk else "",
        "talk_url": reverse("conversation", args=(talk[0],)) if talk else "",
        "asked": [_asked(pk, kind, name) for pk, kind in there.asked] if visit.may(acts.HELP_READ, table) else [],
        "own": [
            Way(str(words), reverse(page, args=(table.pk,))) for act, page, words in OWN_WAYS if visit.may(act, table)
        ],
    }


def _asked(pk: UUID, kind: HelpKind, name: str) -> Way:
    words = _("Ring til %(name)s") if kind == HelpKind.CALL_ME else _("Svar %(name)s")
    return Way(words % {"name": name}, reverse("help_answer", args=(pk,)))


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
        facts.append(Fact(_("Hvordan"), course.exit.get_reason_display()))
    return facts
