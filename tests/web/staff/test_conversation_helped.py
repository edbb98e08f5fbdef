"""Hjalp samtalen?: Bo's two taps; Amina's are never shown to him, nor his to her."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings.models import Helpfulness
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason
from tests.cast import Cast, client_of
from tests.web.talking import ahead, held, page, refused, stand_at


@pytest.mark.requirement("R72")
def test_bo_says_in_two_taps_whether_it_helped(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = ahead(story)
    stand_at(monkeypatch, row.starts_at + timedelta(hours=1))
    bo, there = client_of(story.bo), reverse("conversation_helped", args=[row.pk])
    assert bo.post(there, {"helped": "somewhat"}).status_code == 303
    assert bo.post(there, {"used": "0"}).status_code == 303
    said = Helpfulness.objects.get(conversation=row)
    assert (said.side, said.helped, said.used_assessment, said.said_by) == (
        "coordinator",
        "somewhat",
        False,
        story.bo,
    )


def test_he_reads_his_own_answer_and_not_hers(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    row = held(story)
    his = page(story.bo, reverse("conversation_helped", args=[row.pk]))
    hers = page(story.amina, reverse("talk_helped", args=[row.pk]))
    assert ("Dit svar er: Lidt." in his, "Dit svar er: Ja." in his) == (True, False)
    assert ("Dit svar er: Ja." in hers, "Dit svar er: Lidt." in hers) == (True, False)


def test_the_one_after_him_reads_neither_and_answers_for_nobody(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    after = held(story).starts_at + timedelta(days=1)
    pathways.change_coordinator(
        table=story.aminas_table, to=story.ole, because=LeavingReason.ORGANISATION, by=story.lis, at=after
    )
    there, before = reverse("conversation_helped", args=[held(story).pk]), Helpfulness.objects.count()
    words = page(story.ole, there)
    assert ("Dit svar er" in words, client_of(story.ole).post(there, {"helped": "no"}).status_code) == (False, 422)
    assert Helpfulness.objects.count() == before


def test_nobody_else_answers(story: Cast) -> None:
    refused(story, reverse("conversation_helped", args=[ahead(story).pk]), {"helped": "yes"}, "amina")
