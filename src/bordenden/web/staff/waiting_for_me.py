"""Hvem venter på mig: each kind of waiting is one function in SOURCES; the most urgent come first, whatever the kind.

A new kind is a function of a Visit that opens CASE_READ and of how many are wanted at most, and one line in SOURCES.
It goes through `visit.reachable()` (or `gate.reachable` with an act of its own), so that whoever is shown is noted as
looked at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import IntEnum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.access import acts, gate
from bordenden.contactlog import queries as contactlog
from bordenden.exchange.queries import unread_threads
from bordenden.meetings.queries import today
from bordenden.pathways.queries import heads_of, running
from bordenden.post.queries import ToPrint, tables_to_print
from bordenden.web.parts.help import HelpPart, help_part
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.exchange.models import Thread
    from bordenden.meetings.models import Conversation
    from bordenden.pathways.models import Table

FEW = 3
# Stands in a line until all names are read at once; nobody is called so.
NAME = "\x1aname\x1a"
MANY = 100


class Rank(IntEnum):
    """Which kind of waiting goes first. Within a kind whoever has waited longest goes first."""

    URGENT = 1
    OVERDUE = 2
    HELP = 3
    TODAY = 4
    CARE = 5
    ANSWER = 6
    LETTER = 7


@dataclass(frozen=True, slots=True, order=True)
class Waiting:
    """Somebody who waits: a line, and the one place to go to. With `table`, NAME is who sits at its head."""

    rank: Rank
    since: datetime
    text: str
    button: str
    url: str
    table: "Table | None" = field(default=None, compare=False)


Source: TypeAlias = Callable[[Visit["Table"], int], Sequence[Waiting]]


def contacts(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who wrote or tried to call and has no answer yet, the most urgent first; and who did not come."""
    late = contactlog.answer_expected_before(at=visit.at)
    tables = contactlog.who_waits(tables=running(tables=visit.reachable()), late=late, at=visit.at)[:most]
    return [_contact(table, visit.at) for table in tables]


def _contact(table: "Table", at: datetime) -> Waiting:
    due, since = attrgetter("due", "waits_since")(table)
    rank, text = _CONTACTS[due]
    words = text % {"name": NAME, "when": moment(since, seen=at)}
    return Waiting(rank, since, words, _("Se %(name)s") % {"name": NAME}, reverse("case", args=(table.pk,)), table)


# What `contactlog.queries.who_waits` finds, by its `due`.
_CONTACTS: dict[int, tuple[Rank, Promise]] = {
    1: (Rank.URGENT, gettext_lazy("Det haster for %(name)s: en plads er fundet eller i fare. Siden %(when)s.")),
    2: (Rank.OVERDUE, gettext_lazy("%(name)s har ventet på svar siden %(when)s.")),
    3: (Rank.CARE, gettext_lazy("Ring og hør, hvordan %(name)s har det. I mødtes ikke sidst.")),
    4: (Rank.ANSWER, gettext_lazy("%(name)s venter på svar siden %(when)s.")),
}


def help_asked(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who asks to be called, or asks something: what was promised first at the top."""
    rows = contactlog.waiting(requests=gate.reachable(visit.viewer, acts.HELP_ANSWER, at=visit.at))[:most]
    return [_request(help_part(row, seen=visit.at), row.asked_at) for row in rows]


def _request(part: HelpPart, since: datetime) -> Waiting:
    words = _("%(name)s vil gerne ringes op.") if part.call else _("%(name)s har spurgt om noget.")
    due = _("Dagen er gået: %(due)s.") if part.late else _("Lovet senest %(due)s.")
    text = f"{words} {due}" % {"name": part.name, "due": part.due}
    button = _("Ring til %(name)s") if part.call else _("Svar %(name)s")
    rank = Rank.OVERDUE if part.late else Rank.HELP
    return Waiting(rank, since, text, button % {"name": part.name}, reverse("help_answer", args=(part.pk,)))


def talks_today(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Whom one talks with today, the soonest first."""
    talks = gate.reachable(visit.viewer, acts.CONVERSATION_READ, at=visit.at)
    rows = today(tables=visit.reachable(), talks=talks, at=visit.at).select_related("table")[:most]
    return [_talk(row, visit.at) for row in rows]


def _talk(talk: "Conversation", at: datetime) -> Waiting:
    words = _("Du taler med %(name)s %(when)s.") % {"name": NAME, "when": moment(talk.starts_at, seen=at)}
    button = _("Forbered samtalen med %(name)s") % {"name": NAME}
    return Waiting(Rank.TODAY, talk.starts_at, words, button, reverse("conversation", args=(talk.pk,)), talk.table)


def messages(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who has written what the caseworker has not read, whoever has waited longest first."""
    own = gate.reachable(visit.viewer, acts.THREAD_WRITE, at=visit.at)
    return [_message(thread, visit.at) for thread in unread_threads(threads=own, to=visit.viewer.person)[:most]]


def _message(thread: "Thread", at: datetime) -> Waiting:
    since: datetime = attrgetter("since")(thread)
    text = _("%(name)s har skrevet til dig. Siden %(when)s.") % {"name": NAME, "when": moment(since, seen=at)}
    button = _("Læs og svar %(name)s") % {"name": NAME}
    return Waiting(Rank.ANSWER, since, text, button, reverse("case_thread", args=(thread.pk,)), thread.table)


def letters(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Whom a letter on paper is to be sent to, whoever has waited longest first."""
    waiting = tables_to_print(tables=visit.reachable(), besides=visit.viewer.person)[:most]
    if not waiting:
        return []
    tables = {table.pk: table for table in visit.reachable().filter(pk__in=[one.table for one in waiting])}
    return [_letter(one, tables[one.table], visit.at) for one in waiting]


def _letter(one: ToPrint, table: "Table", at: datetime) -> Waiting:
    words = _("Et brev ved bordet med %(name)s skal sendes. Siden %(when)s.")
    text = words % {"name": NAME, "when": moment(one.since, seen=at)}
    button = _("Skriv brevet ud: %(name)s") % {"name": NAME}
    return Waiting(Rank.LETTER, one.since, text, button, reverse("case_letters", args=(table.pk,)), table)


SOURCES: tuple[Source, ...] = (contacts, help_asked, talks_today)
# The first page has no query to spare for what is not urgent: there it is a link, on the whole list it has its lines.
ALL_SOURCES: tuple[Source, ...] = (*SOURCES, messages, letters)


def who_waits(visit: Visit["Table"], most: int, sources: Sequence[Source] = SOURCES) -> list[Waiting]:
    """The most urgent of all kinds, at most so many; each kind is cut in SQL, and all names are one query."""
    found = sorted(one for source in sources for one in source(visit, most))[:most]
    heads = heads_of(tables=[one.table for one in found if one.table is not None], at=visit.at)
    return [_named(one, given_names(heads.get(one.table.pk, ()))) if one.table is not None else one for one in found]


def _named(one: Waiting, name: str) -> Waiting:
    return replace(one, text=one.text.replace(NAME, name), button=one.button.replace(NAME, name))
