"""Law as data: what holds when, what is unverified, and that a broken file is refused whole with its lines."""

from datetime import date
from importlib.resources import files

import pytest

from progression.errors import BadInput, BrokenRules, UnknownCode, UnknownTable
from progression.spells import (
    RULE_SETS,
    Track,
    own_codes,
    read_codes,
    read_rules,
    rule_set,
    week_of,
    weeks_to_periods,
)

SMALL = """code = "small"
name = "Lille"
years_needed = 2

[[age_limit]]
education_track_under = 30

[[benefit]]
code = "cash_benefit"
label = "kontanthjælp"
counts_towards_two_years = true

[[target_group]]
law = "§ 1"
number = 3
label = "aktivitetsparat"
benefits = ["cash_benefit"]
"""


@pytest.mark.parametrize("name", RULE_SETS)
def test_the_sets_that_come_along_agree_on_the_rule_itself(name: str) -> None:
    rules = rule_set(name)
    assert (rules.code, rules.years_needed, rules.prison_weeks_count) == (name, 2, False)
    assert rules.counting == {"cash_benefit", "education_benefit"}
    assert rules.resource_programmes == {"resource_programme_benefit"}
    assert rules.education_track_under(date(2014, 10, 15)) == 30


def test_benefits_groups_and_names_hold_from_a_day_to_a_day() -> None:
    then, now = rule_set("2014"), rule_set("today")
    education = now.benefit("education_benefit")
    held = [education.holds_on(day) for day in (date(2013, 12, 31), date(2014, 1, 1), date(2025, 7, 1))]
    assert held == [False, True, False]
    assert [one.number for one in then.groups_on(date(2015, 1, 1), "cash_benefit")] == [2, 3]
    assert [(one.number, one.track) for one in now.groups_on(date(2024, 1, 1), "cash_benefit")] == [
        (3, Track.JOB),
        (5, Track.EDUCATION),
    ]
    names = [now.authority("youth_guidance", day) for day in (date(2015, 1, 1), date(2020, 1, 1))]
    assert [one.name for one in names if one] == [
        "Ungdommens Uddannelsesvejledning (UU)",
        "Den kommunale ungeindsats (KUI)",
    ]
    assert now.authority("astrologer", date(2020, 1, 1)) is None


def test_what_no_source_confirms_says_so() -> None:
    groups = {one.number: one.unverified for one in rule_set("2014").target_groups}
    assert {number for number, unverified in groups.items() if "number" in unverified} == {11, 12, 13}


def test_an_age_limit_may_change_on_a_day() -> None:
    limits = """[[age_limit]]
education_track_under = 30
valid_to = 2019-12-31

[[age_limit]]
education_track_under = 25
valid_from = 2020-01-01
"""
    rules = read_rules(SMALL.replace("[[age_limit]]\neducation_track_under = 30\n", limits))
    assert [rules.education_track_under(day) for day in (date(2019, 12, 31), date(2020, 1, 1))] == [30, 25]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("years_needed = 2", "years_needed = 0", "Line 3: 'years_needed' must be a whole number from 1."),
        ('name = "Lille"\n', "", "Line 1: 'name' is missing."),
        ('label = "kontanthjælp"', "label = 7", "Line 10: 'label' must be a text in quotation marks."),
        ("counts_towards", "count_towards", "Line 11: 'count_towards_two_years' is not known here."),
        ('= ["cash_benefit"]', '= ["cash"]', "Line 17: 'benefits' names 'cash', which is no benefit of this file."),
        ("number = 3", "number = 3 4", "Line 15: Expected newline or end of document after a statement."),
        ("under = 30", "under = 30\nvalid_to = 2019-12-31", "Line 5: the age limits must hold from before all days"),
    ],
)
def test_a_broken_set_is_refused_with_line_and_reason(old: str, new: str, said: str) -> None:
    with pytest.raises(BrokenRules) as refused:
        read_rules(SMALL.replace(old, new))
    assert str(refused.value).startswith(said)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(BrokenRules) as refused:
        read_rules(SMALL.replace('"kontanthjælp"', "7").replace("number = 3", "number = true"))
    assert [line for line, _ in refused.value.faults] == [10, 15]
    assert refused.value.row == 10


def test_a_set_there_is_not_is_said_so() -> None:
    with pytest.raises(UnknownTable, match="there are 2014, today"):
        rule_set("1066")


def test_the_codes_that_come_along_say_that_they_are_made_up() -> None:
    assert "They are made up" in files("progression.spells.rules").joinpath("codes.csv").read_text("utf-8")
    codes = own_codes()
    assert (codes.benefit_of("K02"), codes.benefit_of("000")) == ("cash_benefit", None)
    with pytest.raises(UnknownCode, match="'Q99'"):
        codes.benefit_of("Q99")


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"", [(1, "the table of codes is empty")]),
        (b"code,label\n1,x\n", [(1, "the column 'benefit' is missing")]),
        (
            "# egne\ncode;benefit\n1;cash_benefit\n1;\n;cash_benefit\n2;lottery\n3\n".encode("cp1252"),
            [
                (4, "the code '1' is there twice"),
                (5, "the code is missing"),
                (6, "there is no benefit 'lottery' in the rules '2014'"),
                (7, "the row is shorter than the header"),
            ],
        ),
    ],
)
def test_a_broken_table_of_codes_is_refused_with_every_line(content: bytes, faults: list[tuple[int, str]]) -> None:
    with pytest.raises(BrokenRules) as refused:
        read_codes(content, rule_set("2014"))
    assert list(refused.value.faults) == faults


def test_week_53_is_a_week_only_in_long_years() -> None:
    assert week_of("2015-W53") == (2015, 53)
    (across,) = weeks_to_periods([(2016, 1, "x"), (2015, 53, "x")])
    assert (across.starts_on, across.ends_on) == (date(2015, 12, 28), date(2016, 1, 10))
    for wrong in ("2014-W53", "2014-W00", "2014-5", "week 5"):
        with pytest.raises(BadInput):
            week_of(wrong)
