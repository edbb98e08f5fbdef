"""Reads of reviews as they are held: the rule of a project, those that wait, those of a table, what was tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import tried
from bordenden.pathways.models import Table
from bordenden.programmes.models import Project
from bordenden.reviews.models import QuietRule, Review
from bordenden.reviews.words import USUAL_DAYS


@dataclass(frozen=True, slots=True)
class Rule:
    """After how many quiet days somebody is to ask; version 0 is what holds where nobody has said anything."""

    days: int = USUAL_DAYS
    version: int = 0


def rule_of(*, project: Project) -> Rule:
    """What holds in the project now."""
    newest = QuietRule.objects.filter(project=project).order_by("-version").first()
    return Rule(newest.days, newest.version) if newest else Rule()


def reviews_of(*, table: Table) -> QuerySet[Review]:
    """Every review at the table, the newest first, with who decided. One query."""
    return Review.objects.filter(table=table).select_related("decided_by").order_by("-opened_at", "pk")


def open_reviews(*, reviews: QuerySet[Review]) -> QuerySet[Review]:
    """Of these reviews those nobody has decided, while the course goes on."""
    return reviews.filter(decided_at__isnull=True, enrolment__ended_on__isnull=True)


def asked_since(*, tables: Iterable[Table]) -> dict[UUID, date]:
    """The day from which somebody is to ask how she is, at those of the tables where nobody has. One query."""
    rows = open_reviews(reviews=Review.objects.filter(table__in=list(tables))).order_by("-opened_at")
    return {table: localdate(opened) for table, opened in rows.values_list("table", "opened_at")}


def tries_since(*, review: Review, most: int | None = None) -> list[Entry]:
    """How somebody tried to reach her since it grew quiet, as the log stands, the newest first."""
    return tried(table=review.table, since=review.quiet_since, most=most)
