"""Reads whether a candidate may join on a day: her benefits and what is known of her, asked of the arithmetic."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from bordenden.foundation import cpr
from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import BenefitPeriod, Candidate
from progression.errors import BadInput
from progression.spells import Period, Track, Verdict, eligibility, rule_set


def verdict_on(*, candidate: Candidate, on: date) -> Verdict:
    """The verdict as the candidate's project asks for it. Raises NotPossible where her benefits cannot be read.

    When the project takes people is asked elsewhere: its days are the programme's, not the law's.
    """
    rows = BenefitPeriod.objects.filter(person=candidate.person_id).order_by("starts_on", "pk")
    project = candidate.project
    try:
        return eligibility(
            [Period(row.benefit, row.starts_on, row.ends_on) for row in rows],
            rules=replace(rule_set(project.programme.rule_set), last_referral_on=None),
            referred_on=on,
            born_on=_born(candidate),
            vocational_education=candidate.vocational_education,
            track=Track(project.track),
        )
    except BadInput as unreadable:
        raise NotPossible(_("Der er en ydelse, vi ikke kan læse. Ret listen over ydelser først.")) from unreadable


def _born(candidate: Candidate) -> date | None:
    try:
        return cpr.parse(candidate.person.cpr).born_on
    except cpr.NotACpr:
        return None


def written(verdict: Verdict) -> dict[str, object]:
    """As it is kept: by which rule, and the days it was decided by, as plain texts and numbers."""
    facts = {name: getattr(verdict, name) for name in verdict.__slots__}
    return {name: fact.isoformat() if isinstance(fact, date) else fact for name, fact in facts.items()}
