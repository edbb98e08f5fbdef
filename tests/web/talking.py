"""What the tests of the pages about conversations share: a moment to stand at, and Amina's talks of the story."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from bordenden.meetings.models import Conversation
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.web.reading import words_of

# Everybody who has no seat at her table, or one that opens nothing here; Mie has every room open in some tests.
NOT_AT_THE_TALK = ("mie", "sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def stand_at(monkeypatch: pytest.MonkeyPatch, moment: datetime = MONDAY) -> None:
    """The doors' clock shows this moment."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: moment)


def held(cast: Cast) -> Conversation:
    """The conversation of the story that was held."""
    return Conversation.objects.get(table=cast.aminas_table, held_at__isnull=False)


def ahead(cast: Cast) -> Conversation:
    """The one that is planned."""
    return Conversation.objects.get(table=cast.aminas_table, held_at__isnull=True)


def refused(cast: Cast, url: str, sent: dict[str, Any], *more: str) -> None:
    """Nobody else comes in, nor do these."""
    for name in (*NOT_AT_THE_TALK, *more):
        other = client_of(getattr(cast, name))
        assert (name, other.get(url).status_code, other.post(url, sent).status_code) == (name, 404, 404)


def page(person: Person, url: str) -> str:
    """What main says to this person."""
    answer = Client()
    answer.force_login(person.login)
    shown = answer.get(url)
    assert shown.status_code == 200
    return words_of(shown)
