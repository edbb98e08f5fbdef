"""What a caseworker may have waiting beside the contacts: each kind is a few columns of one query."""

from datetime import date, datetime
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from uuid import UUID

from django.db.models import Case, CharField, DateField, F, IntegerField, Q, QuerySet, Value, When
from django.utils.timezone import localdate

from bordenden.access import acts, gate
from bordenden.contactlog import queries as contactlog
from bordenden.contactlog.words import HelpKind
from bordenden.exchange.queries import unread_threads
from bordenden.meetings.queries import today
from bordenden.mentors.queries import not_chosen, not_written, to_offer, to_write_anew
from bordenden.pathways.queries import running
from bordenden.plans.queries import help_wanted, overdue_at, requests_to_answer
from bordenden.post.queries import first_on_paper
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


def lines(visit: Visit["Table"], most: int, *, everything: bool = False) -> list[Line]:
    """The most urgent of every kind at the tables one sits at, cut in SQL; one query. `everything`: gaps too."""
    first, *others = [kind(visit) for kind in (*KINDS, *(GAPS if everything else ()))]
    return [Line(*row) for row in first.union(*others, all=True).order_by(*URGENT_FIRST)[:most]]


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


def _help(visit: Visit["Table"]) -> Rows:
    """Who asks to be called, or asks something; whoever was promised an answer by now goes before."""
    rows = contactlog.waiting(requests=gate.reachable(visit.viewer, acts.HELP_ANSWER, at=visit.at))
    late = When(due_on__lt=localdate(visit.at), then=Value(int(Rank.OVERDUE)))
    rank = Case(late, default=Value(int(Rank.HELP)), output_field=IntegerField())
    call = When(kind=HelpKind.CALL_ME, then=Value("call"))
    what = Case(call, default=Value("ask"), output_field=CharField())
    return _columns(rows.select_related(None), rank, what, "asked_at", due="due_on")


def _steps(visit: Visit["Table"]) -> Rows:
    """Who wants help with a small step; not what the mentor is to help with."""
    rows = help_wanted(steps=gate.reachable(visit.viewer, acts.OWN_STEP_MARK, at=visit.at))
    return _columns(rows, Rank.HELP, "step", "help_wanted_at", "plan_id")


def _talks(visit: Visit["Table"]) -> Rows:
    """Whom one talks with today."""
    talks = gate.reachable(visit.viewer, acts.CONVERSATION_READ, at=visit.at)
    rows = today(tables=gate.reachable(visit.viewer, acts.CASE_READ, at=visit.at), talks=talks, at=visit.at)
    return _columns(rows, Rank.TODAY, "talk", "starts_at")


def _wishes(visit: Visit["Table"]) -> Rows:
    """Who has asked for something of what there is and waits for an answer."""
    rows = requests_to_answer(rows=gate.reachable(visit.viewer, acts.CHOSEN_ANSWER, at=visit.at))
    return _columns(rows.select_related(None), Rank.ANSWER, "wish", "status_at")


def _plans(visit: Visit["Table"]) -> Rows:
    """Who has agreed to a plan and has not had it on paper in time."""
    tables = running(tables=gate.reachable(visit.viewer, acts.CASE_READ, at=visit.at))
    rows = overdue_at(tables=tables, at=visit.at)
    return _columns(rows.select_related(None), Rank.GIVE, "give", "agreed_at")


def _messages(visit: Visit["Table"]) -> Rows:
    """Who has written what the caseworker has not read."""
    own = gate.reachable(visit.viewer, acts.THREAD_WRITE, at=visit.at)
    rows = unread_threads(threads=own, to=visit.viewer.person)
    return _columns(rows.select_related(None), Rank.ANSWER, "message", "since")


def _letters(visit: Visit["Table"]) -> Rows:
    """Whom a letter on paper is to be sent to, one line a table."""
    tables = gate.reachable(visit.viewer, acts.CASE_READ, at=visit.at)
    rows = first_on_paper(tables=tables.order_by().values("pk"), besides=visit.viewer.person)
    return _columns(rows, Rank.LETTER, "letter", "queued_at", place="table")


def _own(visit: Visit["Table"]) -> "QuerySet[Table]":
    return running(tables=gate.reachable(visit.viewer, acts.CASE_READ, at=visit.at))


def _no_offer(visit: Visit["Table"]) -> Rows:
    """Who was never offered a mentor."""
    return _columns(to_offer(tables=_own(visit)), Rank.GAP, "mentor_offer", "opened_at", place="pk")


def _no_mentor(visit: Visit["Table"]) -> Rows:
    """Who said yes to a mentor and has not chosen one."""
    return _columns(not_chosen(tables=_own(visit)), Rank.GAP, "mentor_choice", "answered_at")


def _no_agreement(visit: Visit["Table"]) -> Rows:
    """Who has a mentor and no agreement that says what for."""
    return _columns(not_written(tables=_own(visit)), Rank.GAP, "mentor_write", "starts_at")


def _agreements(visit: Visit["Table"]) -> Rows:
    """Whose agreement somebody wants otherwise; whose is soon over."""
    wanted = ~Q(changes_wanted_by="")
    rank = Case(When(wanted, then=Value(int(Rank.ANSWER))), default=Value(int(Rank.GAP)), output_field=IntegerField())
    what = Case(When(wanted, then=Value("mentor_rewrite")), default=Value("mentor_renew"), output_field=CharField())
    return _columns(to_write_anew(tables=_own(visit), at=visit.at), rank, what, "written_at")


KINDS = (_help, _steps, _talks, _wishes, _plans, _messages, _letters, _agreements)
GAPS = (_no_offer, _no_mentor, _no_agreement)
