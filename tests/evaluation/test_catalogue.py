"""Figures of the catalogue for Lis: waiting, cost, reasons and ratings; of few people nothing that tells of one."""

from datetime import timedelta
from fractions import Fraction
from typing import Any
from uuid import uuid4

import pytest

from bordenden.evaluation.catalogue import DepartmentCost, OfferFigures, OfferLine, department_costs, offer_figures
from bordenden.offers.models import Offer
from bordenden.pathways import actions as pathways
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen
from bordenden.plans.words import ChosenStatus, Match
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast
from tests.offers.made import offer_of, tables_of

WISHED = MONDAY - timedelta(days=40)


def choose(cast: Cast, offer: Offer, number: int, *, right: int = 0, **fields: Any) -> None:
    """So many wish for it; they begin after 10 days, 11 days …; the first `right` say that it hit right."""
    for place, (head, table) in enumerate(tables_of(cast, number)):
        pathways.enrol(
            table=table,
            project=cast.project,
            reference=f"T-{str(table.pk)[:8]}",
            referred_on=WISHED.date(),
            by=cast.ole,
            at=WISHED,
        )
        plan = plans.begin(table=table, by=cast.ole, at=WISHED)
        columns = {
            "status": ChosenStatus.COMPLETED,
            "started_on": (WISHED + timedelta(days=10 + place)).date(),
            "hit_right": Match.RIGHT if place < right else Match.WRONG,
            "why": "Fordi jeg vil" if place % 2 else "",
            **fields,
        }
        Chosen.objects.create(
            table=table,
            municipality=cast.fjordby,
            plan=plan,
            offer=offer,
            area=offer.area,
            position=1,
            status_at=MONDAY,
            chosen_by=head,
            chosen_at=WISHED,
            form_key=uuid4(),
            **columns,
        )


def priced(cast: Cast, cost: int | None) -> Offer:
    offer = offer_of(cast)
    offer.cost = cost
    offer.save()
    return offer


def only_line(figures: OfferFigures) -> OfferLine:
    (line,) = figures.lines
    return line


@pytest.mark.requirement("R41")
def test_days_from_wish_to_start_are_shown_of_five_people_and_not_of_four(cast: Cast) -> None:
    few, enough = priced(cast, 100), priced(cast, 100)
    choose(cast, few, 4)
    choose(cast, enough, 5)
    waited = {line.offer.pk: (line.begun, line.waited) for line in offer_figures(project=cast.project).lines}
    assert waited == {few.pk: (4, None), enough.pk: (5, 12)}


@pytest.mark.requirement("R45")
def test_what_each_department_pays_and_what_was_granted(cast: Cast) -> None:
    offer, free = priced(cast, 1500), priced(cast, None)
    choose(cast, offer, 2)
    choose(cast, offer, 1, status=ChosenStatus.REQUESTED, started_on=None, hit_right="")
    choose(cast, free, 1)
    figures = offer_figures(project=cast.project)
    stand = {
        line.offer.pk: (line.wished, line.granted, line.pending, line.begun, line.cost) for line in figures.lines
    }
    assert stand == {offer.pk: (3, 2, 1, 2, 3000), free.pk: (1, 1, 0, 1, None)}
    paid = {one.department: (one.begun, one.cost, one.unknown) for one in figures.departments}
    assert paid[Department.HEALTH] == (3, 3000, 1)
    assert paid[Department.SOCIAL] == (0, 0, 0)


@pytest.mark.requirement("R45")
def test_the_steering_group_reads_what_a_department_pays_rounded_and_of_four_nothing(cast: Cast) -> None:
    offer = priced(cast, 1_600)
    choose(cast, offer, 4)
    assert department_costs(project=cast.project)[2] == DepartmentCost(Department.HEALTH, None, None)
    choose(cast, offer, 3)
    stand = {one.department: (one.people, one.cost) for one in department_costs(project=cast.project)}
    assert stand[Department.HEALTH] == (5, 10_000)
    assert stand[Department.SOCIAL] == (None, None)


def test_a_refusal_and_a_dropped_wish_were_never_begun(cast: Cast) -> None:
    offer = priced(cast, 1500)
    nothing: dict[str, Any] = {"started_on": None, "hit_right": ""}
    choose(cast, offer, 1, status=ChosenStatus.STOPPED, **nothing)
    choose(cast, offer, 1, status=ChosenStatus.NOT_GRANTED, decided_why="Opdigtet", **nothing)
    line = only_line(offer_figures(project=cast.project))
    assert (line.wished, line.begun, line.granted, line.refused, line.cost) == (2, 0, 0, 1, 0)


@pytest.mark.requirement("R127")
def test_how_many_chose_it_with_a_reason_of_their_own(cast: Cast) -> None:
    choose(cast, priced(cast, 0), 5)
    assert only_line(offer_figures(project=cast.project)).reasons == 2


@pytest.mark.requirement("R30")
@pytest.mark.parametrize(
    ("people", "right", "shown"),
    [(20, 12, Fraction(1, 2)), (20, 15, Fraction(3, 4)), (19, 12, None), (20, 16, None), (20, 4, None)],
)
def test_whether_it_hit_right_is_shown_of_twenty_with_five_on_each_side(
    cast: Cast, people: int, right: int, shown: Fraction | None
) -> None:
    choose(cast, priced(cast, 0), people, right=right)
    assert only_line(offer_figures(project=cast.project)).right == shown


def test_the_neighbours_choices_are_not_counted(cast: Cast) -> None:
    choose(cast, priced(cast, 0), 2)
    assert offer_figures(project=cast.neighbours).lines == ()


def test_an_offer_with_a_sensitive_name_stands_alone_from_five_people_on(cast: Cast) -> None:
    offer = priced(cast, 100)
    Offer.objects.update(discreet=True)
    choose(cast, offer, 4)
    few = offer_figures(project=cast.project)
    assert (few.lines, sum(one.cost for one in few.departments)) == ((), 400)
    choose(cast, offer, 1)
    assert only_line(offer_figures(project=cast.project)).begun == 5
