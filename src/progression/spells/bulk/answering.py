"""The verdicts of many people in SQL, from what the benefits say and who they are."""

from datetime import date
from typing import Any, Final

import numpy as np

from progression.formulas import FORMULA
from progression.results import package
from progression.spells.bulk.checking import listed
from progression.spells.bulk.walking import LastSpells
from progression.spells.rules import Rules, Track
from progression.spells.verdicts import ELIGIBLE

COLUMNS: Final = (
    "person",
    "eligible",
    "rule",
    "track_belongs",
    "age",
    "referred_on",
    "spell_start",
    "last_day",
    "first_eligible_on",
    "reset_month",
    "empty_since",
    "left_out",
)
"""Of the file that is written: those of a Verdict, before them who, after them how many of her rows were left out."""
AS_TEXT: Final = f"""SELECT * REPLACE (
    CASE WHEN regexp_matches(person, '{FORMULA}') THEN '''' || person ELSE person END AS person) FROM verdicts"""  # noqa: S608
"""The SQL of the table `verdicts` for a CSV file: who it is is the one text that somebody else has written."""


def as_arrow(**kinds: LastSpells) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
    """The spells of some kinds as an Arrow table, a row a person by place."""
    arrow = package("pyarrow", "A whole file")
    columns = {
        f"{kind}_{name}": arrow.array(getattr(spells, name))
        for kind, spells in kinds.items()
        for name in ("spell_start", "last_day", "reset_month", "empty_since")
    }
    return arrow.table(columns | {"place": arrow.array(np.arange(len(next(iter(columns.values())))))})


def verdicts(rules: Rules) -> str:
    """The SQL of COLUMNS from people (place, key, born, skilled, track, referred, left_out) and spells.

    The order of the rules is that of `eligibility`, to which the tests compare every column.
    """
    limit = " ".join(
        f"WHEN referred BETWEEN DATE '{one.valid_from or date.min}' AND DATE '{one.valid_to or date.max}' "
        f"THEN {one.education_track_under}"
        for one in rules.age_limits
    )
    late = f"referred > DATE '{rules.last_referral_on}'" if rules.last_referral_on else "false"
    job, education = Track.JOB.value, Track.EDUCATION.value
    return f"""WITH aged AS (SELECT *, CASE {limit} END AS age_limit,
          year(referred) - year(born) - CAST(
            CAST(born + to_years(CAST(year(referred) - year(born) AS INT)) AS DATE) > referred AS INT) AS age,
          CAST(counted_spell_start + to_years({rules.years_needed}) AS DATE) AS enough_on
        FROM people JOIN spells USING (place)),
      judged AS (SELECT *, coalesce(enough_on <= referred, false) AS two_years,
          programme_spell_start IS NOT NULL AND NOT coalesce(enough_on <= referred, false) AS by_programme,
          CASE WHEN age >= age_limit OR (age IS NOT NULL AND skilled) THEN '{job}'
               WHEN age IS NOT NULL AND NOT skilled THEN '{education}' END AS belongs FROM aged),
      decided AS (SELECT *, CASE
          WHEN {late} THEN 'after_last_referral'
          WHEN NOT two_years AND NOT by_programme AND counted_spell_start IS NULL THEN 'no_benefit'
          WHEN NOT two_years AND NOT by_programme THEN 'not_long_enough'
          WHEN age IS NULL THEN 'age_unknown'
          WHEN belongs IS NULL THEN 'education_unknown'
          WHEN track <> belongs THEN 'other_track'
          WHEN two_years THEN 'two_years'
          WHEN age >= age_limit THEN 'resource_programme_30'
          WHEN belongs = '{education}' THEN 'resource_programme_under_30'
          ELSE 'resource_programme_skilled' END AS rule FROM judged)
      SELECT key AS person, rule IN {listed({one.value for one in ELIGIBLE})} AS eligible, rule,
        belongs AS track_belongs, age, referred AS referred_on,
        {_either("spell_start")}, {_either("last_day")},
        CASE WHEN by_programme THEN programme_spell_start ELSE enough_on END AS first_eligible_on,
        {_either("reset_month")}, {_either("empty_since")}, left_out
      FROM decided ORDER BY key"""  # noqa: S608


def _either(name: str) -> str:
    """A resource programme has no count, so nothing has reset it."""
    programme = f"programme_{name}" if name in ("spell_start", "last_day") else "NULL"
    return f"CASE WHEN by_programme THEN {programme} ELSE counted_{name} END AS {name}"
