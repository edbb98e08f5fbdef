"""Writes about her goals: every wording and every mark kept, and each decision noted."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor, record
from bordenden.foundation.ids import FormKey
from bordenden.foundation.rules import SAID_AGAIN, AlreadySent, NotPossible, Stale
from bordenden.plans.actions.deciding import decide
from bordenden.plans.actions.holding import hold, only_the_head, some, where
from bordenden.plans.actions.saying import say
from bordenden.plans.models import Goal, GoalMark, Plan, Proposal, RealismCheck, Statement, Wording
from bordenden.plans.queries import newest, to_build_on
from bordenden.plans.words import DecisionAbout, GoalChange, GoalKind, Horizon, LifeArea, StatementKind

MOST_SURE = 10


class Tags(NamedTuple):
    """What a goal is about besides its words; all of it may be left open."""

    kind: GoalKind = GoalKind.OWN
    area: LifeArea | None = None
    horizon: Horizon | None = None


@transaction.atomic
def set_goal(
    *,
    plan: Plan,
    words: str,
    form_key: FormKey,
    by: Actor,
    at: datetime,
    tags: Tags = Tags(),  # noqa: B008 (a tuple, never changed)
    pen: Actor | None = None,
    proposal: Proposal | None = None,
) -> Goal:
    """Her own goal, and the decision that it is one. The same said again gives the first goal.

    Who has said nothing else yet has said this: the words are kept as a statement, for the decision to build on.
    Raises NotPossible for anybody but the head.
    """
    only_the_head(thing=plan, by=by, at=at)
    words = some(words)
    said = Goal.objects.filter(plan=plan, words=words, set_at__gt=at - SAID_AGAIN, set_at__lte=at).first()
    if said is not None:
        return said
    goal, created = Goal.objects.get_or_create(
        plan=plan,
        form_key=form_key,
        defaults={
            **where(plan),
            "words": words,
            "set_at": at,
            **_columns(tags),
        },
    )
    if created:
        _word(goal, by, at, pen)
        record(act="goal.set", by=by, pen=pen, thing=goal, at=at)
        _decided(goal, by, at, proposal, pen)
    elif not Wording.objects.filter(goal=goal, version=1, words=words).exists():
        raise AlreadySent(goal.words)
    return goal


@transaction.atomic
def reword_goal(*, goal: Goal, words: str, version: int, by: Actor, at: datetime, pen: Actor | None = None) -> Goal:
    """She says her goal in other words; the earlier ones are kept. `version` is the one she had before her.

    Raises Stale when a newer wording was saved in between, NotPossible for anybody but the head.
    """
    only_the_head(thing=goal, by=by, at=at)
    words = some(words)
    saved = hold(Goal, goal)
    if saved.words == words:
        return saved
    if saved.version != version:
        raise Stale(_("Målet er ændret, mens du skrev."), saved.words, saved.version)
    saved.words, saved.version = words, saved.version + 1
    saved.save(update_fields=["words", "version"])
    _word(saved, by, at, pen)
    record(act="goal.reword", by=by, pen=pen, thing=saved, at=at)
    _decided(saved, by, at, None, pen)
    return saved


@transaction.atomic
def tag_goal(*, goal: Goal, tags: Tags, by: Actor, at: datetime) -> Goal:
    """She says what the goal is about and how far off it is. The same again changes nothing."""
    only_the_head(thing=goal, by=by, at=at)
    saved = hold(Goal, goal)
    columns = _columns(tags)
    if all(getattr(saved, name) == value for name, value in columns.items()):
        return saved
    for name, value in columns.items():
        setattr(saved, name, value)
    saved.save(update_fields=list(columns))
    _mark(saved, GoalChange.TAGGED, by, at)
    record(act="goal.tag", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def reach_goal(*, goal: Goal, reached: bool, by: Actor, at: datetime) -> Goal:
    """She has reached it, or is on her way again. The same again changes nothing."""
    only_the_head(thing=goal, by=by, at=at)
    saved = hold(Goal, goal)
    if reached == (saved.reached_at is not None):
        return saved
    saved.reached_at = at if reached else None
    saved.save(update_fields=["reached_at"])
    _mark(saved, GoalChange.REACHED if reached else GoalChange.NOT_REACHED, by, at)
    record(act="goal.reach", by=by, thing=saved, at=at)
    return saved


@transaction.atomic
def let_go_of_goal(*, goal: Goal, let_go: bool, by: Actor, at: datetime) -> Goal:
    """She lets it go without a reason, or takes it up again: a decision either way."""
    only_the_head(thing=goal, by=by, at=at)
    saved = hold(Goal, goal)
    if let_go == (saved.let_go_at is not None):
        return saved
    saved.let_go_at = at if let_go else None
    saved.save(update_fields=["let_go_at"])
    _mark(saved, GoalChange.LET_GO if let_go else GoalChange.TAKEN_UP, by, at)
    record(act="goal.let_go", by=by, thing=saved, at=at)
    _decided(saved, by, at, None, None)
    return saved


@transaction.atomic
def check_goal(*, goal: Goal, sure: int, takes: str, form_key: FormKey, by: Actor, at: datetime) -> RealismCheck:
    """How sure she is that it can be done, from 0 to 10, and what it takes; nobody else says so."""
    only_the_head(thing=goal, by=by, at=at)
    if not 0 <= sure <= MOST_SURE:
        raise NotPossible(_("Vælg et tal fra 0 til 10."))
    check, created = RealismCheck.objects.get_or_create(
        goal=goal,
        form_key=form_key,
        defaults={
            **where(goal),
            "sure": sure,
            "takes": takes.strip(),
            "checked_by_id": by.pk,
            "checked_at": at,
        },
    )
    if created:
        record(act="goal.check", by=by, thing=check, at=at)
    elif (check.sure, check.takes) != (sure, takes.strip()):
        raise AlreadySent(check.takes or str(check.sure))
    return check


def _columns(tags: Tags) -> dict[str, str]:
    return {"kind": tags.kind, "area": tags.area or "", "horizon": tags.horizon or ""}


def _decided(goal: Goal, by: Actor, at: datetime, proposal: Proposal | None, pen: Actor | None) -> None:
    built_on = to_build_on(plan=goal.plan)
    if built_on is None and proposal is None:
        built_on = _said_by_the_goal(goal, by, at, pen)
    decide(
        plan=goal.plan,
        about=DecisionAbout.GOAL,
        thing=goal,
        by=by,
        at=at,
        proposed_by=proposal.proposed_by if proposal else None,
        proposal=proposal,
        statement=built_on,
    )


def _said_by_the_goal(goal: Goal, by: Actor, at: datetime, pen: Actor | None) -> Statement:
    """She has said nothing that stands: the goal's words are what she says."""
    kept = newest(plan=goal.plan, kind=StatementKind.GOAL)
    version = kept.version if kept else 0
    return say(plan=goal.plan, kind=StatementKind.GOAL, words=goal.words, version=version, by=by, at=at, pen=pen)


def _mark(goal: Goal, change: GoalChange, by: Actor, at: datetime) -> None:
    GoalMark.objects.create(
        **where(goal),
        goal=goal,
        change=change,
        marked_by_id=by.pk,
        marked_at=at,
    )


def _word(goal: Goal, by: Actor, at: datetime, pen: Actor | None) -> None:
    Wording.objects.create(
        **where(goal),
        goal=goal,
        version=goal.version,
        words=goal.words,
        written_by_id=by.pk,
        pen_id=pen.pk if pen else None,
        written_at=at,
    )
