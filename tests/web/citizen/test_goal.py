"""Mit mål: said in other words, with every earlier wording kept."""

import pytest
from django.urls import reverse

from bordenden.plans.models import Wording
from tests.cast import Cast, client_of
from tests.web.citizen.plan_stories import NOT_AMINA, all_she_wrote, let_in, things_of
from tests.web.reading import form_of, words_of

UNTAGGED = {"kind": "job", "horizon": "", "area": ""}
NOW = "Et arbejde med børn. Et par timer om dagen til at begynde med."


def url_of(story: Cast) -> str:
    return reverse("goal", args=[things_of(story).goal.pk])


def wordings(story: Cast, version: int) -> list[str]:
    """Every wording of the goal that has come to this version, the first one first."""
    rows = Wording.objects.filter(goal__table=story.aminas_table, goal__version=version).order_by("version")
    return [row.words for row in rows]


def test_amina_reads_how_she_has_said_it_and_says_it_anew(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    page = amina.get(url)
    said = words_of(page)
    assert form_of(page) == {"words": NOW, "version": "2", **UNTAGGED}
    assert (
        said.index("21. januar 2026") < said.index("3. oktober 2025") < said.index("Et arbejde", said.index("3. okt"))
    )
    assert amina.post(url, {**form_of(page), "words": "Et arbejde i børnehaven"}).status_code == 303
    assert wordings(story, 3) == ["Et arbejde", NOW, "Et arbejde i børnehaven"]


def test_two_tabs_show_both_texts_and_the_next_try_is_measured_against_the_newer(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    first, second = form_of(amina.get(url)), form_of(amina.get(url))
    amina.post(url, {**first, "words": "Fra telefonen"})
    refused = amina.post(url, {**second, "words": "Fra computeren"})
    said = words_of(refused)
    assert refused.status_code == 422
    assert said.index("Din tekst") < said.index("Fra computeren") < said.index("Den gemte tekst")
    assert form_of(refused) == {"words": "Fra computeren", "version": "3", **UNTAGGED}
    assert amina.post(url, form_of(refused)).status_code == 303
    assert wordings(story, 4) == ["Et arbejde", NOW, "Fra telefonen", "Fra computeren"]


def test_sent_twice_it_is_said_once(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    sent = {**form_of(amina.get(url)), "words": "Kun én gang"}
    assert [amina.post(url, sent).status_code for _twice in range(2)] == [303, 303]
    assert wordings(story, 3) == ["Et arbejde", NOW, "Kun én gang"]


def test_an_empty_goal_is_refused_and_the_old_one_stands(story: Cast) -> None:
    amina, url = client_of(story.amina), url_of(story)
    refused = amina.post(url, {**form_of(amina.get(url)), "words": ""})
    assert (refused.status_code, "Skriv et par ord." in words_of(refused)) == (422, True)
    assert things_of(story).goal.words == NOW


@pytest.mark.parametrize("name", NOT_AMINA)
def test_nobody_else_rewords_her_goal(story: Cast, name: str) -> None:
    let_in(story)
    before, other = all_she_wrote(story), client_of(getattr(story, name))
    answers = [other.get(url_of(story)), other.post(url_of(story), {"words": "Praktik", "version": "2"})]
    assert ([answer.status_code for answer in answers], all_she_wrote(story)) == ([404, 404], before)
