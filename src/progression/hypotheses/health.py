"""Hypothesis 5, self-experienced health: health and belief in one's own ability, and what good work does to both."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final, Unpack

import numpy as np

from progression.associations import correlation
from progression.disclosure import WITHHELD
from progression.errors import NotSeparable, TooFew
from progression.hypotheses.answers import Answer, Figure
from progression.hypotheses.models import fitted_if_told, growth_frame
from progression.hypotheses.points import COUNTED, Ratio, figures, not_given, read_people, some, unnamed
from progression.hypotheses.progress import Moves, across
from progression.hypotheses.study import studied
from progression.hypotheses.waves import Design, Keywords, Waves, before, read_waves
from progression.hypotheses.words import Caveat, Unit, Unsaid
from progression.mixed import GrowthFit
from progression.multiplicity import adjusted
from progression.results import Estimate
from progression.sources import Limits
from progression.sources.columns import NOBODY

COLUMNS: Final[dict[str, Limits]] = {"experiences": COUNTED, "positive": COUNTED}
RATIOS: Final = (
    Ratio("5c", "some_experience", Unit.SHARE, "some_experience"),
    Ratio("5c", "judged_positive", Unit.SHARE, "positive", "experiences"),
)
SIDES: Final = ("without", "with")


def experienced_health(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    health: str,
    ability: str,
    work: str,
    *,
    people: Any = None,  # noqa: ANN401
    **design: Unpack[Keywords],
) -> Answer:
    """Whether health rises after a good work experience, with the measuring points 5a to 5c.

    Shape: `table` a row an assessment: scores of `health` and of belief in the own `ability`, and `work`: positive
    work experiences recorded since the assessment before (0, 1, …). It is always lagged: what was recorded by one
    assessment stands beside the next, and the change across it is counted from the one before. The model has what was
    recorded by the same assessment too, so that a good day is not taken for the fruit of work. `people` a row a
    person with any of `COLUMNS`. The answer is that of health; ability has its figures among the points (5b). 5a is
    Spearman's correlation at each wave, with its p beside those of all waves. Unit: that of the outcome or figure.
    Errors: those of `sources.read_all` and `mixed.growth`; NotSeparable when the columns are not three.
    """
    design["lagged"] = True
    hers = replace(Design(health, work, **design), same_day=True)
    if ability in hers.numbers:
        raise NotSeparable(f"Column {ability!r} was given two parts in one model.", column=ability)
    waves = read_waves(table, hers, [ability])
    other = read_waves(table, replace(hers, outcome=ability))
    found = read_people(people, hers, COLUMNS)
    if found:
        found = found.having("some_experience", ("experiences",), some)
    points = [*_together(waves, ability), *_after(waves), *_after(other), *figures(found, RATIOS)]
    caveats = [Caveat.SAME_PEN, Caveat.MANY_TESTS, *unnamed(hers, people)]
    return studied("experienced_health", waves, points, caveats)


def _together(waves: Waves, ability: str) -> list[Figure]:
    """Spearman's correlation of the two at each wave that has enough people, with p adjusted for all of them."""
    wave = np.arange(waves.rows.n) - waves.begins[waves.person]
    columns = {name: waves.column(name) for name in (waves.design.outcome, ability)}
    found = []
    for number in range(int(wave.max()) + 1):
        inside = (wave == number) & ~np.isnan(columns[ability])
        asked = not_given("5a", f"wave_{number + 1}", Unit.CORRELATION)
        who = waves.crowd.members(waves.person[inside])
        if not waves.crowd.enough(who):
            found.append(replace(asked, value=WITHHELD, persons=WITHHELD))
            continue
        value = _correlated({name: column[inside] for name, column in columns.items()})
        found.append(replace(asked, value=value, persons=int(who.sum())))
    return _adjusted(found)


def _correlated(columns: dict[str, Any]) -> Estimate | Unsaid:
    try:
        (one,) = correlation(columns, list(columns), "spearman").pairs.values()
    except (TooFew, NotSeparable):
        return Unsaid.NOT_ANSWERED
    return one


def _adjusted(found: Sequence[Figure]) -> list[Figure]:
    together = adjusted({one.name: one.value.p for one in found if isinstance(one.value, Estimate)})
    return [replace(one, adjusted=together.get(one.name)) for one in found]


def _after(waves: Waves) -> list[Figure]:
    """The change across a good experience, and across none, from the assessment before it to the one after it; and
    the model's figure."""
    design = waves.design
    was = waves.column(before(design.exposure))
    group = np.where(np.isnan(was), NOBODY, was > 0).astype(np.int64)
    moves = across(waves, group)
    people = [moves.of(place, waves.crowd) for place in (0, 1)]
    shown = waves.crowd.shown(people)
    found = [_change(moves, place, seen, waves) for place, seen in enumerate(shown)]
    fit = fitted_if_told(growth_frame(waves))
    asked = not_given("5b", f"{design.outcome}: model", Unit.SCORE)
    if isinstance(fit, GrowthFit):
        return [*found, replace(asked, value=fit.coefficients[before(design.exposure)], persons=fit.n_persons)]
    return [*found, replace(asked, value=fit, persons=fit)]


def _change(moves: Moves, place: int, seen: bool, waves: Waves) -> Figure:
    asked = not_given("5b", f"{waves.design.outcome}: {SIDES[place]}", Unit.SCORE)
    if not seen:
        return replace(asked, value=WITHHELD, persons=WITHHELD)
    persons = int(moves.of(place, waves.crowd).sum())
    return replace(asked, value=moves.mean(place, waves.crowd), persons=persons)
