"""Reads of versions: which there are, which one holds, what has been written since."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value

from bordenden.foundation.prepared import Question
from bordenden.plans.models import (
    Barrier,
    Chosen,
    ContactAgreement,
    Decision,
    Handover,
    KindChange,
    Plan,
    PlanContact,
    PlanVersion,
    SmallStep,
    Statement,
    StepMark,
    Wording,
)
from bordenden.plans.words import VersionStatus

LAID_ASIDE = (VersionStatus.DROPPED,)


def versions_of(*, plan: Plan) -> QuerySet[PlanVersion]:
    """The newest first, with who made and agreed and the handovers; drafts that were laid away are not shown."""
    given = Handover.objects.select_related("handed_by").order_by("on", "noted_at", "pk")
    rows = PlanVersion.objects.filter(plan=plan).exclude(status__in=LAID_ASIDE).defer("content")
    people = rows.select_related("made_by", "agreed_by", "noted_by")
    return people.prefetch_related(Prefetch("handovers", queryset=given)).order_by("-number")


def agreed_version(*, plan: Plan) -> PlanVersion | None:
    """The one that holds."""
    return PlanVersion.objects.filter(plan=plan, status=VersionStatus.AGREED).order_by("pk").first()


def what_holds() -> dict[str, Subquery]:
    """For plans: what was agreed to last, and when, in the same query."""
    agreed = PlanVersion.objects.filter(plan=OuterRef("pk"), status=VersionStatus.AGREED).order_by("pk")
    return {
        "agreed_content": Subquery(agreed.values("content")[:1]),
        "agreed_at": Subquery(agreed.values("agreed_at")[:1]),
    }


def draft_of(*, plan: Plan) -> PlanVersion | None:
    """The one that waits for her yes."""
    return PlanVersion.objects.filter(plan=plan, status=VersionStatus.DRAFT).order_by("pk").first()


def agreed_before(*, version: PlanVersion) -> PlanVersion | None:
    """What was agreed last before this one."""
    return next(iter(_agreed_before.ask(plan=version.plan_id, number=version.number)), None)


@Question
def _agreed_before(*, plan: UUID, number: int) -> QuerySet[PlanVersion]:
    # As an expression: Django looks whether a plain number can be in the column, and a made-up one cannot.
    earlier = PlanVersion.objects.filter(plan_id=plan, number__lt=Value(number), agreed_at__isnull=False)
    return earlier.order_by("-number")[:1]


def handovers_of(*, version: PlanVersion) -> list[Handover]:
    """When it was put into her hands, the first first."""
    return _handovers.ask(version=version.pk)


@Question
def _handovers(*, version: UUID) -> QuerySet[Handover]:
    return Handover.objects.filter(version_id=version).select_related("handed_by").order_by("on", "noted_at", "pk")


def changed_since(*, version: PlanVersion) -> bool:
    """Whether anything on the plan was written or decided after the version was made. One query."""
    return bool(_with_changes.ask(version=version.pk, plan=version.plan_id, made_at=version.made_at))


@Question
def _with_changes(*, version: UUID, plan: UUID, made_at: datetime) -> QuerySet[PlanVersion, tuple[UUID]]:
    return PlanVersion.objects.filter(_any_since(Plan(pk=plan), made_at), pk=version).order_by("pk").values_list("pk")


def _any_since(plan: Plan, made_at: datetime) -> Q:
    rows: tuple[QuerySet[Any], ...] = (
        Statement.objects.filter(plan=plan, written_at__gt=made_at),
        Wording.objects.filter(goal__plan=plan, written_at__gt=made_at),
        SmallStep.objects.filter(Q(set_at__gt=made_at) | Q(let_go_at__gt=made_at), plan=plan),
        StepMark.objects.filter(step__plan=plan, marked_at__gt=made_at),
        Barrier.objects.filter(Q(set_at__gt=made_at) | Q(eased_at__gt=made_at), plan=plan),
        Chosen.objects.filter(Q(chosen_at__gt=made_at) | Q(status_at__gt=made_at), plan=plan),
        PlanContact.objects.filter(Q(set_at__gt=made_at) | Q(taken_off_at__gt=made_at), plan=plan),
        ContactAgreement.objects.filter(plan=plan, agreed_at__gt=made_at),
        Decision.objects.filter(plan=plan, decided_at__gt=made_at),
        KindChange.objects.filter(plan=plan, changed_at__gt=made_at),
    )
    found = Q(pk__in=[])
    for each in rows:
        found |= Q(Exists(each))
    return found


def newest_kind_change(*, plan: Plan) -> KindChange | None:
    """Why the plan is what it is, once that was changed."""
    rows = KindChange.objects.filter(plan=plan).select_related("changed_by")
    return rows.order_by(F("changed_at").desc(), "pk").first()
