"""Amina's whole way through Min vurdering: with the keyboard alone, at double text, and on the smallest screen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from bordenden.assessments.models import Answer, WorkOn
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press
from tests.journeys.rating import begin, newest, say
from tests.journeys.test_every_page import DOUBLE_LETTERS, DOUBLED, USUAL_LETTERS, WIDTH
from tests.journeys.test_with_the_keyboard_alone import enter, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STEP = "Gå ned til vandet efter maden"
SMALLEST = 320
# The size of the running text in pixels, and what it is for who has asked for nothing else.
LETTERS, USUAL_SHOWN = "parseFloat(getComputedStyle(document.body).fontSize)", 17.6


def the_whole_way(page: Page, cast: Cast, look: Callable[[], None]) -> None:
    """The cards, five numbers, the rest, two things to work on, kept, sent, and what has moved; a look at each page."""
    begin(page, cast, "Helbred", "Venner og netværk")
    for value in ("2", "0", "10", "5", "7"):
        look()
        say(page, value)
    assert heading(page) == "Du har svaret på 5. Det er fint."
    look()
    follow(page, "Alle spørgsmål")
    look()
    follow(page, "Jeg er færdig")
    page.get_by_label("Helbred").check()
    look()
    press(page, "Gå videre")
    page.get_by_label("Mit næste lille skridt").fill(STEP)
    look()
    press(page, "Gem og gå videre")
    look()
    press(page, "Behold det selv")
    look()
    follow(page, "Vælg, hvem der må se den")
    look()
    press(page, "Send til Bo")
    look()
    go(page, "development", cast.aminas_table.pk)
    look()


@pytest.mark.requirement("R215")
@pytest.mark.parametrize(
    ("width", "letters"),
    [(DOUBLED, DOUBLE_LETTERS), (SMALLEST, USUAL_LETTERS)],
    ids=["at double text", "on the smallest screen"],
)
def test_nothing_is_cut_off_on_the_whole_way(any_house: House, width: int, letters: int) -> None:
    any_house.size = (width, 740)
    page = any_house.visitor(any_house.cast.amina)
    page.context.new_cdp_session(page).send(
        "Page.setFontSizes", {"fontSizes": {"standard": letters, "fixed": letters - 3}}
    )
    wide = []
    sizes = set()

    def look() -> None:
        wide.append((heading(page), page.evaluate(WIDTH)))
        sizes.add(page.evaluate(LETTERS))

    the_whole_way(page, any_house.cast, look)
    assert [(title, at) for title, at in wide if at != width] == []
    assert sizes == {USUAL_SHOWN * letters / USUAL_LETTERS}


def by_keyboard(page: Page, *stops: str) -> None:
    """Tab to each of these and press Enter; the next page has come."""
    for words in stops:
        tab_to(page, words)
        enter(page)


def pick_by_keyboard(page: Page, *cards: str) -> None:
    for words in cards:
        tab_to(page, words)
        page.keyboard.press("Space")
    by_keyboard(page, "Gå videre")


@pytest.mark.requirement("R215")
def test_with_the_keyboard_alone_she_goes_the_whole_way(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    page = house.visitor(cast.amina)
    go(page, "sheet_start", cast.aminas_table.pk)
    by_keyboard(page, "Begynd")
    pick_by_keyboard(page, "Helbred", "Venner og netværk")
    by_keyboard(page, "2", "4", "Spring over. Det er helt i orden.", "6", "7", "3")
    assert heading(page) == "Du har svaret på 5. Det er fint."
    by_keyboard(page, "Alle spørgsmål", "Jeg er færdig")
    pick_by_keyboard(page, "Helbred", "Venner og netværk")
    tab_to(page, "Mit næste lille skridt")
    page.keyboard.type(STEP)
    by_keyboard(page, "Gem og gå videre", "Gem og gå videre", "Behold det selv")
    assert heading(page) == "Tak. Dine svar er gemt."
    sheet = newest(cast)
    numbers = Answer.objects.filter(sheet=sheet, kind="rated").order_by("value").values_list("value", flat=True)
    assert list(numbers) == [2, 3, 4, 6, 7]
    chosen = WorkOn.objects.filter(sheet=sheet).order_by("place")
    assert [(one.item.code, one.step_words) for one in chosen] == [("helbred", STEP), ("venner", "")]
    by_keyboard(page, "Vælg, hvem der må se den", "Send til Bo")
    sheet.refresh_from_db()
    assert sheet.shared_to == cast.bos_seat
