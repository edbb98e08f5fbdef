"""Stays and placements by person: when each placement began, when responsibility came, when and why she left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from progression.errors import BadInput, OffTheScale, placed
from progression.hypotheses.points import COUNTED, People, read_events, read_people
from progression.hypotheses.waves import Design, Waves, reasons_of
from progression.sources import Coded, Floats, Integers, Rows, first_row, opened
from progression.sources.columns import NOBODY, Truths


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """A row a person who stayed: months from enrolment to her first `placed`, to `responsible` (nan: never), and to
    the end of what is known of her (`until`); `why` she left, a code of `reasons` (the last: still in), and whether
    that is a `job`. `row` is each assessment's."""

    people: People
    placements: Rows
    whose: Integers
    placed: Floats
    responsible: Floats
    until: Floats
    why: Integers
    reasons: tuple[str, ...]
    job: Truths
    row: Integers

    @property
    def left(self) -> Truths:
        """Who has left."""
        return np.asarray(self.why < len(self.reasons) - 1)

    @property
    def other(self) -> Truths:
        """Who has left for something else than a job."""
        return self.left & ~self.job


def read_dates(
    waves: Waves,
    placements: Any,  # noqa: ANN401 (any kind of table may be handed in)
    stays: Any,  # noqa: ANN401
    jobs: Sequence[str],
) -> Dates:
    """Both tables, held against one another and against the assessments.

    Errors: BadInput for a person who is in one of them and has no stay; OffTheScale for a placement after she left,
    or responsibility before its beginning; and those of `sources.read_all`.
    """
    design = waves.design
    people = read_people(stays, design, {"months": COUNTED, "wage_hours": COUNTED})
    if people is None or "months" not in people.columns:
        raise BadInput("Responsibility needs a table of stays with the columns months and reason.", column="months")
    rows, _ = read_events(stays, design, {}, ["reason"])
    until = people.columns["months"]
    if np.isnan(until).any():
        row = first_row(np.isnan(until), people.at)
        raise OffTheScale(f"{placed('months', row)}: a stay needs its length so far.", column="months", row=row)
    known = {label: code for code, label in enumerate(rows.groups[design.person].labels)}
    held, whose = _placements(placements, design, known)
    _refuse_disorder(held, whose, until)
    why, reasons = reasons_of(rows.groups["reason"])
    return Dates(
        people,
        held,
        whose,
        placed=_earliest(held.numbers["start"], whose, len(until)),
        responsible=_earliest(held.numbers["responsible"], whose, len(until)),
        until=until,
        why=why,
        reasons=reasons,
        job=np.array([reason in jobs for reason in reasons])[why],
        row=_matched(waves.rows.groups[design.person], waves.rows.at, waves.begins, known, design.person)[
            waves.person
        ],
    )


def _placements(table: Any, design: Design, known: dict[Any, int]) -> tuple[Rows, Integers]:  # noqa: ANN401
    limits = {"start": COUNTED, "responsible": COUNTED, "level": (0, 3), "own_goal": (0, 1)}
    found_by = [name for name in ("found_by",) if name in opened(table).names]
    rows, _ = read_events(table, design, limits, found_by)
    for name in ("start", "responsible"):
        if name not in rows.numbers:
            raise BadInput(f"The table of placements has no column {name!r}.", column=name)
    one = rows.groups[design.person]
    begins = np.flatnonzero(np.diff(one.codes, prepend=-1)).astype(np.int64)
    return rows, _matched(one, rows.at, begins, known, design.person)[one.codes]


def _matched(
    one: Coded,
    at: Integers,
    begins: Integers,
    known: dict[Any, int],
    name: str,
) -> Integers:
    """Of each person the place among the stays."""
    found = np.array([known.get(label, NOBODY) for label in one.labels], dtype=np.int64)
    if (found == NOBODY).any():
        place = int(np.flatnonzero(found == NOBODY)[0])
        row = int(at[begins[place]]) or None
        sentence = f"{placed(name, row)}: {one.labels[place]!r} has no row among the stays."
        raise BadInput(sentence, column=name, row=row)
    return found


def _earliest(months: Floats | Integers, whose: Integers, people: int) -> Floats:
    found = np.full(people, np.inf)
    there = ~np.isnan(months)
    np.minimum.at(found, whose[there], months[there].astype(np.float64))
    return np.where(np.isinf(found), np.nan, found)


def _refuse_disorder(held: Rows, whose: Integers, until: Floats) -> None:
    start, got = held.numbers["start"], held.numbers["responsible"]
    wrongs = (
        ("start", np.isnan(start), "a placement needs its beginning"),
        ("start", start > until[whose], "the placement begins after she left"),
        ("responsible", got < start, "the responsibility is before its placement"),
        ("responsible", got > until[whose], "the responsibility is after she left"),
    )
    for name, where, words in wrongs:
        if where.any():
            row = first_row(where, held.at)
            raise OffTheScale(f"{placed(name, row)}: {words}.", column=name, row=row)
