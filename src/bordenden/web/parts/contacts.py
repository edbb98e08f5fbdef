"""Contacts as every door shows them: the citizen's own view first, then what was written, corrections beside.

A view hands `contacts_part(...)` to its template as `part` and includes `parts/contacts.html`, which needs nothing
else. The citizen is spoken to; the other doors read about her.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place, Topic, Urgency
from bordenden.web.parts.moments import moment

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from bordenden.contactlog.models import Entry, JournalCopy
    from bordenden.contactlog.queries import Contact

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
# What it was about, said to her and about her.
_TOPICS: dict[Topic, tuple[_StrPromise, _StrPromise]] = {
    Topic.PLAN: (gettext_lazy("dine mål og din plan"), gettext_lazy("mål og plan")),
    Topic.WORK: (gettext_lazy("arbejde og praktik"), gettext_lazy("arbejde og praktik")),
    Topic.EDUCATION: (gettext_lazy("uddannelse"), gettext_lazy("uddannelse")),
    Topic.HEALTH: (gettext_lazy("dit helbred"), gettext_lazy("helbred")),
    Topic.EVERYDAY: (gettext_lazy("din hverdag"), gettext_lazy("hverdag")),
    Topic.FAMILY: (gettext_lazy("din familie og dem omkring dig"), gettext_lazy("familie og netværk")),
    Topic.MONEY: (gettext_lazy("penge og bolig"), gettext_lazy("økonomi og bolig")),
    Topic.RULES: (gettext_lazy("regler og dine rettigheder"), gettext_lazy("regler og rettigheder")),
}
_URGENT: dict[Urgency, tuple[_StrPromise, _StrPromise]] = {
    Urgency.PLACEMENT_FOUND: (gettext_lazy("Du har fundet en plads"), gettext_lazy("Har fundet en plads")),
    Urgency.AT_RISK: (gettext_lazy("Din plads eller dit job er i fare"), gettext_lazy("Plads eller job er i fare")),
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
    topics: str = ""
    urgent: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class ContactPart:
    """A contact: when, what was written first, what was added to put it right. `url` leads to correcting it.

    `copied` says who took it to the journal and when, `changed` that it was put right after that, and `journal_url`
    takes what stands now.
    """

    when: str
    first: Told
    corrections: tuple[Told, ...]
    url: str = ""
    copied: str = ""
    changed: bool = False
    journal_url: str = ""


@dataclass(frozen=True, slots=True)
class ContactsPart:
    """Contacts, the newest first. `name` is her given name, "" when she reads; `level` is that of the headings."""

    name: str
    contacts: tuple[ContactPart, ...]
    level: int


def contacts_part(
    entries: Iterable[Contact],
    *,
    name: str,
    seen: datetime,
    correct: EntryLink | None = None,
    journal: EntryLink | None = None,
    copies: bool = False,
    level: int = 2,
) -> ContactsPart:
    """What `contactlog.queries.newest` gives as words. `name` is "" when the citizen reads; `seen` is now.

    With `copies` they were asked for with their copies, and each says whether it is in the journal.
    """
    contacts = tuple(_contact(entry, name, seen, correct) for entry in entries)
    if copies:
        pairs = zip(contacts, entries, strict=True)
        contacts = tuple(_in_journal(part, entry, name, seen, journal) for part, entry in pairs)
    return ContactsPart(name, contacts, level)


def _contact(contact: Contact, name: str, seen: datetime, correct: EntryLink | None) -> ContactPart:
    entry = contact.entry
    corrections = tuple(told(row, name=name, seen=seen) for row in contact.corrections)
    url = correct(entry) if correct else ""
    return ContactPart(moment(entry.happened_at, seen=seen), told(entry, name=name, seen=seen), corrections, url)


def _in_journal(
    part: ContactPart, contact: Contact, name: str, seen: datetime, journal: EntryLink | None
) -> ContactPart:
    last = contact.copies[-1] if contact.copies else None
    newest = max([contact.entry.version, *(row.version for row in contact.corrections)])
    return replace(
        part,
        copied=_copied(last, name, seen) if last else "",
        changed=last is not None and all(copy.version < newest for copy in contact.copies),
        journal_url=journal(contact.entry) if journal else "",
    )


def _copied(copy: JournalCopy, name: str, seen: datetime) -> str:
    who = copy.copied_by
    said = {"who": who.name if name else who.given_name, "when": moment(copy.copied_at, seen=seen)}
    return _("%(who)s kopierede det til kommunens journal %(when)s") % said


def told(entry: Entry, *, name: str, seen: datetime) -> Told:
    """One telling as words."""
    who = {"staff": entry.written_by.given_name, "name": name}
    return Told(
        _title(entry, who),
        entry.citizen_view,
        entry.summary,
        _facts(entry, who, seen),
        _written(entry, seen),
        _topics(entry, name),
        _urgent(entry, name),
        _answers(entry, who, seen),
    )


def _topics(entry: Entry, name: str) -> str:
    said = ", ".join(str(_TOPICS[topic][bool(name)]) for topic in entry.about)
    return _("Det handlede om %(topics)s") % {"topics": said} if said else ""


def _urgent(entry: Entry, name: str) -> str:
    said = _URGENT.get(Urgency(entry.urgency))
    return str(said[bool(name)]) if said else ""


def _answers(entry: Entry, who: dict[str, str], seen: datetime) -> str:
    if entry.replies_to is None:
        return ""
    said = {**who, "when": moment(entry.replies_to.happened_at, seen=seen)}
    if who["name"]:
        return _("Svar til %(name)s, som tog kontakt %(when)s") % said
    return _("Svar til dig på det fra %(when)s") % said


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
        "" if met or entry.outcome == Outcome.ABSENT else str(Outcome(entry.outcome).label),
    ]
    return " · ".join(part for part in parts if part)


def _place(entry: Entry, who: dict[str, str]) -> str:
    """Where it was; a call was nowhere, and nobody's home is a citizen's: it is hers."""
    if entry.place == Place.REMOTE:
        return ""
    if entry.place == Place.HOME:
        return _("Hjemme hos %(name)s") % who if who["name"] else _("Hjemme hos dig")
    return str(Place(entry.place).label)
