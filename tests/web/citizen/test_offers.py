"""Muligheder: Amina filters by address, searches without one, and finds what there is."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.web.citizen.offer_stories import many, of_amina, offered
from tests.web.pages import queries_of
from tests.web.reading import words_of

LARGEST = 40 * 1024


@pytest.mark.requirement("R106")
def test_amina_sees_what_her_municipality_offers_and_where_she_may_say_that_something_is_missing(story: Cast) -> None:
    amina = client_of(story.amina)
    page = amina.get(of_amina(story, "offers"))
    said = words_of(page)
    for words in ("Muligheder", "18 muligheder", "Job", "Hverdag og familie", "Fandt du ikke det, du leder efter?"):
        assert words in said
    assert offered(story, "praktik-omsorg").name in said
    assert offered(story, "besoegsven").name not in said
    assert "Muligheder" in words_of(amina.get(reverse("table", args=[story.aminas_table.pk])))


def test_filters_stand_in_the_address_as_codes_and_nonsense_is_no_filter(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "offers")
    sent = amina.post(url, {"omraade": "health", "ledig": "on", "ord": "  "})
    assert (sent.status_code, sent["Location"]) == (303, f"{url}?omraade=health&ledig=1")
    sifted = words_of(amina.get(sent["Location"]))
    assert offered(story, "sundhedssamtaler").name in sifted
    assert offered(story, "gaeld").name not in sifted
    assert "18 muligheder" in words_of(amina.get(f"{url}?omraade=vrøvl&slags=%00&side=-1"))


def test_what_she_types_is_answered_at_once_and_stands_in_no_address(story: Cast) -> None:
    amina, url = client_of(story.amina), of_amina(story, "offers")
    answer = amina.post(url, {"ord": "GÆLD", "omraade": "social"})
    assert answer.status_code == 200
    assert offered(story, "gaeld").name in words_of(answer)
    addresses = re.findall(r'(?:href|action|formaction)="([^"]*)"', answer.content.decode())
    assert [address for address in addresses if "gæld" in address.lower() or "ord=" in address] == []
    assert "18 muligheder" in words_of(amina.get(url, {"ord": "gæld"}))
    assert "Ingen passer lige nu" in words_of(amina.post(url, {"ord": "rumraket"}))


def test_the_next_page_of_a_search_takes_the_word_along(story: Cast) -> None:
    many(story, 25)
    amina, url = client_of(story.amina), of_amina(story, "offers")
    pages = [words_of(amina.post(url, {"ord": "fælles hold", "side": side})) for side in ("1", "2")]
    assert [page.count("Fælles hold") for page in pages] == [20, 5]
    assert 'form="find" name="side" value="2"' in amina.post(url, {"ord": "hold"}).content.decode()


@pytest.mark.parametrize("asked", ["", "?omraade=health&ledig=1&snart=1&familie=1"])
def test_five_hundred_cost_the_same_queries_and_fit_a_slow_telephone(story: Cast, asked: str) -> None:
    amina, url = client_of(story.amina), of_amina(story, "offers") + asked
    few = queries_of(amina, url)
    many(story, 500)
    assert few == queries_of(amina, url) <= 12
    assert len(amina.get(url).content) <= LARGEST


@pytest.mark.parametrize("name", ["bo", "mie", "sara", "karim", "niels"])
def test_her_own_door_is_hers_alone(story: Cast, name: str) -> None:
    visitor: Client = client_of(getattr(story, name))
    for page in ("offers", "my_offers", "offer_compare", "events", "idea_new", "need_new"):
        assert visitor.get(of_amina(story, page)).status_code == 404
