"""Hvad er ændret between two versions."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument, number: int) -> str:
    return reverse("instrument_compare", args=[instrument.pk, number])


@pytest.mark.requirement("R177")
def test_from_five_to_twenty_what_is_new_and_what_goes_on(story: Cast, common: Instrument) -> None:
    read = text_of(client_of(story.lis), address(common, 2))
    assert "Min vurdering, sammenlignet med version 1." in read
    assert "Søvn, mad og bevægelse Nyt spørgsmål. Det får sin egen kurve." in read
    assert "Emne Før: Job eller uddannelse Nu: Troen på et job" in read
    assert "Gået ud" not in read


def test_a_third_version_may_be_compared_with_the_first(story: Cast, drafted: Instrument) -> None:
    stine = client_of(story.stine)
    assert "sammenlignet med version 2. Sammenlign med: version 2 version 1 25 spørgsmål er som før." in text_of(
        stine, address(drafted, 3)
    )
    assert "sammenlignet med version 1." in text_of(stine, address(drafted, 3) + "?fra=1")
    assert "sammenlignet med version 2." in text_of(stine, address(drafted, 3) + "?fra=x")


def test_the_first_version_is_all_new(story: Cast, local: Instrument) -> None:
    read = text_of(client_of(story.lis), address(local, 1))
    assert "Det er den første version." in read
    assert read.count("Nyt spørgsmål.") == 2
