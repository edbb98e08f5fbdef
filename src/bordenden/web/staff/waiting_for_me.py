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
from bordenden.meetings.queries import today
from bordenden.pathways.queries import heads_of, running
from bordenden.plans import queries as plans
from bordenden.plans.queries import help_wanted, overdue_at, requests_to_answer
from bordenden.web.parts.around import every_words
from bordenden.web.parts.help import HelpPart, help_part
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import given_names
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.meetings.models import Conversation
    from bordenden.pathways.models import Table
    from bordenden.plans.models import Chosen, PlanVersion, SmallStep

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
    QUIET = 7
    GIVE = 8
    GAP = 9


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
    """Who wrote or tried to call and has no answer yet, the most urgent first; and who did not come.

    Then those with whom it is longer ago than agreed, and those whose mentor they cannot call or know nothing of.
    """
    late = contactlog.answer_expected_before(at=visit.at)
    tables, also = plans.to_see_to(tables=running(tables=visit.reachable()), at=visit.at)
    due = contactlog.who_waits(tables=tables, late=late, at=visit.at, also=also)[:most]
    return [_contact(table, visit.at) for table in due]


def _contact(table: "Table", at: datetime) -> Waiting:
    due, since = attrgetter("due", "waits_since")(table)
    rank, text = _CONTACTS[due]
    every = every_words(table.every_days).lower() if rank == Rank.QUIET else ""  # type: ignore[attr-defined]
    words = text % {"name": NAME, "when": moment(since, seen=at), "every": every}
    return Waiting(rank, since, words, _("Se %(name)s") % {"name": NAME}, reverse("case", args=(table.pk,)), table)


# What `contactlog.queries.who_waits` finds, by its `due`.
_CONTACTS: dict[int, tuple[Rank, Promise]] = {
    1: (Rank.URGENT, gettext_lazy("Det haster for %(name)s: en plads er fundet eller i fare. Siden %(when)s.")),
    2: (Rank.OVERDUE, gettext_lazy("%(name)s har ventet på svar siden %(when)s.")),
    3: (Rank.CARE, gettext_lazy("Ring og hør, hvordan %(name)s har det. I mødtes ikke sidst.")),
    4: (Rank.ANSWER, gettext_lazy("%(name)s venter på svar siden %(when)s.")),
    5: (Rank.QUIET, gettext_lazy("I har aftalt kontakt %(every)s. Det er længere siden, du talte med %(name)s.")),
    6: (Rank.GAP, gettext_lazy("%(name)s kan ikke ringe til sin mentor: telefon eller træffetid mangler.")),
    7: (Rank.GAP, gettext_lazy("Planen for %(name)s siger ikke, hvad mentoren er der for.")),
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


def wishes_asked(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who has asked for something of what there is and waits for an answer, the oldest first."""
    rows = requests_to_answer(rows=gate.reachable(visit.viewer, acts.CHOSEN_ANSWER, at=visit.at))[:most]
    return [_wish(row, visit.at) for row in rows]


def _wish(chosen: "Chosen", at: datetime) -> Waiting:
    """What she asks for may tell of illness: it stands on its own page, not in the list."""
    words = _("%(name)s har bedt om noget og venter på svar siden %(when)s.")
    text = words % {"name": NAME, "when": moment(chosen.status_at, seen=at)}
    button, url = _("Svar %(name)s") % {"name": NAME}, reverse("chosen_answer", args=(chosen.pk,))
    return Waiting(Rank.ANSWER, chosen.status_at, text, button, url, chosen.table)


def plans_to_give(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who has agreed to a plan and has not had it on paper in time, the longest wait first."""
    rows = overdue_at(tables=running(tables=visit.reachable()), at=visit.at)[:most]
    return [_plan_to_give(row, visit.at) for row in rows]


def _plan_to_give(version: "PlanVersion", at: datetime) -> Waiting:
    since = version.agreed_at or at
    words = _("%(name)s sagde ja til planen %(when)s og har ikke fået den på papir.")
    text = words % {"name": NAME, "when": moment(since, seen=at)}
    button = _("Giv %(name)s planen") % {"name": NAME}
    return Waiting(Rank.GIVE, since, text, button, reverse("handover_new", args=(version.pk,)), version.table)


def steps_to_help_with(visit: Visit["Table"], most: int) -> list[Waiting]:
    """Who wants help with a small step, who asked first at the top; not what the mentor is to help with."""
    steps = gate.reachable(visit.viewer, acts.OWN_STEP_MARK, at=visit.at)
    rows = help_wanted(steps=steps).select_related("table")[:most]
    return [_step(row, row.help_wanted_at) for row in rows if row.help_wanted_at is not None]


def _step(step: "SmallStep", since: datetime) -> Waiting:
    words = _("%(name)s vil gerne have hjælp til et lille skridt: %(step)s") % {"name": NAME, "step": step.words}
    button = _("Se planen for %(name)s") % {"name": NAME}
    return Waiting(Rank.HELP, since, words, button, reverse("case_plan", args=(step.plan_id,)), step.table)


SOURCES: tuple[Source, ...] = (
    contacts,
    help_asked,
    steps_to_help_with,
    talks_today,
    wishes_asked,
    plans_to_give,
)


def who_waits(visit: Visit["Table"], most: int) -> list[Waiting]:
    """The most urgent of all kinds, at most so many; each kind is cut in SQL, and all names are one query."""
    found = sorted(one for source in SOURCES for one in source(visit, most))[:most]
    heads = heads_of(tables=[one.table for one in found if one.table is not None], at=visit.at)
    return [_named(one, given_names(heads.get(one.table.pk, ()))) if one.table is not None else one for one in found]


def _named(one: Waiting, name: str) -> Waiting:
    return replace(one, text=one.text.replace(NAME, name), button=one.button.replace(NAME, name))
