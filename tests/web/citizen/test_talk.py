"""Vores samtale: when, the two lists, the frames of last time, and what is agreed."""

import pytest
from django.urls import reverse

from bordenden.meetings.actions import put_on_agenda
from bordenden.meetings.models import AgendaItem
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast, client_of
from tests.web.talking import ahead, page, refused, stand_at


def url(cast: Cast) -> str:
    return reverse("talk", args=[cast.aminas_table.pk])


@pytest.mark.requirement("R34")
def test_she_sees_when_and_both_lists_and_who_wrote_what(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    words = page(story.amina, url(story))
    assert "Onsdag den 4. marts kl. 10.00" in words
    assert "Søvn, og hvordan dagene går Skrevet af dig" in words
    assert "Om du vil have Mie med på besøget Skrevet af Bo" in words
    lists = (
        words.index("Det vil jeg tale om"),
        words.index("Det vil jeg ikke tale om i dag"),
        words.index("Min økonomi"),
    )
    assert lists == tuple(sorted(lists))


@pytest.mark.requirement("R2")
def test_she_reads_bos_frames_and_what_is_agreed(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    words = page(story.amina, url(story))
    for said in (
        "Det kan Bo Jeg kan spørge to børnehaver",
        "Det kan Bo ikke Jeg kan ikke love dig løn",
        "Derfor Reglerne siger",
        "Skrive ned, hvornår på dagen du har mest ro Hvem: Dig",
    ):
        assert said in words
    assert "Spørge to børnehaver om et besøg" not in words


def test_the_twenty_first_stands_on_page_two_and_can_go_up(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    for number in range(21):
        put_on_agenda(table=cast.aminas_table, words=f"Emne {number:02}", by=cast.amina, at=MONDAY)
    first, second = page(cast.amina, url(cast)), page(cast.amina, f"{url(cast)}?side=2")
    assert ("Emne 19" in first, "Emne 20" in first) == (True, False)
    assert ("Emne 19" in second, "Emne 20" in second) == (False, True)
    assert page(cast.amina, f"{url(cast)}?side=99") == first
    amina, last = client_of(cast.amina), AgendaItem.objects.get(words="Emne 20")
    shown = amina.get(f"{url(cast)}?side=2").content.decode()
    up = f'name="do" value="up" formaction="{reverse("talk_item", args=[last.pk])}?side=2"'
    assert (up in shown, 'value="down"' in shown) == (True, False)
    amina.post(reverse("talk_item", args=[last.pk]), {"do": "up"})
    assert ("Emne 20" in page(cast.amina, url(cast)), "Emne 19" in page(cast.amina, url(cast))) == (True, False)


def test_a_boundary_is_gone_when_the_day_is_over(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch, ahead(story).starts_at.replace(hour=23, minute=30))
    assert "Min økonomi" not in page(story.amina, url(story))


def test_without_a_conversation_she_may_still_write_what_to_talk_about(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    words = page(story.karim, reverse("talk", args=[story.karims_table.pk]))
    assert "I har ikke aftalt en samtale endnu." in words
    assert "Det kan du skrive, når I har aftalt en dag." in words


def test_it_asks_whether_the_talk_helped_only_until_she_has_said_it(
    story: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_at(monkeypatch)
    assert "Hjalp samtalen?" not in page(story.amina, url(story))
    stand_at(monkeypatch, ahead(story).starts_at.replace(hour=11))
    assert "Hjalp samtalen?" in page(story.amina, url(story))


def test_nobody_else_comes_in_not_even_mie_with_every_room_open(story: Cast) -> None:
    for room in Room:
        pathways.open_room(seat=story.mies_seat, room=room, by=story.amina, at=MONDAY)
    refused(story, url(story), {}, "bo")
    assert client_of(story.amina).get(url(story)).status_code == 200
