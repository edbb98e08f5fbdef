"""Mine muligheder: her wishes, what she keeps, and where she goes."""

import pytest

from tests.cast import MONDAY, Cast, client_of
from tests.web.citizen.offer_stories import evening, of_amina, offered
from tests.web.pages import queries_of
from tests.web.reading import words_of


def test_she_finds_her_wishes_what_she_keeps_and_where_she_goes(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    said = words_of(client_of(story.amina).get(of_amina(story, "my_offers")))
    for words in (
        "Hjælpe i Saras butik om lørdagen",
        "Jeg vil mærke, om jeg kan klare en dag med børn.",
        "Tag ønsket tilbage",
        offered(story, "soevn-mad-bevaegelse").name,
        "Se det, du sammenligner",
        evening(story).name,
    ):
        assert words in said


def test_a_page_with_nothing_on_it_says_what_to_do(story: Cast) -> None:
    url = of_amina(story, "my_offers").replace(str(story.aminas_table.pk), str(story.holms_table.pk))
    said = words_of(client_of(story.lone).get(url))
    assert "Du har ikke gemt noget endnu." in said
    assert "soevn" not in said


def test_it_costs_the_same_with_more_kept(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "my_offers")
    few = queries_of(amina, url)
    for code in ("gaeld", "tryg-bolig", "snuseforloeb", "social-mentor"):
        amina.post(of_amina(story, "offer_save", offered(story, code).pk), {"do": "save"})
    assert few == queries_of(amina, url) <= 12
