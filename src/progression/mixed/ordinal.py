"""Growth on a short scale: chances of ordered answers, each person with a level (and a pace) of her own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any, Final, Literal

import numpy as np

from progression._people import occasions
from progression.errors import BadInput, NoFiniteAnswer, OffTheScale, TooFew
from progression.mixed.answers import Answers, pooled
from progression.mixed.links import LINKS
from progression.mixed.quadrature import Likelihood
from progression.mixed.search import EDGE, Found, least
from progression.mixed.separation import refuse_separation
from progression.mixed.sums import crossed_with_time, refuse_change, refuse_double
from progression.results import Estimate, Missing, estimate, estimates_table
from progression.sources import Floats, Integers, Rows, names_of, read, stack

LinkName = Literal["logit", "probit", "loglog", "cloglog"]
MOST_ANSWERS: Final = 25
MOST_NODES: Final = 50
NUDGE: Final = 1e-4
FLAT: Final = 1e-7
"""A direction of the spread of people that bends less than this share of the most is not known at all."""
CERTAIN: Final = 1e-5
NOTHING: Final = 1e-8
"""A deviance that is lower by no more is no reason to say that people differ."""
WIDE: Final = 25.0
"""A spread of people so many times the scale of the link is on its way to infinity."""


@dataclass(frozen=True, slots=True)
class OrdinalFit:
    """A fitted cumulative link mixed model.

    `thresholds` are named as clmm names them ("2|3": between the answers 2 and 3) and `coefficients` by column, each
    with a normal interval, in units of the link (log odds for the logit). A positive coefficient: higher answers.
    `variance` holds `intercept`, and with a pace `slope` and `covariance`. `singular`: a variance is 0 or two effects
    are one (the boundary). `answers` says how many rows gave each answer.
    """

    thresholds: Mapping[str, Estimate]
    coefficients: Mapping[str, Estimate]
    variance: Mapping[str, float]
    log_likelihood: float
    link: str
    nodes: int
    answers: Mapping[float, int]
    n_rows: int
    n_persons: int
    converged: bool
    singular: bool
    missing: Missing

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """The thresholds and then the effects, a row each."""
        return estimates_table({**self.thresholds, **self.coefficients})


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """The rows to be computed on: columns of the design by name, the time and its name, and what was answered."""

    names: tuple[str, ...]
    columns: Floats
    time: Floats
    scale: Floats
    answer: Integers
    person: Integers
    missing: Missing


def ordinal_growth(
    table: Any,  # noqa: ANN401 (any kind of table may be handed in)
    outcome: str,
    time: str | None,
    person: str,
    covariates: Sequence[str] = (),
    time_varying: Sequence[str] = (),
    interactions: bool | Sequence[str] = True,
    slope: bool = False,
    link: LinkName = "logit",
    nodes: int = 1,
) -> OrdinalFit:
    """link(P(answer ≤ j)) = θⱼ − (β₁·time + Σ covariates + … + (level + pace·time) by person): R's `ordinal::clmm`.

    Shape: a row an occasion, one a person and time; `time=None` for answers in no order. The answers are numbers in
    their order; thresholds stand between those that somebody gave. Columns and interactions as in `growth`.
    `nodes`: 1 is Laplace's approximation (clmm's default), more are adaptive Gauss-Hermite, for a level alone. With
    few answers a person Laplace makes the variance too small: take 9 or more.
    Unit: of the link. The trap is the sign: the line is subtracted from the thresholds, so a positive effect means
    higher answers, as in clmm, `MASS::polr` and Stata's `ologit`; SAS and `VGAM::vglm` add it and turn the sign.
    The threshold of two answers is minus the intercept of a logistic model.
    Errors: those of `sources.read`; OffTheScale, NoFiniteAnswer, DuplicatedOccasion, ChangesWithin, NotSeparable,
    TooFew. Standard errors are of the observed information, with the spread of people estimated too.
    Source: McCullagh, Journal of the Royal Statistical Society B 42 (1980); quadrature: Pinheiro and Bates (1995).
    """
    _refuse_settings(time, interactions, link, nodes, slope=slope)
    asked = _asked(table, outcome, time, person, names_of(covariates), names_of(time_varying), interactions)
    _refuse_few(asked, outcome, slope=slope)
    answers = pooled(asked.names, asked.columns, asked.time, asked.answer, asked.person)
    problem = _Problem(answers, outcome, link, nodes, slope=slope)
    alone = problem.without_people()
    if problem.certain(alone):
        refuse_separation(answers, asked.names, outcome)
    return _fit(problem, problem.searched(alone), asked)


def _refuse_settings(
    time: str | None, interactions: bool | Sequence[str], link: str, nodes: int, *, slope: bool
) -> None:
    if link not in LINKS:
        raise BadInput(f"There is no link called {link!r}; there are {', '.join(LINKS)}.")
    if not 1 <= nodes <= MOST_NODES:
        raise BadInput(f"{nodes} nodes cannot be: take 1 (Laplace) to {MOST_NODES}.")
    if slope and nodes > 1:
        raise BadInput("A level and a pace together take Laplace's approximation: nodes=1, or slope=False.")
    if time is None and (slope or not isinstance(interactions, bool)):
        raise BadInput("Without a column of time there is no pace, and nothing to cross with it.")


def _asked(
    table: Any,  # noqa: ANN401
    outcome: str,
    time: str | None,
    person: str,
    constant: tuple[str, ...],
    varying: tuple[str, ...],
    interactions: bool | Sequence[str],
) -> _Asked:
    times = (time,) if time else ()
    crossed = crossed_with_time(constant, interactions) if time else ()
    refuse_double((outcome, *times, *constant, *varying, person))
    rows = read(table, numbers=[outcome, *times, *constant, *varying], groups=[person])
    codes = rows.groups[person].codes
    _refuse_changes(rows, codes, time, constant)
    months = rows.numbers[time].astype(np.float64) if time else np.zeros(rows.n)
    plain = [rows.numbers[name] for name in (*times, *constant, *varying)]
    products = [months * rows.numbers[name] for name in crossed]
    scale, answer = np.unique(rows.numbers[outcome], return_inverse=True)
    _refuse_scale(outcome, len(scale))
    return _Asked(
        (*times, *constant, *varying, *(f"{time}:{name}" for name in crossed)),
        stack([*plain, *products], rows.n),
        months,
        scale.astype(np.float64),
        answer.astype(np.int64),
        codes,
        rows.missing,
    )


def _refuse_changes(rows: Rows, codes: Integers, time: str | None, constant: Sequence[str]) -> None:
    """DuplicatedOccasion, and ChangesWithin for a covariate that is not what it was at the person's first time."""
    first = np.unique(codes, return_index=True)[1]
    if time:
        found = occasions(codes, rows.numbers[time], time, rows.at)
        first = found.order[found.begins]
    for name in constant:
        refuse_change(name, rows.numbers[name], rows.numbers[name][first][codes], rows.at)


