"""Sessions in the database as Django keeps them; every page asks for one, so the question is written once."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils.timezone import now

from bordenden.foundation.prepared import Question


class SessionStore(db.SessionStore):
    """Django's store but for one thing: how a session that is there is found."""

    def _get_session_from_db(self) -> Session | None:
        """The session that has not run out, or None, and then its key is forgotten, as Django does it."""
        found = _alive.ask(key=self.session_key, at=now()) if self.session_key else []
        session: Session | None = found[0] if found else None
        if session is None:
            self._session_key = None
        return session


@Question
def _alive(*, key: str, at: datetime) -> QuerySet[Session, Any]:
    return Session.objects.filter(session_key=key, expire_date__gt=at)
