"""Amina answers a question and writes a goal with Tab and Enter alone, and always sees where she is."""

import pytest
from playwright.sync_api import Page

from bordenden.assessments.models import Answer
from bordenden.plans.models import Goal, Plan
from tests.journeys.house import House, go, heading

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GOAL = "At komme ud af døren inden klokken ti."
MOST_STOPS = 60
# Past the last stop the focus is the browser's own, and the page's body stands for it.
FOCUSED = "document.activeElement === document.body ? '' : document.activeElement.innerText || document.activeElement.labels?.[0]?.innerText || ''"
MARKED = """() => {
    const one = document.activeElement;
    if (one === document.body) return true;
    const style = getComputedStyle(one);
    const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = one.getBoundingClientRect();
    return (outline || style.boxShadow !== "none") && box.top >= 0 && box.bottom <= innerHeight + 1;
}"""


def tab_to(page: Page, words: str) -> None:
    """Tab until the focus stands on these words; on the way it is always to be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = "".join(page.evaluate(FOCUSED).strip().splitlines()[:1])
        _wait_until_marked(page, here)
        if here == words or (len(words) > 1 and here.startswith(words)):
            return
    raise AssertionError(f"{words} is not reached with Tab on {page.url}")


def _wait_until_marked(page: Page, here: str) -> None:
    """The way past the menu slides in, so a moment is allowed."""
    for _ in range(20):
        if page.evaluate(MARKED):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"the focus is not to be seen on: {here}")


def enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


@pytest.mark.requirement("R215")
def test_amina_answers_and_writes_a_goal_with_tab_and_enter(any_house: House) -> None:
    page = any_house.visitor(any_house.cast.amina)
    go(page, "table", any_house.cast.aminas_table.pk)
    tab_to(page, "Mere")
    page.keyboard.press("Enter")
    tab_to(page, "Min vurdering")
    enter(page)
    tab_to(page, "Begynd")
    enter(page)
    tab_to(page, "Spring over. Det er helt i orden.")
    enter(page)
    tab_to(page, "8")
    enter(page)
    assert page.locator(".count").inner_text() == "Spørgsmål 2 af 20"
    assert Answer.objects.filter(sheet__finished_at=None, value=8).count() == 1
    tab_to(page, "Stop for i dag")
    enter(page)
    tab_to(page, "Mere")
    page.keyboard.press("Enter")
    tab_to(page, "Hele min plan")
    enter(page)
    tab_to(page, "Skriv et mål")
    enter(page)
    tab_to(page, "Mit mål")
    page.keyboard.type(GOAL)
    tab_to(page, "Gem mit mål")
    enter(page)
    assert heading(page) == "Min plan"
    plan = Plan.objects.get(table=any_house.cast.aminas_table)
    assert Goal.objects.filter(plan=plan, words=GOAL).count() == 1


@pytest.mark.requirement("R215")
def test_a_refused_form_takes_the_focus_to_what_is_wrong(house: House) -> None:
    page = house.visitor(house.cast.amina)
    plan = Plan.objects.get(table=house.cast.aminas_table)
    go(page, "goal_new", plan.pk)
    tab_to(page, "Gem mit mål")
    enter(page)
    assert page.evaluate("document.activeElement.id") == "summary"
    tab_to(page, "Mit mål – Skriv et par ord. Du kan altid rette dem.")
    page.keyboard.press("Enter")
    page.keyboard.type(GOAL)
    assert page.get_by_label("Mit mål").input_value() == GOAL
