"""Hvordan går det nu: her own answer about one day after her course, or that she would rather not."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.followup import actions
from bordenden.followup.words import Status
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.web.citizen.going_form import GoingForm
from bordenden.web.parts.reader import reader_of
from bordenden.web.parts.said_when import on_day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.followup.models import FollowUp

NO_THANKS = "let_be"


@opens(acts.FOLLOW_UP_SAY)
def going_now(visit: Visit[FollowUp], pk: UUID) -> HttpResponse:
    """One question, and a button that leaves it unanswered; either may be changed later."""
    by = visit.viewer.person
    left = visit.request.POST.get("do") == NO_THANKS
    form, stale = GoingForm(None if left else visit.posted), None
    if left or form.is_valid():
        said = {"status": Status.DECLINED} if left else form.said()
        try:
            with visit.writing(pk) as held:
                actions.answer(follow_up=held, by=by, at=visit.at, **said)
            return visit.go("table", held.table_id)
        except Stale as refusal:
            stale = refusal
        except NotPossible as refusal:
            form = form if form.is_bound else GoingForm({})
            form.refuse(refusal)
    with visit.reading():
        row = visit.reach(pk)
        form.initial = {"seen": row.answered_when}
        if stale is not None:
            form.show_what_stands(stale, row)
        if not form.is_bound and row.by_herself:
            form.initial |= {"status": row.status, "place_name": row.place_name, "wage_hours": row.wage_hours}
        context = {
            "stale": form.stale,
            "table": row.table_id,
            "day": on_day(row.due_on),
            "come": row.due_on <= localdate(visit.at),
            "answered": row.by_herself,
            "declined": row.status == Status.DECLINED,
            "reader": reader_of(row, visit.at),
        }
        return visit.show("citizen/going_now.html", context, form)
