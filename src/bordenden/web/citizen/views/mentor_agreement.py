"""Aftalen med din mentor: how long, how much, what for; her yes, or what should be otherwise. It can be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.web.citizen.her_door import only_her
from bordenden.web.citizen.mentor_forms import ChangesForm
from bordenden.web.citizen.mentor_words import agreement_part, period_words, two_at_the_head
from bordenden.web.design.parts import Event
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement

BESIDE = ("seat__person", "role", "written_by", "table")
YES, OTHERWISE = "yes", "otherwise"
OTHERS_SHOWN = 10


@opens(acts.MENTOR_AGREE)
def mentor_agreement(visit: Visit[MentorAgreement], pk: UUID) -> HttpResponse:
    """To read, with two answers. What she typed stays where it could not be."""
    do = visit.request.POST.get("do", "")
    form = ChangesForm(visit.posted if do == OTHERWISE else None)
    problem = ""
    if do == YES or form.is_valid():
        try:
            _answered(visit, pk, do, form)
            return visit.go("mentor_agreement", pk)
        except NotPossible as refusal:
            problem = str(refusal)
    with visit.reading():
        row = visit.reach(pk, *BESIDE)
        only_her(visit, row)
        context = {**_context(visit, row), "problem": problem, "typed": form.data.get("words", "") if problem else ""}
        answer = visit.show("citizen/mentor_agreement.html", context, form)
        if problem:
            answer.status_code = 422
        return answer


def _answered(visit: Visit[MentorAgreement], pk: UUID, do: str, form: ChangesForm) -> None:
    with visit.writing(pk) as held:
        only_her(visit, held)
        if do == YES:
            actions.say_yes(agreement=held, by=visit.viewer.person, at=visit.at)
        else:
            words = form.cleaned_data["words"]
            actions.want_changes(agreement=held, words=words, by=visit.viewer.person, at=visit.at)


def _context(visit: Visit[MentorAgreement], row: MentorAgreement) -> dict[str, object]:
    two = two_at_the_head(row.table, visit.at)
    page = cut(
        queries.agreements_of(seat=row.seat).exclude(pk=row.pk), visit.request.GET.get("side"), size=OTHERS_SHOWN
    )
    return {
        "table": row.table_id,
        "part": agreement_part(row, mentor=row.seat, two=two, at=visit.at),
        "two": two,
        "newest": _newest(row),
        "others": [
            Event(day(one.written_at), period_words(one), url=reverse("mentor_agreement", args=[one.pk]))
            for one in page.rows
        ],
        "pager": page.pager,
    }


def _newest(row: MentorAgreement) -> str:
    """Where the one stands that came after this; "" when this is it."""
    newest = queries.agreement_of(seat=row.seat) if row.dropped_at is not None else None
    return reverse("mentor_agreement", args=[newest.pk]) if newest is not None else ""
