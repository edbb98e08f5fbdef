"""Tal for mulighederne: Lis' own project, exact counts, no names, and few people withheld."""

import pytest
from django.urls import reverse

from tests.cast import Cast, client_of
from tests.evaluation.test_catalogue import choose, priced


def url(cast: Cast) -> str:
    return reverse("offer_figures", args=[cast.project.pk])


@pytest.mark.requirement("R41", "R45")
def test_lis_reads_waiting_and_cost_and_nobodys_name(cast: Cast) -> None:
    choose(cast, priced(cast, 1500), 5)
    page = client_of(cast.lis).get(url(cast)).content.decode()
    assert "Gåtur om morgenen" in page
    assert "7.500" in page
    assert "Borger 0" not in page
    assert "ikke vist – for at beskytte enkeltpersoner" in page
    assert "Ingen effektmåling" in page


def test_without_choices_it_says_so(cast: Cast) -> None:
    assert "Ingen har valgt noget endnu" in client_of(cast.lis).get(url(cast)).content.decode()


@pytest.mark.parametrize("name", ["amina", "bo", "niels", "eva", "stine"])
def test_it_is_the_project_leaders_alone(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
