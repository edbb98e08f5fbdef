"""Troen på job: two numbers a quarter, never about a citizen, and one's own are shown to oneself alone."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import BeliefTally
from tests.assessments.test_informing import active
from tests.cast import Cast, client_of
from tests.web.staff.cases import body, fill


def url(cast: Cast) -> str:
    """The page of Bo's project."""
    return reverse("belief", args=[cast.project.pk])


def test_bo_says_how_many_and_reads_his_own_numbers(cast: Cast) -> None:
    active(cast, 6)
    bo = client_of(cast.bo)
    answer = bo.post(url(cast), fill(bo, url(cast), believed="3"))
    assert (answer.status_code, answer["Location"]) == (303, url(cast))
    assert ": 3 af 7" in body(bo.get(url(cast)))
    assert "3 af 7" not in body(client_of(cast.ole).get(url(cast)))


def test_no_citizen_is_named(cast: Cast) -> None:
    active(cast, 6)
    page = body(client_of(cast.bo).get(url(cast)))
    assert "Amina" not in page
    assert "Borger00" not in page


@pytest.mark.parametrize(("said", "words"), [("", "0 er også et svar"), ("8", "fra 0 til 7"), ("x", "helt tal")])
def test_what_cannot_be_counted_is_refused_with_a_sentence(cast: Cast, said: str, words: str) -> None:
    active(cast, 6)
    bo = client_of(cast.bo)
    answer = bo.post(url(cast), fill(bo, url(cast), believed=said))
    assert answer.status_code == 422
    assert words in body(answer)
    assert not BeliefTally.objects.exists()


def test_with_few_citizens_it_is_not_asked(cast: Cast) -> None:
    assert "Du har færre end fem borgere her" in body(client_of(cast.bo).get(url(cast)))


@pytest.mark.parametrize("name", ["amina", "mie", "sara", "lis", "niels", "eva", "stine"])
def test_it_is_for_the_caseworkers_of_the_project(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
