"""En plan, jeg ser på: Karim's plan as a guest would read it, while Ulla's sample lasts."""

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan
from bordenden.plans.words import StatementKind
from tests.cast import Cast, client_of
from tests.supervision.drawing import PURPOSE, sample_of, supervisor
from tests.web.pages import queries_of, text_of

DREAM = "Jeg vil køre bus."


@pytest.fixture
def plan(cast: Cast) -> Plan:
    """Karim has said one thing."""
    begun = plans.begin(table=cast.karims_table, by=cast.ole, at=cast.at)
    plans.say(plan=begun, kind=StatementKind.DREAM, words=DREAM, version=0, by=cast.karim, at=cast.at)
    return begun


def url(plan: Plan) -> str:
    """Where Ulla reads it."""
    return reverse("supervised_plan", args=[plan.pk])


def test_ulla_reads_it_with_why_and_nothing_to_write_on(cast: Cast, plan: Plan) -> None:
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.karims_table)
    client = client_of(ulla)
    page = text_of(client, url(plan))
    assert (DREAM in page, PURPOSE in page) == (True, True)
    html = client.get(url(plan)).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    assert ("<form" in main, "Skriv ved siden af" in main) == (False, False)
    assert Entry.objects.filter(actor=ulla.pk, act="supervised_plan.read", table=cast.karims_table.pk).count() == 2
    assert queries_of(client, url(plan)) <= 12


def test_no_other_door_opens_it(cast: Cast, plan: Plan) -> None:
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.karims_table)
    doors = ("plan", "guest_plan", "guest_around", "case_plan", "around", "versions", "influence", "case_versions")
    assert {client_of(ulla).get(reverse(name, args=[plan.pk])).status_code for name in doors} == {404}


@pytest.mark.parametrize("name", ["karim", "ole", "bo", "lis", "amina"])
def test_it_is_nobody_elses_page(cast: Cast, plan: Plan, name: str) -> None:
    sample_of(cast, supervisor(cast), cast.karims_table)
    assert client_of(getattr(cast, name)).get(url(plan)).status_code == 404


def test_a_plan_that_was_not_drawn_is_not_there(cast: Cast, plan: Plan) -> None:
    ulla = supervisor(cast)
    sample_of(cast, ulla, cast.aminas_table)
    assert client_of(ulla).get(url(plan)).status_code == 404
