"""Reads of tables by case number alone, for what leaves the house: nobody's name is looked up, or sorted by."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery

from bordenden.pathways.models import Enrolment, Table


@dataclass(frozen=True, slots=True)
class Numbered:
    """A table and of its newest course the case number, when it began, and the day it ended; "" without a course."""

    table: Table
    reference: str
    began_on: date | None
    ended_on: date | None


def by_number(*, tables: QuerySet[Table]) -> QuerySet[Table]:
    """Of these tables those where something may still be written, by case number; `numbered` reads each."""
    newest = Enrolment.objects.filter(table=OuterRef("pk")).order_by("-referred_on", "pk")
    found = tables.filter(closed_at__isnull=True).annotate(
        course_reference=Subquery(newest.values("reference")[:1]),
        course_reference_key=Subquery(newest.values("reference_key")[:1]),
        course_activated_on=Subquery(newest.values("activated_on")[:1]),
        course_ended_on=Subquery(newest.values("ended_on")[:1]),
    )
    return found.order_by(F("course_reference_key").asc(nulls_last=True), "course_reference", "pk")


def numbered(*, table: Table) -> Numbered:
    """A table of `by_number`."""
    told = vars(table)
    return Numbered(table, told["course_reference"] or "", told["course_activated_on"], told["course_ended_on"])
