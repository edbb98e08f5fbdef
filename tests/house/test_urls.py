"""Every address: it asks for a login, refuses those who are not at the table with 404, and a GET writes only audit."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from bordenden.access import acts
from bordenden.access.acts import Act, all_acts
from bordenden.access.relations import Anybody
from bordenden.assessments.models import Instrument, Item, Sheet
from bordenden.assessments.queries import asked
from bordenden.evaluation.actions import publish
from bordenden.evaluation.frozen import freeze
from bordenden.evaluation.models import Release
from bordenden.exchange.models import File, FileView, Thread
from bordenden.families.models import Family, Part, Undertaking
from bordenden.followup.models import FollowUp
from bordenden.intake.models import Candidate, Referral
from bordenden.meetings.models import AgendaItem, Conversation
from bordenden.mentors.models import MentorAgreement, MentorNote, MentorProfile
from bordenden.moves.models import Arrival, Move
from bordenden.offers.models import Catalogue, Event, Material, Offer
from bordenden.pathways.models import Enrolment
from bordenden.pathways.models import Table as CitizensTable
from bordenden.plans.models import Barrier, Chosen, Proposal
from bordenden.programmes.models import Office
from bordenden.supervision.models import Supervision
from progression.disclosure import Dimension, Frame, Table, protect
from tests.cast import Cast, client_of

# What an address may ask for besides the thing itself, with a value that leads somewhere.
CODE = "901-at-komme-omkring"
FILL: dict[str, object] = {
    "n": 1,
    "number": 1,
    "kind": "problem",
    "room": "plan",
    "wish": "undrer",
    "code": CODE,
    "about": "hope",
}
_AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
STRANGERS = ("ole", "niels", "sara", "birthe", "karim")
# On the second database those whom only a wall or a date keeps out; the others a rule keeps out that was read on the first.
AGAIN = {"niels", "birthe"}
AT_EVERY_DOOR = [name if name in AGAIN else pytest.param(name, marks=pytest.mark.once) for name in STRANGERS]
# They hold an office of their own in the project: what they bring in is theirs.
CASEWORKERS = ("ole", "birthe")
# What caseworkers of her project may open by their office: their own work, nobody's table.
OF_THEIR_OFFICE = {acts.CASELOAD_IMPORT, acts.BELIEF_TALLY}
# Amina has no family here, and her course has not ended: these are the Holms' and Samira's, whose coordinator is Ole.
OF_THE_HOLMS = (Family, Part, Undertaking, FollowUp)
NOT_LOGGED_IN = {302, 401}


@dataclass(frozen=True, slots=True)
class Address:
    """One named address and the view behind it."""

    name: str
    view: Callable[..., Any]
    parameters: tuple[str, ...]

    @property
    def act(self) -> Act[Model] | None:
        act: Act[Model] | None = self.view.opens  # type: ignore[attr-defined]
        return act


def addresses(resolver: URLResolver | None = None) -> Iterator[Address]:
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"an address without a name: {pattern}"
            yield Address(pattern.name, pattern.callback, tuple(pattern.pattern.converters))


ALL = list(addresses())
GUARDED = [address for address in ALL if hasattr(address.view, "opens") and address.act]
PERSONAL = [a for a in GUARDED if a.act and not any(isinstance(who, Anybody) for who in a.act.who)]


# Where Amina has several, or nobody's table is it: the one that every page of its kind can be shown with.
EXAMPLES: dict[type[Model], Callable[[Cast], Model]] = {
    Sheet: lambda cast: Sheet.objects.filter(table=cast.aminas_table).order_by("-started_at", "-pk")[0],
    AgendaItem: lambda cast: AgendaItem.objects.filter(table=cast.aminas_table).order_by("put_at", "pk")[0],
    Conversation: lambda cast: Conversation.objects.filter(table=cast.aminas_table).order_by("-starts_at", "pk")[0],
    Catalogue: lambda cast: Catalogue.objects.get(municipality=cast.fjordby),
    Offer: lambda cast: Offer.objects.get(municipality=cast.fjordby, starter="praktik-natur"),
    Event: lambda cast: Event.objects.filter(municipality=cast.fjordby).order_by("starts_at", "pk")[0],
    Material: lambda cast: Material.objects.get(municipality=cast.fjordby, starter="forbered-samtalen"),
    MentorProfile: lambda cast: MentorProfile.objects.get(person=cast.mie),
    Chosen: lambda cast: Chosen.objects.filter(table=cast.aminas_table, status="wish").order_by("position", "pk")[0],
    # Nobody of the cast moves: somebody of Bakkeby does, and comes to Fjordby.
    Move: lambda cast: Move.objects.order_by("asked_at", "pk")[0],
    Arrival: lambda cast: Arrival.objects.filter(municipality=cast.fjordby).order_by("sent_at", "pk")[0],
    Family: lambda cast: Family.objects.get(table=cast.holms_table),
    FollowUp: lambda cast: FollowUp.objects.get(municipality=cast.fjordby, months=3),
    MentorAgreement: lambda cast: MentorAgreement.objects.get(table=cast.aminas_table),
    MentorNote: lambda cast: MentorNote.objects.filter(table=cast.aminas_table).latest("on"),
    Part: lambda cast: Part.objects.get(member__family__table=cast.holms_table, member__person=cast.jens),
    Undertaking: lambda cast: Undertaking.objects.get(family__table=cast.holms_table, step__isnull=False),
    Proposal: lambda cast: Proposal.objects.filter(table=cast.aminas_table, answer="").order_by("proposed_at", "pk")[
        0
    ],
    Referral: lambda _cast: Referral.objects.order_by("pk")[0],
    Candidate: lambda _cast: Candidate.objects.get(person__given_name="Emil"),
    Barrier: lambda cast: Barrier.objects.filter(table=cast.aminas_table, rewords=None).order_by("set_at", "pk")[0],
    Thread: lambda cast: Thread.objects.get(shared_to=cast.bos_seat),
    FileView: lambda cast: FileView.objects.get(shared_to=cast.bos_seat),
    File: lambda cast: FileView.objects.get(shared_to=cast.bos_seat).file,
}


def things_of(cast: Cast) -> dict[type[Model], Model]:
    """Amina's (or Lis') own example of every kind of thing that an act guards."""
    found: dict[type[Model], Model] = {CitizensTable: cast.aminas_table}
    for _name, act in all_acts():
        rows = act.on._default_manager.order_by("pk")
        own = rows.filter(table=cast.aminas_table) if hasattr(act.on, "table") else rows
        if act.on not in found and (first := own.first()):
            found[act.on] = first
    for kind, own_example in EXAMPLES.items():
        if kind._default_manager.exists():
            found[kind] = own_example(cast)
    if Sheet in found:
        found[Item] = next(item for item in asked(sheet=cast_sheet(found[Sheet])) if not item.shielded)
    found[Release] = release_of(cast)
    found[Instrument] = Instrument.objects.get(municipality=cast.fjordby)
    found[type(cast.project)] = cast.project
    if (opened := Supervision.objects.filter(project=cast.project).order_by("-opened_at").first()) is not None:
        found[Supervision] = opened
    if (held := Office.objects.filter(project=cast.project, role="steering").order_by("pk").first()) is not None:
        found[Office] = held
    found[type(cast.bo)] = cast.bo
    found[type(cast.mies_seat)] = cast.mies_seat
    return found


def cast_sheet(thing: Model) -> Sheet:
    assert isinstance(thing, Sheet)
    return thing


def release_of(cast: Cast) -> Release:
    """A published table of the cast's programme, protected as every other (made up: fifty people left)."""
    reasons = ("ordinary_job", "ordinary_education", "other")
    frame = Frame("exits of the cast", (Dimension.of("reason", reasons),), date(2025, 12, 31))
    safe = protect([Table(frame, (20, 17, 13))]).only
    kept = Release.objects.filter(programme=cast.programme).first()
    return kept or publish(
        programme=cast.programme,
        code="exits",
        quarter="2025Q4",
        tables=[freeze(safe)],
        checked={},
        earlier=0,
        by=cast.stine,
        at=cast.at,
    )


