"""A question of a draft: changed, mapped, removed."""

from django.urls import reverse

from bordenden.assessments.models import Instrument
from tests.cast import Cast, client_of
from tests.web.pages import words_in


def address(instrument: Instrument, code: str) -> str:
    return reverse("draft_item", args=[instrument.pk, code])


SAID = {
    "topic": "Nattero",
    "question": "Sover du om natten?",
    "low": "Nej",
    "middle": "Nogle nætter",
    "high": "Ja",
    "area": "health",
}


def edits(instrument: Instrument) -> int:
    return instrument.versions.get(published_at=None).edits


def test_a_question_is_changed_and_says_what_it_continues(story: Cast, drafted: Instrument) -> None:
    stine = client_of(story.stine)
    assert stine.post(address(drafted, "soevn"), {"remove": "1"}).status_code == 303
    stine.post(reverse("draft_item_new", args=[drafted.pk]), {**SAID, "edits": 0})
    html = stine.get(address(drafted, "nattero")).content.decode()
    assert '<option value="soevn">Søvn, mad og bevægelse (soevn)</option>' in html
    assert '<option value="helbred">' not in html
    said = {**SAID, "continues": "soevn", "edits": edits(drafted)}
    assert stine.post(address(drafted, "nattero"), said).status_code == 303
    assert drafted.versions.get(number=3).items.get(code="nattero").continues == "soevn"


def test_two_who_write_at_once_see_both_texts(story: Cast, local: Instrument) -> None:
    lis, code = client_of(story.lis), "901-at-komme-omkring"
    shown = edits(local)
    lis.post(address(local, code), {**SAID, "edits": shown})
    answer = lis.post(address(local, code), {**SAID, "question": "Sover du?", "edits": shown})
    assert answer.status_code == 422
    read = words_in(answer.content.decode())
    assert "En anden har ændret kladden, mens du skrev." in read
    assert "Den gemte tekst Kladden Nattero · Sover du om natten? · Nej · Nogle nætter · Ja" in read


def test_what_is_not_in_the_draft_is_404(story: Cast, local: Instrument) -> None:
    assert client_of(story.lis).get(address(local, "helbred")).status_code == 404
    assert client_of(story.niels).get(address(local, "901-at-komme-omkring")).status_code == 404
