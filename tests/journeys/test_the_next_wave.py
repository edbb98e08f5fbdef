"""The next wave: a number is lower, and she is met and not marked; three ways on; and all of it on one sheet of paper."""

import pytest
from playwright.sync_api import Page

from bordenden.assessments import actions
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press
from tests.journeys.rating import all_that_is_read, begin, items_of, newest, open_sheet, pages_changed, rated, say
from tests.journeys.test_her_development import pages_of
from tests.web.talking import ahead

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
THANKS = "Tak, fordi du siger det."
AT_PEACE = "Det er helt i orden. Du kan altid sige til, hvis du vil tale om det."
ON_THE_AGENDA = "Det står på dagsordenen. I kan tale om det næste gang."


def she_says_it_is_harder(page: Page, cast: Cast) -> None:
    """Last time she said 6 about her health. Now she says 2, and no more today."""
    begin(page, cast, "Helbred")
    assert heading(page) == items_of(open_sheet(cast))["helbred"].question
    say(page, "2")
    follow(page, "Alle spørgsmål")
    follow(page, "Jeg er færdig")
    follow(page, "Ikke nu")
    press(page, "Behold det selv")
    follow(page, "Se min udvikling")


def she_is_met(page: Page) -> None:
    assert page.locator(".in-words li").all_inner_texts() == ["Sidst sagde du 6 om helbred. Nu siger du 2."]
    met = page.locator(".card", has=page.get_by_role("heading", name=THANKS))
    assert met.get_by_text("Vil du tale med nogen om det? Du bestemmer selv.").is_visible()
    ways = [*met.get_by_role("link").all_inner_texts()[-1:], *met.get_by_role("button").all_inner_texts()]
    assert ways == ["Ring til mig", "Skriv det på dagsordenen", "Ikke nu"]


def ring_to_me(page: Page, bo: Page, cast: Cast) -> None:
    follow(page, "Ring til mig")
    assert heading(page) == "Ring til mig"
    assert page.locator("main .lead").inner_text().startswith("Bo ringer til dig senest ")
    press(page, "Ring til mig")
    go(bo, "waiting")
    assert bo.locator(".waiting-lines li", has_text="Amina").filter(has_text="ringe").count() == 1


def write_it_on_the_agenda(page: Page, bo: Page, cast: Cast) -> None:
    press(page, "Skriv det på dagsordenen")
    assert page.get_by_text(ON_THE_AGENDA).is_visible()
    go(bo, "conversation", ahead(cast).pk)
    assert bo.locator("ol.talk-list strong").all_inner_texts()[-1] == "Helbred"
    go(page, "talk", cast.aminas_table.pk)
    assert page.locator("ol.talk-list strong").all_inner_texts()[-1] == "Helbred"


def not_now(page: Page, elsewhere: Page, cast: Cast) -> None:
    press(page, "Ikke nu")
    for seen in (page, elsewhere):
        go(seen, "development", cast.aminas_table.pk)
        assert seen.get_by_text(AT_PEACE).is_visible()
        assert seen.get_by_role("heading", name=THANKS).count() == 0
        assert seen.get_by_role("button", name="Ikke nu").count() == 0


def test_a_fall_is_met_and_the_three_ways_lead_on(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    page, bo = house.visitor(cast.amina), house.visitor(cast.bo)
    she_says_it_is_harder(page, cast)
    she_is_met(page)
    ring_to_me(page, bo, cast)
    go(page, "development", cast.aminas_table.pk)
    write_it_on_the_agenda(page, bo, cast)
    go(page, "development", cast.aminas_table.pk)
    not_now(page, house.visitor(cast.amina), cast)


@pytest.mark.once
def test_not_now_holds_for_this_round_and_bo_hears_nothing_of_it(house: House) -> None:
    cast = house.cast
    before = all_that_is_read(cast.bo, cast)
    page = house.visitor(cast.amina)
    she_says_it_is_harder(page, cast)
    press(page, "Ikke nu")
    assert page.get_by_text(AT_PEACE).is_visible()
    assert pages_changed(cast.bo, cast, before) == set()
    again = actions.finish(sheet=rated(cast, house.clock, other=1), by=cast.amina, at=house.clock.now())
    assert again == newest(cast)
    page.reload()
    assert page.get_by_role("heading", name=THANKS).is_visible()


@pytest.mark.requirement("R14")
def test_min_udvikling_is_one_sheet_of_paper(any_house: House) -> None:
    """Her four rounds, the newest with all twenty questions; no button and no offer to talk is printed."""
    house, cast = any_house, any_house.cast
    actions.finish(sheet=rated(cast, house.clock, {"helbred": 2}), by=cast.amina, at=house.clock.now())
    page = house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    assert page.get_by_role("heading", name=THANKS).is_visible()
    page.emulate_media(media="print")
    assert not page.get_by_role("heading", name=THANKS).is_visible()
    assert page.locator("main button:visible").count() == 0
    assert page.locator(".spark > svg:visible").count() == 20
    assert pages_of(page) == 1
