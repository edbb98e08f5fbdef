"""Se efter og udgiv: faults by name, changes by name, and once published it is final."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from bordenden.audit.models import Entry
from tests.cast import Cast, client_of
from tests.web.pages import text_of, words_in


def address(instrument: Instrument) -> str:
    return reverse("draft_publish", args=[instrument.pk])


def edits(instrument: Instrument) -> int:
    return instrument.versions.get(published_at=None).edits


def test_lis_publishes_what_she_has_read(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    read = text_of(lis, address(local))
    assert "At komme omkring Nyt spørgsmål. Det får sin egen kurve." in read
    assert lis.post(address(local), {"edits": edits(local)}).status_code == 303
    version = local.versions.get()
    assert version.published_at is not None
    assert Entry.objects.filter(act="instrument.publish", thing=version.pk, municipality=901).count() == 1
    assert lis.get(address(local)).status_code == 404


def test_an_edit_in_between_is_told_and_nothing_is_published(story: Cast, local: Instrument) -> None:
    lis, shown = client_of(story.lis), edits(local)
    lis.post(reverse("draft_item", args=[local.pk, "901-steder-i-fjordby"]), {"remove": "1"})
    answer = lis.post(address(local), {"edits": shown})
    assert answer.status_code == 422
    assert "En anden har ændret kladden. Se den igennem igen." in words_in(answer.content.decode())
    assert local.versions.get().published_at is None


def test_a_fault_is_named_with_its_question(story: Cast, drafted: Instrument) -> None:
    draft = drafted.versions.get(number=3)
    draft.items.filter(code="tillid").update(shielded=False)
    stine = client_of(story.stine)
    read = text_of(stine, address(drafted))
    assert "tillid : Spørgsmålet er skærmet i version 2, og det bliver det ved med at være." in read
    assert stine.post(address(drafted), {"edits": 0}).status_code == 422
    draft.refresh_from_db()
    assert draft.published_at is None


def test_without_a_change_there_is_nothing_to_publish(story: Cast, drafted: Instrument) -> None:
    assert "Der er ikke noget nyt at udgive" in text_of(client_of(story.stine), address(drafted))


def test_nobody_publishes_for_another(story: Cast, local: Instrument, drafted: Instrument) -> None:
    for person, instrument in (
        (story.stine, local),
        (story.niels, local),
        (story.lis, drafted),
        (story.eva, drafted),
    ):
        assert client_of(person).post(address(instrument), {"edits": edits(instrument)}).status_code == 404
