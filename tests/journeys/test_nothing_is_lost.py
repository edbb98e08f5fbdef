"""Sent twice, gone back, two tabs, an expired login, a log that cannot be written: nothing lost, nothing doubled."""

from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import DatabaseError
from playwright.sync_api import Error, Page, expect

from bordenden.audit import writer
from bordenden.audit.models import Entry as Noted
from bordenden.contactlog.models import Entry
from bordenden.plans.models import Goal, Plan
from tests.journeys.house import House, go, heading, press
from tests.web.entry.logins import PASSWORD, with_password

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
GOAL = "At cykle til havnen og tilbage igen."
OTHER = "At cykle hele vejen rundt om fjorden."
LINE = "Amina ringede og glædede sig til på fredag."


def plan_of(house: House) -> Plan:
    return Plan.objects.get(table=house.cast.aminas_table)


def goals_like(words: str) -> int:
    return Goal.objects.filter(words=words).count()


def writing_a_goal(house: House) -> Page:
    """Amina with the form before her and her words in it."""
    page = house.visitor(house.cast.amina)
    go(page, "goal_new", plan_of(house).pk)
    page.get_by_label("Mit mål").fill(GOAL)
    return page


def log_in_here(page: Page, username: str) -> None:
    """In the login page she was sent to."""
    page.get_by_label("Brugernavn").fill(username)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    press(page, "Log ind")


def test_a_double_click_saves_one_goal(any_house: House) -> None:
    page = writing_a_goal(any_house)
    page.get_by_role("button", name="Gem mit mål").dblclick()
    page.wait_for_url(f"**/plan/{plan_of(any_house).pk}/")
    assert goals_like(GOAL) == 1
    assert page.locator(".goals").get_by_text(GOAL, exact=True).count() == 1


@pytest.mark.once
def test_back_and_save_again_says_it_once(any_house: House) -> None:
    """She goes back to the form as the browser kept it, or finds it empty; her goal stands once either way."""
    page = writing_a_goal(any_house)
    press(page, "Gem mit mål")
    page.go_back()
    assert heading(page) == "Skriv et mål"
    press(page, "Gem mit mål")
    assert goals_like(GOAL) == 1


def test_two_tabs_show_both_texts_and_lose_neither(any_house: House) -> None:
    goal = Goal.objects.filter(plan=plan_of(any_house)).order_by("pk").first()
    assert goal is not None
    first = any_house.visitor(any_house.cast.amina)
    second = any_house.visitor(any_house.cast.amina)
    for page in (first, second):
        go(page, "goal", goal.pk)
    first.get_by_label("Mit mål").fill(GOAL)
    press(first, "Gem mit mål")
    second.get_by_label("Mit mål").fill(OTHER)
    press(second, "Gem mit mål")
    stale = second.locator(".stale .as-written").all_inner_texts()
    assert stale == [OTHER, GOAL]
    assert second.get_by_label("Mit mål").input_value() == OTHER
    expect(second.locator("#summary")).to_be_visible()
    press(second, "Gem mit mål")
    goal.refresh_from_db()
    assert goal.words == OTHER
    go(second, "goal", goal.pk)
    assert second.locator(".timeline").get_by_text(GOAL, exact=True).count() == 1


def test_an_expired_login_in_the_middle_of_a_text_loses_nothing(any_house: House) -> None:
    with_password(any_house.cast.amina, "amina")
    any_house.cast.amina.refresh_from_db()
    page = writing_a_goal(any_house)
    Session.objects.all().delete()
    press(page, "Gem mit mål")
    assert heading(page) == "Log ind"
    assert "Din tekst er ikke væk" in page.locator("main").inner_text()
    assert GOAL not in page.locator("body").inner_text()
    log_in_here(page, "amina")
    assert heading(page) == "Din tekst er her endnu"
    assert page.locator(".as-written").all_inner_texts() == [GOAL]
    assert goals_like(GOAL) == 0
    press(page, "Gem det, jeg skrev")
    assert heading(page) == "Min plan"
    assert goals_like(GOAL) == 1


@pytest.mark.once
def test_another_who_logs_in_there_does_not_see_her_text(any_house: House) -> None:
    """The same telephone, the same page, but it is Mie who logs in."""
    with_password(any_house.cast.mie, "mie")
    page = writing_a_goal(any_house)
    Session.objects.all().delete()
    press(page, "Gem mit mål")
    log_in_here(page, "mie")
    assert heading(page) == "Borde, jeg sidder ved"
    assert GOAL not in page.content()
    with pytest.raises(Error, match="ERR_CACHE_MISS"):
        page.go_back()
    assert goals_like(GOAL) == 0


@pytest.mark.once
def test_bos_note_survives_an_expired_login(any_house: House) -> None:
    with_password(any_house.cast.bo, "bo")
    any_house.cast.bo.refresh_from_db()
    page = any_house.visitor(any_house.cast.bo)
    go(page, "contact_new", any_house.cast.aminas_table.pk)
    page.get_by_label("Telefon").check()
    page.get_by_label("Fra borgeren").check()
    page.get_by_label("Hvad handlede det om?").fill(LINE)
    Session.objects.all().delete()
    press(page, "Gem kontakten")
    log_in_here(page, "bo")
    assert page.locator(".as-written").all_inner_texts() == [LINE]
    press(page, "Gem det, jeg skrev")
    assert heading(page) == "Amina Yusuf"
    assert Entry.objects.filter(summary=LINE, channel="phone", direction="in").count() == 1


def test_a_draft_is_kept_for_its_writer_alone(house: House) -> None:
    """Bo leaves without saving; Birthe, who had the seat once, is not offered it when she has it again."""
    page = house.visitor(house.cast.bo)
    go(page, "contact_new", house.cast.aminas_table.pk)
    page.get_by_label("Hvad handlede det om?").press_sequentially(LINE)
    expect(page.locator("[data-draft]")).to_have_text("Din kladde er gemt.")
    go(page, "contact_new", house.cast.aminas_table.pk)
    assert page.locator(".draft-offer").get_by_text(LINE).count() == 1
    assert page.get_by_label("Hvad handlede det om?").input_value() == ""
    ended = house.cast.birthes_seat.ends_at
    assert ended is not None
    birthe = house.visitor(house.cast.birthe)
    house.clock.set(house.cast.birthes_seat.starts_at)
    assert go(birthe, "contact_new", house.cast.aminas_table.pk).status == 200
    assert birthe.locator(".draft-offer").count() == 0
    assert LINE not in birthe.content()


def test_when_the_log_cannot_be_written_nothing_is_shown(any_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    page = any_house.visitor(any_house.cast.bo)
    table = any_house.cast.aminas_table.pk
    noted = Noted.objects.count()

    def full(*rows: Any) -> None:
        raise DatabaseError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(writer, "_statements", full)
        assert go(page, "case", table).status == 503
        assert heading(page) == "Siden kunne ikke vises sikkert lige nu"
        assert "Amina" not in page.content()
        assert "Bo" not in page.locator("main").inner_text().split()
        assert Noted.objects.count() == noted
    assert go(page, "case", table).status == 200
    assert heading(page) == "Amina Yusuf"
    assert Noted.objects.count() == noted + 1
