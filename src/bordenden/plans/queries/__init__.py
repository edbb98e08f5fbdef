"""Reads about plans: the whole plan at a glance, and the history of each thing on it."""

from bordenden.plans.queries.barriers import Hard, barrier_wordings, barriers, hard_thing, hard_things
from bordenden.plans.queries.goals import (
    achieved,
    checks,
    goal_marks,
    goals,
    help_wanted,
    marks,
    next_step,
    steps,
    wordings,
)
from bordenden.plans.queries.overview import Beside, Overview, Said, begun_plan, overview, plan_of, plans_of
from bordenden.plans.queries.penned import hers_now, paper_is_enough
from bordenden.plans.queries.proposals import Waits, proposals, waiting_for_her
from bordenden.plans.queries.readiness import Missing, StepShares, ready_to_agree, step_shares
from bordenden.plans.queries.sides import side_of
from bordenden.plans.queries.words import comments_on, history, newest, standing, to_build_on

__all__ = [
    "Beside",
    "Hard",
    "Missing",
    "Overview",
    "Said",
    "StepShares",
    "Waits",
    "achieved",
    "barrier_wordings",
    "barriers",
    "begun_plan",
    "checks",
    "comments_on",
    "goal_marks",
    "goals",
    "hard_thing",
    "hard_things",
    "help_wanted",
    "hers_now",
    "history",
    "marks",
    "newest",
    "next_step",
    "overview",
    "paper_is_enough",
    "plan_of",
    "plans_of",
    "proposals",
    "ready_to_agree",
    "side_of",
    "standing",
    "step_shares",
    "steps",
    "to_build_on",
    "waiting_for_her",
    "wordings",
]
