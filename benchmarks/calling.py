"""Calls a page as the server does: the WSGI application with its whole middleware, in this process."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import Any, TypeAlias

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.utils.crypto import get_random_string

from bordenden.people.models import Person

Wsgi: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
CSRF_LENGTH = 32


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes


@dataclass(frozen=True, slots=True)
class Browser:
    """Somebody's cookies: logged in, without the login."""

    cookies: str
    csrf: str


def browser_of(person: Person, cookie: str = "", backend: str = "") -> Browser:
    """A session as the login makes it, or by another `backend`; `cookie` is what a page has put there besides."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.login.pk)
    store[BACKEND_SESSION_KEY] = backend or settings.AUTHENTICATION_BACKENDS[-1]
    store[HASH_SESSION_KEY] = person.login.get_session_auth_hash()
    store.create()
    csrf = get_random_string(CSRF_LENGTH)
    names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    kept = [f"{names[0]}={store.session_key}", f"{names[1]}={csrf}", *([cookie] if cookie else [])]
    return Browser("; ".join(kept), csrf)


def get(application: Wsgi, path: str, browser: Browser | None = None) -> Answer:
    """One page, read to the end and closed as a server closes it."""
    started: list[str] = []

    def start_response(status: str, _headers: object, _exc: object = None) -> None:
        started.append(status)

    response = application(_environ(path, browser), start_response)
    try:
        body = b"".join(response)
    finally:
        close = getattr(response, "close", None)
        if close is not None:
            close()
    return Answer(int(started[-1].split()[0]), body)


def _environ(path: str, browser: Browser | None) -> dict[str, Any]:
    address, _, query = path.partition("?")
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": address,
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_ACCEPT": "text/html",
        "HTTP_ACCEPT_LANGUAGE": "da",
        "HTTP_COOKIE": browser.cookies if browser else "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
