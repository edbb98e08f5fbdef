"""From exact exits to tables that may be published: merged, withheld, rounded, attacked before anybody sees them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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
from bordenden.evaluation.words import MERGES
from bordenden.foundation.rules import NotPossible
from bordenden.pathways.words import ExitReason
from bordenden.programmes.models import Programme, Project
from progression.disclosure import (
    THRESHOLD,
    AttackResult,
    Dimension,
    Frame,
    Known,
    Mark,
    Merge,
    RefusedError,
    SafeTable,
    Table,
    attack,
    may_follow,
    protect,
    tabulate,
)

EXITS = "exits"
REASON, PROJECT = "reason", "project"
FEWEST_PROJECTS = 2


@dataclass(frozen=True, slots=True)
class Publishable:
    """Safe tables of one quarter that the attack has found nothing in, and how it was checked."""

    programme: Programme
    quarter: Quarter
    tables: tuple[SafeTable, ...]
    names: dict[str, str]
    checked: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Exact:
    """The exact tables of one quarter; never leaves this module."""

    by_reason: Table
    by_project: Table | None
    known: tuple[Known, ...]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Before:
    """What was published before and is still there to be combined with."""

    last: Quarter | None
    tables: tuple[SafeTable, ...]
    known: tuple[Known, ...]


def quarters_to_publish(*, programme: Programme, at: datetime) -> list[Quarter]:
    """The quarters that have ended and come after all that is published, oldest first."""
    published = [parse(one.quarter) for one in releases_of(programme=programme, code=EXITS)]
    ended = ended_between(programme.starts_on, programme.ends_on, local_day(at))
    return [quarter for quarter in ended if not published or quarter > published[-1]]


def publishable_exits(*, programme: Programme, quarter: Quarter, at: datetime) -> Publishable:
    """The quarter's safe tables. Raises NotPossible with a sentence when they cannot be made safe.

    It reads all municipalities: call it in a national snapshot.
    """
    if quarter not in quarters_to_publish(programme=programme, at=at):
        raise NotPossible(_("Vælg et kvartal, der er slut, og som kommer efter det, der sidst blev udgivet."))
    before = _before(programme)
    exact = _exact(programme, quarter)
    _require_enough_new(programme, before, exact)
    known = (*before.known, *exact.known)
    try:
        tables = _protected(exact, before.tables, known)
        found = list(_attacks(exact, tables, before.tables, known))
    except RefusedError as error:
        raise NotPossible(_("Tallene kan ikke udgives sikkert for det kvartal. Vent til næste.")) from error
    except ValueError as error:
        raise NotPossible(_("Tallene passer ikke med det, der er udgivet før. De skal ses efter først.")) from error
    if not all(one.nothing_recovered for one in found):
        raise NotPossible(_("Nogen kunne regne sig frem til enkeltpersoner. Derfor bliver tallene ikke udgivet."))
    return Publishable(programme, quarter, tables, exact.names, _checked(found, before, exact.known))


def publish_exits(*, programme: Programme, quarter: Quarter, by: Actor, at: datetime) -> Release:
    """Check and publish in one go."""
    return publish(publishable_exits(programme=programme, quarter=quarter, at=at), by=by, at=at)


def publish(safe: Publishable, *, by: Actor, at: datetime) -> Release:
    """Freeze what was found safe."""
    return actions.publish(
        programme=safe.programme,
        code=EXITS,
        quarter=str(safe.quarter),
        tables=[{**freeze(table), "names": safe.names} for table in safe.tables],
        checked=safe.checked,
        by=by,
        at=at,
    )


def _before(programme: Programme) -> _Before:
    releases = list(releases_of(programme=programme, code=EXITS))
    return _Before(
        last=parse(releases[-1].quarter) if releases else None,
        tables=tuple(thaw(content) for release in releases for content in release.tables),
        known=tuple(_known(one) for release in releases for one in release.checked["known"]),
    )


def _exact(programme: Programme, quarter: Quarter) -> _Exact:
    """Count, and refuse when only a few of all participants are still there: then the few would be told of."""
    rows = extract.exits_of_programme(programme=programme, until=quarter.last)
    begun = extract.participants_of_programme(programme=programme, until=quarter.last)
    participants = {str(one.project): one.people for one in begun}
    left: Counter[str] = Counter()
    for row in rows:
        left[str(row.project)] += row.people
    _require_enough_left(participants, left)
    population = f"exits of {programme.pk}"
    reasons = [row.reason for row in rows for _person in range(row.people)]
    by_reason = _table(population, quarter, Dimension.of(REASON, ExitReason.values), reasons)
    if len(participants) < FEWEST_PROJECTS:
        known = _known_totals(population, quarter, participants, left)
        return _Exact(by_reason, None, known, {})
    place = Dimension.of(PROJECT, sorted(participants), place=True)
    by_project = _table(population, quarter, place, list(left.elements()))
    known = tuple(
        Known(population, count, ((PROJECT, project),), quarter.last)
        for project, count in sorted(participants.items())
        if left[project] == count
    )
    return _Exact(by_reason, by_project, known, _names(participants))


def _table(population: str, quarter: Quarter, dimension: Dimension, column: Sequence[str]) -> Table:
    return tabulate(Frame(population, (dimension,), quarter.last), {dimension.name: column})


def _known_totals(
    population: str, quarter: Quarter, participants: dict[str, int], left: Counter[str]
) -> tuple[Known, ...]:
    """Where everybody has left, whoever knows the grant knows the total."""
    begun = sum(participants.values())
    return (Known(population, begun, (), quarter.last),) if begun and begun == left.total() else ()


def _names(projects: Iterable[str]) -> dict[str, str]:
    rows = Project.objects.filter(pk__in=list(projects)).select_related("municipality").order_by("pk")
    return {str(project.pk): f"{project.municipality.name}: {project.name}" for project in rows}


def _require_enough_left(participants: dict[str, int], left: Counter[str]) -> None:
    """The rule counts the rest of a group too: nobody is left in a project, or at least five are."""
    rests = [count - left[project] for project, count in participants.items()]
    if any(0 < rest < THRESHOLD for rest in [*rests, sum(rests)]):
        raise NotPossible(
            _("I mindst ét projekt er der kun få tilbage. Tallene ville fortælle om dem og bliver ikke udgivet.")
        )


def _require_enough_new(programme: Programme, before: _Before, exact: _Exact) -> None:
    if before.last is None:
        return
    rows = extract.exits_of_programme(programme=programme, until=before.last.last)
    reasons = [row.reason for row in rows for _person in range(row.people)]
    (dimension,) = exact.by_reason.frame.dimensions
    previous = _table(exact.by_reason.frame.population, before.last, dimension, reasons)
    if not may_follow(previous, exact.by_reason):
        raise NotPossible(_("Færre end fem er kommet til siden sidst. De udgivne tal gælder stadig."))


def _protected(exact: _Exact, earlier: tuple[SafeTable, ...], known: tuple[Known, ...]) -> tuple[SafeTable, ...]:
    """By project first: what everybody knows of the projects is then known when the reasons are protected."""
    by_project = () if exact.by_project is None else (protect(exact.by_project, (), earlier, known),)
    merges = [Merge(REASON, into, tuple(of)) for into, of in MERGES]
    return (protect(exact.by_reason, merges, [*by_project, *earlier], known), *by_project)


def _attacks(
    exact: _Exact, tables: tuple[SafeTable, ...], earlier: tuple[SafeTable, ...], known: tuple[Known, ...]
) -> Iterator[AttackResult]:
    """What everybody can find out, and what one who is herself in a withheld cell can."""
    yield attack(tables, earlier, known)
    for table in tables:
        (dimension,) = table.frame.dimensions
        for category in dimension.categories:
            if isinstance(table.shown(category.label), Mark) and _people(exact, category.members):
                own = ((dimension.name, category.label),)
                insider = Known(table.frame.population, 1, own, table.frame.until, at_least=True)
                yield attack(tables, earlier, [*known, insider])


def _people(exact: _Exact, members: frozenset[str]) -> int:
    tables = [exact.by_reason, *([exact.by_project] if exact.by_project else [])]
    return sum(
        count
        for table in tables
        for label, count in zip(table.frame.dimensions[0].labels, table.counts, strict=True)
        if label in members
    )


def _checked(found: Sequence[AttackResult], before: _Before, known: Sequence[Known]) -> dict[str, Any]:
    """How it was checked, kept with the release."""
    return {
        "attacks": len(found),
        "withheld": len(found[0].withheld),
        "recovered": sum(len(one.recovered) for one in found),
        "earlier_tables": len(before.tables),
        "known": [
            {"population": one.population, "count": one.count, "where": one.where, "until": str(one.until)}
            for one in known
        ],
    }


def _known(content: dict[str, Any]) -> Known:
    where = tuple((name, label) for name, label in content["where"])
    return Known(content["population"], content["count"], where, date.fromisoformat(content["until"]))