def _refuse_scale(outcome: str, answers: int) -> None:
    if answers == 1:
        raise TooFew(f"Column {outcome!r} holds the same in every row, so there is nothing to tell.", column=outcome)
    if answers > MOST_ANSWERS:
        sentence = f"Column {outcome!r} holds {answers} different answers; a short scale has {MOST_ANSWERS} at most."
        raise OffTheScale(f"{sentence} Take growth.", column=outcome)


def _refuse_few(asked: _Asked, outcome: str, *, slope: bool) -> None:
    rows, people = len(asked.answer), int(asked.person.max()) + 1
    effects = len(asked.names) + len(asked.scale) - 1
    if rows <= effects:
        raise TooFew(f"{rows} complete rows are too few for {effects} effects: take fewer covariates.")
    if people < 2:
        raise TooFew("A growth model needs at least two people.")
    if rows <= people * (1 + slope):
        each = "a level and a pace" if slope else "a level"
        sentence = f"{rows} rows of {people} people are too few for {each} of each."
        raise TooFew(sentence + (" Try slope=False." if slope else " Who answered once only says nothing of it."))
    if len(np.unique(asked.person * len(asked.scale) + asked.answer)) == people:
        sentence = f"Column {outcome!r}: everybody gives one answer every time, so nothing is known within people"
        raise NoFiniteAnswer(f"{sentence} and the variance between them has no finite estimate.", column=outcome)


