"""One offer: all she needs to know in plain words, and what she may do with it."""

import pytest
from django.urls import reverse

from bordenden.offers.models import Offer
from tests.cast import MONDAY, Cast, client_of
from tests.offers.made import filled
from tests.web.citizen.offer_stories import of_amina, offered
from tests.web.pages import queries_of
from tests.web.reading import words_of
from tests.web.talking import stand_at


def test_she_reads_what_it_is_where_it_is_and_whom_to_call(story: Cast) -> None:
    debt = offered(story, "gaeld")
    said = words_of(client_of(story.amina).get(of_amina(story, "offer", debt.pk)))
    for words in (
        debt.name,
        "Hvem er det for?",
        "Frivilligcentret, Havnegade 9",
        "Onsdag kl. 16–18",
        "Det er normalt gratis for dig.",
        "Spørg Per Mose",
        "20 00 00 47",
        "hverdage 9–12",
        "Sådan foregår det",
        "Hvad siger loven?",
        "Jeg vil gerne",
    ):
        assert words in said
    assert str(debt.cost) not in said


def test_what_is_wished_for_says_so_and_is_not_wished_for_again(story: Cast) -> None:
    said = words_of(client_of(story.amina).get(of_amina(story, "offer", offered(story, "praktik-omsorg").pk)))
    assert "Det står på din plan" in said
    assert "Jeg vil gerne" not in said.replace("“Jeg vil gerne”", "")


def test_one_that_is_withdrawn_says_so_and_a_draft_or_the_neighbours_is_not_there(story: Cast) -> None:
    amina, debt = client_of(story.amina), offered(story, "gaeld")
    Offer.objects.filter(pk=debt.pk).update(withdrawn_at=MONDAY)
    said = words_of(amina.get(of_amina(story, "offer", debt.pk)))
    assert ("Den mulighed findes ikke mere" in said, "Gem" in said) == (True, False)
    assert amina.get(of_amina(story, "wish_new", debt.pk)).status_code == 404
    assert amina.get(of_amina(story, "offer", offered(story, "besoegsven").pk)).status_code == 404
    theirs = Offer.objects.filter(municipality=None).order_by("pk")[0]
    assert amina.get(of_amina(story, "offer", theirs.pk)).status_code == 404


@pytest.mark.parametrize(
    ("waits", "told"),
    [
        (0, "Det tager nok omkring 3 uger."),
        (1, "Det tager nok omkring 6 uger."),
        (2, "Det tager nok omkring 2 måneder."),
    ],
)
def test_a_full_one_says_about_how_long(story: Cast, monkeypatch: pytest.MonkeyPatch, waits: int, told: str) -> None:
    stand_at(monkeypatch)
    building = offered(story, "praktik-byggeri")
    amina, url = client_of(story.amina), of_amina(story, "offer", building.pk)
    assert "Ventetid Ingen." in words_of(amina.get(url))
    filled(story, building, held=4, waits=waits)
    assert told in words_of(amina.get(url))


def test_it_costs_twelve_queries_at_most(story: Cast) -> None:
    url = reverse("offer", args=[story.aminas_table.pk, offered(story, "praktik-natur").pk])
    assert queries_of(client_of(story.amina), url) <= 12
