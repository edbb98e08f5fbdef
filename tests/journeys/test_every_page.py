"""Every named address, opened by the right one of the cast: axe, width, double text, requests, the console, the title."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db.models import Model
from django.urls import reverse
from playwright.sync_api import CDPSession, Page

from bordenden.assessments import actions as assessments
from bordenden.assessments.models import Sheet
from bordenden.evaluation.publication import publish, publishable_exits
from bordenden.evaluation.quarters import Quarter
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.people.models import Person
from bordenden.programmes.actions import give_office
from bordenden.programmes.words import OfficeRole
from tests.cast import MONDAY, Cast
from tests.house.test_urls import ALL, Address, things_of, url_of
from tests.journeys.house import House

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 1280)
DOUBLED = 360
QUARTER = Quarter(2025, 4)
USUAL_LETTERS, DOUBLE_LETTERS = 16, 32
WIDTH = "document.documentElement.scrollWidth"
# Shown to who is not logged in yet.
OUTSIDE = {"start", "login"}
# These take a POST and show nothing by themselves.
NEVER_SHOWN = {"logout", "language"}


@dataclass
class Walk:
    """One person's way through some pages, and what was wrong on them."""

    page: Page
    names: frozenset[str]
    axe: Axe = field(default_factory=Axe)
    wrong: list[str] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)

    def look_at(self, name: str, url: str) -> None:
        """Open the page and look at it in every way."""
        letters = self.page.context.new_cdp_session(self.page)
        response = self.page.goto(url)
        assert response is not None
        self.statuses[name] = response.status
        self.look(name, letters)

    def look(self, name: str, letters: CDPSession) -> None:
        """The page as it stands."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 800})
            found = self.axe.run(self.page, options={"runOnly": RULES, "resultTypes": ["violations"]}).response
            self.wrong += [_violation(name, width, one) for one in found["violations"]]
            self._fits(name, width)
        self.page.set_viewport_size({"width": DOUBLED, "height": 740})
        _set_letters(letters, DOUBLE_LETTERS)
        self._fits(f"{name} at double text", DOUBLED)
        _set_letters(letters, USUAL_LETTERS)
        self._says_no_name(name)

    def _fits(self, name: str, width: int) -> None:
        wide = self.page.evaluate(WIDTH)
        if wide != width:
            self.wrong.append(f"{name}: {wide} wide on a screen of {width}")

    def _says_no_name(self, name: str) -> None:
        title = self.page.title()
        self.wrong += [f"{name}: the title says {said}" for said in self.names if said in title.split()]


def _set_letters(letters: CDPSession, size: int) -> None:
    letters.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size - 3}})


def _violation(name: str, width: int, one: dict[str, Any]) -> str:
    return f"{name} at {width}: {one['id']}: {[node['html'] for node in one['nodes']]}"


@pytest.fixture
def open_story(story: Cast) -> Cast:
    """Amina has begun a new round and opened every room for Mie and for Bo; Lis evaluates as well; figures are out."""
    for seat in (story.mies_seat, story.bos_seat):
        for room in Room:
            pathways.open_room(seat=seat, room=room, by=story.amina, at=MONDAY)
    assessments.start(table=story.aminas_table, by=story.amina, at=MONDAY)
    give_office(person=story.lis, role=OfficeRole.EVALUATOR, programme=story.programme, at=MONDAY)
    with snapshot(story.stine.municipality_id, story.stine.pk, national=True):
        safe = publishable_exits(programme=story.programme, quarter=QUARTER, at=MONDAY)
    with writing(story.stine.municipality_id, story.stine.pk):
        publish(safe, by=story.stine, at=MONDAY)
    return story


def right_person(cast: Cast, address: Address) -> Person:
    """Who comes by this door with this act."""
    door = address.view.__module__.split(".")[2]
    doors = {"citizen": cast.amina, "guest": cast.mie, "staff": cast.bo, "entry": cast.lis}
    if door in doors:
        return doors[door]
    assert address.act is not None
    return cast.lis if "project_leader" in {who.name for who in address.act.who} else cast.stine


def where(address: Address, things: dict[type[Model], Model]) -> str:
    """Its address, about what is Amina's."""
    return url_of(address, things) if address.act else reverse(address.name)


def is_shown(address: Address) -> bool:
    return address.name not in NEVER_SHOWN and not address.name.endswith("_draft")


@pytest.mark.requirement("R215")
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_passes_axe_and_fits_the_screen(open_story: Cast, house: House, language: str) -> None:
    cast = open_story
    things = things_of(cast)
    things[Sheet] = Sheet.objects.get(table=cast.aminas_table, finished_at=None)
    names = frozenset(word for person in Person.objects.order_by("pk") for word in person.name.split())
    walks: dict[Person | None, Walk] = {None: Walk(house.device(language=language), names)}
    for address in filter(is_shown, ALL):
        person = None if address.name in OUTSIDE else right_person(cast, address)
        if person is not None and person not in walks:
            walks[person] = Walk(house.visitor(person, language=language), names)
        walks[person].look_at(address.name, where(address, things))
        assert walks[person].page.locator("html").get_attribute("lang") == language, address.name
    assert [wrong for walk in walks.values() for wrong in walk.wrong] == []
    statuses = {name: status for walk in walks.values() for name, status in walk.statuses.items()}
    assert {name: status for name, status in statuses.items() if status != 200} == {}
    assert set(statuses) == {address.name for address in ALL if is_shown(address)}
