"""Amina's first light: she rates five and stops, goes on elsewhere, keeps it to herself, and sends it when she likes."""

import pytest
from playwright.sync_api import Page

from bordenden.assessments import actions
from bordenden.assessments.models import Answer, Sheet, WorkOn
from bordenden.assessments.words import Sharing
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Room
from tests.cast import Cast
from tests.journeys.house import House, follow, go, heading, press, sent
from tests.journeys.rating import (
    SHIELDED,
    all_that_is_read,
    answered_about,
    begin,
    items_of,
    newest,
    open_sheet,
    pages_changed,
    rated,
    say,
    say_all,
)

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
CARDS = ("Helbred", "Søvn, mad og bevægelse", "Venner og netværk")
# What she picked comes first, in the order of the parts of life; then the rest from the beginning.
FIRST_FIVE = ("helbred", "soevn", "venner", "retning", "tro-paa-arbejde")
NOT_NUMBERS = {"smerter": "skipped", "kunnen": "skipped", "rusmidler": "declined"}
# Her development stands at two doors, and he has been let in; what she works on is on the agenda.
WHERE_HE_READS_IT = {"case_sheets", "case_development", "guest_development", "conversation"}
STEP, OTHER_STEP = "Gå ned til vandet efter maden", "Sende en besked til Fatma"


def she_rates_five_and_stops(page: Page, cast: Cast) -> None:
    begin(page, cast, *CARDS)
    items = items_of(open_sheet(cast))
    for code, value in zip(FIRST_FIVE, "36457", strict=True):
        assert heading(page) == items[code].question
        say(page, value)
    assert heading(page) == "Du har svaret på 5. Det er fint."
    follow(page, "Stop for i dag")
    assert heading(page) == "Hej Amina. Du sidder for bordenden."


def she_goes_on_and_skips_some(page: Page, cast: Cast) -> None:
    go(page, "table", cast.aminas_table.pk)
    assert page.get_by_role("heading", name="Svar videre på Min vurdering").is_visible()
    press(page, "Gå videre")
    rest = {code: item for code, item in items_of(open_sheet(cast)).items() if code not in FIRST_FIVE}
    met = say_all(page, {item.question: NOT_NUMBERS.get(code, "6") for code, item in rest.items()})
    rests = ["Du har svaret på 10. Det er fint.", "Du har svaret på 15. Det er fint."]
    assert [words for words in met if words in rests] == rests
    assert [words for words in met if words not in rests] == [item.question for item in rest.values()]
    assert heading(page) == "Det vil jeg arbejde med"


