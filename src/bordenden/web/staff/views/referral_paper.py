"""Svar på papir: her words as she said them, and the day; and the paper itself, to print and take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.intake import actions
from bordenden.intake.queries import referral_of
from bordenden.programmes.words import Track
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.staff.referral_form import PaperForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.intake.models import Candidate, Referral

DRAFT = "referral.paper"


@opens(acts.REFERRAL_MAKE)
def referral_paper(visit: Visit[Candidate], candidate: UUID) -> HttpResponse:
    """Only for somebody who is asked and has not answered."""
    form = PaperForm(visit.posted)
    if form.is_valid():
        with form.heeding(visit), visit.writing(candidate) as held:
            _note(visit, _asked(held), form)
            close_draft(visit)
            # A no ends the candidacy: there is no page to come back to.
            return (
                visit.go("referral_new", candidate) if form.yes else visit.go("information_meetings", held.project_id)
            )
    with visit.reading():
        reached = visit.reach(candidate, "person", "project")
        referral = _asked(reached)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = PaperForm(initial=drafted.initial(on=localdate(visit.at)))
        context = {
            "candidate": reached,
            "name": reached.person.given_name,
            "full_name": reached.person.name,
            "reasons": referral.match_reasons,
            "caseworker": referral.caseworker,
            "offers": draft_offers(drafted, texts=("hope",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/referral_paper.html", context, form)


referral_paper_draft = drafts_of(referral_paper, DRAFT)


def _asked(candidate: Candidate) -> Referral:
    referral = referral_of(candidate=candidate)
    if referral is None:
        raise Http404
    return referral


def _note(visit: Visit[Candidate], referral: Referral, form: PaperForm) -> None:
    by, at, sent = visit.viewer.person, visit.at, form.cleaned_data
    if form.yes:
        towards = Track(sent["towards"])
        actions.say_yes(referral=referral, hope=sent["hope"], towards=towards, paper_on=form.day, by=by, at=at)
    else:
        actions.say_no(referral=referral, paper_on=form.day, by=by, at=at)
