"""Et skema: its versions, and what each may do with it."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("instrument", args=[instrument.pk])


def test_stine_reads_both_versions_and_may_begin_a_third(story: Cast, common: Instrument) -> None:
    read = text_of(client_of(story.stine), address(common))
    assert "Version 2 Udgivet 31. januar 2026. Fra fem til tyve spørgsmål." in read
    assert "Begynd på en ny version" in read
    assert "Tag et spørgsmål ud af brug" in read


def test_lis_reads_the_common_one_and_changes_nothing_in_it(story: Cast, common: Instrument) -> None:
    read = text_of(client_of(story.lis), address(common))
    assert "Version 1 Udgivet" in read
    assert "Begynd på en ny version" not in read
    assert "Tag et spørgsmål ud af brug" not in read


def test_lis_may_do_with_fjordbys_own_what_stine_may_with_the_common(story: Cast, local: Instrument) -> None:
    read = text_of(client_of(story.lis), address(local))
    assert "Rediger kladden Se den, som borgeren ser den Prøv den, og sig, hvad du synes Hvad er ændret?" in read


def test_fjordbys_own_are_nobody_elses(story: Cast, local: Instrument) -> None:
    for person in (story.niels, story.stine, story.eva, story.amina, story.bo):
        assert client_of(person).get(address(local)).status_code == 404
