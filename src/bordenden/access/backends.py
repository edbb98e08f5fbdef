"""Checks a user name and password; the only backend besides the one that slows guessing."""

from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db.models import QuerySet
from django.http import HttpRequest

from bordenden.foundation.prepared import Question
from bordenden.people.models import Login


class LoginBackend:
    """Password logins. An unknown name costs the same time as a wrong password."""

    def authenticate(
        self,
        request: HttpRequest | None,  # noqa: ARG002 (Django hands it to every backend)
        username: str | None = None,
        password: str | None = None,
    ) -> Login | None:
        """The login whose name and password these are, or None."""
        if username is None or password is None:
            return None
        login = Login.objects.select_related("person").filter(username=username, is_active=True).first()
        if login is None or not login.has_usable_password():
            make_password(password)
            return None
        return login if login.check_password(password) else None

    def get_user(self, user_id: UUID) -> Login | None:
        """The active login of a session, with its person in the same query."""
        found = _active.ask(pk=user_id)
        return found[0] if found else None


@Question
def _active(*, pk: UUID) -> QuerySet[Login, Any]:
    return Login.objects.select_related("person").filter(pk=pk, is_active=True)
