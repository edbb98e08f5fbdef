"""Hjalp samtalen dig?: two taps of hers, and no door through which her caseworker reads them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry as AuditEntry
from bordenden.meetings.models import Helpfulness
from tests.cast import Cast, client_of
from tests.web.reading import words_of
from tests.web.talking import ahead, held, page, refused, stand_at


def url(story: Cast) -> str:
    return reverse("talk_helped", args=[ahead(story).pk])


def hers(story: Cast) -> Helpfulness:
    return Helpfulness.objects.get(conversation=ahead(story), said_by=story.amina)


@pytest.mark.requirement("R29")
@pytest.mark.requirement("R72")
def test_amina_says_in_two_taps_whether_it_helped_and_whether_they_used_her_assessment(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch, ahead(story).starts_at + timedelta(hours=1))
    amina = client_of(story.amina)
    assert amina.post(url(story), {"helped": "no"}).status_code == 303
    assert (hers(story).helped, hers(story).used_assessment) == ("no", None)
    assert "Dit svar er: Nej. Brugte I Min vurdering?" in words_of(amina.get(url(story)))
    assert amina.post(url(story), {"used": "1"}).status_code == 303
    assert (hers(story).helped, hers(story).used_assessment, hers(story).side) == ("no", True, "citizen")


def test_she_may_change_her_mind(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at)
    for answer in ("no", "yes"):
        client_of(story.amina).post(url(story), {"helped": answer})
    assert hers(story).helped == "yes"


def test_before_the_talk_and_after_the_next_one_nothing_is_asked_or_kept(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    assert "Du kan svare, når I har talt sammen" in page(story.amina, url(story))
    assert client_of(story.amina).post(url(story), {"helped": "no"}).status_code == 422
    assert Helpfulness.objects.filter(conversation=ahead(story)).count() == 0
    stand_at(monkeypatch, ahead(story).starts_at)
    before = reverse("talk_helped", args=[held(story).pk])
    assert "Dit svar var: Ja." in page(story.amina, before)
    assert client_of(story.amina).post(before, {"helped": "no"}).status_code == 422
    assert Helpfulness.objects.get(conversation=held(story), said_by=story.amina).helped == "yes"


@pytest.mark.parametrize("sent", [{}, {"helped": "maybe"}, {"used": "1"}])
def test_what_is_no_answer_is_told(story: Cast, monkeypatch: pytest.MonkeyPatch, sent: dict[str, str]) -> None:
    stand_at(monkeypatch, ahead(story).starts_at)
    assert client_of(story.amina).post(url(story), sent).status_code == 422
    assert Helpfulness.objects.filter(conversation=ahead(story)).count() == 0


def test_nobody_else_answers_for_her(story: Cast) -> None:
    refused(story, url(story), {"helped": "yes"}, "bo")


def test_the_audit_keeps_that_she_answered_and_not_what(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at)
    client_of(story.amina).post(url(story), {"helped": "somewhat"})
    line = AuditEntry.objects.filter(act="conversation.helped", actor=story.amina.pk).order_by("-at", "-pk")[0]
    assert "somewhat" not in {str(value) for value in line.content()}