def url_of(address: Address, things: dict[type[Model], Model]) -> str:
    assert address.act is not None
    # Beside a sheet or a table `item` is one of its questions; alone it is the thing itself.
    beside: dict[str, type[Model]] = {
        "item": Item,
        "offer": Offer,
        "event": Event,
        "material": Material,
        "profile": MentorProfile,
        "supervision": Supervision,
        "office": Office,
        "course": Enrolment,
    }
    known = len(address.parameters) > 1
    about = {name: model for name, model in beside.items() if known and model in things}
    values = {name: FILL.get(name, things[about.get(name, address.act.on)].pk) for name in address.parameters}
    return reverse(address.name, kwargs=values)


def rows_now() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models()
        if model._meta.app_label not in {"audit", "sessions"}
    }


@pytest.mark.parametrize("address", ALL, ids=lambda a: a.name)
def test_every_view_names_its_act_or_says_that_it_is_public(address: Address) -> None:
    assert hasattr(address.view, "opens")


def test_the_public_pages_are_these_and_no_others() -> None:
    public = {"start", "demo", "login", "logout", "language", "home", "accessibility"}
    public |= {"leave", "calendar", "at_the_head", "empowerment", "own_assessment"}
    assert {a.name for a in ALL if a.act is None} <= public


@pytest.mark.once
def test_every_guarded_address_asks_for_a_login(story: Cast) -> None:
    things = things_of(story)
    for address in GUARDED:
        url = url_of(address, things)
        assert Client().get(url).status_code in NOT_LOGGED_IN, address.name
        assert Client().post(url, {}).status_code in NOT_LOGGED_IN, address.name


