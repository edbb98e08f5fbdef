"""Reads of what she has said and what others have written beside it."""

from django.db.models import Case, Exists, OuterRef, QuerySet, Value, When

from bordenden.plans.models import Comment, Plan, Statement
from bordenden.plans.words import StatementKind


def newest(*, plan: Plan, kind: StatementKind) -> Statement | None:
    """What she says now, in one kind of words."""
    return history(plan=plan, kind=kind).first()


def history(*, plan: Plan, kind: StatementKind) -> QuerySet[Statement]:
    """Everything she has said of one kind, newest first."""
    return Statement.objects.filter(plan=plan, kind=kind).select_related("pen").order_by("-version")


def comments_on(*, plan: Plan, kind: StatementKind) -> QuerySet[Comment]:
    """What others have written beside one kind of her words, newest first."""
    rows = Comment.objects.filter(plan=plan, kind=kind).select_related("written_by")
    return rows.order_by("-written_at", "pk")


def standing(*, plan: Plan) -> QuerySet[Statement]:
    """What she says now of each kind; what she took back does not stand."""
    later = Statement.objects.filter(plan=plan, kind=OuterRef("kind"), version__gt=OuterRef("version"))
    return Statement.objects.filter(~Exists(later), plan=plan).exclude(words="").order_by("kind")


def to_build_on(*, plan: Plan) -> Statement | None:
    """Her newest words, whatever they are about; those of a goal only where there are no others."""
    of_a_goal = Case(When(kind=StatementKind.GOAL, then=Value(1)), default=Value(0))
    return standing(plan=plan).order_by(of_a_goal, "-written_at", "-pk").first()
