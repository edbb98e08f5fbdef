"""What a hypothesis answers with: frozen figures, each with its people, and all of them as one table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from progression.descriptive import Summary
from progression.disclosure import Mark, rounded
from progression.hypotheses.words import Caveat, Silence, Unit, Unsaid
from progression.mixed import GrowthFit
from progression.multiplicity import Adjusted, adjusted
from progression.regression import RegressionFit
from progression.results import Estimate, Missing, arrow_table

DIGITS = 3
NOT_REACHED = "not_reached"
"""What a table says of a median that is not there yet, and of a conclusion that no shift changes."""
PARTS = ("value", "se", "low", "high", "p")


@dataclass(frozen=True, slots=True)
class Middle:
    """A median with its 95 % interval; None where so many have not got there."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Counts:
    """On how much a result rests; `caseworkers` is None where no column names them."""

    persons: int | Mark
    rows: int | Mark
    caseworkers: int | Mark | None


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a measuring point (`1a`): what it is called, counted in what, of how many people.

    `adjusted` has its p beside the others of its family, where there is one.
    """

    point: str
    name: str
    unit: Unit
    value: Estimate | Middle | Silence
    persons: int | Silence
    adjusted: Adjusted | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How a group moved: the mean change of `persons`, and of those of them (`later`) whose second assessment is
    the first that counts; `answers` is how many assessments a person of the group gave, in the mean.

    With a lagged exposure the change is that from the assessment before the exposure to the one after it, otherwise
    that from first to last.
    """

    persons: int | Mark
    change: Estimate | Mark
    later: int | Mark
    from_second: Estimate | Mark
    answers: float | Mark


@dataclass(frozen=True, slots=True)
class Shift:
    """What it does to an effect when answers that are missing lie δ away from what the model takes them to be:
    effect(δ) = effect + δ·`pull`. `tips_at` is the nearest δ at which the conclusion changes; None: at no δ."""

    pull: Estimate
    tips_at: float | None


@dataclass(frozen=True, slots=True)
class Tipping:
    """How far the answers of the `gone` (who left and stopped answering) must be shifted before 0 enters the interval
    of the effect, or leaves it. `alike`: all by δ; `exposed`: only those above the mean exposure.

    Unit: the outcome's. `horizon` is the month by which they should have answered, None where what is missing is the
    next assessment.
    """

    horizon: float | None
    gone: int
    effect: Estimate
    alike: Shift
    exposed: Shift | Silence


@dataclass(frozen=True, slots=True)
class Landmark:
    """At `months` those still in are told apart by what had happened, and looked at from there on.

    `groups`: the change from the last assessment before to the last after. `jobs`: the share that left for a job
    within so many months after the landmark, by (group, months).
    """

    months: int
    groups: Mapping[str, Progress]
    ancova: RegressionFit | Silence
    jobs: Mapping[tuple[str, int], Estimate | Mark]
    tipping: Tipping | Silence


@dataclass(frozen=True, slots=True)
class Answer:
    """What the columns say of a hypothesis, and what they cannot say (`caveats`).

    `model` is the growth model with its adjustment and `term` the coefficient that is asked for; `from_second` the
    same without each person's first assessment; `ancova` the last assessment given the first. `groups` and `exits`
    are progression by exposure and by reason for leaving. `points` are the measuring points.
    """

    hypothesis: str
    outcome: str
    exposure: str
    n: Counts
    distribution: Summary | Mark
    groups: Mapping[str, Progress]
    exits: Mapping[str, Progress] | Unsaid
    term: str
    model: GrowthFit | Mark
    from_second: GrowthFit | Silence
    ancova: RegressionFit | Silence
    tipping: Tipping | Silence
    points: tuple[Figure, ...]
    caveats: tuple[Caveat, ...]
    missing: Missing
    landmarks: tuple[Landmark, ...] = field(default=())

    @property
    def effect(self) -> Estimate | Mark:
        """The coefficient that is asked for."""
        return self.model if isinstance(self.model, Mark) else self.model.coefficients[self.term]

    def figure(self, point: str, name: str) -> Figure:
        """One figure by its measuring point and name. KeyError when there is none."""
        found = {(one.point, one.name): one for one in self.points}
        return found[point, name]

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """All that may be shown as a pyarrow.Table: part, name, value, se, low, high, p, persons, state.

        Numbers with three digits, persons rounded to 5; what is not shown has its state and no number.
        """
        lines = [_line(part, name, value, persons) for part, name, value, persons in _lines(self)]
        names = ("part", "name", *PARTS, "persons", "state")
        return arrow_table({name: [line[name] for line in lines] for name in names})


