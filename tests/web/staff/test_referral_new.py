"""Spørg, om borgeren vil være med: asked with a reason, or told why not; shut once the course has begun."""

import pytest
from django.urls import reverse

from bordenden.drafts.models import Draft
from bordenden.intake import actions
from bordenden.intake.models import Referral
from bordenden.programmes.words import Track
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import HOPE, WHY, candidate
from tests.web.pages import queries_of, text_of
from tests.web.reading import form_of
from tests.web.talking import stand_at


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)


def test_pia_asks_nina_and_reads_how_it_stands_but_not_her_hope(cast: Cast) -> None:
    officer, nina = cast.pia, candidate(cast)
    pia, url = client_of(officer), reverse("referral_new", args=[nina.pk])
    shown = pia.get(url)
    filled = {**form_of(shown), "match_reasons": WHY, "reference": "F-77", "caseworker": str(cast.bo.pk)}
    assert pia.post(url + "kladde/", {**filled, "reference": ""}).status_code == 204
    assert "egen fart" in Draft.objects.get().content
    for _time in range(2):
        assert pia.post(url, filled).status_code in {200, 303}
    referral = Referral.objects.get()
    assert (referral.caseworker, Draft.objects.get().content) == (cast.bo, "")
    assert "Nina har ikke svaret endnu. Der er ingen frist." in text_of(pia, url)
    actions.say_yes(referral=referral, hope=HOPE, towards=Track.JOB, by=nina.person, at=MONDAY)
    words = text_of(pia, url)
    assert "Nina sagde ja den 2. marts 2026." in words
    assert HOPE not in words
    assert queries_of(pia, url) <= 12


def test_the_reason_of_a_no_is_told_and_what_was_typed_stays(cast: Cast) -> None:
    nina = candidate(cast)
    pia, url = client_of(cast.pia), reverse("referral_new", args=[nina.pk])
    filled = {**form_of(pia.get(url)), "match_reasons": WHY, "reference": "F-77"}
    type(cast.programme).objects.update(last_referral_on="2026-02-28")
    assert "Du kan ikke spørge Nina i dag Man kan kun blive henvist fra" in text_of(pia, url)
    refused = pia.post(url, filled)
    page = refused.content.decode()
    assert (refused.status_code, Referral.objects.count()) == (422, 0)
    assert "Man kan kun blive henvist fra 25. juli 2025 til 28. februar 2026." in page
    assert WHY in page


@pytest.mark.parametrize("name", ["bo", "lis", "niels", "amina"])
def test_nobody_else_may_ask_her(cast: Cast, name: str) -> None:
    nina = candidate(cast)
    for page in ("referral_new", "referral_paper"):
        assert client_of(getattr(cast, name)).get(reverse(page, args=[nina.pk])).status_code == 404
