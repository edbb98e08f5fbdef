"""A test run: begun, and ended with words on the whole."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Instrument, TestRun
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("draft_try", args=[instrument.pk])


@pytest.mark.requirement("R177")
def test_niels_in_another_municipality_tries_the_common_draft_and_says_what_he_thinks(
    story: Cast, drafted: Instrument
) -> None:
    niels = client_of(story.niels)
    first = niels.post(address(drafted))
    assert first["Location"] == reverse("draft_try_item", args=[drafted.pk, 1])
    assert niels.post(address(drafted))["Location"] == first["Location"]
    assert niels.post(address(drafted), {"on_the_whole": "Lidt langt."})["Location"] == reverse(
        "instrument", args=[drafted.pk]
    )
    run = TestRun.objects.get(version__instrument=drafted)
    assert (run.by, run.on_the_whole, run.finished_at is not None) == (story.niels, "Lidt langt.", True)


def test_who_has_begun_reads_how_to_end(story: Cast, local: Instrument, drafted: Instrument) -> None:
    assert "Er du færdig?" in text_of(client_of(story.lis), address(local))
    assert "Er du færdig?" not in text_of(client_of(story.lis), address(drafted))


def test_without_a_draft_there_is_nothing_to_try(story: Cast, common: Instrument) -> None:
    assert client_of(story.stine).get(address(common)).status_code == 404
