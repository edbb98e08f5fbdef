"""En version as it is written."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument, number: int) -> str:
    return reverse("instrument_version", args=[instrument.pk, number])


def test_every_question_stands_with_its_settings(story: Cast, common: Instrument) -> None:
    read = text_of(client_of(story.eva), address(common, 2))
    assert "Job: Ved du, hvilken slags job du gerne vil have?" in read
    assert "Uddannelse: Ved du, hvilken uddannelse du gerne vil tage?" in read
    assert "tillid · Samarbejde · skærmet" in read
    assert "selvtillid · Mig selv" in text_of(client_of(story.eva), address(common, 1))


def test_a_version_that_is_not_there_and_a_foreign_one_are_alike(
    story: Cast, common: Instrument, local: Instrument
) -> None:
    assert client_of(story.stine).get(address(common, 9)).status_code == 404
    assert client_of(story.niels).get(address(local, 1)).status_code == 404
    assert client_of(story.lis).get(address(local, 1)).status_code == 200
