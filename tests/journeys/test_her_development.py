"""Amina's development: printed on one sheet, told in words, a fall met without being marked, and not asked twice."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page

from bordenden.assessments.models import Sheet
from bordenden.assessments.words import Area, Purpose
from bordenden.plans.queries import plan_of
from tests.assessments.histories import Asked, a_round, published
from tests.cast import Cast
from tests.journeys.house import House, go, heading, press
from tests.journeys.test_every_page import Walk

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LONG = {
    Area.WORK: ("En vej mod job", "Troen på et job", "Mulige job", "At søge job", "At kunne det, et job kræver"),
    Area.HEALTH: ("Helbred", "Smerter og tunge tanker", "Kræfter og koncentration", "Søvn, mad og bevægelse"),
    Area.EVERYDAY: (
        "Hverdagen",
        "Bolig",
        "Penge og gæld",
        "Familie og børn",
        "Venner og netværk",
        "Alkohol og stoffer",
    ),
    Area.SELF: ("Selvtillid", "Modgang", "At tage det første skridt"),
    Area.COOPERATION: ("Indflydelse på sagen", "Tillid til sagsbehandleren"),
}
WORDS = "Ja, det har jeg styr på"


def lived(cast: Cast, *, rounds: int, fall: int = 0) -> list[Sheet]:
    """So many rounds a quarter apart on twenty questions; the first `fall` topics fall at last.

    Her earlier rounds become some that Bo typed and she has not confirmed, so they are in no curve.
    """
    asked = [
        Asked(f"emne-{number}", area=area, topic=topic, words=WORDS, shielded=area == Area.COOPERATION)
        for number, (area, topic) in enumerate(
            ((area, topic) for area, topics in LONG.items() for topic in topics), start=1
        )
    ]
    Sheet.objects.filter(table=cast.aminas_table).update(pen=cast.bo)
    version = published(asked, number=9, at=cast.at - timedelta(days=3000))
    sheets = []
    for place in range(rounds):
        at = cast.at - timedelta(days=90 * (rounds - place))
        falls = fall if place == rounds - 1 else 0
        said = {one.code: _value(number, place, number < falls) for number, one in enumerate(asked)}
        sheets.append(a_round(cast.aminas_table, version, said, at=at))
    return sheets


def _value(number: int, place: int, falls: bool) -> int:
    risen = min(10, (number + place) % 6 + place // 3 + 3)
    return 1 if falls else risen


def wellbeing(cast: Cast, rounds: int) -> None:
    """The five questions of Min trivsel, so many times."""
    five = [Asked(f"trivsel-{number}", area=Area.WELLBEING) for number in range(1, 6)]
    version = published(five, number=9, at=cast.at - timedelta(days=3000), purpose=Purpose.WELLBEING)
    for place in range(rounds):
        said = {one.code: min(10, 4 + place) for one in five}
        a_round(cast.aminas_table, version, said, at=cast.at - timedelta(days=90 * (rounds - place)))


def pages_of(page: Page) -> int:
    """How many sheets of A4 the page is on paper."""
    return len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4", prefer_css_page_size=True)))


@pytest.mark.requirement("R14")
@pytest.mark.parametrize("rounds", [1, 8, 20])
def test_twenty_questions_and_any_number_of_rounds_are_one_sheet_of_paper(house: House, rounds: int) -> None:
    cast = house.cast
    lived(cast, rounds=rounds, fall=2)
    wellbeing(cast, rounds)
    page = house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    page.emulate_media(media="print")
    assert heading(page) == "Min udvikling"
    assert page.locator(".fan-drawing").is_visible()
    assert page.locator(".in-words li").first.is_visible()
    assert page.locator(".spark svg:visible").count() == 21
    assert page.get_by_text("Den 2. marts 2026", exact=True).is_visible()
    assert not page.get_by_role("button").first.is_visible()
    assert pages_of(page) == 1


def test_what_she_has_done_is_printed_with_the_day_and_without_a_button(house: House) -> None:
    plan = plan_of(table=house.cast.aminas_table)
    assert plan is not None
    page = house.visitor(house.cast.amina)
    go(page, "achievements", plan.pk)
    assert page.get_by_role("button", name="Print").is_visible()
    page.emulate_media(media="print")
    assert heading(page) == "Det har jeg klaret"
    assert page.get_by_text("Den 2. marts 2026", exact=True).is_visible()
    assert page.locator(".achievements li").first.is_visible()
    assert page.locator("button:visible").count() == 0
    assert pages_of(page) == 1


def test_a_fall_is_met_and_she_is_not_asked_twice_about_it(any_house: House) -> None:
    cast = any_house.cast
    lived(cast, rounds=3, fall=2)
    page = any_house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    assert page.get_by_role("heading", name="Tak, fordi du siger det.").is_visible()
    assert page.get_by_role("link", name="Ring til mig").is_visible()
    press(page, "Skriv det på dagsordenen")
    assert page.get_by_text("Det står på dagsordenen. I kan tale om det næste gang.").is_visible()
    press(page, "Ikke nu")
    assert page.get_by_text("Det er helt i orden. Du kan altid sige til, hvis du vil tale om det.").is_visible()
    again = any_house.visitor(cast.amina)
    go(again, "development", cast.aminas_table.pk)
    assert not again.get_by_role("heading", name="Tak, fordi du siger det.").is_visible()


def test_words_in_stead_of_numbers_are_remembered_and_work_without_javascript(any_house: House) -> None:
    cast = any_house.cast
    lived(cast, rounds=2)
    page = any_house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    press(page, "Vis mig ord i stedet for tal")
    go(page, "development", cast.aminas_table.pk)
    assert page.locator(".in-words li").first.inner_text().startswith("Om ")
    assert not re.search(r"\d", page.locator(".in-words").first.inner_text())
    press(page, "Vis mig tal i stedet for ord")
    assert page.locator(".in-words li").first.inner_text().startswith("Sidst sagde du ")


@pytest.mark.parametrize("words", [False, True], ids=["in numbers", "in words"])
def test_twenty_questions_pass_axe_and_fit_the_smallest_screen_with_everything_unfolded(
    house: House, words: bool
) -> None:
    cast = house.cast
    lived(cast, rounds=8, fall=2)
    wellbeing(cast, 8)
    page = house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    if words:
        press(page, "Vis mig ord i stedet for tal")
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    walk = Walk(page, frozenset())
    walk.look("development")
    assert walk.wrong == []


def test_with_the_keyboard_alone_she_unfolds_a_part_of_life_and_its_table(house: House) -> None:
    cast = house.cast
    lived(cast, rounds=2)
    page = house.visitor(cast.amina)
    go(page, "development", cast.aminas_table.pk)
    page.locator(".lines > details").nth(1).locator("> summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    table = page.locator(".lines table:visible")
    assert table.count() == 1
    assert table.locator("th").all_inner_texts() == ["Dag", "Svar"]