class _Problem:
    """The deviance by one row of numbers: the first cut, log gaps to the next ones, effects, and Λ of the people."""

    def __init__(self, answers: Answers, outcome: str, link: str, nodes: int, *, slope: bool) -> None:
        self.answers, self.outcome, self.link, self.nodes = answers, outcome, link, nodes
        self.cuts, self.spread = int(answers.answer.max()), 3 if slope else 1
        self.fixed = self.cuts + answers.design.shape[1]
        self.likelihood = Likelihood(answers, LINKS[link], nodes, slope=slope)

    def valued(self, at: Floats) -> tuple[float, Floats]:
        """The deviance and its gradient; infinite where the numbers are beyond what can be computed."""
        return self._valued(self.likelihood, at)

    def _valued(self, likelihood: Likelihood, at: Floats) -> tuple[float, Floats]:
        cuts, turn = self.cuts_at(at)
        self._refuse_far(at)
        found = likelihood.at(cuts, at[self.cuts : self.fixed], at[self.fixed :])
        if found is None:
            return np.inf, np.zeros_like(at)
        return -2 * found.log, -2 * np.concatenate([found.by_cut @ turn, found.by_effect, found.by_factor])

    def _refuse_far(self, at: Floats) -> None:
        """A step of the search is short, so whoever comes this far has climbed all the way and would climb on."""
        if np.abs(at[self.fixed :]).max(initial=0.0) > WIDE:
            sentence = "people so seldom change their answer that the variance between them has no finite estimate."
            raise NoFiniteAnswer(f"Column {self.outcome!r}: {sentence}", column=self.outcome)

    def cuts_at(self, at: Floats) -> tuple[Floats, Floats]:
        """The rising cuts, and how they move with the numbers they are made of."""
        rises = np.append(1.0, np.exp(np.minimum(at[1 : self.cuts], 700.0)))
        return np.cumsum(np.append(at[0], rises[1:])), np.tril(np.ones((self.cuts, self.cuts))) * rises

    def without_people(self) -> Found:
        """The model in which people do not differ; its likelihood has one top, or none."""
        counts = np.bincount(self.answers.answer, self.answers.counts)
        cuts = LINKS[self.link].cut(np.cumsum(counts)[:-1] / counts.sum())
        start = np.zeros(self.fixed)
        start[0], start[1 : self.cuts] = cuts[0], np.log(np.diff(cuts))
        each = np.arange(len(self.answers.counts))
        rows = replace(self.answers, row=each, begins=each, weight=self.answers.counts.astype(np.float64))
        likelihood = Likelihood(rows, LINKS[self.link], 1, slope=False)

        def valued(at: Floats) -> tuple[float, Floats]:
            value, gradient = self._valued(likelihood, np.append(at, 0.0))
            return value, gradient[: self.fixed]

        return least(valued, start)

    def certain(self, found: Found) -> bool:
        """Whether some answer all but cannot lie beyond a cut: so it is when columns tell it, and seldom else."""
        cuts = np.concatenate([[-np.inf], self.cuts_at(found.at)[0], [np.inf]])
        line = self.answers.design @ found.at[self.cuts : self.fixed]
        above, below = cuts[self.answers.answer + 1] - line, cuts[self.answers.answer] - line
        low, high = LINKS[self.link].cut(np.array([CERTAIN, 1 - CERTAIN]))
        return bool(max(above[above < np.inf].max() - high, low - below[below > -np.inf].min()) > 0)

    def searched(self, alone: Found) -> Found:
        """The least deviance; where a variance has all but gone, whichever of it and 0 is lower."""
        start = np.append(alone.at, [1.0] if self.spread == 1 else [1.0, 0.0, 0.5])
        if self.nodes > 1:
            near = Likelihood(self.answers, LINKS[self.link], 1, slope=False)
            start = least(partial(self._valued, near), start).at
        found = least(self.valued, start)
        for place in {self.fixed, self.fixed + self.spread - 1}:
            if 0 < abs(found.at[place]) < EDGE:
                edge = found.at.copy()
                edge[place] = 0.0
                deviance = self.valued(edge)[0]
                if deviance <= found.deviance:
                    found = Found(edge, deviance, found.converged, found.steps)
        if alone.deviance <= found.deviance + NOTHING:
            return Found(np.append(alone.at, np.zeros(self.spread)), alone.deviance, alone.converged, found.steps)
        return found

    def covariance(self, at: Floats) -> Floats:
        """Of cuts and effects: the inverse of the observed information, less what the spread of people takes."""
        bends = np.empty((len(at), len(at)))
        for place in range(len(at)):
            nudge = np.zeros(len(at))
            nudge[place] = NUDGE * max(1.0, abs(float(at[place])))
            bends[place] = (self.valued(at + nudge)[1] - self.valued(at - nudge)[1]) / (4 * nudge[place])
        bends = (bends + bends.T) / 2
        free = self.fixed + np.flatnonzero(np.abs(at[self.fixed :]) >= EDGE)
        fixed = np.arange(self.fixed)
        across, among = bends[np.ix_(fixed, free)], bends[np.ix_(free, free)]
        information = bends[np.ix_(fixed, fixed)] - across @ np.linalg.pinv(among, FLAT, hermitian=True) @ across.T
        if not np.isfinite(information).all() or np.linalg.eigvalsh(information)[0] <= 0:
            sentence = (
                "The model does not come to rest: take fewer covariates, take answers together, or slope=False."
            )
            raise NoFiniteAnswer(sentence)
        turn = np.eye(self.fixed)
        turn[: self.cuts, : self.cuts] = self.cuts_at(at)[1]
        return np.asarray(turn @ np.linalg.inv(information) @ turn.T)


