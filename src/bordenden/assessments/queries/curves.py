"""Reads about her development: her curves over all finished rounds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localdate

from bordenden.assessments.models import Answer, Sheet
from bordenden.assessments.words import MIN_VURDERING, AnswerKind
from bordenden.pathways.models import Table
from progression.trajectories import Trajectory, trajectory

# Five years at one round a quarter: what fits on a page and can be read.
ROUNDS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Curve:
    """Her answers to one question over all finished rounds; `latest` is what she did with it in the newest."""

    code: str
    topic: str
    low: str
    middle: str
    high: str
    trajectory: Trajectory
    latest: AnswerKind | None


@dataclass(frozen=True, slots=True)
class Development:
    """All her curves in the newest version's order; `days` are those of the rounds shown, rising, each once.

    `older`: there are earlier rounds, kept and not shown here.
    """

    days: tuple[date, ...]
    curves: tuple[Curve, ...]
    older: bool = False


def curves(*, table: Table, code: str = MIN_VURDERING) -> Development:
    """Her curves over the newest finished rounds: what is not finished is nobody's to see. Two queries.

    An item keeps its identity by its code across versions; the words at the ends of the scale are the newest.
    """
    newest_first = list(
        Sheet.objects.filter(table=table, finished_at__isnull=False, version__instrument__code=code)
        .order_by("-finished_at", "-pk")
        .only("pk", "finished_at")[: ROUNDS_SHOWN + 1]
    )
    sheets = newest_first[:ROUNDS_SHOWN][::-1]
    if not sheets:
        return Development((), ())
    days = {sheet.pk: localdate(sheet.finished_at) for sheet in sheets}
    order = {sheet.pk: place for place, sheet in enumerate(sheets)}
    rows: dict[str, list[Answer]] = {}
    answers = Answer.objects.filter(sheet__in=list(days)).select_related("item")
    for answer in sorted(answers, key=lambda row: (order[row.sheet_id], row.item.position)):
        rows.setdefault(answer.item.code, []).append(answer)
    drawn = [
        _curve(given, [days[row.sheet_id] for row in given], [order[row.sheet_id] for row in given], len(sheets) - 1)
        for given in rows.values()
    ]
    older = len(newest_first) > ROUNDS_SHOWN
    return Development(tuple(sorted(set(days.values()))), tuple(_in_order(drawn, rows)), older)


def _curve(given: list[Answer], days: list[date], order: list[int], newest: int) -> Curve:
    """One question's rows, oldest round first, as a curve; the newest row's words stand at the scale."""
    last, item = given[-1], given[-1].item
    return Curve(
        code=item.code,
        topic=item.topic,
        low=item.low,
        middle=item.middle,
        high=item.high,
        trajectory=trajectory(days, [row.value for row in given], order),
        latest=AnswerKind(last.kind) if order[-1] == newest else None,
    )


def _in_order(drawn: Iterable[Curve], rows: dict[str, list[Answer]]) -> list[Curve]:
    return sorted(drawn, key=lambda curve: (rows[curve.code][-1].item.position, curve.code))
