"""Spells on benefit: who may be referred and why, where a spell begins and ends, what the law said when."""

from progression.spells.closing import FOLLOW_UP, Spell, add_months, add_years, closed_on, spells_of, status_after
from progression.spells.periods import Period, Week, monday_of, week_of, weeks_to_periods
from progression.spells.rules import (
    RULE_SETS,
    AgeLimit,
    Authority,
    Benefit,
    Codes,
    Rules,
    TargetGroup,
    Track,
    own_codes,
    read_codes,
    read_rules,
    rule_set,
)
from progression.spells.verdicts import ELIGIBLE, Rule, Verdict, age_on, eligibility

__all__ = [
    "ELIGIBLE",
    "FOLLOW_UP",
    "RULE_SETS",
    "AgeLimit",
    "Authority",
    "Benefit",
    "Codes",
    "Period",
    "Rule",
    "Rules",
    "Spell",
    "TargetGroup",
    "Track",
    "Verdict",
    "Week",
    "add_months",
    "add_years",
    "age_on",
    "closed_on",
    "eligibility",
    "monday_of",
    "own_codes",
    "read_codes",
    "read_rules",
    "rule_set",
    "spells_of",
    "status_after",
    "week_of",
    "weeks_to_periods",
]
