"""Reads whether a candidate may join on a day: her benefits and what is known of her, asked of the arithmetic."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from bordenden.intake.models import Candidate
from bordenden.intake.queries.candidates import periods_of
from bordenden.intake.queries.eligibility import may_join, rules_for
from progression.spells import Verdict


def verdict_on(*, candidate: Candidate, on: date) -> Verdict:
    """The verdict as the candidate's project asks for it. Raises NotPossible where her benefits cannot be read.

    When the project takes people is asked elsewhere: its days are the programme's, not the law's.
    """
    rules = replace(rules_for(project=candidate.project), last_referral_on=None)
    lived_on = periods_of(people=[candidate.person_id])
    verdict = may_join(candidate=candidate, periods=lived_on.get(candidate.person_id, []), rules=rules, on=on)
    if verdict is None:
        raise NotPossible(_("Der er en ydelse, vi ikke kan læse. Ret listen over ydelser først."))
    return verdict


def written(verdict: Verdict) -> dict[str, object]:
    """As it is kept: by which rule, and the days it was decided by, as plain texts and numbers."""
    facts = {name: getattr(verdict, name) for name in verdict.__slots__}
    return {name: fact.isoformat() if isinstance(fact, date) else fact for name, fact in facts.items()}
