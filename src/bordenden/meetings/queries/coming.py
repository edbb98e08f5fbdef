"""The next conversation, its agenda and boundaries, the notes, what is agreed; whose answer on whether it helped."""

from dataclasses import dataclass
from datetime import datetime
from operator import itemgetter
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.utils.timezone import localdate, localtime

from bordenden.audit.actions import Actor
from bordenden.contactlog.models import Entry, HelpRequest
from bordenden.contactlog.queries import waiting
from bordenden.contactlog.words import HelpKind
from bordenden.foundation.days import end_of
from bordenden.foundation.prepared import Question
from bordenden.meetings.models import (
    AgendaItem,
    Agreement,
    Boundary,
    Conversation,
    Helpfulness,
    Note,
    SelfCheck,
)
from bordenden.meetings.words import OWN_PART
from bordenden.pathways.models import Table
from bordenden.people.models import Person
from bordenden.plans.models import Plan, Statement
from bordenden.plans.words import SPOKEN

OPEN = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A conversation prepared in a minute: her boundaries, the agenda, what is still open, and her own words."""

    boundaries: tuple[Boundary, ...]
    agenda: tuple[AgendaItem, ...]
    agreements: tuple[Agreement, ...]
    last: Note | None
    words: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What has a page of its own at a table: the plan, the next talk and when it is, and what she asks for."""

    plan: UUID | None
    talk: tuple[UUID, datetime] | None
    asked: tuple[tuple[UUID, HelpKind], ...]


_PLAN, _TALK = "plan", "talk"


def next_conversation(*, table: Table, at: datetime) -> Conversation | None:
    """The next that is planned; one of today stays the next until it is noted or the day is over. One query."""
    return next(iter(_next.ask(table=table.pk, day=_day(at))), None)


@Question
def _next(*, table: UUID, day: datetime) -> QuerySet[Conversation]:
    return _planned_from(Table(pk=table), day)[:1]


def _planned_from(table: Table, day: datetime) -> QuerySet[Conversation]:
    return _waiting(table).filter(starts_at__gte=day).order_by("starts_at", "pk")


def planned(begin: int, end: int, *, table: Table, at: datetime) -> list[Conversation]:
    """What is planned from today on, the soonest first, from a place to another."""
    return _planned.ask(begin, end, table=table.pk, day=_day(at))


@Question
def _planned(begin: int, end: int, *, table: UUID, day: datetime) -> QuerySet[Conversation]:
    return _planned_from(Table(pk=table), day)[begin:end]


def ahead(*, table: Table, at: datetime) -> Ahead:
    """The plan, the next talk and what she asks for at a table, each by its id: one query for one page's links."""
    talks = _planned_from(table, _day(at)).order_by().values_list("pk", Value(_TALK), "starts_at")
    asked = waiting(requests=HelpRequest.objects.filter(table=table)).order_by().values_list("pk", "kind", "asked_at")
    plans = Plan.objects.filter(table=table).order_by().values_list("pk", Value(_PLAN), "begun_at")
    rows = sorted(talks.union(asked, plans, all=True), key=itemgetter(2))
    kinds = {kind.value for kind in HelpKind}
    return Ahead(
        plan=next((pk for pk, what, _when in rows if what == _PLAN), None),
        talk=next(((pk, when) for pk, what, when in rows if what == _TALK), None),
        asked=tuple((pk, HelpKind(what)) for pk, what, _when in rows if what in kinds),
    )


def today(*, tables: QuerySet[Table], talks: QuerySet[Conversation], at: datetime) -> QuerySet[Conversation]:
    """Of these talks at these tables those of today that nobody has noted or cancelled, the soonest first."""
    day = _day(at)
    rows = talks.filter(table__in=tables.values("pk"), held_at__isnull=True, cancelled_at__isnull=True)
    return rows.filter(starts_at__gte=day, starts_at__lt=end_of(localdate(at))).order_by("starts_at", "pk")


