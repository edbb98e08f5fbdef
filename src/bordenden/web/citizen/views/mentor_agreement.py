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
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.paging import cut
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement

BESIDE = ("seat__person", "role", "written_by", "table")
YES, OTHERWISE = "yes", "otherwise"
OTHERS_SHOWN = 10
DRAFT = "mentor_agreement.otherwise"


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
        drafted = None if form.is_bound else draft_for(visit, DRAFT, row)
        if drafted:
            form = ChangesForm(initial=drafted.initial())
        address = draft_address(visit)
        context |= {
            "unfolded": form.is_bound or bool(drafted and drafted.chosen),
            "offers": draft_offers(drafted, texts=("words",), draft_url=address, seen=visit.at),
            "draft_url": address,
        }
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
            close_draft(visit)


mentor_agreement_draft = drafts_of(mentor_agreement, DRAFT)


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
