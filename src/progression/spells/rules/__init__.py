"""Law as dated data: benefits, target groups, age limits, names of authorities, and what a week's code stands for."""

from progression.spells.rules.codes import Codes, own_codes, read_codes
from progression.spells.rules.law import AgeLimit, Authority, Benefit, Rules, TargetGroup, Track
from progression.spells.rules.reading import RULE_SETS, read_rules, rule_set

__all__ = [
    "RULE_SETS",
    "AgeLimit",
    "Authority",
    "Benefit",
    "Codes",
    "Rules",
    "TargetGroup",
    "Track",
    "own_codes",
    "read_codes",
    "read_rules",
    "rule_set",
]
