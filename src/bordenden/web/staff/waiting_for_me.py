"""Hvem venter på mig: the most urgent come first, whatever the kind.

What comes from the contacts is one question and all other kinds another (`waiting_kinds`), so that another kind costs
nothing. The tables shown go through `visit.among()`, so that whoever is shown is noted as looked at.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bordenden.pathways.queries import heads_of
from bordenden.web.parts.around import every_words
from bordenden.web.parts.moments import moment
from bordenden.web.parts.names import given_names
from bordenden.web.parts.said_when import weekday
from bordenden.web.staff.waiting_kinds import Due, Line, Rank, dues, lines
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

FEW = 3
# Stands in a line until all names are read at once; nobody is called so.
NAME = "\x1aname\x1a"
MANY = 100


@dataclass(frozen=True, slots=True, order=True)
class Waiting:
    """Somebody who waits: a line, and the one place to go to. With `table`, NAME is who sits at its head."""

    rank: Rank
    since: datetime
    text: str
    button: str
    url: str
    table: UUID | None = field(default=None, compare=False)


def contacts(visit: Visit["Table"], most: int, *, everything: bool) -> list[Waiting]:
    """Who wrote or tried to call and has no answer yet, the most urgent first; and who did not come.

    With `everything` then those with whom it is longer ago than agreed, and those whose mentor they cannot call or
    know nothing of: not for the three lines of the first page.
    """
    return [_contact(due, visit.at) for due in dues(visit, most, everything=everything)]


def _contact(due: Due, at: datetime) -> Waiting:
    rank, text = _CONTACTS[due.kind]
    every = every_words(due.every).lower() if rank == Rank.QUIET and due.every is not None else ""
    words = text % {"name": NAME, "when": moment(due.since, seen=at), "every": every}
    return Waiting(
        rank, due.since, words, _("Se %(name)s") % {"name": NAME}, reverse("case", args=(due.table,)), due.table
    )


# What `contactlog.queries.who_waits` finds, by its `due`.
_CONTACTS: dict[int, tuple[Rank, Promise]] = {
    1: (Rank.URGENT, gettext_lazy("Det haster for %(name)s: en plads er fundet eller i fare. Siden %(when)s.")),
    2: (Rank.OVERDUE, gettext_lazy("%(name)s har ventet på svar siden %(when)s.")),
    3: (Rank.CARE, gettext_lazy("Ring og hør, hvordan %(name)s har det. I mødtes ikke sidst.")),
    4: (Rank.ANSWER, gettext_lazy("%(name)s venter på svar. Siden %(when)s.")),
    5: (Rank.QUIET, gettext_lazy("I har aftalt kontakt %(every)s. Det er længere siden, du talte med %(name)s.")),
    6: (Rank.GAP, gettext_lazy("%(name)s kan ikke ringe til sin mentor: telefon eller træffetid mangler.")),
    7: (Rank.GAP, gettext_lazy("Planen for %(name)s siger ikke, hvad mentoren er der for.")),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of line is said, what its button says, and the page it leads to (of the table, or of the thing)."""

    words: Promise
    button: Promise
    page: str
    at_table: bool = False


