"""Hypothesis 1, trust: the same caseworker, within reach, who answers in time and coordinates; and what is told."""

from dataclasses import replace
from typing import Any, Final, Unpack

import numpy as np

from progression.disclosure import Mark
from progression.errors import UnknownColumn
from progression.hypotheses.answers import Answer, Figure
from progression.hypotheses.points import (
    COUNTED,
    DAYS_A_MONTH,
    MARKED,
    Ratio,
    figures,
    mean_figure,
    not_given,
    read_events,
    read_people,
    told,
    unnamed,
)
from progression.hypotheses.small import crowd_of
from progression.hypotheses.study import studied
from progression.hypotheses.waiting import Waits, median
from progression.hypotheses.waves import Design, Keywords, Waves, read_waves
from progression.hypotheses.words import Caveat, Unit
from progression.sources import Integers, Limits, kept
from progression.sources.columns import Truths

HOURS_A_DAY: Final = 7.4
"""Working hours of a working day (37 a week)."""
ANSWERED_IN: Final = 2.0
URGENT_IN: Final = 1.0
"""Working days in which a contact is answered; and one that cannot wait (a placement found, or at risk)."""
COLUMNS: Final[dict[str, Limits]] = {
    "main_days": COUNTED,
    "enrolled_days": COUNTED,
    "changes": COUNTED,
    "direct": MARKED,
    "meetings": COUNTED,
    "interventions": COUNTED,
    "with_contact": COUNTED,
    "initiated": COUNTED,
}
RATIOS: Final = (
    Ratio("1a", "days_with_main", Unit.SHARE, "main_days", "enrolled_days"),
    Ratio("1a", "changes", Unit.COUNT, "changes"),
    Ratio("1b", "direct", Unit.SHARE, "direct"),
    Ratio("1d", "meetings", Unit.PER_100_DAYS, "meetings", "enrolled_days", 100.0),
    Ratio("1d", "with_contact", Unit.SHARE, "with_contact", "interventions"),
    Ratio("1e", "initiated", Unit.PER_MONTH, "initiated", "enrolled_days", DAYS_A_MONTH),
)
CONTACTS: Final[dict[str, Limits]] = {"hours": COUNTED, "replied": MARKED, "urgent": MARKED}


def trust(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    exposure: str,
    *,
    people: Any = None,  # noqa: ANN401
    contacts: Any = None,  # noqa: ANN401
    trust_item: str | None = None,
    **design: Unpack[Keywords],
) -> Answer:
    """Whether those with more of what builds trust move otherwise, with the measuring points 1a to 1f.

    Shape: `table` a row an assessment: person, months (whole), the outcome, the exposure (say the share of days with
    the main caseworker), and what `Design` names; `trust_item` the score of trust in the caseworker. `people` a row a
    person with any of `COLUMNS`; `contacts` a row a contact from her: `hours` (working hours to the first reply, or
    so far), `replied` (0 or 1), and `urgent` (0 or 1) if known. What is not given is said so.
    Unit: the outcome's, and that of each figure. Errors: those of `sources.read_all` and `mixed.growth`.
    Source: the four published points of the hypothesis; the rest is this project's (docs/measures).
    """
    asked = Design(outcome, exposure, **design)
    waves = read_waves(table, asked, [trust_item] if trust_item else [])
    points = [
        *figures(read_people(people, asked, COLUMNS), RATIOS),
        *_contacts(contacts, asked),
        *_trusted(waves, trust_item),
    ]
    waiting = [] if contacts is None else [Caveat.ROWS_OF_ONE]
    caveats = [*waiting, *unnamed(asked, people, contacts)]
    return studied("trust", waves, sorted(points, key=lambda one: one.point), caveats)


def _contacts(contacts: Any, design: Design) -> list[Figure]:  # noqa: ANN401
    """The share answered, how long half of them wait, and the share within the deadline, of those whose deadline has
    passed or who were answered."""
    answered = not_given("1b", "answered", Unit.SHARE)
    hours = not_given("1c", "hours_to_reply", Unit.HOURS)
    within = not_given("1c", "within_deadline", Unit.SHARE)
    if contacts is None:
        return [answered, hours, within]
    waits, urgent = _waits(contacts, design)
    late = np.where(urgent, URGENT_IN, ANSWERED_IN) * HOURS_A_DAY
    many = waits.crowd.persons
    got, everything = _by_person(waits, waits.it), _by_person(waits, waits.it | True)
    in_time = _by_person(waits, waits.it & (waits.duration <= late))
    asked = _by_person(waits, waits.it | (waits.duration >= late))
    half = median(waits)
    return [
        told(answered, got, everything, waits.crowd),
        replace(hours, value=half, persons=half if isinstance(half, Mark) else many),
        told(within, in_time, asked, waits.crowd),
    ]


def _by_person(waits: Waits, rows: Truths) -> Integers:
    return np.bincount(waits.person[rows], minlength=waits.crowd.persons).astype(np.int64)


def _waits(contacts: Any, design: Design) -> tuple[Waits, Truths]:  # noqa: ANN401
    """The contacts whose waiting is known, and which of them could not wait. Errors: UnknownColumn."""
    rows, caseworker = read_events(contacts, design, CONTACTS)
    for name in ("hours", "replied"):
        if name not in rows.numbers:
            raise UnknownColumn(f"The table of contacts has no column {name!r}.", column=name)
    there = ~np.isnan(rows.numbers["hours"]) & ~np.isnan(rows.numbers["replied"])
    known = kept(rows, there, rows.missing)
    one = known.groups[design.person]
    crowd = crowd_of(one.codes, len(one.labels), None if caseworker is None else caseworker[there])
    replied, nothing = known.numbers["replied"] == 1, np.zeros(known.n, dtype=bool)
    urgent = known.numbers["urgent"] == 1 if "urgent" in known.numbers else nothing
    return Waits(one.codes, known.numbers["hours"], replied, nothing, crowd), urgent


def _trusted(waves: Waves, item: str | None) -> list[Figure]:
    """Trust in the first assessment that says it, and the change to the last that does."""
    first = not_given("1f", "trust_first", Unit.SCORE)
    change = not_given("1f", "trust_change", Unit.SCORE)
    if item is None:
        return [first, change]
    said = np.flatnonzero(~np.isnan(waves.column(item)))
    person, score = waves.person[said], waves.column(item)[said]
    begins = np.flatnonzero(np.diff(person, prepend=-1))
    ends = np.append(begins[1:], len(said)) - 1
    twice = ends > begins
    moved = score[ends[twice]] - score[begins[twice]]
    return [
        mean_figure(first, person[begins], score[begins], waves.crowd),
        mean_figure(change, person[begins[twice]], moved, waves.crowd),
    ]
