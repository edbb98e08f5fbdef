"""Udgiv tal om samarbejdet: Stine publishes a quarter; what is about too few is refused with a sentence."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import BeliefTally
from bordenden.evaluation.models import Release
from bordenden.evaluation.quarters import quarter_of
from tests.cast import MONDAY, Cast, client_of
from tests.evaluation.test_experience import caseworkers

LAST = quarter_of(MONDAY.date().replace(year=2025, month=11))


def url(cast: Cast) -> str:
    """The page of the programme."""
    return reverse("experience_publish", args=[cast.programme.pk])


def believed(cast: Cast, number: int) -> None:
    """So many caseworkers have said that they believe in six of ten."""
    for by in caseworkers(cast, number):
        BeliefTally.objects.create(
            municipality=cast.fjordby,
            project=cast.project,
            by=by,
            quarter=LAST.first,
            asked=10,
            believed=6,
            said_at=MONDAY,
        )


def test_stine_publishes_and_everybody_may_read_it(cast: Cast) -> None:
    believed(cast, 5)
    answer = client_of(cast.stine).post(url(cast), {"quarter": str(LAST)})
    release = Release.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, reverse("release", args=[release.pk]))
    page = client_of(cast.bo).get(answer["Location"]).content.decode()
    assert "Samarbejdet i 4. kvartal 2025" in page
    assert "Tror sagsbehandleren på, at borgeren får et job?" in page


def test_about_four_caseworkers_nothing_is_published(cast: Cast) -> None:
    believed(cast, 4)
    answer = client_of(cast.stine).post(url(cast), {"quarter": str(LAST)})
    assert answer.status_code == 422
    assert "Der er for få svar i kvartalet" in answer.content.decode()
    assert not Release.objects.exists()


@pytest.mark.parametrize("name", ["amina", "bo", "lis", "eva", "niels"])
def test_the_agency_alone_publishes(cast: Cast, name: str) -> None:
    assert client_of(getattr(cast, name)).get(url(cast)).status_code == 404
