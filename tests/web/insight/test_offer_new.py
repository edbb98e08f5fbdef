"""Nyt tilbud: Lis writes a draft; bad input is said, and what she typed stays."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.offers.actions import as_said
from bordenden.offers.models import Offer
from bordenden.offers.words import Area
from tests.cast import Cast, client_of
from tests.offers.kept import WALK, begun
from tests.web.insight.keeping import SAID


def url(cast: Cast) -> str:
    return reverse("offer_new", args=[begun(cast).pk])


def test_sent_twice_it_is_written_once_with_every_field(cast: Cast) -> None:
    lis, sent = client_of(cast.lis), {**SAID, "form_key": str(uuid4())}
    first, again = (lis.post(url(cast), sent) for _ in "ab")
    (made,) = Offer.objects.all()
    assert (first.status_code, first["Location"]) == (303, reverse("offer_kept", args=[made.pk]))
    assert again["Location"] == first["Location"]
    said = as_said(made)
    assert {name: getattr(said, name) for name in ("name", "area", "cost", "contact_hours")} == {
        "name": WALK.name,
        "area": Area.HEALTH,
        "cost": 1200,
        "contact_hours": WALK.contact_hours,
    }
    assert [f"{day}" for day in said.starts] == ["2026-05-04", "2026-06-01"]
    assert made.published_at is None


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": ""}, "Skriv noget her."),
        ({"topic": "health:housing"}, "Vælg noget på listen."),
        ({"capacity": "0"}, "Tallet skal være mindst 1."),
        ({"capacity": "mange"}, "Skriv et helt tal."),
        ({"cost": "-1"}, "Tallet skal være mindst 0."),
        ({"starts": "i morgen"}, "i er ikke en dag."),
        ({"contact_phone": "2" * 21}, "Skriv lidt kortere."),
        ({"form_key": ""}, "Siden var for gammel."),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(cast: Cast, change: dict[str, str], words: str) -> None:
    answer = client_of(cast.lis).post(url(cast), {**SAID, "form_key": str(uuid4()), **change})
    page = answer.content.decode()
    assert (answer.status_code, words in page, "Fjordparken" in page) == (422, True, True)
    assert not Offer.objects.exists()


@pytest.mark.parametrize("name", ["amina", "bo", "niels", "stine"])
def test_nobody_else_writes_in_it(cast: Cast, name: str) -> None:
    answer = client_of(getattr(cast, name)).post(url(cast), {**SAID, "form_key": str(uuid4())})
    assert (answer.status_code, Offer.objects.count()) == (404, 0)
