"""Mie proposes a step, once Amina has opened the plan for her; Sara, a guest, never does."""

from django.urls import reverse

from bordenden.pathways.models import Seat
from bordenden.plans.models import Proposal
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import let_in, things_of
from tests.web.reading import form_of, words_of


def test_mie_proposes_and_sees_her_own_proposals_only(story: Cast) -> None:
    mie, url = client_of(story.mie), reverse("guest_proposal_new", args=[things_of(story).plan.pk])
    assert mie.get(url).status_code == 404
    let_in(story)
    sent = {**form_of(mie.get(url)), "words": "Gå en tur sammen torsdag"}
    assert mie.post(url, sent).status_code == 303
    assert Proposal.objects.get(words="Gå en tur sammen torsdag").proposed_by == story.mie
    read = words_of(mie.get(reverse("guest_plan", args=[things_of(story).plan.pk])))
    assert ("Gå en tur sammen torsdag" in read, "Skrive tre ting ned" in read, "Jeg ønsker mig" in read) == (
        True,
        False,
        False,
    )


def test_who_is_no_mentor_reads_and_proposes_nothing(story: Cast) -> None:
    assert Seat.objects.filter(person=story.sara).exists()
    url = reverse("guest_proposal_new", args=[things_of(story).plan.pk])
    assert client_of(story.sara).get(url).status_code == 404
