"""What a caseworker may have waiting: the contacts are one question, all other kinds a few columns of another.

Both are asked on the first page of every caseworker, in the same words each time: they are prepared.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from uuid import UUID

from django.db.models import Case, CharField, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from bordenden.access import acts, gate
from bordenden.access.viewer import Viewer, nobody
from bordenden.contactlog import queries as contactlog
from bordenden.contactlog.words import HelpKind
from bordenden.exchange.queries import unread_threads
from bordenden.followup.queries import due
from bordenden.foundation.days import begin_of, end_of
from bordenden.foundation.prepared import Fact, Prepared
from bordenden.meetings.queries import today
from bordenden.mentors.queries import ends_soon_by, not_chosen, not_written, to_offer, to_write_anew
from bordenden.pathways.queries import running
from bordenden.plans import queries as plans
from bordenden.plans.words import Rhythm
from bordenden.post.queries import first_on_paper
from bordenden.reviews.queries import open_reviews
from bordenden.web.threshold.visit import Visit

if TYPE_CHECKING:
    from bordenden.pathways.models import Table

Rows: TypeAlias = QuerySet[Any, Any]
COLUMNS = ("line_rank", "line_began", "line_what", "line_about", "line_place", "line_due")
URGENT_FIRST = ("line_rank", "line_began", "line_about")


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
    LETTER = 10


class Line(NamedTuple):
    """Somebody who waits: how urgent, since when, for what, about which thing, at which table, promised by when."""

    rank: int
    began: datetime
    what: str
    about: UUID
    table: UUID
    due: date | None


class Due(NamedTuple):
    """A table where an answer, care or a call is due: which kind of contact, since when, how often they agreed."""

    table: UUID
    kind: int
    since: datetime
    every: int | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and when."""

    viewer: Viewer
    at: datetime


def lines(visit: Visit["Table"], most: int, *, everything: bool) -> list[Line]:
    """The most urgent of every kind beside the contacts at the tables one sits at; with `everything` gaps too.

    One query, cut in SQL.
    """
    question = _ALL_LINES if everything else _LINES
    return [Line(*row) for row in question.ask(Asker(visit.viewer, visit.at), most)]


def dues(visit: Visit["Table"], most: int, *, everything: bool) -> list[Due]:
    """The most urgent contacts. One query, cut in SQL; `everything` as `waiting_for_me.contacts` says it."""
    question = _ALL_DUE if everything else _DUE
    return [Due(*row) for row in question.ask(Asker(visit.viewer, visit.at), most)]


def pressing_line(asker: Asker, most: int) -> Rows:
    """The question behind `lines`."""
    return _together(KINDS, asker, most)


def every_line(asker: Asker, most: int) -> Rows:
    """The question behind `lines` with everything."""
    return _together((*KINDS, *GAPS), asker, most)


def _together(kinds: tuple[Callable[[Asker], Rows], ...], asker: Asker, most: int) -> Rows:
    first, *others = [kind(asker) for kind in kinds]
    rows: Rows = first.union(*others, all=True).order_by(*URGENT_FIRST)[:most]
    return rows


def pressing_due(asker: Asker, most: int) -> Rows:
    """The question behind `dues`: answers and care."""
    late = contactlog.answer_expected_before(at=asker.at)
    rows: Rows = contactlog.who_waits(tables=_own(asker), late=late, at=asker.at)
    return rows.values_list("pk", "due", "waits_since")[:most]


def every_due(asker: Asker, most: int) -> Rows:
    """The question behind `dues` with everything."""
    late = contactlog.answer_expected_before(at=asker.at)
    tables, also = plans.to_see_to(tables=_own(asker), at=asker.at)
    rows: Rows = contactlog.who_waits(tables=tables, late=late, at=asker.at, also=also)
    return rows.values_list("pk", "due", "waits_since", "every_days")[:most]


def _own(asker: Asker) -> "QuerySet[Table]":
    return running(tables=gate.reachable(asker.viewer, acts.CASE_READ, at=asker.at))


def _of_the_asker(asker: Asker) -> dict[str, Fact]:
    person, municipality = asker.viewer.pk, asker.viewer.municipality_id
    return {"person": person, "municipality": municipality, "at": asker.at}


def _of_the_lines(asker: Asker) -> Mapping[str, Fact]:
    day = localdate(asker.at)
    days: dict[str, Fact] = {"today": day, "begins": begin_of(day), "ends": end_of(day)}
    due: dict[str, Fact] = {"given_by": plans.due_before(asker.at), "ends_by": ends_soon_by(asker.at)}
    return {**_of_the_asker(asker), **days, **due}


def _of_the_contacts(asker: Asker) -> Mapping[str, Fact]:
    talked: dict[str, Fact] = {f"talked {every}": plans.talked_by(every, asker.at) for every in Rhythm}
    return {**_of_the_asker(asker), **talked, "answered_by": contactlog.answer_expected_before(at=asker.at)}


def _made_up() -> tuple[Asker, Asker]:
    """Two who ask and have nothing in common: neither is anybody."""
    return (
        Asker(nobody(1), datetime(2021, 3, 10, 9, 26, 53, 589793, tzinfo=UTC)),
        Asker(nobody(2), datetime(2024, 10, 24, 18, 28, 18, 284590, tzinfo=UTC)),
    )


