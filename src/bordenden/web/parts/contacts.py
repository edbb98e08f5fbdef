"""Contacts as every door shows them: the citizen's own view first, then what was written, corrections beside.

A view hands `contacts_part(...)` to its template as `part` and includes `parts/contacts.html`, which needs nothing
else. The citizen is spoken to; the other doors read about her.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place
from bordenden.web.parts.moments import moment

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from bordenden.contactlog.models import Entry

    Titles = dict[tuple[Channel, Direction], _StrPromise]

EntryLink = Callable[["Entry"], str]
IN, OUT = Direction.IN, Direction.OUT

# fmt: off
_TO_HER: Titles = {
    (Channel.PHONE, OUT): gettext_lazy("%(staff)s ringede til dig"),
    (Channel.PHONE, IN): gettext_lazy("Du ringede"),
    (Channel.TEXT, OUT): gettext_lazy("%(staff)s skrev en sms til dig"),
    (Channel.TEXT, IN): gettext_lazy("Du skrev en sms"),
    (Channel.LETTER, OUT): gettext_lazy("%(staff)s sendte dig et brev"),
    (Channel.LETTER, IN): gettext_lazy("Du sendte et brev"),
    (Channel.MEETING, OUT): gettext_lazy("%(staff)s og du mødtes"),
    (Channel.MEETING, IN): gettext_lazy("Du og %(staff)s mødtes"),
    (Channel.VISIT, OUT): gettext_lazy("%(staff)s besøgte dig"),
    (Channel.VISIT, IN): gettext_lazy("%(staff)s kom, fordi du bad om det"),
}
_ABOUT_HER: Titles = {
    (Channel.PHONE, OUT): gettext_lazy("%(staff)s ringede til %(name)s"),
    (Channel.PHONE, IN): gettext_lazy("%(name)s ringede"),
    (Channel.TEXT, OUT): gettext_lazy("%(staff)s skrev en sms til %(name)s"),
    (Channel.TEXT, IN): gettext_lazy("%(name)s skrev en sms"),
    (Channel.LETTER, OUT): gettext_lazy("%(staff)s sendte et brev til %(name)s"),
    (Channel.LETTER, IN): gettext_lazy("%(name)s sendte et brev"),
    (Channel.MEETING, OUT): gettext_lazy("%(staff)s og %(name)s mødtes"),
    (Channel.MEETING, IN): gettext_lazy("%(name)s og %(staff)s mødtes"),
    (Channel.VISIT, OUT): gettext_lazy("%(staff)s besøgte %(name)s"),
    (Channel.VISIT, IN): gettext_lazy("%(staff)s besøgte %(name)s, som bad om det"),
}
_NOT_MET = {
    True: gettext_lazy("%(staff)s og du mødtes ikke"),
    False: gettext_lazy("%(name)s og %(staff)s mødtes ikke"),
}
_FIRST_STEP = {
    (True, Initiator.CITIZEN): gettext_lazy("Du tog kontakt"),
    (True, Initiator.STAFF): gettext_lazy("%(staff)s tog kontakt"),
    (True, Initiator.OTHER): gettext_lazy("En anden tog kontakt"),
    (False, Initiator.CITIZEN): gettext_lazy("%(name)s tog kontakt"),
    (False, Initiator.STAFF): gettext_lazy("%(staff)s tog kontakt"),
    (False, Initiator.OTHER): gettext_lazy("En anden tog kontakt"),
}
# fmt: on


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a contact: the entry as it was written, or a correction of it."""

    title: str
    citizen_view: str
    summary: str
    facts: str
    written: str


@dataclass(frozen=True, slots=True)
class ContactPart:
    """A contact: when, what was written first, what was added to put it right. `url` leads to correcting it."""

    when: str
    first: Told
    corrections: tuple[Told, ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class ContactsPart:
    """Contacts, the newest first. `name` is her given name, "" when she reads; `level` is that of the headings."""

    name: str
    contacts: tuple[ContactPart, ...]
    level: int


def contacts_part(
    entries: Iterable[Entry], *, name: str, seen: datetime, correct: EntryLink | None = None, level: int = 2
) -> ContactsPart:
    """Entries from `contactlog.queries.newest` as words. `name` is "" when the citizen reads; `seen` is now."""
    return ContactsPart(name, tuple(_contact(entry, name, seen, correct) for entry in entries), level)


def _contact(entry: Entry, name: str, seen: datetime, correct: EntryLink | None) -> ContactPart:
    corrections = tuple(told(row, name=name, seen=seen) for row in entry.corrections.all())
    url = correct(entry) if correct else ""
    return ContactPart(moment(entry.happened_at, seen=seen), told(entry, name=name, seen=seen), corrections, url)


def told(entry: Entry, *, name: str, seen: datetime) -> Told:
    """One telling as words."""
    who = {"staff": entry.written_by.given_name, "name": name}
    return Told(
        _title(entry, who), entry.citizen_view, entry.summary, _facts(entry, who, seen), _written(entry, seen)
    )


def _written(entry: Entry, seen: datetime) -> str:
    said = {"who": entry.written_by.name, "when": moment(entry.written_at, seen=seen)}
    if entry.corrects_id is not None:
        return _("Rettet af %(who)s %(when)s") % said
    if localdate(entry.written_at) == localdate(entry.happened_at):
        return _("Skrevet af %(who)s samme dag") % said
    return _("Skrevet af %(who)s %(when)s") % said


def _title(entry: Entry, who: dict[str, str]) -> str:
    hers = not who["name"]
    if entry.outcome == Outcome.ABSENT:
        return str(_NOT_MET[hers]) % who
    titles = _TO_HER if hers else _ABOUT_HER
    return str(titles[Channel(entry.channel), Direction(entry.direction)]) % who


def _facts(entry: Entry, who: dict[str, str], seen: datetime) -> str:
    """First step, place, minutes and, where they did not meet, that; with points between. A correction says when."""
    minutes = ngettext("%(number)d minut", "%(number)d minutter", entry.minutes) % {"number": entry.minutes}
    met = entry.outcome == Outcome.REACHED
    parts = [
        moment(entry.happened_at, seen=seen) if entry.corrects_id else "",
        str(_FIRST_STEP[not who["name"], Initiator(entry.initiator)]) % who,
        _place(entry, who),
        minutes if met or entry.minutes else "",
        "" if met or entry.outcome == Outcome.ABSENT else entry.get_outcome_display(),
    ]
    return " · ".join(part for part in parts if part)


def _place(entry: Entry, who: dict[str, str]) -> str:
    """Where it was; a call was nowhere, and nobody's home is a citizen's: it is hers."""
    if entry.place == Place.REMOTE:
        return ""
    if entry.place == Place.HOME:
        return _("Hjemme hos %(name)s") % who if who["name"] else _("Hjemme hos dig")
    return str(entry.get_place_display())
