"""Reads about plans: the whole plan at a glance, and the history of each thing on it."""

from bordenden.plans.queries.choosing import (
    chosen_in_line,
    chosen_in_lines,
    chosen_on,
    ended_on_plan,
    how_to_complain,
    last_position,
    marks_of,
    newest_ruling,
    not_looked_back_on,
    order_seen,
    requests_to_answer,
    standing_wish,
    words_to_link,
    words_under,
)
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
    "chosen_in_line",
    "chosen_in_lines",
    "chosen_on",
    "comments_on",
    "ended_on_plan",
    "goals",
    "history",
    "how_to_complain",
    "last_position",
    "marks",
    "marks_of",
    "newest",
    "newest_ruling",
    "not_looked_back_on",
    "offers_chosen",
    "order_seen",
    "overview",
    "plan_of",
    "plans_of",
    "requests_to_answer",
    "standing_wish",
    "steps",
    "to_build_on",
    "wish_at",
    "wordings",
    "words_to_link",
    "words_under",
]
