"""Reads of what she has chosen for her plan, and of the words of hers it can build on."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID
from zlib import crc32

from django.db.models import Case, Exists, F, Max, OuterRef, Q, QuerySet, When

from bordenden.foundation.prepared import Question
from bordenden.offers.models import Offer, Waiting
from bordenden.pathways.models import Table
from bordenden.plans.models import Chosen, ChosenMark, ComplaintGuide, Decision, Plan, Ruling, Statement
from bordenden.plans.queries.words import to_build_on
from bordenden.plans.words import ENDED, OVER, SPOKEN, ChosenStatus


def chosen_on(*, plan: Plan) -> QuerySet[Chosen]:
    """What she has chosen and not ended, in her order, each with its offer."""
    rows = Chosen.objects.filter(plan=plan).exclude(status__in=ENDED)
    return rows.select_related("offer", "waiting").order_by("position", "pk")


def first_chosen(most: int, *, plan: Plan) -> list[Chosen]:
    """So many of `chosen_on`. One query."""
    return _first_chosen.ask(most, plan=plan.pk)


@Question
def _first_chosen(most: int, *, plan: UUID) -> QuerySet[Chosen]:
    return chosen_on(plan=Plan(pk=plan))[:most]


def all_chosen(most: int, *, plan: Plan) -> list[Chosen]:
    """What she has chosen: what stands, in her order, then what has ended or was told no to, latest first."""
    return _all_chosen.ask(most, plan=plan.pk)


@Question
def _all_chosen(most: int, *, plan: UUID) -> QuerySet[Chosen]:
    rows = Chosen.objects.filter(plan=plan).annotate(ended=Case(When(status__in=ENDED, then=1), default=0))
    standing = Case(When(ended=0, then=F("position")))
    # No more than a list says of each: offers and places in line are wide rows.
    said = ("words", "why", "status", "tempo", "offer__name", "waiting__state", "waiting__answer_by")
    return rows.select_related("offer", "waiting").only(*said).order_by("ended", standing, "-status_at", "pk")[:most]


class Named(Protocol):
    """A thing of which no more than its key is read."""

    @property
    def pk(self) -> UUID: ...


def keys_in_order(*, plan: Plan) -> list[Named]:
    """The same things as `chosen_on`, by no more than their keys."""
    return list(chosen_on(plan=plan).select_related(None).values_list("pk", named=True))


def order_seen(rows: Iterable[Named]) -> int:
    """A number that names the order of these: another order, or one more, is another number."""
    return crc32("".join(row.pk.hex for row in rows).encode())


def marks_of(*, chosen: Chosen) -> QuerySet[ChosenMark]:
    """What it has been, newest first, with who did it."""
    return ChosenMark.objects.filter(chosen=chosen).select_related("by").order_by("-at", "-pk")


def requests_to_answer(*, rows: QuerySet[Chosen]) -> QuerySet[Chosen]:
    """Of these what is asked for and waits for an answer, the oldest first."""
    waiting = rows.filter(status=ChosenStatus.REQUESTED)
    return waiting.select_related("offer", "table").order_by("status_at", "pk")


def not_looked_back_on(*, table: Table) -> Chosen | None:
    """What is over and she has said nothing of, unless she would rather not; the oldest first."""
    began = Chosen.objects.filter(table=table, status__in=OVER, started_on__isnull=False)
    silent = began.filter(outcome="", let_be_at=None).select_related("offer")
    return silent.order_by("ended_on", "pk").first()


def chosen_in_line(*, waiting: Waiting) -> Chosen | None:
    """What she has chosen that a place in line is for."""
    return Chosen.objects.filter(waiting=waiting).select_related("offer", "plan").order_by("pk").first()


def chosen_in_lines(*, lines: Iterable[Waiting]) -> dict[UUID, UUID]:
    """The same for several, as ids. One query."""
    rows = Chosen.objects.filter(waiting__in=list(lines)).order_by("pk")
    return {row.waiting_id: row.pk for row in rows if row.waiting_id is not None}


def newest_ruling(*, chosen: Chosen) -> Ruling | None:
    """The letter that stands."""
    return Ruling.objects.filter(chosen=chosen).order_by("-decided_at", "-pk").first()


def how_to_complain(*, municipality: int) -> str:
    """The municipality's own words, else those that hold everywhere."""
    guides = ComplaintGuide.objects.filter(Q(municipality=municipality) | Q(municipality=None))
    newest = guides.order_by("-municipality", "-written_at", "pk")
    own = [guide for guide in newest if guide.municipality_id is not None]
    return (own or list(newest))[0].words


def words_under(*, chosen: Chosen) -> Statement | None:
    """Her words that what is decided of it builds on: her newest, else those the wish was built on."""
    newest = to_build_on(plan=chosen.plan)
    if newest is not None:
        return newest
    first = Decision.objects.filter(plan=chosen.plan_id, thing=chosen.pk).select_related("statement")
    decision = first.order_by("decided_at", "pk").first()
    return decision.statement if decision else None


def standing_wish(*, plan: Plan, offer: Offer) -> Chosen | None:
    """What she has chosen of this offer, while it stands."""
    return chosen_on(plan=plan).filter(offer=offer).first()


def last_position(*, plan: Plan) -> int:
    """The last place in her order, 0 for none. What she has ended keeps its place."""
    last: int | None = Chosen.objects.filter(plan=plan).aggregate(last=Max("position"))["last"]
    return last or 0


def words_to_link(*, plan: Plan) -> QuerySet[Statement]:
    """What she says now, a row a kind, the newest first; what she took back is not there."""
    later = Statement.objects.filter(plan=plan, kind=OuterRef("kind"), version__gt=OuterRef("version"))
    rows = Statement.objects.filter(~Exists(later), plan=plan, kind__in=SPOKEN).exclude(words="")
    return rows.order_by("-written_at", "-pk")
