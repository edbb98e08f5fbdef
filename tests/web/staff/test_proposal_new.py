"""Bo proposes something; it stands on the plan as a proposal and nothing else."""

from django.urls import reverse

from bordenden.foundation.clock import now
from bordenden.offers.queries import published
from bordenden.plans.models import Goal, Proposal
from bordenden.plans.queries import plan_of
from tests.cast import Cast, client_of
from tests.web.reading import form_of, words_of


def url_of(story: Cast) -> str:
    plan = plan_of(table=story.aminas_table)
    assert plan is not None
    return reverse("proposal_new", args=[plan.pk])


def test_bo_proposes_a_goal_once_however_often_it_is_sent(story: Cast) -> None:
    bo, url, goals = client_of(story.bo), url_of(story), Goal.objects.count()
    sent = {**form_of(bo.get(url)), "about": "goal", "goal_kind": "education", "words": "En uddannelse"}
    assert [bo.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    (made,) = Proposal.objects.filter(words="En uddannelse")
    assert (made.about, made.goal_kind, made.proposed_by, Goal.objects.count()) == (
        "goal",
        "education",
        story.bo,
        goals,
    )
    assert "Bo foreslår et mål: En uddannelse" in words_of(client_of(story.bo).get(bo.post(url, sent)["Location"]))


def test_what_is_missing_is_said_and_others_find_no_page(story: Cast) -> None:
    bo, url = client_of(story.bo), url_of(story)
    refused = bo.post(url, {**form_of(bo.get(url)), "words": ""})
    assert (refused.status_code, "Skriv et par ord." in words_of(refused)) == (422, True)
    for name in ("ole", "lis", "birthe", "amina"):
        assert client_of(getattr(story, name)).get(url).status_code == 404


def test_a_possibility_is_proposed_from_its_own_page(story: Cast) -> None:
    offer = published(municipality=story.fjordby, at=now())[0]
    bo, url = client_of(story.bo), f"{url_of(story)}?mulighed={offer.pk}"
    page = bo.get(url)
    assert (form_of(page)["words"], "Fra mulighederne:" in words_of(page)) == (offer.name, True)
    assert bo.post(url, form_of(page)).status_code == 303
    made = Proposal.objects.get(offer=offer)
    assert (made.about, made.words) == ("offer", offer.name)
    hers = client_of(story.amina).get(reverse("proposal", args=[made.pk]))
    assert reverse("offer", args=[story.aminas_table.pk, offer.pk]) in hers.content.decode()
    assert bo.get(f"{url_of(story)}?mulighed=vrøvl").status_code == 200
