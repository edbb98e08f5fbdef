"""Samtaler: Bo sees what is planned, what waits for a note, and what was held."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bordenden.meetings import actions
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import LeavingReason, Room
from tests.cast import MONDAY, Cast, client_of
from tests.meetings.stories import hold, plan
from tests.web.talking import ahead, page, refused, stand_at


def url(cast: Cast) -> str:
    return reverse("conversations", args=[cast.aminas_table.pk])


def test_the_next_stands_first_and_what_waits_for_a_note_above_it(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    words = page(story.bo, url(story))
    assert ("Onsdag den 4. marts kl. 10.00" in words, "Venter på, at du skriver" in words) == (True, False)
    assert "Amina sagde selv: Jeg vil gerne prøve noget med børn." in words
    stand_at(monkeypatch, ahead(story).starts_at + timedelta(days=1))
    words = page(story.bo, url(story))
    assert words.index("Venter på, at du skriver") < words.index("I går kl. 10.00")
    assert "I har ikke aftalt en samtale endnu." in words


def test_a_page_of_many_conversations_costs_as_many_queries_as_one(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo, counted = client_of(cast.bo), []
    for number in range(3):
        conversation = plan(cast, MONDAY + timedelta(days=7 * number + 1))
        actions.put_on_agenda(table=cast.aminas_table, words=f"Nr. {number}", by=cast.amina, at=MONDAY)
        hold(cast, conversation, agreed=[actions.Agreed("Ringe")])
        stand_at(monkeypatch, conversation.starts_at + timedelta(days=2))
        counted.append(_queries(bo, url(cast)))
    assert counted[1] == counted[2] == counted[0]


def test_the_agenda_is_turned_by_itself(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    for number in range(11):
        actions.put_on_agenda(table=cast.aminas_table, words=f"Emne {number:02}", by=cast.amina, at=MONDAY)
    first, second = (page(cast.bo, f"{url(cast)}{asked}") for asked in ("", "?emner=2"))
    assert [("Emne 09" in shown, "Emne 10" in shown) for shown in (first, second)] == [(True, False), (False, True)]
    assert page(cast.bo, f"{url(cast)}?emner=99") == page(cast.bo, f"{url(cast)}?side=2") == first


def _queries(bo: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert bo.get(address).status_code == 200
    return len(seen)


def test_only_her_coordinator_reads_it(story: Cast) -> None:
    for room in Room:
        pathways.open_room(seat=story.mies_seat, room=room, by=story.amina, at=MONDAY)
    refused(story, url(story), {}, "amina")


def test_the_one_after_bo_reads_agenda_and_notes_and_bo_is_a_stranger(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch, MONDAY + timedelta(hours=1))
    pathways.change_coordinator(
        table=story.aminas_table, to=story.ole, because=LeavingReason.ORGANISATION, by=story.lis, at=MONDAY
    )
    words = page(story.ole, url(story))
    assert "Talte om, hvad en praktik er" in words
    assert "Besøget i den lille børnehave" in page(story.ole, reverse("conversation", args=[ahead(story).pk]))
    assert client_of(story.bo).get(url(story)).status_code == 404
    assert client_of(story.bo).get(reverse("conversation", args=[ahead(story).pk])).status_code == 404
