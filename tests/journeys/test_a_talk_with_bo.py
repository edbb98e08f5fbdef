"""Amina and Bo talk: both prepare, Bo writes it down once, both say whether it helped, and hers stays hers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from bordenden.contactlog.models import Entry
from bordenden.meetings import actions
from bordenden.meetings.models import Helpfulness, Note
from tests.cast import MONDAY, Cast
from tests.journeys.effort import Hand
from tests.journeys.house import House, follow, go, heading, press, sent
from tests.journeys.rating import all_that_is_read, pages_changed
from tests.journeys.test_every_page import Walk, names_of_people
from tests.web.talking import ahead, held

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
TOPIC, BOUNDARY, VIEW = "Hvad jeg skal have på", "Min mor", "Jeg er nervøs, men jeg vil gerne."
HIS_TOPIC = "Hvem der henter børnene"


def she_prepares(page: Page, cast: Cast) -> None:
    go(page, "talk", cast.aminas_table.pk)
    page.get_by_label("Det vil jeg også tale om").fill(TOPIC)
    press(page, "Skriv det på dagsordenen")
    with sent(page):
        page.locator("ol.talk-list > li").filter(has_text=TOPIC).locator("button[value=up]").click()
    lines = [words.split("\n")[0] for words in page.locator("ol.talk-list > li").all_inner_texts()]
    assert lines[-2:] == [TOPIC, "Om du vil have Mie med på besøget"]
    page.get_by_label("Det vil jeg heller ikke tale om").fill(BOUNDARY)
    press(page, "Skriv det")
    assert heading(page) == "Vores samtale"
    assert page.get_by_text(BOUNDARY, exact=True).count() == 1


def bo_prepares_in_a_minute(page: Page) -> None:
    """From his first page, on the day: her boundaries and the agenda word by word, and a line of his own.

    Whatever else stands there (what is agreed, what was said last, her own words) makes it a minute and a half.
    """
    go(page, "caseload")
    hand = Hand(page)
    with sent(page):
        hand.tap(page.get_by_role("link", name="Amina Yusuf", exact=True))
    with sent(page):
        hand.tap(page.get_by_role("link", name="Næste samtale"))
    assert heading(page) == "Samtale med Amina"
    assert page.locator(".boundaries li").all_inner_texts() == ["Min økonomi", BOUNDARY]
    assert page.locator(".boundaries").locator("a, button, input, form").count() == 0
    lists, beside = page.locator(".side-by-side > div").all()
    hand.read(page.locator(".boundaries"))
    hand.read(lists)
    hand.write(page.get_by_label("Det vil jeg gerne tale om"), HIS_TOPIC)
    with sent(page):
        hand.tap(page.get_by_role("button", name="Skriv det på dagsordenen"))
    assert page.get_by_text(HIS_TOPIC, exact=True).count() == 1
    assert (hand.taps, hand.swipes, hand.lines, hand.pages) == (4, 2, 1, 3)
    assert hand.seconds < 60
    hand.read(beside)
    assert hand.seconds < 100


def bo_writes_it_down(page: Page) -> None:
    follow(page, "Skriv om samtalen")
    assert (
        page.locator("main form textarea, main form input:not([type=hidden])").first.get_attribute("id")
        == "id_citizen_view"
    )
    page.get_by_label("Hvad siger borgeren selv?").fill(VIEW)
    page.get_by_label("Hvad talte I om?").fill("Talte om den første dag.")
    page.get_by_label(TOPIC).check()
    page.get_by_label("Det kan jeg", exact=True).fill("Jeg kan gå med den første dag.")
    page.get_by_label("Aftale 1").fill("Lægge tøj frem aftenen før")
    press(page, "Gem samtalen")
    assert heading(page) == "Hjalp samtalen, som du ser det?"
    press(page, "Lidt")
    press(page, "Nej")
    follow(page, "Færdig")
    assert heading(page) == "Min egen del"
    page.get_by_label("Delvist").first.check()
    press(page, "Gem mine svar")
    assert heading(page) == "Samtale med Amina"


def she_reads_it_and_answers(page: Page, cast: Cast) -> None:
    """What she answers changes no page of Bo's; the agreement she marks is another matter."""
    go(page, "talk", cast.aminas_table.pk)
    assert page.get_by_text("Jeg kan gå med den første dag.").count() == 1
    follow(page, "Svar")
    before = all_that_is_read(cast.bo, cast)
    press(page, "Nej")
    press(page, "Ja")
    assert pages_changed(cast.bo, cast, before) == set()
    assert page.get_by_role("button", name="Ja").first.get_attribute("aria-pressed") == "true"
    follow(page, "Færdig")
    follow(page, "Lægge tøj frem aftenen før")
    press(page, "Jeg har gjort det")
    assert page.get_by_text("Lægge tøj frem aftenen før").count() == 0


