"""Reads about plans: the whole plan at a glance, and the history of each thing on it."""

from bordenden.plans.queries.choosing import chosen_on, last_position, standing_wish, words_to_link
from bordenden.plans.queries.figures import Choice, choices_in, offers_chosen
from bordenden.plans.queries.goals import achieved, goals, marks, steps, wordings
from bordenden.plans.queries.overview import Beside, Overview, Said, begun_plan, overview, plan_of, plans_of
from bordenden.plans.queries.wishes import chosen_at, wish_at
from bordenden.plans.queries.words import comments_on, history, newest, to_build_on

__all__ = [
    "Beside",
    "Choice",
    "Overview",
    "Said",
    "achieved",
    "begun_plan",
    "choices_in",
    "chosen_at",
    "chosen_on",
    "comments_on",
    "goals",
    "history",
    "last_position",
    "marks",
    "newest",
    "offers_chosen",
    "overview",
    "plan_of",
    "plans_of",
    "standing_wish",
    "steps",
    "to_build_on",
    "wish_at",
    "wordings",
    "words_to_link",
]
