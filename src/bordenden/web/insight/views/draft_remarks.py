"""Det, der er sagt om kladden: each test run of a draft, question by question and on the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.assessments import queries
from bordenden.web.insight.drafts import draft_at, listed
from bordenden.web.insight.frame import menu
from bordenden.web.parts.paging import cut
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.assessments.models import Instrument

A_PAGE = 10


@opens(acts.INSTRUMENT_EDIT)
def draft_remarks(visit: Visit[Instrument], pk: UUID) -> HttpResponse:
    """By question, the newest ten test runs at a time."""
    thing = visit.reach(pk)
    draft = draft_at(thing)
    page = cut(queries.runs_of(version=draft), visit.request.GET.get("side"), size=A_PAGE)
    runs = page.rows
    said = [
        (question, [(run.by, one) for run in runs for one in run.remarks.all() if one.code == question.code])
        for question in listed(draft)
    ]
    context = {
        "instrument": thing,
        "runs": runs,
        "said": [(question, remarks) for question, remarks in said if remarks],
        "pager": page.pager,
        "nav_items": menu("instruments"),
    }
    return visit.show("insight/draft_remarks.html", context)
