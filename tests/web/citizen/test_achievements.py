"""Det har jeg klaret: every done small step of Amina's, newest first, with her own thoughts, kept and paged."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.assessments import actions as assessments
from bordenden.assessments.queries import asked
from bordenden.assessments.words import AnswerKind
from bordenden.foundation.ids import new_id
from bordenden.plans.actions import mark_step, set_step
from bordenden.plans.models import Plan, SmallStep
from bordenden.plans.queries import plan_of
from tests.cast import MONDAY, Cast, client_of
from tests.web.pages import queries_of, text_of


@pytest.fixture
def plan(story: Cast) -> Plan:
    """Amina's plan; one step of the story is done."""
    found = plan_of(table=story.aminas_table)
    assert found is not None
    return found


def address(plan: Plan) -> str:
    return reverse("achievements", args=[plan.pk])


def another(story: Cast, plan: Plan, number: int, *, done: bool = True) -> SmallStep:
    """A step set and perhaps done, so many days after the Monday."""
    at = MONDAY + timedelta(days=number)
    step = set_step(plan=plan, words=f"Skridt {number}", form_key=new_id(), by=story.amina, at=at)
    return mark_step(step=step, done=True, reflection=f"Tanke {number}", by=story.amina, at=at) if done else step


def test_what_she_has_done_stands_newest_first_with_what_she_thought_of_it(story: Cast, plan: Plan) -> None:
    another(story, plan, 1)
    another(story, plan, 2)
    another(story, plan, 3, done=False)
    read = text_of(client_of(story.amina), address(plan))
    assert (
        "Alt det her har du gjort. Det bliver stående. Skridt 2 Gjort den 4. marts 2026 Tanke 2 Skridt 1 Gjort den"
        in read
    )
    assert "Hun blev glad på mine vegne." in read
    assert "Skridt 3" not in read


@pytest.mark.requirement("R78")
def test_she_is_asked_whether_she_believes_in_herself_has_its_curve_and_sees_every_small_win(
    story: Cast, plan: Plan
) -> None:
    amina, table = client_of(story.amina), story.aminas_table
    sheet = assessments.start(table=table, by=story.amina, at=MONDAY)
    item = next(one for one in asked(sheet=sheet) if one.code == "selvtillid")
    assert "Hvor meget tror du på dig selv?" in text_of(amina, reverse("question", args=[sheet.pk, item.pk]))
    assessments.answer(sheet=sheet, item=item, kind=AnswerKind.RATED, value=9, by=story.amina, at=MONDAY)
    assessments.finish(sheet=sheet, by=story.amina, at=MONDAY)
    drawn = amina.get(reverse("development", args=[table.pk])).content.decode()
    line = re.search(r'class="spark-line" d="([^"]+)"', drawn.split("<figcaption>Selvtillid</figcaption>")[1])
    assert line is not None
    assert [point.split()[1] for point in re.split("[ML]", line[1])[1:]][-1] == "10"
    steps = [another(story, plan, number).words for number in (1, 2)]
    won = text_of(amina, address(plan))
    assert [words for words in steps if words in won] == steps


def test_a_step_taken_back_is_not_there_until_it_is_done_again(story: Cast, plan: Plan) -> None:
    step = another(story, plan, 1)
    mark_step(step=step, done=False, reflection="", by=story.amina, at=MONDAY + timedelta(days=2))
    assert "Skridt 1" not in text_of(client_of(story.amina), address(plan))


def test_twenty_five_a_page_and_the_same_queries_with_one_and_with_many(story: Cast, plan: Plan) -> None:
    few = queries_of(client_of(story.amina), address(plan))
    for number in range(1, 30):
        another(story, plan, number)
    assert queries_of(client_of(story.amina), address(plan)) == few
    first = text_of(client_of(story.amina), address(plan))
    second = text_of(client_of(story.amina), f"{address(plan)}?side=2")
    assert ("Skridt 29" in first, "Skridt 4 " in first, "Skridt 4 " in second) == (True, False, True)


def test_before_the_first_step_there_is_room_for_it(story: Cast) -> None:
    plan = plan_of(table=story.karims_table)
    assert plan is not None
    assert "Her er plads Når du har gjort et lille skridt, står det her." in text_of(
        client_of(story.karim), address(plan)
    )


def test_her_first_page_leads_there(story: Cast, plan: Plan) -> None:
    html = client_of(story.amina).get(reverse("table", args=[story.aminas_table.pk])).content.decode()
    assert f'<a href="{address(plan)}">Det har jeg klaret</a>' in html


@pytest.mark.parametrize("who", ["bo", "birthe", "mie", "sara", "ole", "karim", "lis", "niels", "eva", "stine"])
def test_nobody_else_comes_in(story: Cast, plan: Plan, who: str) -> None:
    assert client_of(getattr(story, who)).get(address(plan)).status_code == 404
