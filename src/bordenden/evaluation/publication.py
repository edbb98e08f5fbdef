"""From exact exits to tables that may be published: merged, withheld, rounded, attacked before anybody sees them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from bordenden.audit.actions import Actor
from bordenden.evaluation import actions, extract
from bordenden.evaluation.frozen import freeze, thaw
from bordenden.evaluation.models import Release
from bordenden.evaluation.quarters import Quarter, ended_between, parse
from bordenden.evaluation.queries import releases_of
from bordenden.evaluation.reports import local_day
from bordenden.evaluation.words import EXITS, MERGES
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.words import ExitReason
from bordenden.programmes.models import Programme
from progression.disclosure import (
    THRESHOLD,
    Dimension,
    Findings,
    Frame,
    Known,
    Mark,
    Merge,
    RefusedError,
    SafeTable,
    SafeTables,
    Table,
    attack,
    may_follow,
    protect,
    tabulate,
)

REASON = "reason"


@dataclass(frozen=True, slots=True)
class Publishable:
    """Safe tables of one quarter that the attack has found nothing in, and how it was checked."""

    programme: Programme
    code: str
    quarter: Quarter
    tables: tuple[SafeTable, ...]
    checked: dict[str, Any]
    earlier: int


@dataclass(frozen=True, slots=True)
class Before:
    """What was published before and is still there to be combined with."""

    last: Quarter | None
    releases: tuple[SafeTables, ...]
    known: tuple[Known, ...]


def quarters_to_publish(*, programme: Programme, at: datetime, code: str = EXITS) -> list[Quarter]:
    """The quarters that have ended and come after all that is published under the code, oldest first."""
    published = [parse(one.quarter) for one in releases_of(programme=programme, code=code)]
    ended = ended_between(programme.starts_on, programme.ends_on, local_day(at))
    return [quarter for quarter in ended if not published or quarter > published[-1]]


def publishable_exits(*, programme: Programme, quarter: Quarter, at: datetime) -> Publishable:
    """The quarter's safe tables. Raises NotPossible with a sentence when they cannot be made safe.

    It reads all municipalities: call it in a national snapshot.
    """
    if quarter not in quarters_to_publish(programme=programme, at=at):
        raise NotPossible(_("Vælg et kvartal, der er slut, og som kommer efter det, der sidst blev udgivet."))
    before = published_before(programme=programme, code=EXITS)
    exact = _by_reason(programme, quarter)
    _require_enough_new(programme, before, exact)
    new = _grants(programme, quarter, exact)
    known = (*before.known, *new)
    try:
        merges = [Merge(REASON, into, tuple(of)) for into, of in MERGES]
        safe = protect([exact], merges, before.releases, known)
        found = list(attacks(exact, safe, before.releases, known))
    except RefusedError as error:
        raise NotPossible(_("Tallene kan ikke udgives sikkert for det kvartal. Vent til næste.")) from error
    except ValueError as error:
        raise NotPossible(_("Tallene passer ikke med det, der er udgivet før. De skal ses efter først.")) from error
    if not all(one.nothing_recovered for one in found):
        raise NotPossible(_("Nogen kunne regne sig frem til enkeltpersoner. Derfor bliver tallene ikke udgivet."))
    return Publishable(programme, EXITS, quarter, safe.tables, checked_by(found, before, new), len(before.releases))


def publish_exits(*, programme: Programme, quarter: Quarter, by: Actor, at: datetime) -> Release:
    """Check and publish in one go."""
    return publish(publishable_exits(programme=programme, quarter=quarter, at=at), by=by, at=at)


def publish(safe: Publishable, *, by: Actor, at: datetime) -> Release:
    """Freeze what was found safe."""
    return actions.publish(
        programme=safe.programme,
        code=safe.code,
        quarter=str(safe.quarter),
        tables=[freeze(table) for table in safe.tables],
        checked=safe.checked,
        earlier=safe.earlier,
        by=by,
        at=at,
    )


def published_before(*, programme: Programme, code: str) -> Before:
    """All releases of one kind."""
    releases = list(releases_of(programme=programme, code=code))
    return Before(
        last=parse(releases[-1].quarter) if releases else None,
        releases=tuple(SafeTables(tuple(thaw(content) for content in release.tables)) for release in releases),
        known=tuple(_known(one) for release in releases for one in release.checked["known"]),
    )


def _by_reason(programme: Programme, quarter: Quarter) -> Table:
    """Everybody who left up to and including the quarter's last day, exact; it never leaves this module."""
    rows = extract.exits_of_programme(programme=programme, until=quarter.last)
    reasons = [row.reason for row in rows for _person in range(row.people)]
    frame = Frame(f"exits of {programme.pk}", (Dimension.of(REASON, ExitReason.values),), quarter.last)
    return tabulate(frame, {REASON: reasons})


def _grants(programme: Programme, quarter: Quarter, exact: Table) -> tuple[Known, ...]:
    """What the grants tell: participants per project are known to all.

    When everybody has left, whoever adds them up knows the total. When only a few are left, every table of
    those who left would tell about the few: refused.
    """
    begun = sum(one.people for one in extract.participants_of_programme(programme=programme, until=quarter.last))
    rest = begun - sum(exact.counts)
    if 0 < rest < THRESHOLD:
        raise NotPossible(_("Der er kun få tilbage. Tallene ville fortælle om dem og bliver ikke udgivet."))
    return (Known(exact.frame.population, begun, (), quarter.last),) if begun and not rest else ()


def _require_enough_new(programme: Programme, before: Before, exact: Table) -> None:
    if before.last is not None and not may_follow(_by_reason(programme, before.last), exact):
        raise NotPossible(_("Færre end fem er kommet til siden sidst. De udgivne tal gælder stadig."))


def attacks(
    exact: Table, safe: SafeTables, earlier: tuple[SafeTables, ...], known: tuple[Known, ...]
) -> Iterator[Findings]:
    """What everybody can find out, and what one who is herself in a withheld cell can."""
    yield attack([safe, *earlier], known)
    frame = safe.only.frame
    (dimension,) = frame.dimensions
    for category in dimension.categories:
        if isinstance(safe.only.shown(category.label), Mark) and _people(exact, category.members):
            own = ((dimension.name, category.label),)
            insider = Known(frame.population, 1, own, frame.until, at_least=True)
            yield attack([safe, *earlier], [*known, insider])


def _people(exact: Table, members: frozenset[str]) -> int:
    labels = exact.frame.dimensions[0].labels
    return sum(count for label, count in zip(labels, exact.counts, strict=True) if label in members)


def checked_by(found: Sequence[Findings], before: Before, known: Sequence[Known]) -> dict[str, Any]:
    """How it was checked, kept with the release."""
    return {
        "attacks": len(found),
        "withheld": len(found[0].withheld),
        "recovered": sum(len(one.recovered) for one in found),
        "earlier_tables": sum(len(release.tables) for release in before.releases),
        "known": [
            {"population": one.population, "count": one.count, "where": one.where, "until": str(one.until)}
            for one in known
        ],
    }


def _known(content: dict[str, Any]) -> Known:
    where = tuple((name, label) for name, label in content["where"])
    return Known(content["population"], content["count"], where, date.fromisoformat(content["until"]))
