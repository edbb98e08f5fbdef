"""Vil du være med? What it is and what it is not; her hope in her own words; yes, no, or not today."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.programmes.words import Track
from bordenden.web.citizen.joining_form import JoiningForm
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.said_when import day
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import Referral

DRAFT = "joining"
NO = "no"
REFUSED = 422


@opens(acts.JOINING_ANSWER)
def joining(visit: Visit[Referral], pk: UUID) -> HttpResponse:
    """Her answer. After a no she may say yes here; after a yes it tells what happens now."""
    if visit.request.POST.get("do") == NO:
        return _no(visit, pk)
    form = JoiningForm(visit.posted)
    if form.is_valid():
        said, by = form.cleaned_data, visit.viewer.person
        with form.heeding(visit), visit.writing(pk) as held:
            towards = Track(said["towards"])
            actions.say_yes(referral=held, hope=said["hope"], towards=towards, by=by, at=visit.at)
            close_draft(visit)
            return visit.go("joining", pk)
    return _page(visit, pk, form)


joining_draft = drafts_of(joining, DRAFT)


def _no(visit: Visit[Referral], pk: UUID) -> HttpResponse:
    try:
        with visit.writing(pk) as held:
            actions.say_no(referral=held, by=visit.viewer.person, at=visit.at)
            close_draft(visit)
        return visit.go("joining", pk)
    except NotPossible as refusal:
        answer = _page(visit, pk, JoiningForm(), refused=str(refusal))
        answer.status_code = REFUSED
        return answer


def _page(visit: Visit[Referral], pk: UUID, form: JoiningForm, *, refused: str = "") -> HttpResponse:
    with visit.reading():
        referral = visit.reach(pk, "caseworker")
        context = {
            "referral": referral,
            "table": referral.table_id,
            "reasons": referral.match_reasons,
            "caseworker": referral.caseworker,
            "refused": refused,
            "no_on": day(referral.declined_at) if referral.declined_at else "",
        }
        if referral.consented_at is not None:
            return visit.show("citizen/joined.html", context)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, referral)
        if drafted:
            form = JoiningForm(initial=drafted.initial())
        context |= {
            "offers": draft_offers(drafted, texts=("hope",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("citizen/joining.html", context, form)
