"""Reads of who has been quiet: every sign of life as one list, asked of the database; no counter is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from uuid import UUID

from django.db.models import CharField, Exists, Max, OuterRef, QuerySet, Value
from django.utils.timezone import localdate

from bordenden.assessments.models import Answer
from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.queries import heard_from
from bordenden.exchange.models import Message
from bordenden.foundation.days import begin_of
from bordenden.foundation.prepared import Question
from bordenden.meetings.models import Conversation
from bordenden.pathways.models import Enrolment, Table
from bordenden.people.models import Municipality
from bordenden.plans.models import Barrier, Decision, GoalMark, PlanVersion, SmallStep, Statement, StepMark, Wording
from bordenden.plans.words import StepOwner
from bordenden.programmes.models import Project
from bordenden.reviews.models import Review
from bordenden.reviews.queries.held import rule_of
from bordenden.reviews.words import LifeSign

Rows: TypeAlias = QuerySet[Any, Any]


@dataclass(frozen=True, slots=True)
class Source:
    """Where one sign of life is found: rows at a table, and the column that says when.

    `hers_alone`: it counts, and nobody else is told that or when it was.
    """

    sign: LifeSign
    rows: Callable[[], Rows]
    when: str
    hers_alone: bool = False


# The documented list (docs/features/stille.md): what she does, and every contact in which she was reached.
SOURCES: tuple[Source, ...] = (
    Source(LifeSign.CONTACT, heard_from, "happened_at"),
    Source(LifeSign.STEP, lambda: SmallStep.objects.filter(owner=StepOwner.CITIZEN), "set_at"),
    Source(LifeSign.STEP, lambda: StepMark.objects.filter(step__owner=StepOwner.CITIZEN), "marked_at"),
    Source(LifeSign.WORDS, Statement.objects.all, "written_at"),
    Source(LifeSign.WORDS, Wording.objects.all, "written_at"),
    Source(LifeSign.WORDS, Barrier.objects.all, "set_at"),
    Source(LifeSign.WORDS, Barrier.objects.all, "eased_at"),
    Source(LifeSign.WORDS, GoalMark.objects.all, "marked_at"),
    Source(LifeSign.DECISION, lambda: Decision.objects.filter(decided_side=StepOwner.CITIZEN), "decided_at"),
    # Also one noted from paper: the yes is hers.
    Source(LifeSign.DECISION, PlanVersion.objects.all, "agreed_at"),
    Source(LifeSign.SHEET, Answer.objects.all, "answered_at", hers_alone=True),
    Source(LifeSign.TALK, lambda: Conversation.objects.filter(held_at__isnull=False), "starts_at"),
    Source(LifeSign.MESSAGE, lambda: Message.objects.filter(from_head=True), "sent_at", hers_alone=True),
    Source(LifeSign.HELP, HelpRequest.objects.all, "asked_at"),
)


def quiet_courses(*, municipality: Municipality, at: datetime) -> list[Enrolment]:
    """Courses that go, where it has been quiet for as long as the project says and nobody has been asked to look.

    A decision, and a pause until its last day, count from then on. One query a project and one for its rule.
    """
    projects = Project.objects.filter(municipality=municipality).order_by("pk")
    return [course for project in projects for course in _quiet_in(project, at)]


def _quiet_in(project: Project, at: datetime) -> QuerySet[Enrolment]:
    since = begin_of(localdate(at) - timedelta(days=rule_of(project=project).days))
    rows = Enrolment.objects.filter(
        project=project, ended_on__isnull=True, activated_on__isnull=False, activated_on__lt=localdate(since)
    )
    mine = Review.objects.filter(enrolment=OuterRef("pk"))
    rows = rows.filter(
        ~Exists(mine.filter(decided_at__isnull=True)),
        ~Exists(mine.filter(decided_at__gte=since)),
        # While a pause lasts nobody is asked; after it the days are counted anew.
        ~Exists(mine.filter(paused_until__gte=localdate(since))),
    )
    for source in SOURCES:
        found = source.rows().filter(table=OuterRef("table"), **{f"{source.when}__gte": since})
        rows = rows.filter(~Exists(found.filter(**{f"{source.when}__lte": at})))
    return rows.select_related("table").order_by("pk")


def last_signs(*, table: Table, at: datetime) -> dict[LifeSign, datetime]:
    """When each sign her caseworker may know of was last seen, the newest first; one never seen is absent. One query.

    A round she keeps to herself and what she writes to others count as life, and are not told of here.
    """
    found: dict[LifeSign, datetime] = {}
    for code, when in _seen.ask(table=table.pk, at=at):
        found.setdefault(LifeSign(code), when)
    return found


@Question
def _seen(*, table: UUID, at: datetime) -> Rows:
    columns = [_newest(source, Table(pk=table), at) for source in SOURCES if not source.hers_alone]
    return columns[0].union(*columns[1:], all=True).order_by("-seen_at")


def signs_since(*, review: Review, at: datetime) -> dict[LifeSign, datetime]:
    """Those signs seen after the review was opened, the newest first. One query."""
    found = last_signs(table=review.table, at=at)
    return {sign: when for sign, when in found.items() if when > review.opened_at}


def _newest(source: Source, table: Table, at: datetime) -> Rows:
    rows = source.rows().filter(table=table, **{f"{source.when}__lte": at}).order_by()
    newest: Rows = rows.values("table").annotate(seen_at=Max(source.when), sign=Value(source.sign.value, CharField()))
    return newest.values_list("sign", "seen_at")
