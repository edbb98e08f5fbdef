"""Samarbejdet med uddannelsesvejledningen: Bo notes a day with Pia, and Amina reads it."""

import pytest
from django.urls import reverse

from bordenden.plans.models import GuidanceNote, PlanContact
from tests.cast import Cast, client_of
from tests.web.around import plan_of, refused
from tests.web.reading import form_of, words_of
from tests.web.talking import stand_at

SENT = {"on": "2026-03-01", "words": "Pia viser skolen frem i maj."}


def url(story: Cast) -> str:
    return reverse("guidance_note", args=[plan_of(story).pk])


@pytest.mark.requirement("R150")
def test_bo_notes_it_once_and_amina_reads_it(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, pia = client_of(story.bo), PlanContact.objects.get(name="Pia Vest")
    sent = {**form_of(bo.get(url(story))), **SENT, "contact": str(pia.pk)}
    assert [bo.post(url(story), sent).status_code for _click in range(2)] == [303, 303]
    made = GuidanceNote.objects.get(words="Pia viser skolen frem i maj.")
    assert (made.contact, made.on.isoformat(), made.written_by) == (pia, "2026-03-01", story.bo)
    hers = words_of(client_of(story.amina).get(reverse("around", args=[plan_of(story).pk])))
    assert "1. marts 2026 · Pia Vest Pia viser skolen frem i maj. Skrevet af Bo Lund" in hers


def test_a_day_to_come_and_a_stranger_are_refused(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    bo, pia = client_of(story.bo), PlanContact.objects.get(name="Pia Vest")
    before = GuidanceNote.objects.count()
    answer = bo.post(url(story), {**form_of(bo.get(url(story))), **SENT, "contact": str(pia.pk), "on": "2026-03-03"})
    assert (answer.status_code, "Skriv en dag, der har været." in words_of(answer)) == (422, True)
    other = PlanContact.objects.get(name="Den lille børnehave")
    assert bo.post(url(story), {**SENT, "contact": str(other.pk)}).status_code == 422
    refused(story, url(story), SENT, "amina")
    assert GuidanceNote.objects.count() == before
