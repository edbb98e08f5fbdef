"""What a plan lacks before she can agree to it. She may always write; only the agreeing waits."""

from datetime import datetime

from bordenden.plans.models import Plan
from bordenden.plans.queries.snapshots import Content, snapshot
from bordenden.plans.words import ContactRole, GoalKind, Lacks, StatementKind
from bordenden.programmes.words import Track

# A job is as good an end of an education track's plan only once education is in it: the track says which counts.
_GOAL_OF_TRACK: dict[str, frozenset[str]] = {
    Track.EDUCATION: frozenset({GoalKind.EDUCATION}),
    Track.JOB: frozenset({GoalKind.JOB, GoalKind.EDUCATION}),
}
_ANY_GOAL = frozenset({GoalKind.JOB, GoalKind.EDUCATION})
_SEATED = frozenset({ContactRole.COORDINATOR, ContactRole.MENTOR})


def missing_before_agreeing(*, plan: Plan, at: datetime) -> tuple[Lacks, ...]:
    """What the plan as it stands lacks, in the order of the plan; nothing when she can agree to it."""
    return missing_in(content=snapshot(plan=plan, at=at))


def missing_in(*, content: Content) -> tuple[Lacks, ...]:
    """The same of a version: what is agreed to is what the version says, whatever has been written since."""
    lacks = {
        Lacks.PROBLEM: not (_said(content, StatementKind.PROBLEM) or content["barriers"]),
        Lacks.WISH: not _said(content, StatementKind.WISH, StatementKind.DREAM),
        Lacks.GOAL: not _has_goal(content),
        Lacks.CHOSEN: not content["chosen"],
        Lacks.DESCRIBED: any(not (one["about"] or one["own"]) for one in content["chosen"]),
        Lacks.CONTACTS: all(one["role"] in _SEATED for one in content["contacts"]),
        Lacks.MENTOR_ROLE: not _mentor_described(content),
        Lacks.PHONE: not _can_be_called(content["coordinator"]),
    }
    return tuple(one for one, lacking in lacks.items() if lacking)


def _said(content: Content, *kinds: StatementKind) -> bool:
    return any(one["kind"] in kinds for one in content["statements"])


def _has_goal(content: Content) -> bool:
    counts = _GOAL_OF_TRACK.get(content["track"], _ANY_GOAL)
    return any(one["kind"] in counts for one in content["goals"])


def _mentor_described(content: Content) -> bool:
    """Nobody has to have a mentor; one who sits there is described."""
    mentor = content["mentor"]
    return mentor is None or bool(mentor["does"] or mentor["tasks"])


def _can_be_called(coordinator: Content | None) -> bool:
    return coordinator is not None and bool(coordinator["phone"] and coordinator["hours"])