# Who comes in by which door; at the others they are strangers, and those are asked below.
OWN_DOOR = {
    "amina": "citizen",
    "bo": "staff",
    "mie": "guest",
    "lis": "insight",
    "stine": "insight",
    "eva": "insight",
    "pia": "staff",
}


def said_by(answer: Any) -> str:
    """The whole page but what is new each time: the form's token, and the address that was asked for."""
    return _AN_ID.sub("", re.sub(r'(?<=csrfmiddlewaretoken" value=")\w+', "", answer.content.decode()))


@pytest.mark.parametrize("name", AT_EVERY_DOOR)
def test_a_stranger_gets_404_from_every_address_of_aminas(story: Cast, name: str) -> None:
    things, stranger = things_of(story), client_of(getattr(story, name))
    for address in PERSONAL:
        if not address.parameters or (name in CASEWORKERS and address.act in OF_THEIR_OFFICE):
            continue
        if name == "ole" and address.act and address.act.on in OF_THE_HOLMS:
            continue
        url = url_of(address, things)
        assert stranger.get(url).status_code in {404, 405}, address.name
        assert stranger.post(url, {}).status_code in {404, 405}, address.name
        if name == "karim":
            # What is another's and what is nowhere are one and the same.
            nowhere = stranger.get(_AN_ID.sub(str(uuid4()), url))
            assert said_by(nowhere) == said_by(stranger.get(url)), address.name


@pytest.mark.parametrize("name", STRANGERS)
def test_a_strangers_own_lists_never_name_amina(story: Cast, name: str) -> None:
    stranger = client_of(getattr(story, name))
    for address in PERSONAL:
        if not address.parameters:
            answer = stranger.get(reverse(address.name))
            assert answer.status_code in {200, 404, 405}, address.name
            assert "Amina" not in answer.content.decode(), address.name


@pytest.mark.parametrize(("name", "door"), OWN_DOOR.items(), ids=OWN_DOOR)
def test_a_get_writes_nothing_but_the_audit(story: Cast, name: str, door: str) -> None:
    things, visitor = things_of(story), client_of(getattr(story, name))
    before = rows_now()
    statuses = {
        address.name: visitor.get(url_of(address, things)).status_code
        for address in GUARDED
        if address.view.__module__.split(".")[2] == door
    }
    assert {page: status for page, status in statuses.items() if status not in {200, 303, 404, 405}} == {}
    assert 200 in statuses.values()
    assert rows_now() == before