def family(answers: Mapping[str, Answer]) -> dict[str, Adjusted | Mark]:
    """The p-values of the effects of several answers (say twenty outcomes), adjusted for all of them together.

    What is withheld is no member of the family. Source and errors: `progression.multiplicity`.
    """
    effects = {name: one.effect for name, one in answers.items()}
    told = adjusted({name: one.p for name, one in effects.items() if isinstance(one, Estimate)})
    return {name: one if isinstance(one, Mark) else told[name] for name, one in effects.items()}


Line = tuple[str, str, Any, int | Silence | None]


def _lines(answer: Answer) -> Iterator[Line]:
    persons = answer.n.persons
    mean = answer.distribution if isinstance(answer.distribution, Mark) else answer.distribution.mean
    yield "exposure", answer.exposure, mean, persons
    yield from _groups("groups", answer.groups)
    yield from _groups("exits", {} if isinstance(answer.exits, Unsaid) else answer.exits)
    for part, fit in (("model", answer.model), ("from_second", answer.from_second), ("ancova", answer.ancova)):
        yield from _fit(part, answer.term, fit)
    yield from _tipping("tipping", answer.tipping)
    for one in answer.points:
        yield one.point, one.name, one.value, one.persons
    for mark in answer.landmarks:
        part = f"landmark {mark.months}"
        yield from _groups(part, mark.groups)
        yield from _fit(f"{part} ancova", answer.exposure, mark.ancova)
        for (group, within), share in mark.jobs.items():
            yield part, f"{group}: job within {within}", share, None
        yield from _tipping(f"{part} tipping", mark.tipping)


def _groups(part: str, groups: Mapping[str, Progress]) -> Iterator[Line]:
    for label, one in groups.items():
        yield part, f"{label}: change", one.change, one.persons
        yield part, f"{label}: change from second", one.from_second, one.later
        yield part, f"{label}: answers", one.answers, one.persons


def _fit(part: str, name: str, fit: GrowthFit | RegressionFit | Silence) -> Iterator[Line]:
    if isinstance(fit, Mark | Unsaid):
        yield part, name, fit, None
        return
    persons = fit.n_persons if isinstance(fit, GrowthFit) else None
    for term, one in fit.coefficients.items():
        yield part, term, one, persons


def _tipping(part: str, one: Tipping | Silence) -> Iterator[Line]:
    if isinstance(one, Mark | Unsaid):
        yield part, "effect", one, None
        return
    yield part, "effect", one.effect, one.gone
    for name, shift in (("alike", one.alike), ("exposed", one.exposed)):
        if isinstance(shift, Shift):
            yield part, f"{name}: pull", shift.pull, one.gone
            yield part, f"{name}: tips at", Middle(shift.tips_at, None, None), one.gone
        else:
            yield part, f"{name}: pull", shift, None


def _line(part: str, name: str, value: Any, persons: int | Silence | None) -> dict[str, Any]:  # noqa: ANN401
    parts: dict[str, float | None] = dict.fromkeys(PARTS)
    if isinstance(value, Estimate | Middle):
        parts |= {one: _short(getattr(value, one)) for one in PARTS if hasattr(value, one)}
    elif isinstance(value, float):
        parts["value"] = _short(value)
    state = value.value if isinstance(value, Mark | Unsaid) else "shown"
    if isinstance(value, Middle) and value.value is None:
        state = NOT_REACHED
    seen = rounded(persons) if isinstance(persons, int) and state == "shown" else None
    return {"part": part, "name": name, **parts, "persons": seen, "state": state}


def _short(number: float | None) -> float | None:
    """Three digits; what is not there, or has no number, is nothing."""
    return None if number is None or number != number else float(f"{number:.{DIGITS}g}")
