"""Muligheder, I har set på: Bo ticks what he went through with Amina; she reads it."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.models import Offer, Presentation
from tests.cast import Cast, client_of
from tests.offers.kept import opened


def url(cast: Cast) -> str:
    return reverse("case_offers", args=[cast.aminas_table.pk])


def sent(*offers: Offer, **change: object) -> dict[str, object]:
    ticked = [str(offer.pk) for offer in offers]
    return {"offers": ticked, "on": "2026-03-02", "how": "group", "form_key": str(uuid4()), **change}


@pytest.mark.requirement("R94")
def test_bo_notes_it_once_and_amina_reads_it(cast: Cast) -> None:
    offers, bo = opened(cast), client_of(cast.bo)
    for _ in "ab":
        assert bo.post(url(cast), sent(*offers[:2])).status_code == 303
    rows = Presentation.objects.order_by("offer__sort_key")
    assert [(row.offer, row.in_a_group, row.by) for row in rows] == [(one, True, cast.bo) for one in offers[:2]]
    hers = client_of(cast.amina).get(reverse("shown_offers", args=[cast.aminas_table.pk])).content.decode()
    assert "Med Bo, i en gruppe" in hers
    assert offers[0].name in hers
    assert offers[2].name not in hers


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"offers": []}, "Sæt kryds ved mindst ét tilbud."),
        ({"on": "2999-01-01"}, "Dagen er ikke kommet endnu."),
        ({"on": "31-02-2026"}, "Skriv en dag, der findes"),
        ({"how": ""}, "Vælg, hvordan I så på dem."),
    ],
)
def test_what_is_missing_is_asked_for(cast: Cast, change: dict[str, object], words: str) -> None:
    answer = client_of(cast.bo).post(url(cast), sent(*opened(cast), **change))
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert not Presentation.objects.exists()


def test_an_area_at_a_time_and_a_neighbours_offer_never(story: Cast) -> None:
    page = client_of(story.bo).get(url(story) + "?omraade=health").content.decode()
    assert "Sov, spis og rør dig" in page
    assert "Hjælp med gæld" not in page


@pytest.mark.parametrize("name", ["amina", "birthe", "mie", "sara", "ole", "lis", "niels"])
def test_it_is_her_caseworkers_page(cast: Cast, name: str) -> None:
    offers = opened(cast)
    assert client_of(getattr(cast, name)).post(url(cast), sent(*offers)).status_code == 404
    assert not Presentation.objects.exists()
