"""Reads about Min trivsel: one number from 0 to 100 a round, a line of its own, without any name for high or low."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from bordenden.assessments.models import Answer, Sheet
from bordenden.assessments.queries.curves import ROUNDS_SHOWN, finished, seen_by_others, sent
from bordenden.assessments.queries.sheets import WELLBEING_FACTOR, WELLBEING_ITEMS
from bordenden.assessments.words import AnswerKind, Purpose
from bordenden.foundation.prepared import Question
from bordenden.pathways.models import Seat, Table


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """One number a day, days rising; None where a question was left without a number. `newest` is the last round."""

    days: tuple[date, ...]
    scores: tuple[int | None, ...]
    newest: Sheet | None = None


def her_wellbeing(*, table: Table) -> Wellbeing:
    """Her own line, for her own eyes. One query."""
    return _line(_hers.ask(table=table.pk))


def shared_wellbeing(*, table: Table, caseworker: Seat | None, at: datetime) -> Wellbeing:
    """The line of the rounds she has sent. A round without a number is not there: why is hers. One query."""
    sheets = sent(sheets=finished(table=table, purpose=Purpose.WELLBEING), caseworker=caseworker, at=at)
    seen = _line(list(_scored(sheets, seen_by_others())))
    pairs = [(day, score) for day, score in zip(seen.days, seen.scores, strict=True) if score is not None]
    return Wellbeing(tuple(day for day, _score in pairs), tuple(score for _day, score in pairs))


@Question
def _hers(*, table: UUID) -> QuerySet[Sheet]:
    rounds = finished(table=Table(pk=table), purpose=Purpose.WELLBEING)
    return _scored(rounds, Answer.objects.filter(kind=AnswerKind.RATED))


def _scored(sheets: QuerySet[Sheet], answers: QuerySet[Answer]) -> QuerySet[Sheet]:
    """The newest rounds, each with how many have a number (`rated`) and their sum (`total`)."""
    given = answers.filter(sheet=OuterRef("pk")).order_by().values("sheet")
    return sheets.annotate(
        rated=_number(given.annotate(found=Count("pk")).values("found")),
        total=_number(given.annotate(found=Sum("value")).values("found")),
    )[:ROUNDS_SHOWN]


def _line(newest_first: list[Sheet]) -> Wellbeing:
    """The sum of a round, as everywhere: only when all five have a number. The later round of a day counts."""
    by_day = {localdate(sheet.finished_at): _score(sheet) for sheet in reversed(newest_first)}
    newest = newest_first[0] if newest_first else None
    return Wellbeing(tuple(sorted(by_day)), tuple(by_day[day] for day in sorted(by_day)), newest)


def _number(rows: QuerySet[Any, Any]) -> Coalesce:
    return Coalesce(Subquery(rows, output_field=IntegerField()), Value(0))


def _score(sheet: Sheet) -> int | None:
    rated, total = (int(getattr(sheet, name)) for name in ("rated", "total"))
    return total * WELLBEING_FACTOR if rated == WELLBEING_ITEMS else None
