"""The people of every test: the world `cast` at one fixed moment, and how to come in as one of them."""

from datetime import UTC, datetime

from django.test import Client

from bordenden.access.viewer import Viewer
from bordenden.people.models import Person
from bordenden.web.threshold import crisis
from bordenden.worlds.cast import Cast

# A Monday in March, ten in the morning in Denmark.
MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

__all__ = ["MONDAY", "Cast", "client_of", "viewer_of"]


def client_of(person: Person) -> Client:
    """A browser in which the person is logged in; the numbers for a crisis are those of this test."""
    crisis.forget()
    crisis.lines_for(person)
    client = Client()
    client.force_login(person.login)
    return client


def viewer_of(person: Person) -> Viewer:
    """The person at the gate."""
    return Viewer(person)
