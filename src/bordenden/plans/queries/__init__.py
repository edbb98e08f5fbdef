"""Reads about plans: the whole plan at a glance, the history of each thing on it, and the plan as it stood."""

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
from bordenden.plans.queries.differences import Difference, Line, Sort, differences
from bordenden.plans.queries.figures import Choice, choices_in, offers_chosen
from bordenden.plans.queries.goals import achieved, goals, marks, steps, wordings
from bordenden.plans.queries.handovers import due_before, overdue, overdue_at, overdue_references
from bordenden.plans.queries.influence import Shares, decisions_of, named_things, shares, shares_of
from bordenden.plans.queries.lacking import missing_before_agreeing, missing_in
from bordenden.plans.queries.layouts import NATIONAL, Layout, PartOf, layout_of, read_layout
from bordenden.plans.queries.overview import Beside, Overview, Said, begun_plan, overview, plan_of, plans_of
from bordenden.plans.queries.snapshots import Content, snapshot
from bordenden.plans.queries.standing import Reached, Standing, standing_around
from bordenden.plans.queries.versions import (
    agreed_before,
    agreed_version,
    changed_since,
    draft_of,
    handovers_of,
    newest_kind_change,
    versions_of,
)
from bordenden.plans.queries.wishes import chosen_at, wish_at
from bordenden.plans.queries.words import comments_on, history, newest, to_build_on

__all__ = [
    "NATIONAL",
    "Beside",
    "Choice",
    "Content",
    "Difference",
    "Layout",
    "Line",
    "Overview",
    "PartOf",
    "Reached",
    "Said",
    "Shares",
    "Sort",
    "Standing",
    "achieved",
    "agreed_before",
    "agreed_version",
    "begun_plan",
    "changed_since",
    "choices_in",
    "chosen_at",
    "chosen_in_line",
    "chosen_in_lines",
    "chosen_on",
    "comments_on",
    "decisions_of",
    "differences",
    "draft_of",
    "due_before",
    "ended_on_plan",
    "goals",
    "handovers_of",
    "history",
    "how_to_complain",
    "last_position",
    "layout_of",
    "marks",
    "marks_of",
    "missing_before_agreeing",
    "missing_in",
    "named_things",
    "newest",
    "newest_kind_change",
    "newest_ruling",
    "not_looked_back_on",
    "offers_chosen",
    "order_seen",
    "overdue",
    "overdue_at",
    "overdue_references",
    "overview",
    "plan_of",
    "plans_of",
    "read_layout",
    "requests_to_answer",
    "shares",
    "shares_of",
    "snapshot",
    "standing_around",
    "standing_wish",
    "steps",
    "to_build_on",
    "versions_of",
    "wish_at",
    "wordings",
    "words_to_link",
    "words_under",
]
