"""Foreslå, hvordan I holder kontakt: Bo proposes, Amina sees it, and nothing changes before she says so."""

import pytest
from django.urls import reverse

from bordenden.plans.models import ContactAgreement, ProposedContact
from tests.cast import Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of

SENT = {"every": "7", "channel": "visit", "place": "home", "words": "Så kan jeg se tegningerne."}


def url(story: Cast) -> str:
    return reverse("contact_form_propose", args=[plan_of(story).pk])


@pytest.mark.requirement("R130")
def test_bo_proposes_once_and_amina_reads_it(story: Cast) -> None:
    bo = client_of(story.bo)
    sent = {**form_of(bo.get(url(story))), **SENT}
    assert [bo.post(url(story), sent).status_code for _click in range(2)] == [303, 303]
    assert ProposedContact.objects.filter(proposal__answer="").count() == 1
    assert ContactAgreement.objects.filter(plan=plan_of(story)).count() == 1
    hers = words_of(client_of(story.amina).get(reverse("around", args=[plan_of(story).pk])))
    assert "Bo har et forslag Hjemmebesøg i hjemmet. Hver uge." in hers
    assert "Amina har ikke svaret endnu." in words_of(bo.get(url(story)))


def test_what_is_agreed_already_is_no_proposal_and_nobody_else_proposes(story: Cast) -> None:
    bo = client_of(story.bo)
    same = {**form_of(bo.get(url(story))), "every": "14", "channel": "phone"}
    answer = bo.post(url(story), same)
    assert (answer.status_code, "Det har I allerede aftalt." in words_of(answer)) == (422, True)
    refused(story, url(story), SENT, "amina")
    assert ProposedContact.objects.filter(proposal__answer="").count() == 0
