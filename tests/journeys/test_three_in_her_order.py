"""Amina chooses three things, puts them in her own order, waits in a line, and is offered a place when Karim says no."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page

from bordenden.foundation.ids import new_id
from bordenden.offers.models import Offer
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, Decision, Plan
from bordenden.plans.queries import chosen_on
from bordenden.plans.words import ChosenStatus, StatementKind
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press, sent
from tests.offers.made import filled
from tests.web.chosen_stories import hers, offer

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THREE = ("social-mentor", "gaeld", "uro-og-tunge-tanker")


def she_chooses(page: Page, cast: Cast, starter: str) -> None:
    go(page, "offer", cast.aminas_table.pk, offer(cast, starter).pk)
    follow(page, "Jeg vil gerne")
    page.get_by_label("Hvorfor vil du gerne det?").fill("Det passer til mig.")
    press(page, "Sæt det på min plan")


def it_is_full(cast: Cast, wanted: Offer) -> Chosen:
    """Five have a place, the sixth is offered to Karim; three came and went, so that something is known of how long."""
    assert wanted.capacity == 6
    filled(cast, wanted, held=5)
    plan, by, at = Plan.objects.get(table=cast.karims_table), cast.karim, cast.at - timedelta(days=2)
    plans.say(plan=plan, kind=StatementKind.WISH, words="En at tale med.", version=0, by=by, at=at)
    wish = plans.wish(plan=plan, offer=wanted, why="Ja", form_key=new_id(), by=by, at=at)
    return plans.stand_in_line(chosen=wish, form_key=new_id(), by=by, at=at)


def karim_says_no(page: Page, chosen: Chosen) -> None:
    go(page, "place_answer", chosen.waiting_id)
    press(page, "Nej tak")
    assert Chosen.objects.get(pk=chosen.pk).status == ChosenStatus.WISH


def she_stands_in_line_and_reads_how_long(page: Page, cast: Cast) -> None:
    """Before she presses and after; nothing is offered to her yet."""
    go(page, "chosen", hers(cast, "social-mentor").pk)
    follow(page, "Stil mig i køen")
    assert page.get_by_text("Du bliver nummer 1 i køen.").count() == 1
    assert page.get_by_text("Det tager nok omkring 3 uger.").count() == 1
    press(page, "Stil mig i køen")
    assert heading(page) == "Min plads i køen"
    card = page.locator(".card").filter(has_text=offer(cast, "social-mentor").name).inner_text()
    assert "Du er nummer 1 i køen." in card
    assert "Det tager nok omkring 3 uger." in card
    go(page, "table", cast.aminas_table.pk)
    assert page.get_by_text("Der er en plads til dig.").count() == 0


def order(cast: Cast) -> list[str]:
    rows = chosen_on(plan=Plan.objects.get(table=cast.aminas_table))
    return [row.offer.starter if row.offer else "" for row in rows]


def line_on_page(page: Page, title: str) -> int:
    titles = page.locator("ol.chosen-order > li strong").all_inner_texts()
    return titles.index(title)


def she_moves_it_to_the_top(page: Page, title: str) -> None:
    """One press on the button; from there the keyboard alone: the focus stays on what is moved."""
    with sent(page):
        page.locator("ol.chosen-order > li").filter(has_text=title).locator("button[name=up]").click()
    while place := line_on_page(page, title):
        focused = page.locator("button[name=up][autofocus]")
        assert focused.count() == 1
        focused.focus()
        with sent(page):
            page.keyboard.press("Enter")
        assert line_on_page(page, title) == place - 1


def she_drags_the_first_below_the_second(page: Page) -> None:
    rows = page.locator("ol.chosen-order > li .chosen-what")
    rows.nth(0).scroll_into_view_if_needed()
    first, second = rows.nth(0).bounding_box(), rows.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    page.mouse.move(first["x"] + 10, first["y"] + 10)
    page.mouse.down()
    page.mouse.move(second["x"] + 10, second["y"] + second["height"] + 25, steps=8)
    page.mouse.up()
    press(page, "Gem rækkefølgen")


@pytest.mark.requirement("R129")
def test_three_are_chosen_put_in_order_queued_for_and_a_place_is_taken(any_house: House) -> None:
    cast = any_house.cast
    page = any_house.visitor(cast.amina)
    mentor = offer(cast, "social-mentor")
    karims = it_is_full(cast, mentor)
    for starter in THREE:
        she_chooses(page, cast, starter)
    plan = Plan.objects.get(table=cast.aminas_table)
    go(page, "plan", plan.pk)
    follow(page, "Lav om på rækkefølgen")
    she_moves_it_to_the_top(page, mentor.name)
    assert order(cast)[0] == "social-mentor"
    if any_house.javascript:
        second = order(cast)[1]
        she_drags_the_first_below_the_second(page)
        assert order(cast)[:2] == [second, "social-mentor"]
    she_stands_in_line_and_reads_how_long(page, cast)
    karim_says_no(any_house.visitor(cast.karim), karims)
    go(page, "table", cast.aminas_table.pk)
    assert page.get_by_text("Der er en plads til dig. Svar senest den 9. marts.").count() == 1
    follow(page, "Svar ja eller nej")
    press(page, "Ja tak, jeg vil have pladsen")
    assert page.get_by_text("Du har sagt ja. Pladsen er din.").count() == 1
    chosen = Chosen.objects.get(pk=hers(cast, "social-mentor").pk)
    assert (chosen.status, chosen.waiting.state if chosen.waiting else "") == ("offered", "taken")
    assert Decision.objects.filter(plan=plan, about="order").count() == 1