def _fit(problem: _Problem, found: Found, asked: _Asked) -> OrdinalFit:
    """The solution in the units that came in."""
    answers, cuts = problem.answers, problem.cuts
    factor = found.at[problem.fixed :]
    standard = np.append(problem.cuts_at(found.at)[0], found.at[cuts : problem.fixed])
    turn = np.diag(np.append(np.ones(cuts), 1 / answers.spread[:-1]))
    turn[:cuts, cuts:] = answers.mean[:-1] / answers.spread[:-1]
    values = turn @ standard
    errors = np.sqrt(np.diag(turn @ problem.covariance(found.at) @ turn.T))
    scale = asked.scale
    names = [f"{one:g}|{two:g}" for one, two in pairwise(scale.tolist())]
    estimates = [estimate(value, error) for value, error in zip(values, errors, strict=True)]
    counts = np.bincount(asked.answer).tolist()
    return OrdinalFit(
        thresholds=dict(zip(names, estimates[:cuts], strict=True)),
        coefficients=dict(zip(asked.names, estimates[cuts:], strict=True)),
        variance=_variance(factor, float(answers.mean[-1]), float(answers.spread[-1])),
        log_likelihood=-found.deviance / 2,
        link=problem.link,
        nodes=problem.nodes,
        answers=dict(zip(scale.tolist(), counts, strict=True)),
        n_rows=len(asked.answer),
        n_persons=int(asked.person.max()) + 1,
        converged=found.converged,
        singular=bool((np.abs(factor[[0, -1]]) < EDGE).any()),
        missing=asked.missing,
    )


def _variance(factor: Floats, mean: float, spread: float) -> dict[str, float]:
    """Of level and pace at the time's own 0 and unit."""
    if len(factor) == 1:
        return {"intercept": float(factor[0] ** 2)}
    lower = np.array([[1.0, -mean / spread], [0.0, 1 / spread]]) @ [[factor[0], 0.0], [factor[1], factor[2]]]
    between = lower @ lower.T
    return {
        "intercept": float(between[0, 0]),
        "slope": float(between[1, 1]),
        "covariance": float(between[0, 1]),
    }
