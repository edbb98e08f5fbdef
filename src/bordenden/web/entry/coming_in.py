"""What every way in shares: a new session, the login written down, afterwards our own addresses and own tables."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import auth
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from bordenden.access.viewer import Viewer
from bordenden.foundation.clock import now
from bordenden.foundation.snapshot import writing
from bordenden.pathways.words import SeatRole
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


def own_tables(viewer: Viewer, at: datetime) -> list[UUID]:
    """The tables at whose head the viewer sits now."""
    return [seat.table_id for seat in viewer.seats(at) if seat.role == SeatRole.HEAD and seat.span.holds(at)]