def meet_today(*, table: Table, at: datetime) -> QuerySet[Conversation]:
    """What is planned for today at the table, or was held today."""
    rows = Conversation.objects.filter(table=table, cancelled_at__isnull=True)
    return rows.filter(starts_at__gte=_day(at), starts_at__lt=end_of(localdate(at))).order_by("starts_at", "pk")


def awaiting_note(begin: int, end: int, *, table: Table, at: datetime) -> list[Conversation]:
    """Conversations whose day is over and that nobody has noted or cancelled, the newest first, as above."""
    return _unnoted.ask(begin, end, table=table.pk, day=_day(at))


@Question
def _unnoted(begin: int, end: int, *, table: UUID, day: datetime) -> QuerySet[Conversation]:
    return _waiting(Table(pk=table)).filter(starts_at__lt=day).order_by("-starts_at", "pk")[begin:end]


def agenda_of(*, conversation: Conversation, at: datetime) -> list[AgendaItem]:
    """What they will talk about, in her order; of one that was held, what became of each. One query.

    The next conversation takes along what waits and what an earlier one left open; a later one has only its own.
    """
    facts = {"conversation": conversation.pk, "table": conversation.table_id}
    if conversation.held_at is not None or conversation.cancelled_at is not None:
        return _settled_in.ask(**facts)
    return _to_talk_about.ask(**facts, starts_at=conversation.starts_at, day=_day(at))


@Question
def _settled_in(*, conversation: UUID, table: UUID) -> QuerySet[AgendaItem]:
    rows = AgendaItem.objects.filter(table_id=table, conversation_id=conversation).exclude(settled=OPEN)
    return rows.select_related("put_by").order_by(*ORDER)


@Question
def _to_talk_about(*, conversation: UUID, table: UUID, starts_at: datetime, day: datetime) -> QuerySet[AgendaItem]:
    others = Conversation.objects.filter(_NOT_OVER, table_id=table)
    sooner = others.filter(starts_at__gte=day, starts_at__lt=starts_at)
    one = Conversation(pk=conversation, table_id=table, starts_at=starts_at)
    taken_along = _taken_along(one) & ~Exists(sooner)
    rows = AgendaItem.objects.filter(Q(conversation_id=conversation) | taken_along, table_id=table, settled=OPEN)
    return rows.select_related("put_by").order_by(*ORDER)


def some_waiting_items(begin: int, end: int, *, table: Table, coming: Conversation | None) -> list[AgendaItem]:
    """Of these those from a place to another."""
    if coming is None:
        return _all_waiting.ask(begin, end, table=table.pk)
    return _waiting_until.ask(begin, end, table=table.pk, starts_at=coming.starts_at)


@Question
def _all_waiting(begin: int, end: int, *, table: UUID) -> QuerySet[AgendaItem]:
    return waiting_items(table=Table(pk=table), coming=None)[begin:end]


@Question
def _waiting_until(begin: int, end: int, *, table: UUID, starts_at: datetime) -> QuerySet[AgendaItem]:
    return waiting_items(table=Table(pk=table), coming=Conversation(starts_at=starts_at))[begin:end]


def waiting_items(*, table: Table, coming: Conversation | None) -> QuerySet[AgendaItem]:
    """What stands on the agenda of the next conversation, planned already or not (None). One query."""
    rows = AgendaItem.objects.filter(table=table, settled=OPEN)
    if coming is not None:
        rows = rows.filter(_taken_along(coming))
    return rows.select_related("put_by").order_by(*ORDER)


def own_parts(*, table: Table) -> QuerySet[AgendaItem]:
    """Who presents the own part of a family's plan in the next conversation, in the order the heads gave."""
    rows = AgendaItem.objects.filter(table=table, settled=OPEN, topic=OWN_PART)
    return rows.select_related("put_by").order_by(*ORDER)


