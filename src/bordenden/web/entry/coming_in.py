"""What every way in shares: a new session, the login written down, and only our own addresses afterwards."""

from typing import TYPE_CHECKING

from django.contrib import auth
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import writing
from bordenden.people.actions import note_login

if TYPE_CHECKING:
    from bordenden.people.models import Login

BACKEND = "bordenden.access.backends.LoginBackend"


def enter(request: HttpRequest, login: "Login") -> None:
    """A new session, also when the same person logs in again: a key somebody else knows is worth nothing."""
    with writing(login.person.municipality_id, login.person.pk):
        request.session.flush()
        auth.login(request, login, backend=BACKEND)
        note_login(login=login, at=now())


def own_path(request: HttpRequest, path: str) -> str:
    """The path when it is one of ours, and home when it is not."""
    ours = url_has_allowed_host_and_scheme(path, allowed_hosts=None, require_https=request.is_secure())
    return path if ours and path.startswith("/") else reverse("home")
