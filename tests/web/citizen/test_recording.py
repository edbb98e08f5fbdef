"""The sound of a question: hers to hear, on tap, and nobody else's."""

import pytest
from django.urls import reverse

from bordenden.assessments.models import Sheet
from tests.assessments.twenty import named
from tests.cast import Cast, client_of
from tests.web.citizen.rounds import STRANGERS, begun


@pytest.fixture
def sheet(cast: Cast) -> Sheet:
    return begun(cast, heard=("soevn",))


def address(sheet: Sheet, code: str = "soevn") -> str:
    return reverse("recording", args=[sheet.pk, named(sheet.version, code).pk])


def test_she_hears_it(cast: Cast, sheet: Sheet) -> None:
    sound = client_of(cast.amina).get(address(sheet))
    assert (sound.status_code, sound["Content-Type"], sound.content) == (200, "audio/mpeg", b"a made-up sound")


def test_a_question_without_a_sound_has_none(cast: Cast, sheet: Sheet) -> None:
    assert client_of(cast.amina).get(address(sheet, "venner")).status_code == 404


@pytest.mark.parametrize("who", STRANGERS)
def test_nobody_else_comes_by_it(cast: Cast, sheet: Sheet, who: str) -> None:
    assert client_of(getattr(cast, who)).get(address(sheet)).status_code == 404
