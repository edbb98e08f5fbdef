"""Træk lod: Ulla says why, how many and until when, and names nobody; what she typed stays when it is refused."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from bordenden.foundation.clock import now
from bordenden.foundation.ids import new_id
from bordenden.supervision.models import Supervision
from tests.cast import Cast, client_of
from tests.supervision.drawing import PURPOSE, supervisor
from tests.web.pages import queries_of, words_in


def url(cast: Cast) -> str:
    """Where the lot is drawn in Lis' project."""
    return reverse("supervision_new", args=[cast.project.pk])


def said(**other: str) -> dict[str, str]:
    """What Ulla sends."""
    last = (localdate(now()) + timedelta(days=9)).isoformat()
    return {"purpose": PURPOSE, "number": "2", "last_on": last, "form_key": str(new_id()), **other}


def test_ulla_draws_two_and_comes_to_them(cast: Cast) -> None:
    ulla = client_of(supervisor(cast))
    assert queries_of(ulla, url(cast)) <= 12
    answer = ulla.post(url(cast), said())
    opened = Supervision.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("supervision", args=[opened.pk]))
    assert (opened.asked, opened.drawn, opened.among, len(opened.seed)) == (2, 2, 3, 16)


def test_a_form_cannot_say_whom_the_lot_is_to_fall_on(cast: Cast) -> None:
    ulla = client_of(supervisor(cast))
    ulla.post(
        url(cast), said(number="1", seed="0", table=str(cast.aminas_table.pk), tables=str(cast.aminas_table.pk))
    )
    assert (Supervision.objects.get().drawn, Supervision.objects.get().seed == "0") == (1, False)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"purpose": ""}, "Skriv, hvad du vil se efter."),
        ({"purpose": "Tjek af sager"}, "Skriv lidt mere om, hvad du vil se efter."),
        ({"number": "11"}, "Tallet må højst være 10."),
        ({"last_on": "2020-01-01"}, "Dagen er gået."),
        ({"last_on": "2099-01-01"}, "Vælg en dag senest den"),
        ({"form_key": ""}, "Siden var for gammel."),
    ],
)
def test_what_is_missing_is_asked_for_and_the_rest_is_kept(cast: Cast, change: dict[str, str], words: str) -> None:
    answer = client_of(supervisor(cast)).post(url(cast), said(**change))
    page = answer.content.decode()
    assert (answer.status_code, words in words_in(page), Supervision.objects.exists()) == (422, True, False)
    assert change.get("purpose", PURPOSE) in page


@pytest.mark.parametrize("name", ["lis", "amina", "ole", "bo", "niels", "vibe"])
def test_nobody_else_draws_in_this_project(cast: Cast, name: str) -> None:
    other = supervisor(cast, cast.neighbours, "Vibe") if name == "vibe" else getattr(cast, name)
    client = client_of(other)
    assert (client.get(url(cast)).status_code, client.post(url(cast), said()).status_code) == (404, 404)
    assert not Supervision.objects.exists()
