"""What every test may ask for: the cast, the whole story, a real Chromium."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandlerMixin
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template import Template
from pytest_django import DjangoDbBlocker

from bordenden.worlds import aalborg
from bordenden.worlds import cast as world
from bordenden.worlds.aalborg import Aalborg
from bordenden.worlds.cast.people import seat_everybody
from tests import tables
from tests.cast import MONDAY, Cast
from tests.flushing import flush_without_triggers
from tests.ground import Ground, wanted
from tests.order import longest_first
from tests.replay import Replayed
from tests.walls import as_the_application
from tests.weather import no_network, no_order_unless_asked_for
from tools.debian import chromium

__all__ = ["flush_without_triggers", "no_network", "no_order_unless_asked_for"]

# Playwright's sync API runs an event loop in the test's thread; Django would refuse the database there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """pytest's own; a test that neither database's run would take is refused."""
    longest_first(items)
    lost = [one.nodeid for one in items if {"once", "postgres"} <= {mark.name for mark in one.iter_markers()}]
    if lost:
        raise pytest.UsageError(f"Marked both once and postgres, so never run: {', '.join(lost)}")


def pytest_collection_finish() -> None:
    """pytest's own; what is there before the first test stays to the end, so nobody need look through it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_unconfigure() -> None:
    """pytest's own; what stayed to the end may go: DuckDB tells of each of its things that Python leaves lying."""
    gc.unfreeze()


@pytest.fixture(scope="session", autouse=True)
def templates_drawn_as_in_the_product(django_test_environment: None) -> Iterator[None]:
    """No test asks which templates drew a page; Django would copy every context in case one did."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", _as_in_the_product)
        yield


def _as_in_the_product(template: Template, context: Any) -> Any:
    return template.nodelist.render(context)


@pytest.fixture(scope="session", autouse=True)
def styles_kept_by_the_browser_as_in_the_product() -> Iterator[None]:
    """The product's style sheets and scripts may be kept for good; the server of the tests would be asked for all again."""
    serve = StaticFilesHandlerMixin.serve

    def kept(handler: Any, request: HttpRequest) -> HttpResponseBase:
        answer = serve(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandlerMixin, "serve", kept)
        yield


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """The database is laid with its tables before Django comes to migrate it: Django finds nothing to do."""
    return True


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """pytest-django's own; when each worker's database has its name, it is laid from what was migrated once."""
    with django_db_blocker.unblock():
        tables.lay()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """pytest-django's own; at the end the database is dropped, whoever is still connected shown out.

    The live server's threads may hold a connection a little longer than the last test, and PostgreSQL
    drops no database that somebody is in.
    """
    yield
    with django_db_blocker.unblock():
        the_ground.clear()
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


the_cast = Replayed(lambda: seat_everybody(at=MONDAY))
the_story = Replayed(lambda: world.build(at=MONDAY))


def _jobcenter_behind_the_walls() -> Aalborg:
    with as_the_application():
        return aalborg.build()


# Five thousand acts take seconds: built once for all that run beside each other, and as long as the source is the same.
the_jobcenter = Replayed(_jobcenter_behind_the_walls, kept_as="aalborg")
WORLDS: dict[str, Replayed[Any]] = {"story": the_story, "cast": the_cast, "jobcenter": the_jobcenter}
the_ground = Ground()


@pytest.fixture
def _django_db_helper(ground: None, _django_db_helper: None) -> None:
    """pytest-django's own; before it opens the test's transaction there stands what the test stands on."""


@pytest.fixture
def ground(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The world the test asks for, lent from the test before where that had the same."""
    world = wanted(request.fixturenames, request.node.get_closest_marker("django_db"), WORLDS)
    with django_db_blocker.unblock():
        the_ground.lay(None if world is None else WORLDS[world])


@pytest.fixture
def cast(db: None) -> Cast:
    """The people at their tables; nothing has been said yet."""
    return the_ground.world(the_cast)


@pytest.fixture
def story(db: None) -> Cast:
    """The whole world `cast`, in the middle of the story."""
    return the_ground.world(the_story)


@pytest.fixture
def jobcenter(db: None) -> Aalborg:
    """Jobcenter Aalborg with its 200 made-up participants and 26 exits, built by the application's own role."""
    return the_ground.world(the_jobcenter)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Debian's Chromium; the browser Playwright would download cannot be had on closed networks."""
    return {"executable_path": chromium(), "args": CHROMIUM_ARGUMENTS}
