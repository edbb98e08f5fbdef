"""What every test may ask for: the cast, the whole story, a real Chromium."""

import os
from typing import Any

import pytest

from bordenden.worlds import cast as world
from bordenden.worlds.cast.people import seat_everybody
from tests.cast import MONDAY, Cast
from tests.weather import no_network, no_order_unless_asked_for

__all__ = ["no_network", "no_order_unless_asked_for"]

# Playwright's sync API runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

pytest_plugins = ["tests.flushing"]

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture
def cast(db: None) -> Cast:
    """The people at their tables; nothing has been said yet."""
    return seat_everybody(at=MONDAY)


@pytest.fixture
def story(db: None) -> Cast:
    """The whole world `cast`, in the middle of the story."""
    return world.build(at=MONDAY)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium; the browser Playwright would download cannot be had on closed networks."""
    return {"executable_path": CHROMIUM, "args": CHROMIUM_ARGUMENTS}
