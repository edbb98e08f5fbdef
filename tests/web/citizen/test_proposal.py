"""Bo foreslår: three buttons, and it takes effect at her yes alone."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Proposal, SmallStep
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, let_in, things_of
from tests.web.reading import form_of, words_of

WORDS = "Skrive tre ting ned, du vil spørge børnehaven om"


def url_of(story: Cast) -> str:
    return reverse("proposal", args=[Proposal.objects.get(words=WORDS).pk])


def test_she_meets_it_at_her_table_and_on_her_plan_and_answers_in_two_taps(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    table, plan = reverse("table", args=[story.aminas_table.pk]), reverse("plan", args=[things_of(story).plan.pk])
    for page, said in ((table, f"Bo foreslår et lille skridt: {WORDS}"), (plan, f"et lille skridt {WORDS}")):
        answer = amina.get(page)
        assert said in words_of(answer)
        assert f'href="{url}"' in answer.content.decode()
    assert amina.post(url, {"answer": "accepted"}).status_code == 303
    assert SmallStep.objects.get(words=WORDS).owner == "citizen"
    assert "Du har svaret: Ja tak" in words_of(amina.get(url))


def test_in_her_own_words_or_not_at_all(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    page = amina.get(url)
    assert form_of(page)["words"] == WORDS
    empty = amina.post(url, {"answer": "reworded", "words": " "})
    assert (empty.status_code, SmallStep.objects.filter(words=WORDS).exists()) == (422, False)
    assert amina.post(url, {"answer": "reworded", "words": "Skrive én ting ned"}).status_code == 303
    assert [step.words for step in SmallStep.objects.filter(words__startswith="Skrive")] == ["Skrive én ting ned"]
    late = amina.post(url, {"answer": "rejected"})
    assert (late.status_code, Proposal.objects.get(words=WORDS).answer) == (422, "reworded")


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_answers_for_her(story: Cast, name: str) -> None:
    let_in(story)
    other, url = client_of(getattr(story, name)), url_of(story)
    assert [other.get(url).status_code, other.post(url, {"answer": "accepted"}).status_code] == [404, 404]
    assert Proposal.objects.get(words=WORDS).answer == ""
