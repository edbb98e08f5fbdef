"""Udgivne tal for et kvartal: the protected table, with one mark for every withheld number."""

from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.worlds.aalborg import Aalborg
from tests.cast import client_of
from tests.web.insight.reading import lines_of

MARK = "ikke vist – for at beskytte enkeltpersoner"


@pytest.mark.requirement("R219")
def test_the_page_shows_rounded_numbers_and_the_one_mark(jobcenter: Aalborg) -> None:
    """What Lis sees exactly, others see protected: nothing under five, nothing but multiples of five."""
    html = client_of(jobcenter.eva).get(reverse("release", args=[jobcenter.release.pk])).content.decode()
    assert lines_of(html, "bars") == {
        "Borgeren har valgt at forlade projektet": ("5",),
        "Job, fleksjob, uddannelse eller revalidering": ("10",),
        "Flytning, fængsel og andet": (MARK,),
        "Udskrevet af sagsbehandler": ("5",),
    }
    assert "<strong>I alt:</strong> 25" in html
    assert "26" not in html.replace("2026", "").replace(str(jobcenter.release.pk), "").partition("<main")[2]


def test_a_release_that_is_not_there_is_404(jobcenter: Aalborg) -> None:
    """As for everything else."""
    assert client_of(jobcenter.eva).get(reverse("release", args=[uuid4()])).status_code == 404
