"""The house as its visitors meet it: real browsers, a clock that can be set, and an ear for what a browser complains of."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

from bordenden.people.models import Person
from tests.cast import Cast, client_of

PHONE = (360, 740)
# Chromium and htmx write a line for every answer of these kinds; the stories ask for such answers themselves.
ASKED_FOR = (401, 403, 404, 422, 503)
ANSWERS_ASKED_FOR = (
    *(f"status of {status}" for status in ASKED_FOR),
    *(f"Response Status Error Code {status} " for status in ASKED_FOR),
    "htmx:afterRequest",
    "htmx:responseError",
    "htmx:sendAbort",
)


class Clock:
    """The doors' clock: it goes on from where it was set."""

    def __init__(self, at: datetime) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        """It is now `at`."""
        self._at, self._begun = at, monotonic()

    def now(self) -> datetime:
        """What the doors are told."""
        return self._at + timedelta(seconds=monotonic() - self._begun)


@dataclass
class Building:
    """The running product; every browser opened here is listened to."""

    url: str
    browser: Browser
    javascript: bool = True
    size: tuple[int, int] = PHONE
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def device(self, *, language: str = "", no_javascript: bool = False) -> Page:
        """A browser in which nobody is logged in."""
        width, height = self.size
        context = self.browser.new_context(
            java_script_enabled=self.javascript and not no_javascript,
            viewport={"width": width, "height": height},
            base_url=self.url,
            locale="da-DK",
        )
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        context.on("request", self._asked)
        if language:
            context.add_cookies([{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": self.url}])
        return context.new_page()

    def visitor(self, person: Person, *, language: str = "") -> Page:
        """A browser in which the person is logged in already."""
        page = self.device(language=language)
        self.let_in(page, person)
        return page

    def let_in(self, page: Page, person: Person) -> None:
        """Log the person in, in this browser, from now on."""
        key = client_of(person).cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.url}])

    def close(self) -> None:
        """Everybody goes home."""
        for context in self.contexts:
            context.close()

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not any(kind in message.text for kind in ANSWERS_ASKED_FOR):
            self.complaints.append(f"{message.page.url if message.page else ''}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:")):
            self.complaints.append(f"a request to elsewhere: {request.url}")


@dataclass
class House(Building):
    """The product with the cast in it, in the middle of their story."""

    cast: Cast = field(kw_only=True)
    clock: Clock = field(kw_only=True)


def go(page: Page, name: str, *args: object) -> Response:
    """Open a named address."""
    response = page.goto(reverse(name, args=args))
    assert response is not None
    return response


def status_for(person: Person, *, url: str) -> int:
    """What a browser of the person's own is answered at the address."""
    return client_of(person).get(url).status_code


@contextmanager
def sent(page: Page) -> Iterator[None]:
    """Wait until the page that the press leads to has come."""
    with page.expect_navigation():
        yield


def press(page: Page, words: str, *, exact: bool = True) -> None:
    """Press the button with these words, and wait for the page it leads to."""
    with sent(page):
        page.get_by_role("button", name=words, exact=exact).first.click()


def follow(page: Page, words: str, *, exact: bool = True) -> None:
    """Follow the link with these words; what is folded away is unfolded first, as a person would."""
    link = page.get_by_role("link", name=words, exact=exact).first
    folded = page.locator("main details:not([open]) > summary")
    while not link.is_visible() and folded.count():
        folded.first.click()
    with sent(page):
        link.click()


def heading(page: Page) -> str:
    """The page's one heading."""
    return page.locator("h1").inner_text()
