"""Every page of the house asked for once, by whoever comes by its door, and every form on it sent wrong."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin
from uuid import UUID

from django.db import transaction
from django.db.models import Model, Q
from django.test import Client

from bordenden.assessments.models import Sheet
from bordenden.audit.models import Entry
from bordenden.audit.words import LOOKS, Kind
from bordenden.people.models import Person
from tests.cast import Cast, client_of
from tests.house.test_urls import GUARDED, Address, rows_now, things_of
from tests.journeys.test_every_page import right_person, where

# Too long for any field.
DOORS = {"citizen", "guest", "staff", "insight"}
MARK = "ZQ-mærke "
TOO_LONG = MARK + "x" * 30_000


@dataclass
class Form:
    """A form of a page: where it is sent, what may be typed in it, and all the text in it."""

    action: str
    typed: list[str] = field(default_factory=list)
    button: dict[str, str] = field(default_factory=dict)
    said: str = ""


class Forms(HTMLParser):
    """Every form that is sent by POST in the main part of a page."""

    def __init__(self, html: str, url: str) -> None:
        super().__init__()
        self.url, self.inside, self.forms = url, False, list[Form]()
        self.feed(html.partition("<main")[2].partition("</main>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form" and told.get("method") == "post":
            self.inside = True
            self.forms.append(Form(urljoin(self.url, told.get("action") or "")))
        written = tag == "textarea" or (tag == "input" and told.get("type", "text") in {"text", "search"})
        if self.inside and written and (name := told.get("name")):
            self.forms[-1].typed.append(name)
        if self.inside and tag == "button" and (name := told.get("name")) and not self.forms[-1].button:
            self.forms[-1].button[name] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.forms[-1].said += data


@dataclass(frozen=True, slots=True)
class Refused:
    """What came back when a form was sent wrong."""

    page: str
    form: Form
    status: int
    html: str


@dataclass(frozen=True, slots=True)
class Served:
    """A page as it came: for whom, whose tables the audit says were looked at, and what its forms refused."""

    name: str
    door: str
    viewer: Person
    html: str
    looked: frozenset[UUID]
    refused: list[Refused]

    @property
    def main(self) -> str:
        """What is the page's own."""
        return self.html.partition("<main")[2].partition("</main>")[0]

    @property
    def forms(self) -> list[Form]:
        """What can be sent from it."""
        return forms_in(self.html)


def forms_in(html: str) -> list[Form]:
    """Every form of a page that is sent by POST."""
    return Forms(html, "/").forms


def all_served(cast: Cast) -> list[Served]:
    """Every page that is shown, in the order of the addresses."""
    things: dict[type[Model], Model] = things_of(cast)
    things[Sheet] = Sheet.objects.get(table=cast.aminas_table, finished_at=None, pen=None)
    clients: dict[Person, Client] = {}
    found, before = [], rows_now()
    for address in GUARDED:
        if _door(address) not in DOORS:
            continue
        viewer = right_person(cast, address)
        client = clients.setdefault(viewer, client_of(viewer))
        served = _served(address, where(address, things), viewer, client)
        found += [served] if served else []
    # Only that somebody logged in: a page that is looked at, and a form that is refused, write nothing but the audit.
    assert {kind for kind, rows in rows_now().items() if rows != before[kind]} <= {"axes.AccessLog"}
    return found


def _door(address: Address) -> str:
    return address.view.__module__.split(".")[2]


def _served(address: Address, url: str, viewer: Person, client: Client) -> Served | None:
    newest = Entry.objects.order_by("-pk").values_list("pk", flat=True)[0]
    answer = client.get(url)
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return None
    html = answer.content.decode()
    # A list is noted once an hour: the note may stand from another page of the same act.
    assert address.act is not None
    noted = Q(pk__gt=newest) | Q(kind=Kind.LIST, act=address.act.code)
    looks = Entry.objects.filter(noted, kind__in=LOOKS, actor=viewer.pk, table__isnull=False)
    looked = frozenset(looks.values_list("table", flat=True))
    refused = [_sent_wrong(address.name, form, client) for form in Forms(html, url).forms]
    return Served(address.name, _door(address), viewer, html, looked, refused)


def _sent_wrong(page: str, form: Form, client: Client) -> Refused:
    """Sent with nothing chosen and far too much typed, by its first button; whatever it did is undone."""
    # A look is committed by itself, so it is no block that is undone.
    before = transaction.savepoint()
    pressed = form.button if form.typed else {}
    answer = client.post(form.action, pressed | dict.fromkeys(form.typed, TOO_LONG))
    transaction.savepoint_rollback(before)
    html = answer.content.decode() if answer["Content-Type"].startswith("text/html") else ""
    return Refused(page, form, answer.status_code, html)
