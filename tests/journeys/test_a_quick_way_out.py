"""Somebody comes into the kitchen: Amina presses Luk hurtigt, and the telephone shows a calendar, also after going back."""

import pytest
from playwright.sync_api import Page

from tests.journeys.house import House, go, heading, sent

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def leave(page: Page) -> None:
    with sent(page):
        page.get_by_role("button", name="Luk hurtigt").click()
    page.wait_for_url("**/kalender/")


def test_the_telephone_shows_a_calendar_and_going_back_shows_the_login(any_house: House) -> None:
    page = any_house.visitor(any_house.cast.amina)
    table = any_house.cast.aminas_table.pk
    go(page, "table", table)
    go(page, "help_requests", table)
    leave(page)
    assert page.title() == "Kalender"
    assert "Amina" not in page.content()
    page.go_back()
    page.wait_for_url("**/log-ind/**")
    assert "Amina" not in page.content()
    assert heading(page) == "Log ind"


def test_with_javascript_the_page_she_was_on_is_gone_from_the_history(house: House) -> None:
    page = house.visitor(house.cast.amina)
    table = house.cast.aminas_table.pk
    go(page, "table", table)
    before = page.evaluate("history.length")
    go(page, "help_requests", table)
    leave(page)
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    page.wait_for_url("**/log-ind/**")
    assert page.url.endswith(f"?next=%2Fbord%2F{table}%2F")


def test_it_stays_in_sight_and_large_enough_while_she_scrolls(house: House) -> None:
    page = house.visitor(house.cast.amina)
    page.set_viewport_size({"width": 320, "height": 600})
    go(page, "looks", house.cast.aminas_table.pk)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    box = page.get_by_role("button", name="Luk hurtigt").bounding_box()
    assert box is not None
    assert (0 <= box["y"] <= 20, box["height"] >= 44, box["x"] + box["width"] <= 320) == (True, True, True)
