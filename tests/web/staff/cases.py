"""What the tests of the caseworker's door share: a contact as a form sends it, and many citizens."""

import re
from html import unescape
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.test import Client

from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Table
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast
from tests.web.entry.logins import hidden

if TYPE_CHECKING:
    from django.test.client import _MonkeyPatchedWSGIResponse as Response

THIRTY_SECONDS = {"channel": "phone", "direction": "in", "summary": "Amina ringede om bussen."}
STRANGERS = ("amina", "mie", "sara", "birthe", "ole", "karim", "lis", "niels", "eva", "stine")


def fill(client: Client, address: str, **fields: str) -> dict[str, str]:
    """The form as the page gave it, with what is typed into it."""
    page = client.get(address)
    kept = hidden(page)
    kept.pop("next", None)
    days = re.findall(
        r'<input type="date" name="(\w+)"(?: class="[^"]*")?(?: value="([^"]*)")?', page.content.decode()
    )
    return {**kept, **dict(days), **fields}


def body(response: "Response") -> str:
    """The page's text with its entities read."""
    return unescape(response.content.decode())


def noted(cast: Cast, table: Table | None = None, **told: Any) -> Entry:
    """Bo notes a call."""
    facts = {"summary": "Vi talte om bussen.", "channel": Channel.PHONE, "direction": Direction.OUT, "at": MONDAY}
    return actions.note(table=table or cast.aminas_table, form_key=uuid4(), by=cast.bo, **{**facts, **told})


def many_citizens(cast: Cast, number: int, *, waits: bool = False) -> list[Table]:
    """New citizens with Bo, each with a contact; with `waits` each has been written to since."""
    tables = []
    first = Enrolment.objects.filter(reference__startswith="M-").count()
    for count in range(first, first + number):
        head = people.register(municipality=cast.fjordby, given_name=f"Borger{count:03}", made_up=True)
        table = pathways.lay_table(head=head, by=cast.bo, at=MONDAY)
        pathways.seat(table=table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
        pathways.enrol(
            table=table,
            project=cast.project,
            reference=f"M-{count}",
            referred_on=MONDAY.date(),
            by=cast.bo,
            at=MONDAY,
        )
        noted(cast, table)
        if waits:
            noted(cast, table, channel=Channel.TEXT)
        tables.append(table)
    return tables
