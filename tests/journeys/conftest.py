"""What a journey may ask for: the running house with the cast in the middle of their story."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from bordenden.foundation import clock as wall
from tests.cast import MONDAY, Cast
from tests.journeys.house import Building, Clock, House


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """It is Monday at ten where the cast live."""
    hands = Clock(MONDAY)
    monkeypatch.setattr(wall, "timezone", hands)
    return hands


@pytest.fixture
def building(browser: Browser, live_server: LiveServer) -> Iterator[Building]:
    """The product with nobody in it; whatever a browser complained of fails the test."""
    running = Building(live_server.url, browser)
    yield running
    running.close()
    assert running.complaints == []


@pytest.fixture
def house(clock: Clock, story: Cast, browser: Browser, live_server: LiveServer) -> Iterator[House]:
    """The house with the cast; whatever a browser complained of fails the test."""
    running = House(live_server.url, browser, cast=story, clock=clock)
    yield running
    running.close()
    assert running.complaints == []


# What a browser does without scripts is the browser's: the second kind of database would tell nothing new of it.
EITHER_WAY = [
    pytest.param(True, id="with JavaScript"),
    pytest.param(False, id="without JavaScript", marks=pytest.mark.once),
]


@pytest.fixture(params=EITHER_WAY)
def any_house(request: pytest.FixtureRequest, house: House) -> House:
    """The house twice: it is the same without JavaScript."""
    house.javascript = request.param
    return house


@pytest.fixture
def early_house(clock: Clock, cast: Cast, browser: Browser, live_server: LiveServer) -> Iterator[House]:
    """The house before the story: everybody is seated and nothing has been said yet."""
    running = House(live_server.url, browser, cast=cast, clock=clock)
    yield running
    running.close()
    assert running.complaints == []


@pytest.fixture(params=EITHER_WAY)
def quiet_house(request: pytest.FixtureRequest, early_house: House) -> House:
    """The same, with and without JavaScript."""
    early_house.javascript = request.param
    return early_house


@pytest.fixture
def demo(settings: Settings) -> None:
    """The start page offers the cast."""
    settings.DEMO = True
