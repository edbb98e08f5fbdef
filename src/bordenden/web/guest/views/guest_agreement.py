"""Aftalen, for the mentor: to read, to say yes to, or to say what should be otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse

from bordenden.access import acts
from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions
from bordenden.pathways.queries import at_the_head
from bordenden.web.guest.frame import menu
from bordenden.web.guest.mentor_forms import ChangesForm
from bordenden.web.guest.mentoring import only_own
from bordenden.web.parts.drafts import draft_offers
from bordenden.web.parts.mentoring import terms_part
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.drafting import close_draft, draft_address, draft_for, drafts_of
from bordenden.web.threshold.opens import opens
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.mentors.models import MentorAgreement

YES = "yes"
DRAFT = "mentor_agreement.otherwise"


@opens(acts.MENTOR_AGREE)
def guest_agreement(visit: Visit[MentorAgreement], agreement: UUID) -> HttpResponse:
    """Only the mentor's own: she answers at her own door, and another mentor has another agreement."""
    says_yes = visit.request.POST.get("do") == YES
    form, refused = ChangesForm(None if says_yes else visit.posted), ""
    if says_yes or form.is_valid():
        try:
            with visit.writing(agreement) as held:
                only_own(visit, held.seat)
                _answer(visit, held, form, says_yes=says_yes)
            return visit.go("guest_mentor", held.table_id)
        except NotPossible as refusal:
            refused = str(refusal)
            if form.is_bound:
                form.add_error(None, refused)
    with visit.reading():
        reached = visit.reach(agreement, "seat", "role", "table")
        only_own(visit, reached.seat)
        drafted = None if form.is_bound else draft_for(visit, DRAFT, reached)
        if drafted:
            form = ChangesForm(initial=drafted.initial())
        address = draft_address(visit)
        context = {
            "name": given_names(at_the_head(table=reached.table, at=visit.at)),
            "table": reached.table_id,
            "mentor": "",
            "terms": terms_part(reached, at=visit.at),
            "refused": refused if says_yes else "",
            "unfolded": form.is_bound or bool(drafted and drafted.chosen),
            "offers": draft_offers(drafted, texts=("words",), draft_url=address, seen=visit.at),
            "draft_url": address,
            "nav_items": menu(),
        }
        answer = visit.show("guest/guest_agreement.html", context, form)
        answer.status_code = 422 if refused else answer.status_code
        return answer


def _answer(visit: Visit[MentorAgreement], held: MentorAgreement, form: ChangesForm, *, says_yes: bool) -> None:
    by, at = visit.viewer.person, visit.at
    if says_yes:
        actions.say_yes(agreement=held, by=by, at=at)
    else:
        actions.want_changes(agreement=held, words=form.cleaned_data["words"], by=by, at=at)
        close_draft(visit)


guest_agreement_draft = drafts_of(guest_agreement, DRAFT)
