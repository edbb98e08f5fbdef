"""Every page of the citizen's own on a telephone that others hold too: neutral outside, a way out, and somebody to call."""

import re
from dataclasses import dataclass

import pytest
from django.db.models import Model
from django.test import Client

from bordenden.assessments.models import Sheet
from bordenden.web.threshold.surroundings import door_of
from tests.cast import MONDAY, Cast, client_of
from tests.house.source import HOUSE
from tests.house.test_urls import ALL, things_of
from tests.house.visible import Said, paragraphs
from tests.journeys.test_every_page import is_shown, open_story, right_person, where

__all__ = ["open_story"]

pytestmark = pytest.mark.once

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
ICON = re.compile(r'<link rel="icon" href="([^"]+)"')
TEXT_FIELD = re.compile(r'<textarea\b|<input\b[^>]*type="text"')
HERS = [
    address for address in ALL if address.view.__module__.startswith("bordenden.web.citizen.") and is_shown(address)
]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the browser was answered, and what it is told about keeping it."""

    status: int
    kept: str
    html: str


ANSWERS: dict[str, Answer] = {}
FJORDBYS = "Fjordbys natlinje (opdigtet) 20 00 00 91 alle dage 20–8"
# Nobody of Fjordby is moving away: somebody of Bakkeby is.
BAKKEBYS = "Bakkebys natlinje (opdigtet) 20 00 00 92 alle dage 18–7"
READ = (
    "læser det tidligst næste hverdag.",
    "Kun du kan se det.",
    "kan læse det, når du har gemt.",
    "Ingen ser, hvad du kigger på.",
    "kommer til at stå i din plan. Din sagsbehandler kan læse det.",
)


@pytest.fixture
def answers(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """Every page at the citizens' door, asked for once for all the tests here."""
    if not ANSWERS:
        ANSWERS.update(every_answer(request.getfixturevalue("open_story"), monkeypatch))
    return ANSWERS


def every_answer(open_story: Cast, monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """As the one it is about, mostly Amina, is shown it on the Monday of the story."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)
    things: dict[type[Model], Model] = things_of(open_story)
    things[Sheet] = Sheet.objects.get(table=open_story.aminas_table, finished_at=None, pen=None)
    comes = {address: right_person(open_story, address) for address in HERS}
    door = {person: client_of(person) for person in set(comes.values())}
    asked = {address.name: door[person].get(where(address, things)) for address, person in comes.items()}
    return {
        name: Answer(answer.status_code, answer["Cache-Control"], answer.content.decode(errors="replace"))
        for name, answer in asked.items()
    }


@pytest.fixture
def pages(answers: dict[str, Answer]) -> dict[str, str]:
    """All of them are shown."""
    assert {name: answer.status for name, answer in answers.items() if answer.status != 200} == {}
    return {name: answer.html for name, answer in answers.items()}


def folded(said: tuple[Said, ...]) -> list[str]:
    return [one.text for one in said if one.is_in("aside")]


def test_no_title_and_no_icon_tells_what_she_is_reading(pages: dict[str, str]) -> None:
    assert len(pages) > 15
    titles = {name: TITLE.findall(html)[0] for name, html in pages.items()}
    assert titles == dict.fromkeys(pages, "Ved bordet")
    assert {icon for html in pages.values() for icon in ICON.findall(html)} == {"/static/design/img/icon.svg"}


def test_every_page_of_hers_has_a_quick_way_out_before_anything_else(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        body = html.partition("<body>")[2]
        way_out = body.find('<form class="leave" method="post" action="/luk/"')
        assert 0 < way_out < body.find("<header"), name
        assert body.count('data-leave="/kalender/"') == 1, name


def test_every_page_of_hers_has_somebody_to_call_folded_away(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        said = folded(paragraphs(html))
        assert said == [
            "Har du det rigtig dårligt lige nu?",
            "Ring til nogen nu. Det, du skriver her, bliver ikke læst med det samme.",
            "Alarmcentralen 112 hele døgnet",
            BAKKEBYS if name == "move" else FJORDBYS,
            "Livslinien 70 201 201",
        ], name
        assert 'href="tel:112"' in html, name
        assert '<details class="fold"><summary>' in html.partition("<aside")[2], name


def test_at_every_text_field_she_reads_who_reads_it_and_when(pages: dict[str, str]) -> None:
    asking = {name: html for name, html in pages.items() if TEXT_FIELD.search(html.partition("<main")[2])}
    assert {name for name, html in asking.items() if not any(words in html for words in READ)} == set()
    assert {"goal", "goal_new", "step", "step_new", "words", "help_new", "family_step", "family_words"} <= set(asking)


def test_no_page_of_hers_is_drawn_outside_the_frame() -> None:
    """The frame dresses a page by the door its view stands at, so whatever is shown there is dressed."""
    outside = []
    for path in sorted((HOUSE / "web" / "citizen").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        framed = re.match(r'\{% extends ("design/base.html"|frame) %\}', text)
        if "<html" in text or ("{% block content %}" in text and not framed):
            outside.append(path.name)
    assert outside == []


def test_what_she_reads_is_kept_by_no_browser(answers: dict[str, Answer]) -> None:
    assert {name: answer.kept for name, answer in answers.items()} == {address.name: "no-store" for address in HERS}


def test_a_page_of_the_staff_or_before_the_login_is_not_dressed_as_hers(story: Cast) -> None:
    for client, url in ((client_of(story.bo), "/sagsbehandler/"), (Client(), "/"), (Client(), "/om/bordenden/")):
        html = client.get(url).content.decode()
        assert ("data-leave" in html, "<aside" in html) == (False, False), url


def test_the_door_is_read_from_where_the_view_lives() -> None:
    class Match:
        def __init__(self, module: str) -> None:
            self.func = type("view", (), {"__module__": module})

    class Request:
        def __init__(self, module: str | None) -> None:
            self.resolver_match = Match(module) if module else None

    doors = [
        door_of(Request(module))  # type: ignore[arg-type]
        for module in ("bordenden.web.citizen.views.table", "bordenden.web.staff.views.case", "elsewhere.views", None)
    ]
    assert doors == ["citizen", "staff", "", ""]
