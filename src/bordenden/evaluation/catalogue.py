"""Figures of the catalogue for whoever runs it: what is missed, and what became of what was chosen. Never a name."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

from bordenden.offers.models import Offer
from bordenden.offers.queries import Presented, need_tables, needy_tables, presented_in
from bordenden.offers.words import Area, Category
from bordenden.people.models import Municipality
from bordenden.plans.queries import Choice, choices_in, offers_chosen
from bordenden.plans.words import ChosenStatus, Match
from bordenden.programmes.models import Project
from bordenden.programmes.words import Department
from progression.disclosure import ENOUGH, THRESHOLD, rounded

# What a department pays is told beyond the project in steps of so many kroner.
KRONER = 5_000
_GRANTED = frozenset({ChosenStatus.GRANTED, ChosenStatus.WAITING, ChosenStatus.OFFERED})


@dataclass(frozen=True, slots=True)
class NeedLine:
    """Something at least five miss; `people` is rounded to 5."""

    area: Area
    category: Category
    people: int


@dataclass(frozen=True, slots=True)
class NeedRanking:
    """What is missed, the most first. `others` is all the rest together, rounded; None: too few to be shown."""

    lines: tuple[NeedLine, ...]
    others: int | None


@dataclass(frozen=True, slots=True)
class OfferLine:
    """What became of one offer in a project: exact counts; days and ratings only of enough people (else None).

    `waited` is the mean of the days from wish to start, `right` the share of those who rated it who said it hit
    right, from rounded counts. `cost` is in kroner, for those who began; None while the offer says no price.
    """

    offer: Offer
    wished: int
    reasons: int
    granted: int
    refused: int
    pending: int
    begun: int
    waited: int | None
    right: Fraction | None
    cost: int | None


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """What one department pays for what was begun, in kroner; `unknown` offers of it have no price."""

    department: Department
    begun: int
    cost: int
    unknown: int


@dataclass(frozen=True, slots=True)
class OfferFigures:
    """The figures of one project's offers."""

    project: Project
    lines: tuple[OfferLine, ...]
    departments: tuple[DepartmentLine, ...]
    presented: tuple[Presented, ...] = ()


@dataclass(frozen=True, slots=True)
class DepartmentCost:
    """What one department pays, for readers outside the project: to 5 people and 5,000 kroner; None where too few."""

    department: Department
    people: int | None
    cost: int | None


def needs_ranking(*, municipality: Municipality) -> NeedRanking:
    """What citizens of the municipality miss. Nothing fewer than five miss stands alone; nothing counts exactly.

    Ranked by what is shown, then by the order of the areas: an exact rank would tell more than the figure does.
    """
    tables = need_tables(municipality=municipality)
    shown = {what: people for what, people in tables.items() if people >= THRESHOLD and what[1] != Category.OTHER}
    rest = frozenset(tables.keys() - shown.keys())
    places = {area: place for place, area in enumerate(Area)}
    lines = (NeedLine(area, category, rounded(people)) for (area, category), people in shown.items())
    ranked = tuple(sorted(lines, key=lambda line: (-line.people, places[line.area], line.category)))
    others = needy_tables(municipality=municipality, among=rest) if rest else 0
    return NeedRanking(ranked, rounded(others) if others >= THRESHOLD else None)


def offer_figures(*, project: Project) -> OfferFigures:
    """Every offer somebody in the project has wished for, and what was gone through. Four queries.

    One whose name tells of illness or substances has a line of its own only when at least five have wished for it;
    what it costs is in its department's sum all the same.
    """
    by_offer: dict[object, list[Choice]] = defaultdict(list)
    for choice in choices_in(project=project):
        by_offer[choice.offer].append(choice)
    lines = tuple(_line(offer, by_offer[offer.pk]) for offer in offers_chosen(project=project))
    shown = tuple(line for line in lines if not line.offer.discreet or _people(by_offer[line.offer.pk]) >= THRESHOLD)
    seen = presented_in(project=project)
    told = tuple(one for one in seen if not one.offer.discreet or one.people >= THRESHOLD)
    return OfferFigures(project, shown, tuple(_departments(lines)), told)


def department_costs(*, project: Project) -> list[DepartmentCost]:
    """For the steering group: no offer by itself, and sums in steps too large to tell of one person. Two queries."""
    chosen = {offer.pk: offer for offer in offers_chosen(project=project)}
    begun = [(chosen[one.offer], one.table) for one in choices_in(project=project) if one.waited is not None]
    found = []
    for department in Department:
        own = [(offer, table) for offer, table in begun if offer.department == department]
        people = len({table for _offer, table in own})
        cost = sum(offer.cost or 0 for offer, _table in own)
        enough = people >= THRESHOLD
        shown = (rounded(people), round(cost / KRONER) * KRONER) if enough else (None, None)
        found.append(DepartmentCost(department, *shown))
    return found


def _people(choices: list[Choice]) -> int:
    return len({choice.table for choice in choices})


def _line(offer: Offer, choices: list[Choice]) -> OfferLine:
    stand = Counter(choice.status for choice in choices)
    # A wish that was dropped is stopped too; what was begun has a day it began on.
    begun = sum(choice.waited is not None for choice in choices)
    refused, pending = stand[ChosenStatus.NOT_GRANTED], stand[ChosenStatus.REQUESTED]
    granted = sum(choice.status in _GRANTED for choice in choices if choice.waited is None)
    return OfferLine(
        offer=offer,
        wished=len(choices),
        reasons=sum(choice.has_reason for choice in choices),
        granted=granted + begun,
        refused=refused,
        pending=pending,
        begun=begun,
        waited=_mean_days(choices),
        right=_share_right(choices),
        cost=None if offer.cost is None else offer.cost * begun,
    )


def _mean_days(choices: list[Choice]) -> int | None:
    """Of fewer than five different people a mean would tell about one of them."""
    days = [choice.waited for choice in choices if choice.waited is not None]
    people = {choice.table for choice in choices if choice.waited is not None}
    return round(sum(days) / len(days)) if len(people) >= THRESHOLD else None


def _share_right(choices: list[Choice]) -> Fraction | None:
    """A share rests on at least 20 people, and on at least 5 of either view; it is made of rounded counts."""
    rated = {choice.table: choice.hit_right for choice in choices if choice.hit_right}
    right = sum(view == Match.RIGHT for view in rated.values())
    if len(rated) < ENOUGH or min(right, len(rated) - right) < THRESHOLD:
        return None
    return min(Fraction(rounded(right), rounded(len(rated))), Fraction(1))


def _departments(lines: tuple[OfferLine, ...]) -> list[DepartmentLine]:
    found = []
    for department in Department:
        own = [line for line in lines if line.offer.department == department and line.begun]
        cost, unknown = sum(line.cost or 0 for line in own), sum(line.cost is None for line in own)
        found.append(DepartmentLine(department, sum(line.begun for line in own), cost, unknown))
    return found
