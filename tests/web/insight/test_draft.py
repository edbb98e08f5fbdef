"""Kladden: begun once, its questions moved by buttons."""

from django.urls import reverse

from bordenden.assessments.models import Instrument, InstrumentVersion
from tests.cast import Cast, client_of
from tests.web.pages import text_of


def address(instrument: Instrument) -> str:
    return reverse("draft", args=[instrument.pk])


def test_a_draft_is_begun_from_the_newest_version_and_begun_again_it_is_the_same(
    story: Cast, common: Instrument
) -> None:
    stine = client_of(story.stine)
    assert "Der er ingen kladde." in text_of(stine, address(common))
    for _ in range(2):
        assert stine.post(address(common)).status_code == 303
    assert InstrumentVersion.objects.filter(instrument=common, number=3).count() == 1
    assert "Det bliver version 3. Ingen bliver spurgt, før den er udgivet." in text_of(stine, address(common))


def test_a_question_is_moved_by_a_button(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    assert lis.post(address(local), {"down": "901-at-komme-omkring"}).status_code == 303
    draft = local.versions.get()
    codes = list(draft.items.order_by("position").values_list("code", flat=True))
    assert codes == ["901-steder-i-fjordby", "901-at-komme-omkring"]


def test_only_its_own_office_edits(story: Cast, common: Instrument, local: Instrument) -> None:
    for person, instrument in ((story.lis, common), (story.eva, common), (story.niels, local), (story.stine, local)):
        assert client_of(person).get(address(instrument)).status_code == 404
        assert client_of(person).post(address(instrument)).status_code == 404
    assert InstrumentVersion.objects.filter(instrument=common).count() == 2
