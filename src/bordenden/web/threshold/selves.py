"""Which self looks: the person of the login, or who they were in a municipality they moved from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

from bordenden.people.queries import selves_of

if TYPE_CHECKING:
    from bordenden.people.models import Person

EARLIER = "earlier_self"


def acting(request: HttpRequest) -> Person:
    """The self the session chose, or the person of the login. One query where one was chosen, else none."""
    assert request.user.is_authenticated  # noqa: S101
    chosen = request.session.get(EARLIER)
    selves = selves_of(login=request.user) if chosen else []
    return next((one for one in selves if str(one.pk) == chosen), request.user.person)


def look_as(request: HttpRequest, person: Person) -> None:
    """From now on the session looks as this self of its login."""
    assert request.user.is_authenticated  # noqa: S101
    if person.pk == request.user.person_id:
        request.session.pop(EARLIER, None)
    else:
        request.session[EARLIER] = str(person.pk)


def reads_old(request: HttpRequest) -> bool:
    """Whether an old table lies open."""
    session = getattr(request, "session", None)
    return session is not None and EARLIER in session
