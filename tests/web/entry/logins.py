"""People with a password, and a browser that checks tokens as a real one does."""

import re
from typing import TYPE_CHECKING

from django.test import Client

from bordenden.people import actions as people
from bordenden.people.models import Person
from tests.cast import MONDAY

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

PASSWORD = "en-lang-sætning-om-havet"


def with_password(person: Person, username: str) -> Person:
    """The person may from now on log in by name and password."""
    person.login.delete()
    people.give_login(person=person, username=username, password=PASSWORD, by=person, at=MONDAY)
    person.refresh_from_db()
    return Person.objects.get(pk=person.pk)


def browser() -> Client:
    """A browser of its own; forms without their token are refused."""
    return Client(enforce_csrf_checks=True)


def hidden(response: "Response") -> dict[str, str]:
    """The hidden fields of a page, the last of a name counting."""
    html = response.content.decode()
    pairs = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', html)
    return dict(pairs)


def log_in(client: Client, username: str, password: str = PASSWORD, **more: str) -> "Response":
    """Fill in the login page and send it."""
    page = client.get("/was")
    token = hidden(page)["csrfmiddlewaretoken"]
    fields = {"username": username, "password": password, "csrfmiddlewaretoken": token, **more}
    return client.post("/log-ind/", fields)