def _columns(
    rows: Rows,
    rank: "Rank | Case",
    what: "str | Case",
    began: str,
    about: str = "pk",
    due: str = "",
    place: str = "table_id",
) -> Rows:
    """The rows as columns of Line. Written out with their kinds: the databases match them by place."""
    named: Rows = rows.order_by().annotate(
        line_rank=Value(int(rank)) if isinstance(rank, Rank) else rank,
        line_began=F(began),
        line_what=Value(what, CharField()) if isinstance(what, str) else what,
        line_about=F(about),
        line_place=F(place),
        line_due=F(due) if due else Value(None, DateField()),
    )
    columns: Rows = named.values_list(*COLUMNS)
    return columns


def _help(asker: Asker) -> Rows:
    """Who asks to be called, or asks something; whoever was promised an answer by now goes before."""
    rows = contactlog.waiting(requests=gate.reachable(asker.viewer, acts.HELP_ANSWER, at=asker.at))
    late = When(due_on__lt=localdate(asker.at), then=Value(int(Rank.OVERDUE)))
    rank = Case(late, default=Value(int(Rank.HELP)), output_field=IntegerField())
    call = When(kind=HelpKind.CALL_ME, then=Value("call"))
    what = Case(call, default=Value("ask"), output_field=CharField())
    return _columns(rows.select_related(None), rank, what, "asked_at", due="due_on")


def _steps(asker: Asker) -> Rows:
    """Who wants help with a small step; not what the mentor is to help with."""
    rows = plans.help_wanted(steps=gate.reachable(asker.viewer, acts.OWN_STEP_MARK, at=asker.at))
    return _columns(rows, Rank.HELP, "step", "help_wanted_at", "plan_id")


def _quiet(asker: Asker) -> Rows:
    """Whom somebody is to ask how it goes: it has been quiet for long."""
    rows = open_reviews(reviews=gate.reachable(asker.viewer, acts.REVIEW_HOLD, at=asker.at))
    return _columns(rows, Rank.CARE, "review", "opened_at")


def _talks(asker: Asker) -> Rows:
    """Whom one talks with today."""
    talks = gate.reachable(asker.viewer, acts.CONVERSATION_READ, at=asker.at)
    rows = today(tables=gate.reachable(asker.viewer, acts.CASE_READ, at=asker.at), talks=talks, at=asker.at)
    return _columns(rows, Rank.TODAY, "talk", "starts_at")


def _wishes(asker: Asker) -> Rows:
    """Who has asked for something of what there is and waits for an answer."""
    rows = plans.requests_to_answer(rows=gate.reachable(asker.viewer, acts.CHOSEN_ANSWER, at=asker.at))
    return _columns(rows.select_related(None), Rank.ANSWER, "wish", "status_at")


def _plans(asker: Asker) -> Rows:
    """Who has agreed to a plan and has not had it on paper in time."""
    tables = running(tables=gate.reachable(asker.viewer, acts.CASE_READ, at=asker.at))
    rows = plans.overdue_at(tables=tables, at=asker.at)
    return _columns(rows.select_related(None), Rank.GIVE, "give", "agreed_at")


def _messages(asker: Asker) -> Rows:
    """Who has written what the caseworker has not read."""
    own = gate.reachable(asker.viewer, acts.THREAD_WRITE, at=asker.at)
    rows = unread_threads(threads=own, to=asker.viewer.person)
    return _columns(rows.select_related(None), Rank.ANSWER, "message", "since")


def _letters(asker: Asker) -> Rows:
    """Whom a letter on paper is to be sent to, one line a table."""
    tables = gate.reachable(asker.viewer, acts.CASE_READ, at=asker.at)
    rows = first_on_paper(tables=tables.order_by().values("pk"), besides=asker.viewer.person)
    return _columns(rows, Rank.LETTER, "letter", "queued_at", place="table")


def _afterwards(asker: Asker) -> Rows:
    """Whose course is over, and the day has come to hear how it goes."""
    rows = due(rows=gate.reachable(asker.viewer, acts.FOLLOW_UP_NOTE, at=asker.at), at=asker.at)
    return _columns(rows, Rank.GAP, "after", "table__opened_at")


def _no_offer(asker: Asker) -> Rows:
    """Who was never offered a mentor."""
    return _columns(to_offer(tables=_own(asker)), Rank.GAP, "mentor_offer", "opened_at", place="pk")


def _no_mentor(asker: Asker) -> Rows:
    """Who said yes to a mentor and has not chosen one."""
    return _columns(not_chosen(tables=_own(asker)), Rank.GAP, "mentor_choice", "answered_at")


def _no_agreement(asker: Asker) -> Rows:
    """Who has a mentor and no agreement that says what for."""
    return _columns(not_written(tables=_own(asker)), Rank.GAP, "mentor_write", "starts_at")


def _agreements(asker: Asker) -> Rows:
    """Whose agreement somebody wants otherwise; whose is soon over."""
    wanted = ~Q(changes_wanted_by="")
    rank = Case(When(wanted, then=Value(int(Rank.ANSWER))), default=Value(int(Rank.GAP)), output_field=IntegerField())
    what = Case(When(wanted, then=Value("mentor_rewrite")), default=Value("mentor_renew"), output_field=CharField())
    return _columns(to_write_anew(tables=_own(asker), at=asker.at), rank, what, "written_at")


KINDS = (_help, _steps, _quiet, _talks, _wishes, _plans, _messages, _letters, _agreements, _afterwards)
GAPS = (_no_offer, _no_mentor, _no_agreement)


_LINES = Prepared(pressing_line, _of_the_lines, _made_up)
_ALL_LINES = Prepared(every_line, _of_the_lines, _made_up)
_DUE = Prepared(pressing_due, _of_the_contacts, _made_up)
_ALL_DUE = Prepared(every_due, _of_the_contacts, _made_up)
