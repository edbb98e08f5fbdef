"""Whom Amina can call: Bo and Mie come from their seats, the others are typed, the order is hers."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways import actions as pathways
from bordenden.plans import actions, queries
from bordenden.plans.models import Plan, PlanContact
from bordenden.plans.queries import Contact
from bordenden.plans.words import MOST_CONTACTS, ContactRole
from bordenden.programmes.words import Department
from tests.cast import MONDAY, Cast

GUIDANCE, DEPARTMENT, PROVIDER = ContactRole.GUIDANCE, ContactRole.DEPARTMENT, ContactRole.PROVIDER


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Amina's plan, with nothing on it."""
    return actions.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY)


def typed(cast: Cast, plan: Plan, name: str, role: ContactRole = DEPARTMENT, **more: object) -> PlanContact:
    said = {"form_key": uuid4(), "by": cast.bo, "at": MONDAY, **more}
    return actions.set_contact(plan=plan, role=role, name=name, **said)  # type: ignore[arg-type]


def names(plan: Plan) -> list[str]:
    return [one.name for one in queries.contacts_of(plan=plan, at=MONDAY)]


def one(plan: Plan, name: str) -> Contact:
    return next(one for one in queries.all_contacts_of(plan=plan, at=MONDAY) if one.name == name)


@pytest.mark.requirement("R154")
def test_bo_and_mie_stand_there_by_themselves_before_departments_guidance_and_providers(
    cast: Cast, plan: Plan
) -> None:
    typed(cast, plan, "Ydelse", department=Department.SOCIAL, phone="20 00 00 21")
    typed(cast, plan, "Pia Vest", GUIDANCE, where="UU Fjordby")
    typed(cast, plan, "Den lille børnehave", PROVIDER, hours="hverdage 9–15")
    assert [(c.role, c.name, c.phone, c.hours) for c in queries.contacts_of(plan=plan, at=MONDAY)] == [
        (ContactRole.COORDINATOR, "Bo Lund", "20 00 00 02", "man–tors 9–12"),
        (ContactRole.MENTOR, "Mie Toft", "20 00 00 04", "hverdage 10–16"),
        (DEPARTMENT, "Ydelse", "20 00 00 21", ""),
        (GUIDANCE, "Pia Vest", "", ""),
        (PROVIDER, "Den lille børnehave", "", "hverdage 9–15"),
    ]


def test_whoever_leaves_the_table_leaves_the_list(cast: Cast, plan: Plan) -> None:
    actions.move_contact(plan=plan, contact=one(plan, "Mie Toft"), up=True, by=cast.amina, at=MONDAY)
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    assert names(plan) == ["Bo Lund"]


def test_the_order_is_aminas(cast: Cast, plan: Plan) -> None:
    typed(cast, plan, "Ydelse")
    for name, up in (("Ydelse", True), ("Bo Lund", False), ("Bo Lund", False), ("Ydelse", True)):
        actions.move_contact(plan=plan, contact=one(plan, name), up=up, by=cast.amina, at=MONDAY)
    assert names(plan) == ["Ydelse", "Mie Toft", "Bo Lund"]
    with pytest.raises(NotPossible):
        actions.move_contact(plan=plan, contact=one(plan, "Bo Lund"), up=True, by=cast.bo, at=MONDAY)


def test_moving_one_costs_the_same_however_many_she_can_call(cast: Cast, plan: Plan) -> None:
    typed(cast, plan, "Ydelse")
    costs = []
    for more in (0, 18):
        for number in range(more):
            typed(cast, plan, f"Sted {number:02}")
        with CaptureQueriesContext(connection) as asked:
            actions.move_contact(plan=plan, contact=one(plan, "Ydelse"), up=True, by=cast.amina, at=MONDAY)
        costs.append(len(asked))
    assert costs[1] <= costs[0]
    assert names(plan)[:4] == ["Ydelse", "Bo Lund", "Mie Toft", "Sted 00"]


def test_she_takes_anybody_off_and_bo_can_be_put_back(cast: Cast, plan: Plan) -> None:
    typed(cast, plan, "Ydelse")
    for name in ("Ydelse", "Bo Lund"):
        actions.take_off_contact(plan=plan, contact=one(plan, name), by=cast.amina, at=MONDAY)
    assert names(plan) == ["Mie Toft"]
    actions.put_back_contact(plan=plan, contact=one(plan, "Bo Lund"), by=cast.amina, at=MONDAY)
    assert sorted(names(plan)) == ["Bo Lund", "Mie Toft"]
    with pytest.raises(NotPossible):
        actions.take_off_contact(plan=plan, contact=one(plan, "Bo Lund"), by=cast.bo, at=MONDAY)
    assert PlanContact.objects.get(name="Ydelse").taken_off_at == MONDAY


@pytest.mark.parametrize(
    ("role", "name", "phone"),
    [
        (ContactRole.MENTOR, "Mie", ""),
        (DEPARTMENT, "  ", ""),
        (DEPARTMENT, "Ydelse", "1234"),
        (DEPARTMENT, "Y", "ring!"),
    ],
)
def test_what_cannot_be_typed(cast: Cast, plan: Plan, role: ContactRole, name: str, phone: str) -> None:
    with pytest.raises(NotPossible):
        typed(cast, plan, name, role, phone=phone)
    assert PlanContact.objects.count() == 0


def test_the_same_form_twice_makes_one_and_the_list_has_an_end(cast: Cast, plan: Plan) -> None:
    key = uuid4()
    assert typed(cast, plan, "Ydelse", form_key=key) == typed(cast, plan, "Ydelse", form_key=key)
    with pytest.raises(AlreadySent):
        typed(cast, plan, "Sundhed", form_key=key)
    for number in range(MOST_CONTACTS - 1):
        typed(cast, plan, f"Afdeling {number}")
    with pytest.raises(NotPossible):
        typed(cast, plan, "Én for meget")


@pytest.mark.requirement("R163")
def test_a_caseworker_without_hours_is_a_gap_until_the_hours_are_there(cast: Cast, plan: Plan) -> None:
    assert (one(plan, "Bo Lund").lacks, one(plan, "Mie Toft").lacks) == (False, False)
    cast.bo.reachable = ""
    cast.bo.save()
    assert one(plan, "Bo Lund").lacks is True
    typed(cast, plan, "Ydelse")
    assert one(plan, "Ydelse").lacks is False


def test_yesterdays_contacts_are_not_todays(cast: Cast, plan: Plan) -> None:
    before_mie = MONDAY - timedelta(days=100)
    assert [c.name for c in queries.contacts_of(plan=plan, at=before_mie)] == ["Birthe Holst"]
