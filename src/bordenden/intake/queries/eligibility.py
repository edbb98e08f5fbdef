"""May she join? The rules of the project's programme asked about one candidate; what they say is the arithmetic's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from bordenden.foundation import cpr
from bordenden.intake.models import BenefitPeriod, Candidate
from bordenden.people.models import Person
from bordenden.programmes.models import Project
from progression.errors import BadInput
from progression.spells import Period, Rules, TargetGroup, Track, Verdict, eligibility, rule_set

LONGEST_CODE = 20


def rules_for(*, project: Project) -> Rules:
    """The law the project's programme goes by, with its own last day of referral."""
    return _rules(project.programme.rule_set, project.programme.last_referral_on)


@cache
def _rules(name: str, last: date) -> Rules:
    return replace(rule_set(name), last_referral_on=last)


def may_join(*, candidate: Candidate, periods: Sequence[BenefitPeriod], rules: Rules, on: date) -> Verdict | None:
    """The verdict were she referred on that day; None when her benefits cannot be reckoned with under these rules."""
    try:
        return eligibility(
            [Period(one.benefit, one.starts_on, one.ends_on) for one in periods],
            rules=rules,
            referred_on=on,
            born_on=born_on(person=candidate.person),
            vocational_education=candidate.vocational_education,
            track=Track(candidate.project.track),
        )
    except BadInput:
        return None


def born_on(*, person: Person) -> date | None:
    """The day of birth by the CPR number; None for nobody's number."""
    try:
        return cpr.parse(person.cpr).born_on
    except cpr.NotACpr:
        return None


def group_code(group: TargetGroup) -> str:
    """How a target group is written: "LAB § 2 nr. 3", or from its paragraph on where the law's name is long."""
    whole = f"{group.law} nr. {group.number}"
    return whole if len(whole) <= LONGEST_CODE else whole[whole.index("§") :]


def group_labels(*, rules: Rules, on: date) -> dict[str, str]:
    """The target groups of that day by their code, each in words; a name no source confirms is left out."""
    groups = (group for group in rules.target_groups if group.holds_on(on))
    return {
        group_code(group): group_code(group)
        if "number" in group.unverified
        else f"{group_code(group)}: {group.label}"
        for group in groups
    }
