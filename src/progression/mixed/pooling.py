"""From a table to the pool that a growth model is fitted from: in the engine that keeps it, or from its rows."""

from dataclasses import dataclass
from typing import Any

from progression.mixed.asked import Question, pool_of, sums_of
from progression.mixed.centre import Centre, centred
from progression.mixed.pooled import Pool, pool
from progression.mixed.sums import Roles, Sums, of_rows, ordered
from progression.results import Missing
from progression.sources import Engine, opened


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """The pool about its centre, and what was left out."""

    pool: Pool
    centre: Centre
    missing: Missing


def pooled_of(table: Any, roles: Roles) -> Pooled:  # noqa: ANN401 (any kind of table may be handed in)
    """The pool: added up by an engine that keeps whole numbers, else of the rows, in order.

    The ways give the same digits. Errors: those of `sources.read`; DuplicatedOccasion, ChangesWithin, TooFew.
    """
    source = opened(table)
    question = Question(source, roles) if isinstance(source, Engine) else None
    if question is None or not question.answerable:
        return _of_sums(of_rows(ordered(source, roles), roles))
    found = pool_of(question)
    return Pooled(*found, question.missing) if found else _of_sums(sums_of(question))


def _of_sums(sums: Sums) -> Pooled:
    moved, centre = centred(sums)
    return Pooled(pool(moved), centre, sums.missing)
