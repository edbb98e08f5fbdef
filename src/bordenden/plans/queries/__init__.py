"""Reads about plans: the whole plan at a glance, and the history of each thing on it."""

from bordenden.plans.queries.goals import achieved, goals, marks, steps, wordings
from bordenden.plans.queries.overview import Beside, Overview, Said, begun_plan, overview, plan_of, plans_of
from bordenden.plans.queries.reminding import remembered_steps, steps_behind
from bordenden.plans.queries.words import comments_on, history, newest, to_build_on

__all__ = [
    "Beside",
    "Overview",
    "Said",
    "achieved",
    "begun_plan",
    "comments_on",
    "goals",
    "history",
    "marks",
    "newest",
    "overview",
    "plan_of",
    "plans_of",
    "remembered_steps",
    "steps",
    "steps_behind",
    "to_build_on",
    "wordings",
]
