"""Who may see a sheet: what she chose, carried out; and by name who would see what, before she chooses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from bordenden.assessments import actions, queries
from bordenden.assessments.words import Sharing
from bordenden.foundation.rules import NotPossible
from bordenden.meetings import actions as agenda
from bordenden.pathways import queries as pathways
from bordenden.pathways.words import Room, SeatRole
from bordenden.web.citizen.sheet_forms import KEEP, MEETING, SEND, SHOW
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import day

if TYPE_CHECKING:
    from bordenden.assessments.models import Sheet
    from bordenden.pathways.models import Seat, Table
    from bordenden.people.models import Person

_DONE = {SEND: actions.send, MEETING: actions.show_at_meeting, SHOW: actions.show_now}


@dataclass(frozen=True, slots=True)
class Seers:
    """Her caseworker's seat now (None: nobody sits there), and who else reads what she sends, by name."""

    seat: Seat | None
    others: str

    @property
    def name(self) -> str:
        """The caseworker's given name, "" for nobody."""
        return self.seat.person.given_name if self.seat else ""


def seers(table: Table, at: datetime) -> Seers:
    """Three queries. Others are those she has opened Min udvikling for: they see the numbers of what is sent."""
    places = pathways.places(table=table, at=at)
    seat = next((place.seat for place in places if place.role == SeatRole.COORDINATOR), None)
    others = [one.person for one in places if one.seat != seat and Room.DEVELOPMENT in one.rooms]
    return Seers(seat, given_names(others))


def decide(sheet: Sheet, sent: dict[str, Any], *, by: Person, at: datetime) -> None:
    """Carry out what she chose. The page named a seat: whoever sits there by now may be another."""
    if sent["choice"] == KEEP:
        actions.keep(sheet=sheet, by=by, at=at)
        return
    _DONE[sent["choice"]](sheet=sheet, to=named_seat(sheet.table, sent["seat"]), by=by, at=at)
    if sent["choice"] == SEND:
        _put_on_agenda(sheet, by=by, at=at)


def _put_on_agenda(sheet: Sheet, *, by: Person, at: datetime) -> None:
    """What she chose to work on, in her order; only of what is sent: an agenda is read before she shows the rest."""
    for chosen in queries.work_on(sheet=sheet).filter(item__shielded=False):
        agenda.put_on_agenda(table=sheet.table, words=chosen.item.topic, topic=chosen.item.code, by=by, at=at)


def named_seat(table: Table, posted: str) -> Seat:
    """The seat the page named, at this very table."""
    seat = next((one for one in pathways.seats_ever(table=table) if str(one.pk) == posted), None)
    if seat is None:
        raise NotPossible(_("Siden var for gammel. Vælg en gang til."))
    return seat


def who_sees(sheet: Sheet, at: datetime) -> str:
    """Who may see it now, in a sentence or two."""
    if sheet.sharing == Sharing.KEPT:
        return _("Kun du kan se dine svar.")
    if sheet.shared_to is None:
        return _("Den er med i Min udvikling. De, du har åbnet den for, kan se den.")
    name = sheet.shared_to.person.given_name
    if sheet.shared_to.ends_at is not None and sheet.shared_to.ends_at <= at:
        return _after_them(sheet, name)
    if sheet.sharing == Sharing.SENT:
        return _("Du sendte den til %(name)s den %(day)s.") % {"name": name, "day": day(sheet.shared_at or at)}
    if queries.shown_now(sheet=sheet, at=at):
        return _("%(name)s kan se den i dag. Ved midnat lukker den igen.") % {"name": name}
    return _("Du vil vise den til %(name)s, når I mødes. Den er lukket indtil da.") % {"name": name}


def _after_them(sheet: Sheet, name: str) -> str:
    """Whom she shared it with is gone; what was sent still counts for those she opened Min udvikling for."""
    if sheet.sharing == Sharing.MEETING:
        return _("Du delte den med %(name)s, som ikke er din sagsbehandler mere. Kun du kan se den nu.") % {
            "name": name
        }
    return _(
        "%(name)s er ikke din sagsbehandler mere og kan ikke se den nu."
        " De, du har åbnet Min udvikling for, kan se tallene."
    ) % {"name": name}
