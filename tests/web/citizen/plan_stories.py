"""Where Amina's plan stands in the story, for the tests of its pages."""

from dataclasses import dataclass

from bordenden.foundation.clock import now
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from bordenden.plans.models import Goal, Plan, SmallStep, Statement
from tests.cast import Cast

# Everybody who has no seat at her table now, or nothing opened at it.
STRANGERS = ("birthe", "sara", "ole", "lis", "niels", "karim", "jens", "eva", "stine")
NOT_AMINA = ("bo", "mie", *STRANGERS)


@dataclass(frozen=True, slots=True)
class Things:
    """Her plan, the goal she has reworded, a step she has done, a step she has not."""

    plan: Plan
    goal: Goal
    done: SmallStep
    todo: SmallStep


def things_of(story: Cast) -> Things:
    plan = Plan.objects.get(table=story.aminas_table)
    steps = SmallStep.objects.filter(plan=plan).order_by("set_at")
    return Things(
        plan,
        Goal.objects.get(plan=plan, version=2),
        steps.get(done_at__isnull=False),
        steps.filter(done_at__isnull=True)[0],
    )


def let_in(story: Cast, room: Room = Room.PLAN) -> None:
    """Amina opens a room for Mie, now."""
    pathways.open_room(seat=story.mies_seat, room=room, by=story.amina, at=now())


def all_she_wrote(story: Cast) -> list[tuple[object, ...]]:
    """Every word of hers, to hold against a later moment."""
    table = story.aminas_table
    rows: list[tuple[object, ...]] = []
    rows += Statement.objects.filter(table=table).order_by("pk").values_list("pk", "version", "words", "written_by")
    rows += Goal.objects.filter(table=table).order_by("pk").values_list("pk", "version", "words")
    rows += SmallStep.objects.filter(table=table).order_by("pk").values_list("pk", "words", "done_at", "reflection")
    return rows
