"""Many made-up histories: the single function, the naive one and the whole-file command say the same, column by column."""

from collections import Counter
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from progression.spells import Period, Rule, Track, Verdict, eligibility, rule_set, weeks_to_periods
from progression.spells.bulk import Asked, run
from tests.progression.spells.histories import Somebody, people
from tests.progression.spells.naive import Answer, answer, days_of_weeks

LAW = rule_set("2014")
PEOPLE = 10_000
CODES = {
    "cash_benefit": "K02",
    "education_benefit": "U01",
    "resource_programme_benefit": "R01",
    "sickness_benefit": "S01",
}


def single(one: Somebody, periods: list[Period]) -> Answer:
    said: Verdict = eligibility(
        periods,
        rules=LAW,
        referred_on=one.referred,
        born_on=one.born,
        vocational_education=one.skilled,
        track=Track(one.track) if one.track else None,
    )
    return Answer(
        said.eligible,
        said.rule.value,
        said.track_belongs.value if said.track_belongs else None,
        said.age,
        said.spell_start,
        said.last_day,
        said.first_eligible_on,
        said.reset_month,
        said.empty_since,
    )


def naive(one: Somebody, stretches: list[Any]) -> Answer:
    return answer(stretches, one.referred, one.born, one.skilled, one.track, LAW.last_referral_on)


def persons(everybody: list[Somebody], folder: Path) -> Path:
    table = {
        "person": [one.name for one in everybody],
        "born_on": pa.array([one.born for one in everybody], pa.date32()),
        "vocational_education": pa.array([one.skilled for one in everybody], pa.bool_()),
        "track": pa.array([one.track for one in everybody], pa.string()),
        "referred_on": [one.referred for one in everybody],
    }
    pq.write_table(pa.table(table), folder / "persons.parquet")
    return folder / "persons.parquet"


def by_command(asked: Asked) -> list[Answer]:
    assert run(asked).written
    with duckdb.connect() as connection:
        found = connection.execute(
            "SELECT eligible, rule, track_belongs, age, spell_start, last_day, first_eligible_on, reset_month, "
            f"empty_since FROM '{asked.out}' ORDER BY person"
        ).fetchall()
    return [Answer(*row) for row in found]


@pytest.mark.requirement("R109")
def test_three_ways_to_the_same_answer(tmp_path: Path) -> None:
    everybody = people(PEOPLE)
    one_by_one = [single(one, one.periods()) for one in everybody]
    assert [naive(one, one.stretches) for one in everybody] == one_by_one
    rows = [(one.name, *stretch) for one in everybody for stretch in one.stretches]
    names = ("person", "benefit", "starts_on", "ends_on")
    table = pa.table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))
    pq.write_table(table, tmp_path / "periods.parquet")
    asked = Asked(
        file=tmp_path / "periods.parquet",
        out=tmp_path / "verdicts.parquet",
        people=persons(everybody, tmp_path),
        rules=LAW,
        on=None,
    )
    assert by_command(asked) == one_by_one
    # The people are such that every rule decides for some, and for some a month has reset the count.
    assert Counter(said.rule for said in one_by_one).keys() == {rule.value for rule in Rule}
    assert sum(said.reset_month is not None for said in one_by_one) > PEOPLE / 5
    assert sum(said.reset_month != said.empty_since for said in one_by_one) > PEOPLE / 50


@pytest.mark.requirement("R109")
def test_weeks_are_days_of_every_month_they_touch(tmp_path: Path) -> None:
    everybody = people(300, seed=6)
    weeks = {one.name: sorted(set(weeks_touched(one))) for one in everybody}
    named: list[tuple[Any, ...]] = [
        (one.name, f"{y}-W{w:02}", CODES[kind]) for one in everybody for y, w, kind in weeks[one.name]
    ]
    whole: list[tuple[Any, ...]] = [(name, int(week[:4] + week[6:]), code) for name, week, code in named]
    one_by_one = [single(one, list(weeks_to_periods(weeks[one.name]))) for one in everybody]
    found_once: dict[tuple[int, int, str], Any] = {}
    for one in everybody:
        for week in weeks[one.name]:
            if week not in found_once:
                found_once[week] = days_of_weeks([week])
    by_day = [naive(one, [day for week in weeks[one.name] for day in found_once[week]]) for one in everybody]
    assert by_day == one_by_one
    assert {53} <= {w for one in weeks.values() for _, w, _ in one}
    for place, rows in enumerate([named, whole]):
        columns = {name: [row[at] for row in rows] for at, name in enumerate(("person", "week", "code"))}
        pq.write_table(pa.table(columns), tmp_path / f"weeks{place}.parquet")
        asked = Asked(
            file=tmp_path / f"weeks{place}.parquet",
            out=tmp_path / "verdicts.csv",
            people=persons(everybody, tmp_path),
            rules=LAW,
            on=None,
            weeks=True,
        )
        assert [astuple(one) for one in by_command(asked)] == [astuple(one) for one in one_by_one]


def weeks_touched(one: Somebody) -> list[tuple[int, int, str]]:
    found = []
    for kind, first, last in one.stretches:
        for day in range(first.toordinal(), (last or one.referred).toordinal() + 1):
            year, week, _ = date.fromordinal(day).isocalendar()
            found.append((year, week, kind))
    return found
