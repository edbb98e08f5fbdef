"""Reads of intake: files on their way in and what their lines would do, candidates, and whether each may join."""

from bordenden.intake.queries.benefit_fields import BenefitTold
from bordenden.intake.queries.benefits import BenefitPlan, check_benefits, in_words
from bordenden.intake.queries.candidates import (
    Standing,
    candidates_of,
    named_like,
    open_numbers,
    periods_of,
    standings,
)
from bordenden.intake.queries.checking import Checked, check
from bordenden.intake.queries.eligibility import group_code, group_labels, may_join, rules_for
from bordenden.intake.queries.fields import masked
from bordenden.intake.queries.files import open_file
from bordenden.intake.queries.reading import (
    BENEFITS,
    CASELOAD,
    LAYOUTS,
    MOST_BYTES,
    MOST_LINES,
    MOST_WEEKS,
    Layout,
    Line,
    Sheet,
    Unreadable,
    decoded,
    read,
    text_of,
)
from bordenden.intake.queries.reports import Report

__all__ = [
    "BENEFITS",
    "CASELOAD",
    "LAYOUTS",
    "MOST_BYTES",
    "MOST_LINES",
    "MOST_WEEKS",
    "BenefitPlan",
    "BenefitTold",
    "Checked",
    "Layout",
    "Line",
    "Report",
    "Sheet",
    "Standing",
    "Unreadable",
    "candidates_of",
    "check",
    "check_benefits",
    "decoded",
    "group_code",
    "group_labels",
    "in_words",
    "masked",
    "may_join",
    "named_like",
    "open_file",
    "open_numbers",
    "periods_of",
    "read",
    "rules_for",
    "standings",
    "text_of",
]
