"""One hypothesis on one set of assessments: exposure, progression, models and what is missing, as one answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from progression.descriptive import Summary
from progression.disclosure import WITHHELD, Mark
from progression.hypotheses.answers import Answer, Counts, Figure, Landmark, Progress, Tipping
from progression.hypotheses.gone import next_gone, people_gone
from progression.hypotheses.models import (
    fitted,
    fitted_if_told,
    growth_frame,
    last_given_first,
    refuse_names,
    term_of,
)
from progression.hypotheses.progress import by_exit, by_exposure
from progression.hypotheses.waves import Waves, before, cut, spread
from progression.hypotheses.words import Caveat, Silence, Unsaid
from progression.mixed import GrowthFit
from progression.regression import RegressionFit

ALWAYS = (Caveat.NO_EFFECT, Caveat.MISSING_NOT_AT_RANDOM, Caveat.LOW_POINT)


def studied(hypothesis: str, waves: Waves, points: Sequence[Figure], caveats: Iterable[Caveat]) -> Answer:
    """The answer of a hypothesis whose exposure is a column. Errors: those of `growth`."""
    design = waves.design
    refuse_names(design.numbers)
    exposed = waves.column(before(design.exposure) if design.lagged else design.exposure)
    values = exposed if design.lagged else exposed[waves.begins]
    group, labels = cut(values, design.cuts)
    whose = waves.person if design.lagged else waves.person[waves.begins]
    frame = growth_frame(waves)
    model = fitted(frame)
    later = model if design.lagged else fitted_if_told(growth_frame(waves).of(~waves.first_rows()))
    more = (Caveat.LAGGED, Caveat.BETWEEN_AND_WITHIN, Caveat.FEEDBACK) if design.lagged else (Caveat.SAME_TIME,)
    return finished(
        hypothesis,
        waves,
        distribution=spread(values, whose, waves.crowd),
        groups=by_exposure(waves, group, labels),
        term=term_of(design),
        model=model,
        from_second=later,
        ancova=last_given_first(waves),
        tipping=_tipping(waves, model),
        points=points,
        caveats=(*more, *caveats),
    )


def _tipping(waves: Waves, model: GrowthFit | Mark) -> Tipping | Silence:
    if isinstance(model, Mark):
        return model
    effect = model.coefficients[term_of(waves.design)]
    return next_gone(waves, effect) if waves.design.lagged else people_gone(waves, effect)


def finished(
    hypothesis: str,
    waves: Waves,
    *,
    distribution: Summary | Mark,
    groups: Mapping[str, Progress],
    term: str,
    model: GrowthFit | Mark,
    from_second: GrowthFit | Silence,
    ancova: RegressionFit | Silence,
    tipping: Tipping | Silence,
    points: Sequence[Figure],
    caveats: Iterable[Caveat],
    landmarks: Sequence[Landmark] = (),
) -> Answer:
    """The answer, with its counts, exit groups, and every caveat that holds, in the order of the codes."""
    exits = by_exit(waves)
    parts = [distribution, groups, exits, model, from_second, ancova, tipping, points, landmarks]
    holding = {*ALWAYS, *caveats, *_of_data(waves), *_of_fits((model, from_second))}
    if any(map(withheld_in, parts)):
        holding.add(Caveat.WITHHELD)
    return Answer(
        hypothesis,
        waves.design.outcome,
        waves.design.exposure,
        counted(waves),
        distribution,
        groups,
        Unsaid.NOT_GIVEN if exits is None else exits,
        term,
        model,
        from_second,
        ancova,
        tipping,
        tuple(points),
        tuple(caveat for caveat in Caveat if caveat in holding),
        waves.rows.missing,
        tuple(landmarks),
    )


def counted(waves: Waves) -> Counts:
    """People, rows and caseworkers; withheld where there are too few to be told of."""
    crowd, caseworkers = waves.crowd, None
    if not crowd.enough(np.ones(crowd.persons, dtype=bool)):
        return Counts(WITHHELD, WITHHELD, None if crowd.caseworker is None else WITHHELD)
    if crowd.caseworker is not None:
        caseworkers = len(np.unique(crowd.caseworker))
    return Counts(crowd.persons, waves.rows.n, caseworkers)


def _of_data(waves: Waves) -> list[Caveat]:
    found = [Caveat.NO_EXITS] if waves.left is None else []
    return [*found, Caveat.NO_CASEWORKERS] if waves.crowd.caseworker is None else found


def _of_fits(fits: Iterable[GrowthFit | Silence]) -> list[Caveat]:
    found = [fit for fit in fits if isinstance(fit, GrowthFit)]
    edge = [Caveat.AT_THE_BOUNDARY] if any(fit.singular for fit in found) else []
    return edge if all(fit.converged for fit in found) else [*edge, Caveat.NOT_CONVERGED]


def withheld_in(part: Any) -> bool:  # noqa: ANN401 (anything that a result holds)
    """Whether something in it is withheld."""
    if isinstance(part, Mark):
        return True
    if isinstance(part, Mapping):
        return any(map(withheld_in, part.values()))
    if isinstance(part, tuple | list):
        return any(map(withheld_in, part))
    return is_dataclass(part) and any(withheld_in(getattr(part, one.name)) for one in fields(part))