KINDS: dict[str, Kind] = {
    "call": Kind(gettext_lazy("%(name)s vil gerne ringes op."), gettext_lazy("Ring til %(name)s"), "help_answer"),
    "ask": Kind(gettext_lazy("%(name)s har spurgt om noget."), gettext_lazy("Svar %(name)s"), "help_answer"),
    "step": Kind(
        gettext_lazy("%(name)s vil gerne have hjælp til et lille skridt. Siden %(when)s."),
        gettext_lazy("Se planen for %(name)s"),
        "case_plan",
    ),
    "review": Kind(
        gettext_lazy("Ring og hør, hvordan %(name)s har det. Det er længe siden, I har hørt fra hinanden."),
        gettext_lazy("Se, hvordan I kommer videre: %(name)s"),
        "review",
    ),
    "talk": Kind(
        gettext_lazy("Du taler med %(name)s %(when)s."),
        gettext_lazy("Forbered samtalen med %(name)s"),
        "conversation",
    ),
    "message": Kind(
        gettext_lazy("%(name)s har skrevet til dig. Siden %(when)s."),
        gettext_lazy("Læs og svar %(name)s"),
        "case_thread",
    ),
    # What she asks for may tell of illness: it stands on its own page, not in the list.
    "wish": Kind(
        gettext_lazy("%(name)s har bedt om noget og har ventet på svar siden %(when)s."),
        gettext_lazy("Svar %(name)s"),
        "chosen_answer",
    ),
    "give": Kind(
        gettext_lazy("%(name)s sagde ja til planen %(when)s og har ikke fået den på papir."),
        gettext_lazy("Giv %(name)s planen"),
        "handover_new",
    ),
    "after": Kind(
        gettext_lazy("Forløbet med %(name)s er slut. Hør, hvordan det går nu."),
        gettext_lazy("Skriv, hvordan det går: %(name)s"),
        "follow_up",
    ),
    "letter": Kind(
        gettext_lazy("Et brev ved bordet med %(name)s skal sendes. Siden %(when)s."),
        gettext_lazy("Skriv brevet ud: %(name)s"),
        "case_letters",
        at_table=True,
    ),
    "mentor_offer": Kind(
        gettext_lazy("%(name)s er ikke tilbudt en mentor endnu."),
        gettext_lazy("Tilbyd %(name)s en mentor"),
        "case_mentor",
        at_table=True,
    ),
    "mentor_choice": Kind(
        gettext_lazy("%(name)s sagde ja tak til en mentor %(when)s og har ikke valgt en endnu."),
        gettext_lazy("Se mentor for %(name)s"),
        "case_mentor",
        at_table=True,
    ),
    "mentor_write": Kind(
        gettext_lazy("%(name)s har valgt en mentor. Aftalen er ikke skrevet endnu."),
        gettext_lazy("Skriv mentoraftalen for %(name)s"),
        "case_mentor",
        at_table=True,
    ),
    "mentor_rewrite": Kind(
        gettext_lazy("Mentoraftalen for %(name)s skal være anderledes."),
        gettext_lazy("Læs ønsket, og skriv om: %(name)s"),
        "case_mentor",
        at_table=True,
    ),
    "mentor_renew": Kind(
        gettext_lazy("Mentoraftalen for %(name)s slutter snart eller er slut. Tal om, hvad der så skal ske."),
        gettext_lazy("Forny mentoraftalen for %(name)s"),
        "case_mentor",
        at_table=True,
    ),
}


def others(visit: Visit["Table"], most: int, *, everything: bool) -> list[Waiting]:
    """Everybody who waits for something else than a contact: one query, however many kinds there are."""
    return [_other(line, visit.at) for line in lines(visit, most, everything=everything)]


def _other(line: Line, at: datetime) -> Waiting:
    kind = KINDS[line.what]
    text = f"{kind.words} {_promised(line.due, at)}".strip() % {"name": NAME, "when": moment(line.began, seen=at)}
    url = reverse(kind.page, args=(line.table if kind.at_table else line.about,))
    return Waiting(Rank(line.rank), line.began, text, kind.button % {"name": NAME}, url, line.table)


def _promised(due: date | None, at: datetime) -> str:
    if due is None:
        return ""
    words = _("Dagen er gået: %(due)s.") if due < localdate(at) else _("Lovet senest %(due)s.")
    return words % {"due": weekday(due)}


def who_waits(visit: Visit["Table"], most: int, *, everything: bool = False) -> list[Waiting]:
    """The most urgent of all kinds, at most so many; the tables are looked at in one query, all names are another."""
    both = contacts(visit, most, everything=everything), others(visit, most, everything=everything)
    # What is said twice of one table (two mentors without an agreement) is one thing to do: the more urgent stands.
    urgent_last = sorted((one for kind in both for one in kind), reverse=True)
    once = {(one.url, one.text): one for one in urgent_last}
    found = sorted(once[what] for what in once)[:most]
    tables = visit.among({one.table for one in found if one.table is not None})
    heads = heads_of(tables=tables, at=visit.at)
    names = {table.pk: given_names(heads.get(table.pk, ())) for table in tables}
    return [_named(one, names[one.table]) for one in found if one.table in names]


def _named(one: Waiting, name: str) -> Waiting:
    return replace(one, text=one.text.replace(NAME, name), button=one.button.replace(NAME, name))
