"""From a kept draft to the municipality's journal: with and without JavaScript, on a phone, text and PDF."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from bordenden.contactlog.models import Entry, JournalCopy
from bordenden.drafts.models import Draft
from tests.journeys.effort import Hand
from tests.journeys.house import House, go, heading, press, sent
from tests.journeys.test_every_page import Walk

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
LINE = "Amina ringede om #bussen* til Ågade."


def _note(page: Page) -> Hand:
    """From his first page: channel, direction, one line; the rest is as usual."""
    go(page, "caseload")
    hand = Hand(page)
    with sent(page):
        hand.tap(page.locator(".case-line").filter(has_text="Amina Yusuf").get_by_text("Ny kontakt"))
    hand.tap(page.get_by_label("Telefon"))
    hand.tap(page.get_by_label("Fra borgeren"))
    hand.write(page.get_by_label("Hvad handlede det om?"), LINE)
    with sent(page):
        hand.tap(page.get_by_role("button", name="Gem kontakten"))
    assert heading(page) == "Amina Yusuf"
    return hand


def _tap(page: Page, house: House) -> None:
    """Kopiér til journal on the newest entry of the log."""
    go(page, "case_contacts", house.cast.aminas_table.pk)
    press(page, "Kopiér til journal", exact=False)
    assert heading(page) == "Kopiér til journal"


def test_a_contact_takes_half_a_minute_and_one_tap_more_gives_it_as_text_and_pdf(
    any_house: House, tmp_path: Path
) -> None:
    page = any_house.visitor(any_house.cast.bo)
    hand = _note(page)
    assert (hand.taps, hand.swipes, hand.lines, hand.pages) == (5, 3, 1, 2)
    assert hand.seconds < 30
    entry = Entry.objects.get(summary=LINE)
    _tap(page, any_house)
    text = page.get_by_label("Teksten").input_value()
    assert f"Indhold: {LINE}" in text
    with page.expect_download() as coming:
        page.get_by_role("button", name="Hent som PDF").click()
    coming.value.save_as(tmp_path / "note.pdf")
    assert LINE in " ".join(PdfReader(tmp_path / "note.pdf").pages[0].extract_text().split())
    assert "Amina" not in coming.value.suggested_filename
    copies = JournalCopy.objects.filter(entry=entry).order_by("format")
    assert [copy.format for copy in copies] == ["pdf", "text"]


@pytest.mark.once
def test_what_is_handed_out_passes_axe_and_fits_at_320_and_at_double_text(house: House) -> None:
    page = house.visitor(house.cast.bo)
    _note(page)
    _tap(page, house)
    walk = Walk(page, frozenset({"Amina"}))
    walk.look("journal_copy")
    assert walk.wrong == []


@pytest.mark.once
def test_the_copy_button_says_that_it_copied(house: House) -> None:
    page = house.visitor(house.cast.bo)
    _note(page)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _tap(page, house)
    page.get_by_role("button", name="Kopiér teksten").click()
    expect(page.get_by_role("status")).to_have_text("Teksten er kopieret.")
    assert page.evaluate("navigator.clipboard.readText()") == page.get_by_label("Teksten").input_value()


@pytest.mark.once
def test_without_javascript_no_button_promises_to_copy(house: House) -> None:
    house.javascript = False
    page = house.visitor(house.cast.bo)
    _note(page)
    _tap(page, house)
    assert page.get_by_role("button", name="Kopiér teksten").count() == 0
    assert page.get_by_label("Teksten").is_editable() is False


def test_a_draft_left_in_the_middle_is_found_on_the_list_and_thrown_away(house: House) -> None:
    page = house.visitor(house.cast.bo)
    go(page, "contact_new", house.cast.aminas_table.pk)
    page.get_by_label("Hvad handlede det om?").fill(LINE)
    expect(page.locator("[data-draft]")).to_have_text("Din kladde er gemt.", timeout=15_000)
    go(page, "drafts")
    assert LINE in page.locator("main").inner_text()
    page.get_by_role("link", name="Skriv videre").click()
    assert page.get_by_label("Hvad handlede det om?").input_value() == LINE
    go(page, "drafts")
    press(page, "Smid den væk", exact=False)
    assert "Du har ingen kladder" in page.locator("main").inner_text()
    assert [draft.content for draft in Draft.objects.all()] == [""]