@pytest.mark.requirement("R12")
def test_amina_rates_five_and_stops_and_finishes_on_another_device(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    she_rates_five_and_stops(house.visitor(cast.amina), cast)
    assert Answer.objects.filter(sheet=open_sheet(cast)).count() == 5
    other = house.visitor(cast.amina)
    she_goes_on_and_skips_some(other, cast)
    follow(other, "Ikke nu")
    press(other, "Behold det selv")
    assert heading(other) == "Tak. Dine svar er gemt."
    said = {row.item.code: (row.kind, row.value) for row in Answer.objects.filter(sheet=newest(cast))}
    assert {code: kind for code, (kind, _value) in said.items() if kind != "rated"} == NOT_NUMBERS
    assert [said[code][1] for code in FIRST_FIVE] == [3, 6, 4, 5, 7]
    follow(other, "Se min udvikling")
    assert "Sidst sagde du 6 om helbred. Nu siger du 3." in other.locator(".in-words li").all_inner_texts()
    assert other.locator("main svg[role=img]").count() > 17


def she_chooses_two(page: Page, cast: Cast) -> None:
    go(page, "sheet_work", open_sheet(cast).pk)
    labels = page.locator(".pick label").all_inner_texts()
    assert len(labels) == 18
    for card in ("Helbred", "Venner og netværk"):
        page.get_by_label(card).check()
    press(page, "Gå videre")
    assert heading(page) == "Helbred"
    page.get_by_label("Mit næste lille skridt").fill(STEP)
    page.get_by_label("Hvilket tal ønsker du dig?").select_option("7")
    press(page, "Gem og gå videre")
    assert heading(page) == "Venner og netværk"
    page.get_by_label("Mit næste lille skridt").fill(OTHER_STEP)
    press(page, "Gem og gå videre")


def she_keeps_it(page: Page) -> None:
    assert heading(page) == "Ingen har set dine svar endnu."
    assert page.locator(".chosen li").all_inner_texts() == [f"Helbred: {STEP}", f"Venner og netværk: {OTHER_STEP}"]
    press(page, "Behold det selv")
    assert heading(page) == "Tak. Dine svar er gemt."
    assert page.locator("main .lead").inner_text() == "Kun du kan se dine svar."


def open_all_for_bo(cast: Cast) -> None:
    """So that a page he may read is there to be read."""
    for room in Room:
        pathways.open_room(seat=cast.bos_seat, room=room, by=cast.amina, at=cast.at)


def test_she_chooses_two_things_and_keeps_it_to_herself(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    open_all_for_bo(cast)
    before = all_that_is_read(cast.bo, cast)
    assert before["case_development"][0] == 200
    rated(cast, house.clock, {"helbred": 3, "venner": 4}, other=1)
    page = house.visitor(cast.amina)
    she_chooses_two(page, cast)
    she_keeps_it(page)
    sheet = newest(cast)
    chosen = WorkOn.objects.filter(sheet=sheet).order_by("place")
    assert [(one.item.code, one.step_words, one.wish) for one in chosen] == [
        ("helbred", STEP, 7),
        ("venner", OTHER_STEP, None),
    ]
    hers = answered_about(sheet, cast.amina)
    assert (hers["sheet_list"], hers["sheet_sharing"], hers["case_sheet"]) == (200, 200, 404)
    assert set(answered_about(sheet, cast.bo).values()) == {404}
    assert pages_changed(cast.bo, cast, before) == set()


def she_sends_it(page: Page, cast: Cast) -> None:
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Mine vurderinger")
    follow(page, "Hvem må se den?", exact=False)
    assert page.locator("main .lead").inner_text() == "Kun du kan se dine svar."
    press(page, "Send til Bo")
    assert page.locator("main .lead").inner_text() == "Du sendte den til Bo den 2. marts 2026."


def bo_reads_it(page: Page, cast: Cast) -> None:
    go(page, "caseload")
    follow(page, "Amina Yusuf")
    follow(page, "Det, Amina har delt med dig")
    with sent(page):
        page.locator(".doors a").first.click()
    assert heading(page) == "Min vurdering fra Amina"
    assert page.locator(".chosen li").inner_text() == f"Helbred: {STEP} Ønsker sig 7."
    his = [item for item in items_of(newest(cast)).values() if not item.shielded]
    asked = [f"{item.question} 0 = {item.low}. 10 = {item.high}." for item in his]
    assert page.locator(".facts dt").all_inner_texts() == asked
    assert page.locator(".facts dd").all_inner_texts() == ["3"] * 18


def kept(house: House, cast: Cast) -> Sheet:
    """A round she kept: threes, but ones for what is never Bo's; one thing to work on."""
    sheet = rated(cast, house.clock, dict.fromkeys(SHIELDED, 1), other=3)
    items, at = items_of(sheet), house.clock.now()
    choice = actions.choose(sheet=sheet, items=[items["helbred"]], by=cast.amina, at=at)[0]
    actions.next_step(choice=choice, words=STEP, wish=7, by=cast.amina, at=at)
    return actions.finish(sheet=sheet, by=cast.amina, at=at)


def test_she_sends_it_later_and_bo_reads_all_but_what_is_never_his(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    open_all_for_bo(cast)
    sheet = kept(house, cast)
    before = all_that_is_read(cast.bo, cast)
    she_sends_it(house.visitor(cast.amina), cast)
    sheet.refresh_from_db()
    assert (sheet.sharing, sheet.shared_to) == (Sharing.SENT, cast.bos_seat)
    bo = house.visitor(cast.bo)
    bo_reads_it(bo, cast)
    after = all_that_is_read(cast.bo, cast)
    assert {name for name in after if after[name] != before[name]} == WHERE_HE_READS_IT
    read = [bo.locator("body").inner_text(), *(words for _status, words in after.values())]
    never = [words for code in SHIELDED for words in (items_of(sheet)[code].question, items_of(sheet)[code].topic)]
    assert [words for words in never if any(words in page for page in read)] == []
    for name in ("ole", "sara", "mie", "niels"):
        assert (name, set(answered_about(sheet, getattr(cast, name)).values())) == (name, {404})
    assert answered_about(sheet, cast.bo)["case_sheet"] == 200
