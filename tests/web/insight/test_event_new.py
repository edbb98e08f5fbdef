"""Nyt arrangement: a draft, once, with its times."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from bordenden.offers.models import Event
from tests.cast import Cast, client_of
from tests.offers.kept import begun

SAID = {
    "name": "Messe",
    "area": "education",
    "starts_at": "2026-05-04T16:00",
    "ends_at": "2026-05-04T18:00",
    "place": "Fjordhallen",
    "about": "Mød skolerne.",
    "for_whom": "Alle.",
    "contact": "Ulla",
}


def url(cast: Cast) -> str:
    return reverse("event_new", args=[begun(cast).pk])


def test_sent_twice_it_is_one_draft(cast: Cast) -> None:
    lis, sent = client_of(cast.lis), {**SAID, "form_key": str(uuid4())}
    assert [lis.post(url(cast), sent).status_code for _ in "ab"] == [303, 303]
    (event,) = Event.objects.all()
    assert (event.name, localtime(event.starts_at).hour, event.published_at) == ("Messe", 16, None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends_at": "2026-05-04T16:00"}, "Det skal slutte, efter at det er begyndt."),
        ({"starts_at": "en dag"}, "Skriv dag og tid."),
        ({"place": ""}, "Skriv noget her."),
    ],
)
def test_what_is_wrong_is_said(cast: Cast, change: dict[str, str], words: str) -> None:
    answer = client_of(cast.lis).post(url(cast), {**SAID, "form_key": str(uuid4()), **change})
    page = answer.content.decode()
    assert (answer.status_code, words in page, "Mød skolerne." in page) == (422, True, True)
    assert not Event.objects.exists()


@pytest.mark.parametrize("name", ["amina", "bo", "niels", "stine"])
def test_nobody_else_writes_one(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).post(url(cast), SAID).status_code == 404
