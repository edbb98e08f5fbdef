"""A version as the file it is."""

from django.urls import reverse

from bordenden.assessments.actions.reading import read
from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of


def address(instrument: Instrument, number: int) -> str:
    return reverse("instrument_file", args=[instrument.pk, number])


def test_what_is_fetched_can_be_imported_as_it_is(story: Cast, drafted: Instrument) -> None:
    answer = client_of(story.stine).get(address(drafted, 3))
    assert answer["Content-Disposition"] == 'attachment; filename="min-vurdering-3.toml"'
    text = read(answer.content)
    assert (text.code, text.version, len(text.items)) == ("min-vurdering", 3, 25)


def test_nobody_fetches_what_is_not_open_to_them(story: Cast, local: Instrument) -> None:
    assert [client_of(who).get(address(local, 1)).status_code for who in (story.niels, story.stine, story.bo)] == [
        404
    ] * 3
    assert client_of(story.lis).get(address(local, 1)).status_code == 200
