"""Reads about her development: her curves over the finished rounds, as she sees them and as others at the table do.

Two reads that cannot be taken for one another: `her_curves` gives all she said and did not say; `shared_curves` gives
only what she has sent, of the questions that may be seen, and never why a number is missing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.timezone import localdate

from bordenden.assessments.models import Answer, Item, Sheet
from bordenden.assessments.queries.sheets import SAID_BY_HER, shielded_anywhere
from bordenden.assessments.words import AnswerKind, Area, Purpose, Sharing
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Seat, Table
from progression.trajectories import Trajectory, trajectory

# Five years at one round a quarter: what fits on a page and can be read.
ROUNDS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Topic:
    """What a curve is about, in the newest words she was asked with; `key` is its identity across versions."""

    key: str
    area: Area
    name: str
    low: str
    middle: str
    high: str
    shielded: bool = False


@dataclass(frozen=True, slots=True)
class Curve:
    """Her answers about one topic; `latest` is what she did with it in the newest round, None: left alone."""

    topic: Topic
    trajectory: Trajectory
    latest: AnswerKind | None


@dataclass(frozen=True, slots=True)
class Development:
    """All her curves in the newest order of the questions; `days` are those of the rounds shown, rising, each once.

    `newest` is the round she finished last. `older`: there are earlier rounds, kept and not shown here.
    """

    days: tuple[date, ...]
    curves: tuple[Curve, ...]
    older: bool = False
    newest: Sheet | None = None


@dataclass(frozen=True, slots=True)
class SharedCurve:
    """The numbers she has sent about one topic; `now`: there is one in the newest round she has sent."""

    topic: Topic
    trajectory: Trajectory
    now: bool


@dataclass(frozen=True, slots=True)
class SharedDevelopment:
    """What others at the table may see: no question without a number, and no reason why there is none."""

    days: tuple[date, ...]
    curves: tuple[SharedCurve, ...]
    older: bool = False


@dataclass(frozen=True, slots=True)
class _Given:
    """One answer: its round (0 is the oldest shown), what she did and said, and the question as it was asked."""

    round: int
    kind: str
    value: int | None
    item: Item


def her_curves(*, table: Table) -> Development:
    """Everything, for her own eyes. Three queries, however many rounds."""
    rounds, older = _oldest_first(_her_rounds.ask(table=table.pk))
    if not rounds:
        return Development((), ())
    days = [localdate(sheet.finished_at) for sheet in rounds]
    newest = len(rounds) - 1
    curves = [
        Curve(topic, _trajectory(given, days), AnswerKind(given[-1].kind) if given[-1].round == newest else None)
        for topic, given in _by_topic(rounds, shown=False)
    ]
    return Development(tuple(sorted(set(days))), tuple(curves), older, rounds[-1])


def shared_curves(*, table: Table, caseworker: Seat | None, at: datetime) -> SharedDevelopment:
    """What she has sent and not taken back, for the eyes of others. Three queries, however many rounds.

    `caseworker`: the seat of the caseworker who reads it: what another was sent is not inherited. None: a mentor or
    a guest, for whom she has opened the room to all she has sent.
    """
    sheets = sent(sheets=finished(table=table, purpose=Purpose.SITUATION), caseworker=caseworker, at=at)
    numbered = sheets.filter(Exists(seen_by_others().filter(sheet=OuterRef("pk"))))
    rounds, older = _oldest_first(list(_newest(numbered)))
    if not rounds:
        return SharedDevelopment((), ())
    days = [localdate(sheet.finished_at) for sheet in rounds]
    newest = len(rounds) - 1
    curves = [
        SharedCurve(topic, _trajectory(given, days), given[-1].round == newest)
        for topic, given in _by_topic(rounds, shown=True)
    ]
    return SharedDevelopment(tuple(sorted(set(days))), tuple(curves), older)


def finished(*, table: Table, purpose: Purpose) -> QuerySet[Sheet]:
    """Her finished rounds of one kind, newest first; one that was typed for her only when she has confirmed it."""
    rounds = Sheet.objects.filter(SAID_BY_HER, table=table, purpose=purpose, finished_at__isnull=False)
    return rounds.order_by("-finished_at", "-pk")


def sent(*, sheets: QuerySet[Sheet], caseworker: Seat | None, at: datetime) -> QuerySet[Sheet]:
    """Those of them that she has sent (to that seat, if one is given), and whose sharing has not run out."""
    to_whom = Q(shared_to__isnull=True) | Q(shared_to=caseworker) if caseworker is not None else Q()
    return sheets.filter(to_whom, Q(shared_until__isnull=True) | Q(shared_until__gt=at), sharing=Sharing.SENT)


def seen_by_others() -> QuerySet[Answer]:
    """Numbers only, and of no question that is shielded, or ever was under another name or in another version."""
    return Answer.objects.filter(~shielded_anywhere(), kind=AnswerKind.RATED, item__shielded=False)


@Question
def _her_rounds(*, table: UUID) -> QuerySet[Sheet]:
    return _newest(finished(table=Table(pk=table), purpose=Purpose.SITUATION))


def _newest(sheets: QuerySet[Sheet]) -> QuerySet[Sheet]:
    return sheets.only("pk", "table", "finished_at", "not_now_at")[: ROUNDS_SHOWN + 1]


def _oldest_first(found: list[Sheet]) -> tuple[list[Sheet], bool]:
    """The newest rounds, oldest first, and whether there are older ones."""
    return found[:ROUNDS_SHOWN][::-1], len(found) > ROUNDS_SHOWN


@Question
def _answers(shown: bool, *, sheets: Sequence[UUID]) -> QuerySet[Answer, tuple[UUID, UUID, str, int | None]]:
    """`shown`: to others, and then only what they may see."""
    answers = seen_by_others() if shown else Answer.objects.all()
    return answers.filter(sheet__in=sheets).values_list("sheet", "item", "kind", "value").order_by("pk")


@Question
def _items(*, items: Sequence[UUID]) -> QuerySet[Item]:
    return Item.objects.filter(pk__in=items).select_related("version").order_by("pk")


def _by_topic(rounds: list[Sheet], *, shown: bool) -> list[tuple[Topic, list[_Given]]]:
    """The answers of each identity, oldest round first, the topics in the order they are asked in. Two queries.

    As plain columns: a page has up to 400 answers, and a row of the database for each is what would cost.
    """
    place = {sheet.pk: at for at, sheet in enumerate(rounds)}
    rows = _answers.ask(shown, sheets=list(place))
    items = {item.pk: item for item in _items.ask(items=sorted({row[1] for row in rows}))}
    said = (_Given(place[sheet], kind, value, items[item]) for sheet, item, kind, value in rows)
    given = sorted(said, key=lambda one: (one.round, one.item.position))
    groups: dict[tuple[UUID, str], list[_Given]] = {}
    for one in given:
        groups.setdefault((one.item.version.instrument_id, one.item.identity or one.item.code), []).append(one)
    first = _place_of_instruments(given)
    ordered = sorted(groups.items(), key=lambda group: (first[group[0][0]], group[1][-1].item.position, group[0][1]))
    return [(_topic(key, first[instrument], rows[-1].item), rows) for (instrument, key), rows in ordered]


def _place_of_instruments(given: Iterable[_Given]) -> dict[UUID, int]:
    """The common core first (0), then the municipality's own questions."""
    seen = {one.item.version.instrument_id: one.item.area == Area.LOCAL for one in given}
    return {instrument: at for at, instrument in enumerate(sorted(seen, key=lambda one: (seen[one], str(one))))}


def _topic(key: str, instrument: int, item: Item) -> Topic:
    """A local question may have the name of a common one: its key says so."""
    unique = f"{key}-{instrument}" if instrument else key
    return Topic(unique, Area(item.area), item.topic, item.low, item.middle, item.high, item.shielded)


def _trajectory(given: list[_Given], days: list[date]) -> Trajectory:
    """Rows in order; on one day the later round counts."""
    return trajectory([days[one.round] for one in given], [one.value for one in given], range(len(given)))
