"""Rundt om mig: Amina reads whom she can call, how they keep in touch, what Mie is there for, and whose turn it is."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.contactlog.words import Channel
from bordenden.people.models import Person
from bordenden.plans import actions
from bordenden.plans.actions import ContactForm
from bordenden.plans.models import Penned, Proposal
from bordenden.plans.words import ContactRole, Rhythm
from tests.cast import MONDAY, Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import page, stand_at


def url(story: Cast) -> str:
    return reverse("around", args=[plan_of(story).pk])


@pytest.mark.requirement("R154")
def test_amina_reads_eight_to_call_with_departments_guidance_and_providers(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    read = page(story.amina, url(story))
    for words in (
        "Bo Lund Min sagsbehandler 20 00 00 02 (man–tors 9–12)",
        "Mie Toft Min mentor 20 00 00 04 (hverdage 10–16)",
        "Sundhedscentret Afdeling i kommunen · Sundhed, Havnegade 2",
        "Pia Vest Ungdommens Uddannelsesvejledning",
        "Den lille børnehave Dem, der står for et tilbud",
    ):
        assert words in read
    assert client_of(story.amina).get(url(story)).content.decode().count("<li><p><strong>") == 8


@pytest.mark.requirement("R130")
def test_she_reads_the_agreement_and_that_it_has_been_longer_without_blame(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    assert "I taler i telefon. Hver 14. dag. Ring helst om formiddagen. Sidst talte I sammen" in page(
        story.amina, url(story)
    )
    assert "Det er længere, end I har aftalt." not in page(story.amina, url(story))
    stand_at(monkeypatch, MONDAY + timedelta(days=15))
    assert "Det er længere, end I har aftalt. Det er ikke din skyld." in page(story.amina, url(story))


@pytest.mark.requirement("R160")
def test_she_reads_what_mie_is_there_for_and_what_bo_is(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    read = page(story.amina, url(story))
    assert "Det er Mie der for Mie er en, der har prøvet det selv." in read
    assert "Bo kan se din plan og jeres kontakt. Det siger loven." in read
    assert "Mie kan kun se det, du åbner." in read


@pytest.mark.requirement("R150")
@pytest.mark.requirement("R157")
def test_she_reads_what_the_guidance_and_the_team_said(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    read = page(story.amina, url(story))
    assert "12. februar 2026 · Pia Vest Pia fortæller, at skolen har et kort forløb" in read
    assert "13. februar 2026 · Beskæftigelse, Social, Sundhed Begynd med få timer." in read


def test_whose_turn_it_is(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    assert "Det er din tur. Der er et forslag til dig." in page(story.amina, url(story))
    Proposal.objects.filter(answer="").update(taken_back_at=MONDAY)
    Penned.objects.filter(answer="").delete()
    assert "Bo skriver. Du har bedt om noget." in page(story.amina, url(story))
    walks = ContactForm(Rhythm.WEEK, Channel.MEETING)
    actions.propose_contact(plan=plan_of(story), form=walks, form_key=uuid4(), by=story.bo, at=MONDAY)
    read = page(story.amina, url(story))
    assert "Det er din tur. Der er et forslag til dig." in read
    assert "Bo har et forslag I mødes. Hver uge." in read


def test_the_proposal_on_her_plan_leads_to_where_it_is_answered(story: Cast) -> None:
    walks = ContactForm(Rhythm.WEEK, Channel.MEETING)
    made = actions.propose_contact(plan=plan_of(story), form=walks, form_key=uuid4(), by=story.bo, at=MONDAY)
    amina, address = client_of(story.amina), reverse("proposal", args=[made.pk])
    assert amina.get(address)["Location"] == reverse("contact_form", args=[plan_of(story).pk])
    assert amina.post(address, {"answer": "accepted"}).status_code in (303, 422)
    made.refresh_from_db()
    assert made.answer == ""


@pytest.mark.requirement("R164")
def test_a_mentor_nobody_can_call_is_said_to_her_kindly(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    said = "Telefonnummer eller tid mangler endnu."
    assert said not in page(story.amina, url(story))
    Person.objects.filter(pk=story.mie.pk).update(reachable="")
    assert f"Mie Toft Min mentor 20 00 00 04 {said}" in page(story.amina, url(story))


def test_one_contact_and_twenty_cost_the_same_and_nobody_else_reads_this_page(story: Cast) -> None:
    amina, few = client_of(story.amina), queries_of(client_of(story.amina), url(story))
    for number in range(14):
        actions.set_contact(
            plan=plan_of(story), role=ContactRole.OTHER, name=f"{number}", form_key=uuid4(), by=story.amina, at=MONDAY
        )
    assert queries_of(amina, url(story)) == few <= 12
    assert len(amina.get(url(story)).content) < 40_000
    refused(story, url(story), {}, "bo")
    assert "Rundt om mig" in words_of(amina.get(url(story)))
