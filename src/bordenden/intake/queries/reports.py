"""A file checked line by line: what each line would do, those that need a look first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from bordenden.intake.models import Candidate
from bordenden.intake.words import KEPT_OUT, Verdict

# Few enough for every database's list of parameters.
BATCH = 2_000
# So many lines are named where the same thing stands on several: all of them on all of them would fill the memory.
NAMED = 5
ORDER = (*KEPT_OUT, Verdict.ALIKE, Verdict.OVERLAP, Verdict.CHANGED, Verdict.NEW, Verdict.SAME)
_PLACES = {verdict: place for place, verdict in enumerate(ORDER)}
V = TypeVar("V")


class Numbered(Protocol):
    """Something on a line of a file."""

    @property
    def number(self) -> int: ...


class Judged(Numbered, Protocol):
    """A line and what it would do."""

    @property
    def verdict(self) -> Verdict: ...


L = TypeVar("L", bound=Judged)


@dataclass(frozen=True, slots=True)
class Report(Generic[L]):
    """Every line checked, those that need a look first.

    `met`: the tables of others that a line has met, `candidates`: those of other projects. That it cannot be fetched
    tells the uploader somebody is there: that is a look, and whoever shows the report notes it.
    """

    lines: tuple[L, ...]
    unused: tuple[str, ...]
    met: tuple[UUID, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    def of(self, *verdicts: Verdict) -> list[L]:
        """The lines with one of these verdicts, in the order of the report."""
        return [line for line in self.lines if line.verdict in verdicts]

    def number(self, *verdicts: Verdict) -> int:
        """How many there are."""
        return len(self.of(*verdicts))


def in_order(lines: Iterable[L]) -> tuple[L, ...]:
    """As they are shown: those that need a look first, else as in the file."""
    return tuple(sorted(lines, key=lambda one: (_PLACES[one.verdict], one.number)))


def numbers(same: Sequence[Numbered]) -> str:
    """On which lines the same thing stands."""
    first = ", ".join(str(one.number) for one in same[:NAMED])
    return first if len(same) <= NAMED else _("%(first)s … (i alt %(all)d)") % {"first": first, "all": len(same)}


def batches(values: Sequence[V]) -> Iterator[Sequence[V]]:
    """As many at a time as a database takes."""
    return (values[start : start + BATCH] for start in range(0, len(values), BATCH))