def presenting_next(*, table: Table, at: datetime) -> tuple[Conversation | None, list[str]]:
    """The next conversation at which own parts are presented, and the lines in order. One query.

    None with no line when nobody presents anything, or no day is set. The conversation is a copy with its moment,
    place and length alone.
    """
    told = _presented.ask(table=table.pk, day=_day(at))
    if not told:
        return None, []
    _words, starts_at, where, minutes = told[0]
    return Conversation(starts_at=starts_at, place=where, minutes=minutes), [row[0] for row in told]


@Question
def _presented(*, table: UUID, day: datetime) -> QuerySet[AgendaItem, tuple[str, datetime, str, int]]:
    coming = _planned_from(Table(pk=table), day)
    starts, place, long = (Subquery(coming.values(name)[:1]) for name in ("starts_at", "place", "minutes"))
    rows = own_parts(table=Table(pk=table)).annotate(day=starts, place=place, long=long).filter(day__isnull=False)
    return rows.values_list("words", "day", "place", "long")


def open_items(*, table: Table) -> list[AgendaItem]:
    """Every item that is not settled, in her order."""
    return _open_items.ask(table=table.pk)


@Question
def _open_items(*, table: UUID) -> QuerySet[AgendaItem]:
    return AgendaItem.objects.filter(table_id=table, settled=OPEN).order_by(*ORDER)


def boundaries_of(*, conversation: Conversation, at: datetime) -> list[Boundary]:
    """What she will not talk about; empty for everybody once the day is over."""
    if not takes_boundaries(conversation=conversation, at=at):
        return []
    return _boundaries.ask(conversation=conversation.pk)


@Question
def _boundaries(*, conversation: UUID) -> QuerySet[Boundary]:
    return Boundary.objects.filter(conversation_id=conversation).order_by("drawn_at", "pk")


def takes_boundaries(*, conversation: Conversation, at: datetime) -> bool:
    """Whether she may still draw one: until the day is over."""
    return conversation.cancelled_at is None and localdate(at) <= localdate(conversation.starts_at)


def notes_of(*, conversation: Conversation) -> list[Note]:
    """The note as first written and its corrections, in order; the last one stands. One query."""
    return _notes.ask(conversation=conversation.pk)


@Question
def _notes(*, conversation: UUID) -> QuerySet[Note]:
    return Note.objects.filter(conversation_id=conversation).select_related("written_by").order_by("version")


def standing_note(*, conversation: Conversation) -> Note | None:
    """What stands of what was said, or None while nothing is noted."""
    chain = notes_of(conversation=conversation)
    return chain[-1] if chain else None


def note_of(*, entry: Entry) -> Note | None:
    """The standing note of the conversation this contact was, or None for another contact. One query."""
    of_it = Note.objects.filter(conversation=OuterRef("conversation"), entry=entry.corrects_id or entry.pk)
    return (
        Note.objects.filter(Exists(of_it)).select_related("conversation", "written_by").order_by("-version").first()
    )


def last_note(*, table: Table) -> Note | None:
    """What stands of the newest held conversation: her view, the frames. One query."""
    return next(iter(_last_note.ask(table=table.pk)), None)


@Question
def _last_note(*, table: UUID) -> QuerySet[Note]:
    notes = Note.objects.filter(table=table).select_related("conversation", "written_by")
    return notes.order_by("-conversation__held_at", "-version")[:1]


def first_writer(*, agreement: Agreement) -> Person:
    """The caseworker who wrote the agreement down. One query."""
    return Note.objects.select_related("written_by").get(pk=agreement.note_id).written_by


def open_agreements(begin: int | None = None, end: int | None = None, *, table: Table) -> list[Agreement]:
    """What is agreed and not done, the oldest first; from a place to another, or all."""
    return _open_agreements.ask(begin, end, table=table.pk)


@Question
def _open_agreements(begin: int | None, end: int | None, *, table: UUID) -> QuerySet[Agreement]:
    rows = Agreement.objects.filter(table_id=table, done_at__isnull=True)
    return rows.order_by("agreed_at", "position", "pk")[begin:end]