@pytest.mark.requirement("R29")
@pytest.mark.requirement("R34")
def test_amina_and_bo_talk(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    row = ahead(cast)
    amina, bo = house.visitor(cast.amina), house.visitor(cast.bo)
    she_prepares(amina, cast)
    house.clock.set(row.starts_at + timedelta(minutes=50))
    bo_prepares_in_a_minute(bo)
    bo_writes_it_down(bo)
    note = Note.objects.get(conversation=row)
    assert (note.citizen_view, Entry.objects.get(pk=note.entry_id).citizen_view) == (VIEW, VIEW)
    she_reads_it_and_answers(amina, cast)
    answers = Helpfulness.objects.filter(conversation=row).order_by("side")
    assert [(one.side, one.helped, one.used_assessment) for one in answers] == [
        ("citizen", "no", True),
        ("coordinator", "somewhat", False),
    ]
    go(bo, "conversation", row.pk)
    assert BOUNDARY not in bo.locator("main").inner_text()


def test_what_is_typed_of_a_talk_outlives_a_closed_browser(house: House) -> None:
    row = ahead(house.cast)
    house.clock.set(row.starts_at + timedelta(minutes=50))
    first = house.visitor(house.cast.bo)
    go(first, "conversation_note", row.pk)
    with first.expect_response(lambda answer: answer.url.endswith("/kladde/") and answer.status == 204):
        first.get_by_label("Hvad siger borgeren selv?").press_sequentially(VIEW)
    first.close()
    second = house.visitor(house.cast.bo)
    go(second, "conversation_note", row.pk)
    assert second.get_by_label("Hvad siger borgeren selv?").input_value() == ""
    follow(second, "Skriv videre", exact=False)
    assert second.get_by_label("Hvad siger borgeren selv?").input_value() == VIEW


@pytest.mark.once
@pytest.mark.requirement("R215")
def test_every_state_of_a_talk_passes_axe_and_fits_the_screen(house: House) -> None:
    cast, names = house.cast, names_of_people()
    row, past = ahead(cast), held(cast)
    table, his = cast.aminas_table.pk, cast.karims_table.pk
    amina, bo, karim, ole = (Walk(house.visitor(who), names) for who in (cast.amina, cast.bo, cast.karim, cast.ole))
    for name in ("talk", "talks"):
        karim.look_at(f"empty {name}", reverse(name, args=[his]))
    ole.look_at("empty conversations", reverse("conversations", args=[his]))
    for name in ("talk_boundary", "talk_cancel", "talk_helped"):
        amina.look_at(f"{name} ahead", reverse(name, args=[row.pk]))
    for name in ("conversation", "conversation_note", "self_check", "conversation_cancel"):
        bo.look_at(f"{name} ahead", reverse(name, args=[row.pk]))
        bo.look_at(f"{name} held", reverse(name, args=[past.pk]))
    house.clock.set(row.starts_at + timedelta(minutes=50))
    amina.look_at("talk that is over", reverse("talk", args=[table]))
    amina.look_at("talk_helped open", reverse("talk_helped", args=[row.pk]))
    bo.look_at("conversation today", reverse("conversation", args=[row.pk]))
    bo.look_at("note", reverse("conversation_note", args=[row.pk]))
    bo.send_empty("refused note", reverse("conversation_note", args=[row.pk]), submit="Gem samtalen")
    actions.cancel(conversation=row, by=cast.amina, at=MONDAY)
    bo.look_at("conversation cancelled", reverse("conversation", args=[row.pk]))
    assert [wrong for walk in (amina, bo, karim, ole) for wrong in walk.wrong] == []
    statuses = {status for walk in (amina, bo, karim, ole) for status in walk.statuses.values()}
    assert statuses == {200, 422}
