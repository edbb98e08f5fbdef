"""The attack on our own tables: the bounds that integer programmes put on every withheld count."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from progression import _given
from progression.disclosure.attackers import Published, System
from progression.disclosure.known import TOLD, Told
from progression.disclosure.programme import TimedOutError
from progression.disclosure.releases import SafeTables
from progression.disclosure.tables import Frame, Key, Mark, Shown
from progression.disclosure.unknowns import write_down
from progression.results import arrow_table

SECONDS: Final = 60.0
"""What the whole check of a release may take before it is refused."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What an attacker knows of one cell: at least `low` and at most `high` people (None: no end)."""

    frame: Frame
    key: Key
    shown: Shown
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Findings:
    """What the attack found. `withheld` has the integer bounds of every withheld count, earlier ones too.

    `recovered` those among them that tell too much: the least value is more than was known before (0, where
    nothing was), or the span is under 5. `pinned` published counts, shown rounded, that turn out exact.
    """

    withheld: tuple[Bound, ...]
    recovered: tuple[Bound, ...]
    pinned: tuple[Bound, ...]
    timed_out: bool

    @property
    def nothing_recovered(self) -> bool:
        """Whether the tables may be released; a check that timed out says no."""
        return not (self.recovered or self.pinned or self.timed_out)

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a bound: the cell in words, what is shown (None: withheld), least, greatest, and what was found."""
        broken = {id(bound) for bound in (*self.recovered, *self.pinned)}
        found = [*self.withheld, *self.pinned]
        return arrow_table(
            {
                "population": [bound.frame.population for bound in found],
                "until": [bound.frame.until for bound in found],
                "cell": [bound.frame.words(bound.key) for bound in found],
                "shown": [None if isinstance(bound.shown, Mark) else bound.shown for bound in found],
                "low": [bound.low for bound in found],
                "high": [bound.high for bound in found],
                "found": [id(bound) in broken for bound in found],
            }
        )


def attack(releases: Sequence[SafeTables], known: Sequence[Told] = (), seconds: float = SECONDS) -> Findings:
    """Attack a release with all earlier ones and all that is known from elsewhere.

    Shape: the releases in any order, each with any number of tables; `known` to one attacker (grant counts, targets,
    one insider's own case); `seconds` for the whole check.
    Errors: ContradictionError (a BadInput) when tables and known counts contradict one another, NotANumber for
    seconds that are none, and BadInput as `write_down`.
    Source: the bounds of a cell are the minimum and maximum of its count over all whole-number tables that agree with
    everything published (the attacker's problem in Fischetti and Salazar-González, Management Science 47, 2001).
    """
    _given.seconds_of(seconds)
    releases, known = _given.each("The releases", releases, SafeTables), _given.each("What is known", known, TOLD)
    tables = [table for release in releases for table in release.tables]
    besides = [told for release in releases for told in release.besides]
    system = System(Published(write_down(tables, known, besides), seconds))
    withheld: list[Bound] = []
    recovered: list[Bound] = []
    pinned: list[Bound] = []
    try:
        for at, cell in enumerate(system.published.unknowns.cells):
            broken = system.certificate(at) is not None
            if isinstance(cell.shown, Mark):
                withheld.append(_bound(system, at))
                recovered += [withheld[-1]] if broken else []
            elif broken:
                pinned.append(_bound(system, at))
    except TimedOutError:
        return Findings(tuple(withheld), tuple(recovered), tuple(pinned), timed_out=True)
    return Findings(tuple(withheld), tuple(recovered), tuple(pinned), timed_out=False)


def _bound(system: System, at: int) -> Bound:
    """The exact integer bounds of a cell."""
    cell = system.published.unknowns.cells[at]
    low, high = system.extreme(at, 1).value, system.extreme(at, -1).value
    end = None if high >= system.published.limit else high
    return Bound(cell.table.frame, cell.key, cell.shown, low, end)
