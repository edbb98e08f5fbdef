"""Every public function that takes no table, but days, texts, periods or tables of people: how each part is handed in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Final

from progression import errors
from progression.disclosure import (
    Category,
    Dimension,
    Frame,
    Known,
    Mean,
    Merge,
    SafeTable,
    SafeTables,
    Table,
    attack,
    from_record,
    may_follow,
    merge,
    persons_changed,
    protect,
    rounded,
    tabulate,
    to_record,
)
from progression.formulas import as_text
from progression.spells import (
    Period,
    add_months,
    add_years,
    age_on,
    closed_on,
    eligibility,
    monday_of,
    own_codes,
    read_codes,
    read_rules,
    rule_set,
    spells_of,
    status_after,
    week_of,
    weeks_to_periods,
)

Ask = Callable[[Any], Any]
Part = tuple[str, Ask]
"""What belongs there, and the call with whatever is handed in instead."""

DAY: Final = date(2015, 1, 10)
EARLIER: Final = date(2014, 1, 10)
SEX: Final = Dimension.of("sex", ["woman", "man"])
AREA: Final = Dimension.of("area", ["health", "home"])
FRAME: Final = Frame("exits", (SEX,), DAY)
TABLE: Final = Table(FRAME, (25, 30))
LATER: Final = Table(replace(FRAME, until=date(2015, 4, 10)), (30, 35))
SAFE: Final = SafeTable(FRAME, (25, 30, 55))
SCORES: Final = (("woman", 1), ("man", 2))
PERIOD: Final = Period("cash_benefit", EARLIER)
RULES: Final = rule_set("2014")
RECORD: Final[dict[str, Any]] = {**to_record(SAFE)}
CODES: Final = b"code,benefit\n1,cash_benefit\n"

# What is handed in where something else belongs. Of several things, also one among them that is none.
NOTHING: Final[list[Any]] = [None, object(), [None], b"x", 2.5, datetime(2015, 1, 10, 12)]  # noqa: DTZ001
BAD: Final[Mapping[str, list[Any]]] = {
    "thing": [*NOTHING, "text", 7, [], {}],
    "text": [*NOTHING, 7, [], {}],
    "several": [None, object(), b"x", "text", 7, [None], ["text", 7], [object()], [[]]],
    "day": [*NOTHING, "2015-01-10", 20150110, True],
    "day or none": [*NOTHING[1:], "2015-01-10", 20150110, True],
    "whole": [*NOTHING, "7", float("nan"), True, Fraction(1, 2)],
    "count": [*NOTHING, "7", float("nan"), True, -1, 10**30],
    "exact": [*NOTHING, "7", float("nan"), True],
    "seconds": [None, object(), "60", float("nan"), True],
    "truth": [*NOTHING, "yes", 1],
    "truth or none": [*NOTHING[1:], "yes", 1],
}


def judged(**more: Any) -> Any:
    good = {"rules": RULES, "referred_on": DAY, "born_on": date(1980, 1, 1), "vocational_education": None}
    return eligibility(**{"periods": [PERIOD], **good, **more})


def kept(**more: Any) -> Any:
    return from_record({**RECORD, **more})


def dimension_kept(**more: Any) -> Any:
    return kept(dimensions=[{**RECORD["dimensions"][0], **more}])


HANDED: Final[Mapping[str, list[Part]]] = {
    "disclosure.attack": [
        ("several", lambda it: attack(it)),
        ("several", lambda it: attack([SafeTables((SAFE,))], it)),
        ("seconds", lambda it: attack([SafeTables((SAFE,))], seconds=it)),
    ],
    "disclosure.protect": [
        ("several", lambda it: protect(it)),
        ("several", lambda it: protect([TABLE], it)),
        ("several", lambda it: protect([TABLE], earlier=it)),
        ("several", lambda it: protect([TABLE], known=it)),
        ("seconds", lambda it: protect([TABLE], seconds=it)),
    ],
    "disclosure.merge": [("thing", lambda it: merge(it, [])), ("several", lambda it: merge(TABLE, it))],
    "disclosure.may_follow": [
        ("thing", lambda it: may_follow(it, LATER)),
        ("thing", lambda it: may_follow(TABLE, it)),
    ],
    "disclosure.persons_changed": [
        ("thing", lambda it: persons_changed(it, LATER)),
        ("thing", lambda it: persons_changed(TABLE, it)),
    ],
    "disclosure.rounded": [("count", rounded)],
    "disclosure.tabulate": [
        ("thing", lambda it: tabulate(it, {"sex": ["man"]})),
        ("thing", lambda it: tabulate(FRAME, it)),
        ("several", lambda it: tabulate(FRAME, {"sex": it})),
        ("text", lambda it: tabulate(FRAME, {"sex": ["man", it]})),
    ],
    "disclosure.to_record": [("thing", to_record)],
    "disclosure.from_record": [
        ("thing", from_record),
        ("text", lambda it: kept(population=it)),
        ("day or none", lambda it: kept(until="spring" if it == "2015-01-10" else it)),
        ("several", lambda it: kept(dimensions=it)),
        ("several", lambda it: kept(cells=it)),
        ("count", lambda it: kept(cells=[25, 30, it])),
        ("text", lambda it: dimension_kept(name=it)),
        ("truth", lambda it: dimension_kept(place=it)),
        ("several", lambda it: dimension_kept(categories=it)),
        ("several", lambda it: dimension_kept(categories=[["woman", it], ["man", ["man"]]])),
    ],
    "formulas.as_text": [("text", as_text)],
    "spells.add_months": [("day", lambda it: add_months(it, 1)), ("whole", lambda it: add_months(DAY, it))],
    "spells.add_years": [("day", lambda it: add_years(it, 1)), ("whole", lambda it: add_years(DAY, it))],
    "spells.age_on": [("day", lambda it: age_on(it, DAY)), ("day", lambda it: age_on(EARLIER, it))],
    "spells.closed_on": [
        ("several", lambda it: closed_on(it, on=DAY)),
        ("day", lambda it: closed_on([PERIOD], on=it)),
    ],
    "spells.eligibility": [
        ("several", lambda it: judged(periods=it)),
        ("thing", lambda it: judged(rules=it)),
        ("day", lambda it: judged(referred_on=it)),
        ("day or none", lambda it: judged(born_on=it)),
        ("truth or none", lambda it: judged(vocational_education=it)),
        ("text", lambda it: judged(track="x" if it is None else it)),
    ],
    "spells.monday_of": [("whole", lambda it: monday_of(it, 1)), ("whole", lambda it: monday_of(2015, it))],
    "spells.own_codes": [("thing", lambda it: own_codes("2014" if it is None else it))],  # type: ignore[arg-type]
    "spells.read_codes": [
        ("thing", lambda it: read_codes("" if it == b"x" else it, RULES)),  # type: ignore[arg-type]
        ("thing", lambda it: read_codes(CODES, it)),
    ],
    "spells.read_rules": [("text", read_rules)],
    "spells.rule_set": [("thing", rule_set)],
    "spells.spells_of": [
        ("several", lambda it: spells_of(it, on=DAY)),
        ("day", lambda it: spells_of([PERIOD], on=it)),
        ("several", lambda it: spells_of([PERIOD], on=DAY, benefits=7 if it is None else it)),  # type: ignore[arg-type]
    ],
    "spells.status_after": [
        ("day", status_after),
        ("several", lambda it: status_after(DAY, it)),
        ("whole", lambda it: status_after(DAY, [1, it])),
    ],
    "spells.week_of": [("thing", week_of)],
    "spells.weeks_to_periods": [
        ("several", weeks_to_periods),
        ("whole", lambda it: weeks_to_periods([(it, 1, "x")])),
        ("whole", lambda it: weeks_to_periods([(2015, it, "x")])),
        ("text", lambda it: weeks_to_periods([(2015, 1, it)])),
    ],
}
"""Each function with its parts."""

MADE: Final[Mapping[str, list[Part]]] = {
    "Category": [("text", lambda it: Category(it, frozenset({"a"}))), ("thing", lambda it: Category("a", it))],
    "Dimension": [
        ("text", lambda it: Dimension(it, SEX.categories)),
        ("several", lambda it: Dimension("sex", it)),
        ("truth", lambda it: Dimension("sex", SEX.categories, it)),
        ("several", lambda it: Dimension.of("sex", it)),
    ],
    "Frame": [
        ("text", lambda it: Frame(it, (SEX,))),
        ("several", lambda it: Frame("exits", it)),
        ("day or none", lambda it: Frame("exits", (SEX,), it)),
        ("thing", FRAME.place_of),
        ("thing", FRAME.words),
        ("thing", FRAME.answers),
    ],
    "Table": [
        ("thing", lambda it: Table(it, (1, 2))),
        ("several", lambda it: Table(FRAME, it)),
        ("count", lambda it: Table(FRAME, (1, it))),
    ],
    "SafeTable": [
        ("thing", lambda it: SafeTable(it, (5, 5, 10))),
        ("several", lambda it: SafeTable(FRAME, it)),
        ("count", lambda it: SafeTable(FRAME, (25, 30, it))),
        ("thing", lambda it: SAFE.shown("x" if it is None else it)),
        ("thing", lambda it: SAFE.share("man", of=it)),
        ("thing", SAFE.mean),
        ("exact", lambda it: SAFE.mean({"woman": 1, "man": it})),
    ],
    "SafeTables": [("several", SafeTables), ("several", lambda it: SafeTables((SAFE,), it))],
    "Merge": [
        ("text", lambda it: Merge(it, "x", ("man",))),
        ("text", lambda it: Merge("sex", it, ("man",))),
        ("several", lambda it: Merge("sex", "x", it)),
    ],
    "Known": [
        ("text", lambda it: Known(it, 1)),
        ("count", lambda it: Known("exits", it)),
        ("several", lambda it: Known("exits", 1, it)),
        ("text", lambda it: Known("exits", 1, (("sex", it),))),
        ("day or none", lambda it: Known("exits", 1, until=it)),
        ("day or none", lambda it: Known("exits", 1, since=it)),
    ],
    "Mean": [
        ("text", lambda it: Mean(it, "sex", SCORES, Fraction(1))),
        ("text", lambda it: Mean("exits", it, SCORES, Fraction(1))),
        ("several", lambda it: Mean("exits", "sex", it, Fraction(1))),
        ("whole", lambda it: Mean("exits", "sex", (("man", it),), Fraction(1))),
        ("exact", lambda it: Mean("exits", "sex", SCORES, it)),
        ("exact", lambda it: Mean("exits", "sex", SCORES, Fraction(1), it)),
    ],
    "Period": [
        ("text", lambda it: Period(it, DAY)),
        ("day", lambda it: Period("x", it)),
        ("day or none", lambda it: Period("x", DAY, it)),
    ],
    "Rules": [("thing", RULES.benefit), ("thing", own_codes().benefit_of)],
}
"""What is made before a function is asked, with its parts."""

SAID: Final[list[tuple[Ask, Any, type[errors.BadInput], str, str | None, int | None]]] = [
    (lambda it: Table(FRAME, it), (1, -2), errors.OffTheScale, "Count 2 of people: -2 is below 0.", None, 2),
    (
        lambda it: Table(FRAME, it),
        (1,),
        errors.BadInput,
        "The table has 2 cells, but 1 counts were given.",
        None,
        None,
    ),
    (lambda it: SafeTable(FRAME, it), (25, 7, 30), errors.OffTheScale, "Cell 2: 7 cannot stand there;", None, 2),
    (
        lambda it: tabulate(FRAME, {"sex": it}),
        ["man", "men"],
        errors.BadInput,
        "Column 'sex', row 2: 'men' is not a category of it.",
        "sex",
        2,
    ),
    (lambda it: tabulate(FRAME, it), {}, errors.UnknownColumn, "The table needs the columns ['sex']", "sex", None),
    (lambda it: tabulate(FRAME, it), FRAME, errors.UnknownTable, "and not be a Frame.", None, None),
    (
        lambda it: tabulate(Frame("exits", (SEX, AREA)), it),
        {"sex": ["man"], "area": []},
        errors.BadInput,
        "The columns of a table must have the same length.",
        None,
        None,
    ),
    (lambda it: Category("a", it), frozenset(), errors.BadInput, "The category 'a' is made of nothing.", None, None),
    (FRAME.words, ("man", "health"), errors.BadInput, "The table has no cell ('man', 'health').", None, None),
    (lambda it: SAFE.share("man", of=it), (None, None), errors.BadInput, "The table has no cell", None, None),
    (lambda it: SafeTables(it).only, (SAFE, SAFE), errors.BadInput, "The release has 2 tables, not one.", None, None),
    (
        lambda it: Known("exits", 1, until=EARLIER, since=it),
        DAY,
        errors.NegativeDuration,
        "Since 2015-01-10 is after until 2014-01-10.",
        None,
        None,
    ),
    (lambda it: Known("exits", 1, it), (("sex",),), errors.BadInput, "Where somebody is, row 1: a pair", None, 1),
    (lambda it: protect([TABLE], it), [Merge("age", "x", ("y",))], errors.UnknownColumn, "No table has", "age", None),
    (lambda it: merge(TABLE, it), [Merge("sex", "x", ("y",))], errors.BadInput, "'y' is not a category", "sex", None),
    (lambda it: may_follow(LATER, it), TABLE, errors.NegativeDuration, "must be up to a later day.", None, None),
    (
        lambda it: may_follow(it, Table(LATER.frame, (1, 90))),
        TABLE,
        errors.OffTheScale,
        "A cumulative count cannot fall.",
        None,
        None,
    ),
    (
        lambda it: attack([SafeTables((SAFE,))], it),
        [Known("cats", 1)],
        errors.UnknownTable,
        "No table counts the population 'cats'.",
        None,
        None,
    ),
    (
        lambda it: attack([SafeTables((SAFE,))], it),
        [Known("exits", 900, (), DAY)],
        errors.BadInput,
        "The tables and the known counts contradict one another.",
        None,
        None,
    ),
    (lambda it: Period("x", DAY, it), EARLIER, errors.NegativeDuration, "ends on 2014-01-10, before it", None, None),
    (lambda it: Period("x", DAY, it), "", errors.NotANumber, "The end of a period: '' is no date.", None, None),
    (lambda it: spells_of(it, on=DAY), [PERIOD, None], errors.BadInput, "The periods, row 2: None is not", None, 2),
    (
        weeks_to_periods,
        [(2015, 1, "x"), (2014, 53, "x")],
        errors.BadInput,
        "Row 2: The year 2014 has no week 53.",
        None,
        2,
    ),
    (weeks_to_periods, [(2015, 1)], errors.BadInput, "Row 1: a week is a year, a week of it,", None, 1),
    (
        weeks_to_periods,
        [(9999, 52, "x")],
        errors.BadInput,
        "Row 1: after week 52 of 9999 there are no days.",
        None,
        1,
    ),
    (lambda it: monday_of(it, 1), 10**30, errors.BadInput, "has no week 1.", None, None),
    (
        lambda it: add_months(DAY, it),
        96_000,
        errors.BadInput,
        "96000 months from 2015-01-10 there is no day",
        None,
        None,
    ),
    (
        lambda it: add_years(DAY, it),
        -2015,
        errors.BadInput,
        "there is no day: a year goes from 1 to 9999.",
        None,
        None,
    ),
    (lambda it: age_on(it, EARLIER), DAY, errors.BadInput, "Born on 2015-01-10, after 2014-01-10.", None, None),
    (
        lambda it: judged(track=it),
        "both",
        errors.BadInput,
        "There is no track 'both'; there are udd, job.",
        None,
        None,
    ),
    (lambda it: judged(periods=[it]), Period("x", DAY), errors.UnknownCode, "There is no benefit 'x' in", None, None),
    (
        lambda it: judged(rules=replace(RULES, age_limits=it)),
        (),
        errors.NotInForce,
        "The rules '2014' have no age limit on 2015-01-10.",
        None,
        None,
    ),
]
"""A call, what is handed in, and what is said of it: the sentence, the column and the row."""
