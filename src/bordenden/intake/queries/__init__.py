"""Reads of intake: files on their way in, candidates and whether each may join, meetings, referrals."""

from bordenden.intake.queries.benefit_fields import BenefitTold
from bordenden.intake.queries.benefits import BenefitPlan, check_benefits, in_words
from bordenden.intake.queries.candidate_lines import CandidateTold, check_candidates
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
from bordenden.intake.queries.files import brought_last, open_file
from bordenden.intake.queries.information import invitations_of, meetings_of, no_longer_candidates, to_invite
from bordenden.intake.queries.numbered import Step, numbered_candidates, said_yes_at, step_of
from bordenden.intake.queries.reading import (
    BENEFITS,
    CANDIDATES,
    CASELOAD,
    LAYOUTS,
    MOST_BYTES,
    MOST_LINES,
    MOST_WEEKS,
    STAFF,
    Layout,
    Line,
    Sheet,
    Unreadable,
    decoded,
    read,
    written_of,
)
from bordenden.intake.queries.referrals import (
    joining_column,
    may_be_caseworker,
    own_table,
    promised,
    referral_behind,
    referral_of,
)
from bordenden.intake.queries.reports import Report
from bordenden.intake.queries.sheets import empty_sheet
from bordenden.intake.queries.staff_lines import StaffTold, check_staff

__all__ = [
    "BENEFITS",
    "CANDIDATES",
    "CASELOAD",
    "LAYOUTS",
    "MOST_BYTES",
    "MOST_LINES",
    "MOST_WEEKS",
    "STAFF",
    "BenefitPlan",
    "BenefitTold",
    "CandidateTold",
    "Checked",
    "Layout",
    "Line",
    "Report",
    "Sheet",
    "StaffTold",
    "Standing",
    "Step",
    "Unreadable",
    "brought_last",
    "candidates_of",
    "check",
    "check_benefits",
    "check_candidates",
    "check_staff",
    "decoded",
    "empty_sheet",
    "group_code",
    "group_labels",
    "in_words",
    "invitations_of",
    "joining_column",
    "masked",
    "may_be_caseworker",
    "may_join",
    "meetings_of",
    "named_like",
    "no_longer_candidates",
    "numbered_candidates",
    "open_file",
    "open_numbers",
    "own_table",
    "periods_of",
    "promised",
    "read",
    "referral_behind",
    "referral_of",
    "rules_for",
    "said_yes_at",
    "standings",
    "step_of",
    "to_invite",
    "written_of",
]
