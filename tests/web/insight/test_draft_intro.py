"""The words before the first question of a draft."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import words_in


def address(instrument: Instrument) -> str:
    return reverse("draft_intro", args=[instrument.pk])


def test_lis_writes_the_words_before_the_first_question(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    said = {
        "edits": local.versions.get().edits,
        "intro": "Det er Fjordby,\n der spørger.",
        "changes": "De to første.",
    }
    assert lis.post(address(local), said).status_code == 303
    draft = local.versions.get()
    assert (draft.intro, draft.changes) == ("Det er Fjordby, der spørger.", "De to første.")


def test_somebody_elses_newer_words_are_shown_beside_ones_own(story: Cast, local: Instrument) -> None:
    lis = client_of(story.lis)
    shown = local.versions.get().edits
    lis.post(address(local), {"edits": shown, "intro": "Den ene", "changes": ""})
    answer = lis.post(address(local), {"edits": shown, "intro": "Den anden", "changes": ""})
    assert answer.status_code == 422
    read = words_in(answer.content.decode())
    assert "Din tekst Kladden Den anden Den gemte tekst Kladden Den ene" in read
    assert lis.post(address(local), {"edits": shown + 1, "intro": "Den anden", "changes": ""}).status_code == 303


def test_without_a_draft_there_is_no_page(story: Cast, common: Instrument) -> None:
    assert client_of(story.stine).get(address(common)).status_code == 404
