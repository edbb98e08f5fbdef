"""Svar på et ønske: what she asks for and why, the answer she reads, and the days it began and ended."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.queries import at_the_head
from bordenden.plans import actions, queries
from bordenden.plans.words import ChosenStatus
from bordenden.web.parts.chosen import history
from bordenden.web.parts.names import given_names
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.staff.chosen_forms import AnswerForm, DayForm
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import Chosen

NOTES = {"begin": actions.begin_chosen, "complete": actions.complete_chosen}
# Which form belongs to what it is now; nothing else can be noted here.
NOTED = {ChosenStatus.GRANTED: "begin", ChosenStatus.OFFERED: "begin", ChosenStatus.STARTED: "complete"}


@opens(acts.CHOSEN_ANSWER)
def chosen_answer(visit: Visit["Chosen"], chosen: UUID) -> HttpResponse:
    """One form at a time: the answer while she waits for it, then the day it began, then the day it was done."""
    do = visit.request.POST.get("do", "")
    form: AnswerForm | DayForm | None = None
    if visit.posted is not None:
        form = DayForm(visit.posted) if do in NOTES else AnswerForm(visit.posted)
        if form.is_valid():
            try:
                with visit.writing(chosen) as held:
                    _write(visit, held, do, form)
                return visit.go("case", held.table_id)
            except NotPossible as refusal:
                form.add_error(None, str(refusal))
    with visit.reading():
        row = visit.reach(chosen, "offer", "waiting", "table", "decided_by")
        return visit.show("staff/chosen_answer.html", _context(visit, row), form or _form(visit, row))


def _write(visit: Visit["Chosen"], held: "Chosen", do: str, form: AnswerForm | DayForm) -> None:
    if do in NOTES:
        NOTES[do](chosen=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)
    else:
        actions.answer_request(chosen=held, by=visit.viewer.person, at=visit.at, **form.cleaned_data)


def _form(visit: Visit["Chosen"], row: "Chosen") -> AnswerForm | DayForm:
    return DayForm(initial={"on": localdate(visit.at)}) if row.status in NOTED else AnswerForm()


def _context(visit: Visit["Chosen"], row: "Chosen") -> dict[str, object]:
    page = cut(queries.marks_of(chosen=row), visit.request.GET.get("side"))
    letter = queries.newest_ruling(chosen=row) if row.formal else None
    return {
        "name": given_names(at_the_head(table=row.table, at=visit.at)),
        "row": row,
        "title": row.title,
        "asked": row.status == ChosenStatus.REQUESTED,
        "notes": NOTED.get(ChosenStatus(row.status), ""),
        "guide": queries.how_to_complain(municipality=row.municipality_id),
        "answered": day(row.decided_at) if row.decided_at else "",
        "letter": reverse("chosen_letter", args=[letter.pk]) if letter else "",
        "history": history(list(page.rows)),
        "pager": page.pager,
    }
