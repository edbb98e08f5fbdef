"""Conversations in words: when as people say it, whose home it is, and the next one on Mit bord."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.meetings.words import Where
from bordenden.web.parts.talks import next_talk, talk_moment, talk_part
from tests.cast import MONDAY, Cast, client_of
from tests.meetings.stories import WEDNESDAY, plan, put
from tests.web.talking import page, stand_at


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (timedelta(hours=1), "i dag kl. 11.00"),
        (timedelta(hours=-1), "i dag kl. 9.00"),
        (timedelta(days=1), "i morgen kl. 10.00"),
        (timedelta(days=2), "onsdag den 4. marts kl. 10.00"),
        (timedelta(days=-1), "i går kl. 10.00"),
        (timedelta(days=310), "onsdag den 6. januar 2027 kl. 10.00"),
    ],
)
def test_a_moment_to_come_is_said_as_people_say_it(ahead: timedelta, said: str) -> None:
    assert talk_moment(MONDAY + ahead, seen=MONDAY) == said


def test_her_home_is_hers_whoever_reads(cast: Cast) -> None:
    row = plan(cast, place=Where.HOME)
    said = [talk_part(row, name=name, seen=MONDAY).where for name in ("", "Amina")]
    assert said == ["Hjemme hos dig · 45 minutter", "Hjemme hos Amina · 45 minutter"]


def test_the_next_talk_tells_how_much_stands_on_its_list(cast: Cast) -> None:
    none = next_talk(cast.aminas_table, name="", seen=MONDAY, url="/")
    assert (none.talk, none.items) == (None, "")
    for words in ("Et", "To"):
        put(cast, words)
    plan(cast, WEDNESDAY)
    some = next_talk(cast.aminas_table, name="", seen=MONDAY, url="/")
    assert some.talk is not None
    assert (some.talk.when, some.items) == ("onsdag den 4. marts kl. 10.00", "2 ting at tale om")


def test_mit_bord_and_the_case_page_lead_to_it(story: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_at(monkeypatch)
    table = story.aminas_table.pk
    words = page(story.amina, reverse("table", args=[table]))
    assert "Næste samtale Onsdag den 4. marts kl. 10.00 Ude: gåtur, café · 45 minutter 3 ting at tale om" in words
    case = client_of(story.bo).get(reverse("case", args=[table])).content.decode()
    assert f'href="{reverse("conversations", args=[table])}"' in case
