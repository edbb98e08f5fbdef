"""Reads of the way in by number alone, for what leaves the house: nobody's name is looked up, or sorted by."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from bordenden.intake.models import Candidate, Invitation, Referral
from bordenden.pathways.models import Table
from bordenden.programmes.models import Project

# What nobody asks for on a list is not even fetched.
_KEPT_BACK = ("vocational_education", "referral__hope", "referral__match_reasons", "referral__verdict")


class Step(StrEnum):
    """How far a candidate has come on her way in."""

    LISTED = "listed"
    INVITED = "invited"
    ASKED = "asked"
    SAID_YES = "said_yes"


def numbered_candidates(*, project: Project, at: datetime) -> QuerySet[Candidate]:
    """Those for whom it is not settled, by their number; `step_of` reads each, and `meets_at` is her next meeting."""
    invited = Invitation.objects.filter(candidate=OuterRef("pk"))
    to_come = invited.filter(meeting__cancelled_at__isnull=True, meeting__starts_at__gte=at)
    rows = project.candidates.filter(closed_at__isnull=True).select_related("referral").defer(*_KEPT_BACK)
    return rows.annotate(
        is_invited=Exists(invited),
        meets_at=Subquery(to_come.order_by("meeting__starts_at").values("meeting__starts_at")[:1]),
    ).order_by("pk")


def step_of(*, candidate: Candidate) -> tuple[Step, datetime | None]:
    """How far somebody of `numbered_candidates` has come, and when the next meeting she is invited to begins."""
    told = vars(candidate)
    asked: Referral | None = getattr(candidate, "referral", None)
    if asked is not None:
        step = Step.SAID_YES if asked.consented_at and not asked.withdrawn_at else Step.ASKED
    else:
        step = Step.INVITED if told["is_invited"] else Step.LISTED
    return step, told["meets_at"]


def said_yes_at(*, tables: Iterable[Table]) -> set[UUID]:
    """Those of the tables where she has said yes to a course that has not begun. One query."""
    rows = Referral.objects.filter(table__in=list(tables), consented_at__isnull=False, withdrawn_at__isnull=True)
    return set(rows.filter(enrolment__activated_on__isnull=True).order_by().values_list("table", flat=True))
