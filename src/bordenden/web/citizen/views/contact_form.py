"""Sådan holder I kontakt: how often, how and where; she decides, and answers what was proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.plans import actions, queries
from bordenden.plans.actions import ContactForm
from bordenden.web.design.parts import Event, StaleText
from bordenden.web.parts.around import agreed_part, form_line
from bordenden.web.parts.around_forms import TouchForm
from bordenden.web.parts.paging import cut
from bordenden.web.parts.reader import reader_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.plans.models import ContactAgreement, Plan, ProposedContact

DECLINED = "decline"


@opens(acts.CONTACT_FORM_SET)
def contact_form(visit: Visit[Plan], pk: UUID) -> HttpResponse:
    """His proposal with yes and no, the form in which she says it her own way, and how it was before."""
    form = TouchForm(visit.posted)
    stale: tuple[StaleText, ...] = ()
    if visit.request.POST.get("do") == DECLINED:
        with visit.writing(pk) as held:
            _decline(held, visit)
        return visit.go("around", pk)
    if form.is_valid():
        try:
            with visit.writing(pk) as held:
                _agree(held, visit, form)
            return visit.go("around", pk)
        except NotPossible as refusal:
            stale = form.refuse(refusal)
    with visit.reading():
        plan = visit.reach(pk)
        return _shown(visit, plan, form, stale)


def _shown(visit: Visit[Plan], plan: Plan, form: TouchForm, stale: tuple[StaleText, ...]) -> HttpResponse:
    page = cut(queries.contact_agreements_of(plan=plan), visit.request.GET.get("side"))
    agreed, proposed = queries.contact_agreement_of(plan=plan), queries.proposed_contact(plan=plan)
    form.initial = _begun_with(agreed, proposed)
    parts = [agreed_part(row) for row in page.rows]
    context = {
        "plan": plan.pk,
        "stale": stale,
        "accept": TouchForm(initial=form.initial, auto_id="accept_%s") if proposed else None,
        "proposed": form_line(proposed) if proposed else "",
        "proposed_words": proposed.proposal.words if proposed else "",
        "proposed_by": proposed.proposal.proposed_by.given_name if proposed else "",
        "first_words": queries.to_build_on(plan=plan) is None,
        "history": [Event(part.since, part.line, part.words) for part in parts],
        "pager": page.pager,
        "reader": reader_of(plan, visit.at),
    }
    return visit.show("citizen/contact_form.html", context, form)


def _begun_with(agreed: ContactAgreement | None, proposed: ProposedContact | None) -> dict[str, object]:
    """What is chosen when the page opens: what is proposed, else what holds."""
    version = agreed.version if agreed else 0
    shown = proposed or agreed
    if shown is None:
        return {"version": version}
    words = agreed.words if agreed and not proposed else ""
    chosen = {"every": shown.every_days, "channel": shown.channel, "place": shown.place}
    return {**chosen, "words": words, "version": version}


def _agree(plan: Plan, visit: Visit[Plan], form: TouchForm) -> None:
    actions.agree_contact(
        plan=plan,
        form=ContactForm(**form.said),
        version=form.cleaned_data["version"] or 0,
        form_key=form.cleaned_data["form_key"],
        by=visit.viewer.person,
        at=visit.at,
    )


def _decline(plan: Plan, visit: Visit[Plan]) -> None:
    """A proposal that is gone already is left as it was answered."""
    proposed = queries.proposed_contact(plan=plan)
    if proposed is not None:
        actions.decline_contact(proposal=proposed.proposal, words="", by=visit.viewer.person, at=visit.at)
