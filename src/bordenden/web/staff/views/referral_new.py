"""Spørg, om borgeren vil være med: why it may fit her, and whom she would work with; or how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.queries import may_be_caseworker, referral_of
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.said_when import day
from bordenden.web.staff.referral_form import ReferralForm
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from datetime import datetime

    from bordenden.intake.models import Candidate, Referral

DRAFT = "referral.make"


@opens(acts.REFERRAL_MAKE)
def referral_new(visit: Visit[Candidate], candidate: UUID) -> HttpResponse:
    """The form; once she is asked, the day and what she answered."""
    with visit.reading():
        reached = visit.reach(candidate, "person", "project__programme")
        asked = referral_of(candidate=reached)
        among = [] if asked else list(may_be_caseworker(project=reached.project, at=visit.at))
    form = ReferralForm(visit.posted, among=among)
    if asked is None and form.is_valid():
        with form.heeding(visit), visit.writing(candidate) as held:
            actions.refer(candidate=held, by=visit.viewer.person, at=visit.at, **form.said)
            close_draft(visit)
            return visit.go("referral_new", candidate)
    with visit.reading():
        context = {"candidate": reached, "name": reached.person.given_name, "day": localdate(visit.at)}
        if asked is not None:
            return visit.show("staff/referral_made.html", {**context, **_stands(asked)})
        refused = _refused(reached, visit.at)
        if refused and not form.is_bound:
            return visit.show("staff/referral_refused.html", {**context, "refused": refused})
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = ReferralForm(initial=drafted.initial(), among=among)
        context |= {
            "offers": draft_offers(drafted, texts=("match_reasons",), draft_url=draft_address(visit), seen=visit.at),
            "draft_url": draft_address(visit),
        }
        return visit.show("staff/referral_new.html", context, form)


referral_new_draft = drafts_of(referral_new, DRAFT)


def _refused(candidate: Candidate, at: datetime) -> str:
    """Why she cannot be asked today, "" when she can: said before anybody types."""
    try:
        actions.verdict_today(candidate=candidate, at=at)
    except NotPossible as refusal:
        return str(refusal)
    return ""


def _stands(referral: Referral) -> dict[str, object]:
    """Her words are not shown here: they are hers, and her caseworker's to read in the plan."""
    return {
        "asked_on": day(referral.prepared_at),
        "yes_on": day(referral.consented_at) if referral.consented_at else "",
        "no_on": day(referral.declined_at) if referral.declined_at else "",
        "reasons": referral.match_reasons,
        "caseworker": referral.caseworker,
    }
