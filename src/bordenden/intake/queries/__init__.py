"""Reads of intake: files on their way and what they would do, meetings, referrals, and who may join."""

from bordenden.intake.queries.checking import Checked, Report, check
from bordenden.intake.queries.files import open_file
from bordenden.intake.queries.information import invitations_of, meetings_of, no_longer_candidates, to_invite
from bordenden.intake.queries.reading import MOST_BYTES, MOST_LINES, Line, Sheet, Unreadable, decoded, read
from bordenden.intake.queries.referrals import (
    joining_column,
    may_be_caseworker,
    own_table,
    referral_behind,
    referral_of,
    waits_for_her,
)
from bordenden.intake.queries.verdicts import verdict_on, written

__all__ = [
    "MOST_BYTES",
    "MOST_LINES",
    "Checked",
    "Line",
    "Report",
    "Sheet",
    "Unreadable",
    "check",
    "decoded",
    "invitations_of",
    "joining_column",
    "may_be_caseworker",
    "meetings_of",
    "no_longer_candidates",
    "open_file",
    "own_table",
    "read",
    "referral_behind",
    "referral_of",
    "to_invite",
    "verdict_on",
    "waits_for_her",
    "written",
]