def prepared(*, conversation: Conversation, at: datetime) -> Prepared:
    """All of a conversation on one page."""
    table = conversation.table
    return Prepared(
        tuple(boundaries_of(conversation=conversation, at=at)),
        tuple(agenda_of(conversation=conversation, at=at)),
        tuple(open_agreements(table=table)),
        last_note(table=table),
        her_words(table=table),
    )


def her_words(*, table: Table) -> tuple[Statement, ...]:
    """What she says of herself on her plan, each kind as it stands; what she took back is left out. One query."""
    order = {str(kind): place for place, kind in enumerate(SPOKEN)}
    return tuple(sorted(_her_words.ask(table=table.pk), key=lambda row: order[row.kind]))


@Question
def _her_words(*, table: UUID) -> QuerySet[Statement]:
    later = Statement.objects.filter(plan=OuterRef("plan"), kind=OuterRef("kind"), version__gt=OuterRef("version"))
    rows = Statement.objects.filter(~Exists(later), table=table).filter(kind__in=SPOKEN).exclude(words="")
    return rows.order_by("kind")


def may_be_noted(*, conversation: Conversation, at: datetime) -> bool:
    """From the day it is planned for; a cancelled one never."""
    return conversation.cancelled_at is None and localdate(conversation.starts_at) <= localdate(at)


def may_be_judged(*, conversation: Conversation, at: datetime) -> bool:
    """Whether one may say if it helped: once it has begun, until the next one begins."""
    begun = conversation.held_at or conversation.starts_at
    if conversation.cancelled_at is not None or begun > at:
        return False
    later = Conversation.objects.filter(
        table=conversation.table_id, cancelled_at__isnull=True, starts_at__gt=conversation.starts_at
    )
    return not later.filter(starts_at__lte=at).exists()


def to_be_judged(*, table: Table, person: Actor, at: datetime) -> Conversation | None:
    """The newest conversation that has begun, unless this person has said already whether it helped. One query."""
    found = _newest_begun.ask(table=table.pk, person=person.pk, at=at)
    unsaid = [newest for newest in found if not getattr(newest, "said")]  # noqa: B009 (the annotation gives it)
    return unsaid[0] if unsaid else None


@Question
def _newest_begun(*, table: UUID, person: UUID, at: datetime) -> QuerySet[Conversation]:
    """With whether the person has said it helped, or not (`said`)."""
    said = Helpfulness.objects.filter(conversation=OuterRef("pk"), said_by_id=person)
    rows = Conversation.objects.filter(table=table, cancelled_at__isnull=True, starts_at__lte=at)
    return rows.annotate(said=Exists(said)).order_by("-starts_at", "pk")[:1]


def was_held_by(*, conversation: Conversation, person: Actor) -> bool:
    """Whether this very person held the conversation: wrote the first note of it."""
    return Note.objects.filter(conversation=conversation, version=1, written_by_id=person.pk).exists()


def own_answer(*, conversation: Conversation, person: Actor) -> Helpfulness | None:
    """What this very person said on whether it helped; nobody else's."""
    return Helpfulness.objects.filter(conversation=conversation, said_by_id=person.pk).first()


def own_check(*, conversation: Conversation, person: Actor) -> SelfCheck | None:
    """What this very caseworker answered himself; nobody else's."""
    return SelfCheck.objects.filter(conversation=conversation, person_id=person.pk).first()


ORDER = ("position", "put_at", "pk")
_NOT_OVER = Q(held_at__isnull=True, cancelled_at__isnull=True)


def _waiting(table: Table) -> QuerySet[Conversation]:
    return Conversation.objects.filter(_NOT_OVER, table=table)


def _taken_along(coming: Conversation) -> Q:
    """What waits, and what stands on this conversation or an earlier one."""
    return Q(conversation__isnull=True) | Q(conversation__starts_at__lte=coming.starts_at)


def _day(at: datetime) -> datetime:
    """The beginning of the Danish day."""
    return localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
