"""How they work together, quarter by quarter: trust, influence, whether it helped, belief in a job.

Her answers about influence and trust never reach her caseworker; here they are counted over many. A table is
left out when fewer than five caseworkers stand behind it, and whatever is left goes through the same protection and
the same attack as every published figure.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.utils.translation import gettext as _

from bordenden.evaluation import extract
from bordenden.evaluation.publication import Publishable, attacks, checked_by, published_before, quarters_to_publish
from bordenden.evaluation.quarters import Quarter
from bordenden.evaluation.words import (
    BELIEF,
    EXPERIENCE,
    HELPED_HER,
    HELPED_STAFF,
    HIGH,
    INFLUENCE,
    LOW,
    MIDDLE,
    TRUST,
)
from bordenden.foundation.rules import NotPossible
from bordenden.meetings.words import Helped, Side
from bordenden.programmes.models import Programme
from progression.disclosure import (
    Dimension,
    Findings,
    Frame,
    Mark,
    Merge,
    RefusedError,
    SafeTable,
    SafeTables,
    Table,
    protect,
    tabulate,
)

FEWEST_CASEWORKERS = 5
# Numbers from 0 to 10 in three bands, so that no number is one person's own.
BANDS = {**dict.fromkeys(range(4), LOW), **dict.fromkeys(range(4, 7), MIDDLE), **dict.fromkeys(range(7, 11), HIGH)}
BAND_MERGES = (Merge("band", "low_or_middle", (LOW, MIDDLE)),)
HELPED_MERGES = (Merge("helped", "somewhat_or_no", (Helped.SOMEWHAT, Helped.NO)),)

Count: TypeAlias = Callable[[Programme, Quarter], extract.Counted]


@dataclass(frozen=True, slots=True)
class Asked:
    """One table of the release: what its lines are, what may be put together, and where the counts come from."""

    code: str
    dimension: str
    lines: tuple[str, ...]
    merges: tuple[Merge, ...]
    count: Count


def _rated(identity: str) -> Count:
    def count(programme: Programme, quarter: Quarter) -> extract.Counted:
        found = extract.newest_ratings(programme=programme, identity=identity, first=quarter.first, last=quarter.last)
        people: dict[str, int] = {}
        for value, number in found.people.items():
            people[BANDS[int(value)]] = people.get(BANDS[int(value)], 0) + number
        return extract.Counted(people, found.caseworkers)

    return count


def _helped(side: Side) -> Count:
    return lambda programme, quarter: extract.helped(
        programme=programme, side=side, first=quarter.first, last=quarter.last
    )


def _belief(programme: Programme, quarter: Quarter) -> extract.Counted:
    return extract.belief(programme=programme, quarter=quarter.first)


BAND_LINES = (LOW, MIDDLE, HIGH)
HELPED_LINES = tuple(Helped.values)
TABLES: tuple[Asked, ...] = (
    Asked(TRUST, "band", BAND_LINES, BAND_MERGES, _rated("tillid")),
    Asked(INFLUENCE, "band", BAND_LINES, BAND_MERGES, _rated("indflydelse")),
    Asked(HELPED_HER, "helped", HELPED_LINES, HELPED_MERGES, _helped(Side.CITIZEN)),
    Asked(HELPED_STAFF, "helped", HELPED_LINES, HELPED_MERGES, _helped(Side.COORDINATOR)),
    Asked(BELIEF, "belief", ("yes", "no"), (), _belief),
)


def publishable_experience(*, programme: Programme, quarter: Quarter, at: datetime) -> Publishable:
    """The quarter's tables that are safe. Raises NotPossible with a sentence when not one of them is.

    It reads all municipalities: call it in a national snapshot.
    """
    if quarter not in quarters_to_publish(programme=programme, at=at, code=EXPERIENCE):
        raise NotPossible(_("Vælg et kvartal, der er slut, og som kommer efter det, der sidst blev udgivet."))
    before = published_before(programme=programme, code=EXPERIENCE)
    safe: list[SafeTable] = []
    found: list[Findings] = []
    for asked in TABLES:
        exact = _exact(asked, programme, quarter)
        if exact is None:
            continue
        table, results = _protected(exact, asked, before.releases)
        if any(not isinstance(cell, Mark) for cell in table.cells):
            safe.append(table)
            found.extend(results)
    if not safe:
        raise NotPossible(_("Der er for få svar i kvartalet. Tallene ville handle om nogen bestemt."))
    if not all(one.nothing_recovered for one in found):
        raise NotPossible(_("Nogen kunne regne sig frem til enkeltpersoner. Derfor bliver tallene ikke udgivet."))
    return Publishable(
        programme, EXPERIENCE, quarter, tuple(safe), checked_by(found, before, ()), len(before.releases)
    )


def _exact(asked: Asked, programme: Programme, quarter: Quarter) -> Table | None:
    """The counts, exact; None when fewer than five caseworkers stand behind them."""
    counted = asked.count(programme, quarter)
    if counted.caseworkers < FEWEST_CASEWORKERS:
        return None
    frame = Frame(f"{asked.code} of {programme.pk} in {quarter}", (Dimension.of(asked.dimension, asked.lines),))
    lines = [line for line, people in counted.people.items() for _person in range(people)]
    return tabulate(frame, {asked.dimension: lines})


def _protected(exact: Table, asked: Asked, earlier: tuple[SafeTables, ...]) -> tuple[SafeTable, list[Findings]]:
    try:
        safe = protect([exact], asked.merges, earlier)
        return safe.only, list(attacks(exact, safe, earlier, ()))
    except RefusedError as error:
        raise NotPossible(_("Tallene kan ikke udgives sikkert for det kvartal. Vent til næste.")) from error
