"""Mit bord: one thing at a time, Bo's telephone, and the rest below."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments.actions import answer, finish, start
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.ids import new_id
from bordenden.pathways.actions import leave_seat
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan
from bordenden.worlds.cast.assessments import build_assessments
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def told(cast: Cast) -> Cast:
    """The cast with their rounds, and not a word of a plan."""
    build_assessments(cast)
    return cast


@pytest.fixture
def plan(told: Cast) -> Plan:
    """Amina's plan, begun and empty."""
    return plans.begin(table=told.aminas_table, by=told.amina, at=MONDAY)


def page(cast: Cast) -> str:
    """What Amina reads on Mit bord."""
    return text_of(client_of(cast.amina), reverse("table", args=[cast.aminas_table.pk]))


def one_thing(cast: Cast) -> str:
    """The words of the one card."""
    return page(cast).split("I dag kan du nøjes med én ting:")[1].split("Tal med Bo")[0].strip()


def begin_a_round(cast: Cast) -> None:
    """Amina answers one question and stops."""
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    item = sheet.version.items.order_by("position")[0]
    answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=4, by=cast.amina, at=MONDAY)


def test_amina_sits_at_the_head_and_reads_bos_telephone_and_hours(told: Cast) -> None:
    read = page(told)
    assert "Hej Amina. Du sidder for bordenden." in read
    assert "Tal med Bo 20 00 00 02 man–tors 9–12" in read
    html = client_of(told.amina).get(reverse("table", args=[told.aminas_table.pk])).content.decode()
    assert 'href="tel:+4520000002"' in html


def test_an_open_round_comes_first(told: Cast, plan: Plan) -> None:
    begin_a_round(told)
    assert one_thing(told) == ("Svar videre på Min vurdering Du er i gang. Vi har gemt det, du har svaret. Gå videre")


def test_without_a_goal_it_is_her_goal(told: Cast, plan: Plan) -> None:
    assert one_thing(told) == "Skriv dit mål Hvad vil du gerne? Skriv det med dine egne ord. Skriv mit mål"


def test_with_a_goal_it_is_her_next_small_step(told: Cast, plan: Plan) -> None:
    plans.set_goal(plan=plan, words="Et job med dyr", form_key=new_id(), by=told.amina, at=MONDAY)
    step = plans.set_step(plan=plan, words="Gå en tur", form_key=new_id(), by=told.amina, at=MONDAY)
    assert one_thing(told) == "Gå en tur Det er dit næste lille skridt. Se mit skridt"
    plans.mark_step(step=step, done=True, by=told.amina, at=MONDAY)
    assert one_thing(told) == "Sig, hvordan du har det nu Fem spørgsmål. Du må springe over. Begynd"


def test_with_no_plan_begun_she_may_say_how_she_is(told: Cast) -> None:
    assert one_thing(told) == "Sig, hvordan du har det nu Fem spørgsmål. Du må springe over. Begynd"


def test_the_rest_stands_under_more(told: Cast, plan: Plan) -> None:
    assert page(told).split("Mere")[1].split("Den, det handler om")[0].strip() == (
        "Min vurdering Min udvikling Min plan Ved mit bord Hvem har set min sag Vores kontakt"
    )


def test_between_two_caseworkers_it_says_so(told: Cast) -> None:
    leave_seat(seat=told.bos_seat, by=told.bo, at=MONDAY + timedelta(minutes=1))
    assert "Du har ingen sagsbehandler lige nu. Du får en ny." in page(told)


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_comes_in(told: Cast, who: str) -> None:
    response = client_of(getattr(told, who)).get(reverse("table", args=[told.aminas_table.pk]))
    assert response.status_code == 404


def test_a_missing_table_is_the_same_404(told: Cast) -> None:
    assert client_of(told.amina).get(reverse("table", args=[new_id()])).status_code == 404


def test_the_page_costs_the_same_with_one_round_and_with_many(told: Cast, plan: Plan) -> None:
    address = reverse("table", args=[told.aminas_table.pk])
    few = queries_of(client_of(told.amina), address)
    for day in range(1, 8):
        begin_a_round(told)
        sheet = start(table=told.aminas_table, by=told.amina, at=MONDAY)
        finish(sheet=sheet, by=told.amina, at=MONDAY + timedelta(days=day))
        goal = plans.set_goal(plan=plan, words=f"Mål {day}", form_key=new_id(), by=told.amina, at=MONDAY)
        plans.set_step(plan=plan, goal=goal, words=f"Skridt {day}", form_key=new_id(), by=told.amina, at=MONDAY)
    many = queries_of(client_of(told.amina), address)
    assert max(few, many) <= 12
    assert many - few == 1  # the step, which is only looked for once there is a goal
