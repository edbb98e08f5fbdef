"""What the page says of the months that began a count anew: of many made-up histories, those that a calendar walk finds."""

import pytest

from bordenden.web.parts.eligibility import said
from progression.spells import eligibility, rule_set
from tests.progression.spells.histories import people
from tests.progression.spells.naive import COUNTS, walk

pytestmark = pytest.mark.once
MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]


@pytest.mark.requirement("R109")
def test_the_sentence_names_the_months_that_were_empty() -> None:
    rules, asked = rule_set("2014"), 0
    for one in people(2_000, seed=11):
        walked = walk(one.stretches, COUNTS, one.referred)
        verdict = eligibility(
            one.periods(), rules=rules, referred_on=one.referred, born_on=one.born, vocational_education=one.skilled
        )
        if str(verdict.rule) not in ("two_years", "not_long_enough", "age_unknown", "education_unknown"):
            continue
        if verdict.first_eligible_on == verdict.spell_start:
            continue
        text = said(verdict, rules).text
        if walked.reset is None or walked.since is None:
            assert "forfra" not in text
            continue
        names = [f"{MONTHS[day.month - 1]} {day.year}" for day in (walked.since, walked.reset)]
        months = names[0] if names[0] == names[1] else " til ".join(names)
        assert f"Tællingen begyndte forfra, fordi der ikke var hjælp i hele {months}." in text
        asked += 1
    assert asked > 200
