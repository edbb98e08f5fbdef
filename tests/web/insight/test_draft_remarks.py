"""What the test runs said."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("draft_remarks", args=[instrument.pk])


def test_lis_reads_what_was_said_of_which_question(story: Cast, local: Instrument) -> None:
    read = text_of(client_of(story.lis), address(local))
    assert "Kan du komme derhen, hvor du skal?" in read
    assert "Fjordby (opdigtet): ikke til at forstå. Skal jeg tænke på bussen eller på benene?" in read
    assert "ikke færdig endnu." in read
    assert "Er der et sted i Fjordby" not in read


def test_before_anybody_tried_it_says_so_and_others_do_not_read(
    story: Cast, drafted: Instrument, local: Instrument
) -> None:
    assert "Ingen har prøvet kladden endnu" in text_of(client_of(story.stine), address(drafted))
    assert client_of(story.stine).get(address(local)).status_code == 404
    assert client_of(story.niels).get(address(drafted)).status_code == 404
