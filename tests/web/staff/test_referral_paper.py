"""Svar på papir: the sheet says the same as her telephone, and her answer is noted as she said it."""

import pytest
from django.urls import reverse

from bordenden.intake.models import Referral
from tests.cast import Cast, client_of
from tests.intake.candidates import HOPE, WHY, candidate, referred
from tests.web.pages import text_of
from tests.web.reading import form_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_her_words_and_the_day_are_noted(cast: Cast) -> None:
    officer, nina = cast.pia, candidate(cast)
    pia, url = client_of(officer), reverse("referral_paper", args=[nina.pk])
    assert pia.get(url).status_code == 404
    referred(cast, officer, nina)
    words = text_of(pia, url)
    assert WHY in words
    assert "Ingen kan straffe dig, hvis du siger nej eller stopper." in words
    filled = {**form_of(pia.get(url)), "answer": "yes", "on": "2026-03-02"}
    refused = pia.post(url, filled)
    assert refused.status_code == 422
    assert "Skriv det, borgeren har sagt" in refused.content.decode()
    assert pia.post(url, {**filled, "hope": HOPE, "towards": "udd"}).status_code == 303
    said = Referral.objects.get()
    assert (said.hope, said.towards, said.on_paper, said.noted_by) == (HOPE, "udd", True, officer)


def test_a_no_on_paper_ends_it_and_pias_door_is_shut(cast: Cast) -> None:
    officer, nina = cast.pia, candidate(cast)
    referred(cast, officer, nina)
    pia, url = client_of(officer), reverse("referral_paper", args=[nina.pk])
    answer = pia.post(url, {**form_of(pia.get(url)), "answer": "no", "on": "2026-03-02"})
    assert (answer.status_code, answer["Location"]) == (
        303,
        reverse("information_meetings", args=[cast.project.pk]),
    )
    assert pia.get(url).status_code == 404
