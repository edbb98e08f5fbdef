"""The one story, whole and small: Amina rates, writes, opens, closes and sees who looked; Bo notes; Lis counts."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from bordenden.contactlog.models import Entry
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import Goal, Plan
from tests.cast import MONDAY, Cast, client_of
from tests.house.test_urls import OF_THE_HOLMS, OF_THEIR_OFFICE, PERSONAL, Address, things_of, url_of
from tests.journeys.house import House, follow, go, heading, press
from tests.web.entry.logins import PASSWORD, with_password

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]
GOAL = "At kunne sige ja, når min søster spørger, om jeg vil med."
STEP = "Ringe til Sara onsdag"
DONE = "Hun tog den med det samme."
LINE = "Amina fortalte, at hun har ringet til børnehaven."
NOT_HERE = "Siden findes ikke"
# Four of the twenty: the belief in a job, health, strength and friends. The rest she skips.
SAID = {2: "6", 6: "7", 8: "5", 14: "5"}


def log_in(page: Page, username: str) -> None:
    """By name and password, from the front door."""
    page.goto("/")
    page.get_by_label("Brugernavn").fill(username)
    page.get_by_label("Adgangskode").fill(PASSWORD)
    press(page, "Log ind")


def log_out(page: Page) -> None:
    press(page, "Log ud")
    assert heading(page) == "Sæt dig for bordenden"


def she_rates_four_things_and_skips_the_rest(page: Page) -> None:
    follow(page, "Min vurdering")
    press(page, "Begynd")
    follow(page, "Spring over. Det er helt i orden.")
    for number in range(1, 21):
        value = SAID.get(number, "skipped")
        assert page.locator(".count").inner_text() == f"Spørgsmål {number} af 20"
        with page.expect_navigation():
            page.locator(f"button[name=answer][value='{value}']").click()
    assert heading(page) == "Det vil jeg arbejde med"
    follow(page, "Til alle spørgsmål")
    said = [words.split("\n")[0] for words in page.locator(".facts dd > span").all_inner_texts()]
    assert said == [SAID.get(number, "Sprunget over") for number in range(1, 21)]
    follow(page, "Jeg er færdig")
    follow(page, "Ikke nu")
    press(page, "Behold det selv")
    assert heading(page) == "Tak. Dine svar er gemt."
    assert page.locator("main .lead").inner_text() == "Kun du kan se dine svar."


def she_sees_her_curve(page: Page) -> None:
    follow(page, "Se min udvikling")
    assert heading(page) == "Min udvikling"
    page.locator("summary", has_text="Se resten").click()
    assert page.locator(".in-words li").all_inner_texts() == [
        "Sidst sagde du 5 om troen på et job. Nu siger du 6.",
        "Sidst sagde du 6 om helbred. Nu siger du 7.",
        "Sidst sagde du 4 om kræfter og koncentration. Nu siger du 5.",
        "Du siger 5 om venner og netværk. Det sagde du også sidst.",
    ]
    assert "selvtillid" in page.locator(".fold-small .quiet").first.inner_text().lower()
    assert page.locator(".spark > svg").count() == 5


def she_writes_her_own_goal(page: Page) -> None:
    follow(page, "Til mit bord")
    follow(page, "Hele min plan")
    follow(page, "Skriv et mål")
    page.get_by_label("Mit mål").fill(GOAL)
    press(page, "Gem mit mål")
    assert heading(page) == "Min plan"
    assert page.locator(".goals").get_by_text(GOAL, exact=True).count() == 1


def she_sets_a_small_step_and_does_it(page: Page) -> None:
    follow(page, "Nyt lille skridt")
    page.get_by_label("Mit næste lille skridt").fill(STEP)
    press(page, "Gem mit skridt")
    follow(page, STEP, exact=False)
    page.get_by_label("Hvordan gik det?").fill(DONE)
    press(page, "Jeg har gjort det")
    assert heading(page) == "Min plan"
    done = page.locator("details").filter(has_text="Det, der er gjort")
    done.locator("summary").click()
    expect(done.get_by_text(STEP)).to_be_visible()


def she_opens_her_plan_for_mie(page: Page) -> None:
    follow(page, "Hvem kan se min plan?")
    follow(page, "Hvad må Mie se?")
    assert heading(page) == "Hvad må Mie se?"
    press(page, "Åbn for Mie", exact=False)
    assert page.locator(".tag-done").all_inner_texts() == ["Åben"]


def mie_sees_it(page: Page) -> str:
    """The address of the plan as she has it."""
    page.goto("/hjem/")
    follow(page, "Ved Aminas bord")
    follow(page, "Aminas plan")
    assert heading(page) == "Aminas plan"
    assert page.locator(".goals").get_by_text(GOAL, exact=True).count() == 1
    return page.url


def she_closes_it_again(page: Page) -> None:
    press(page, "Luk for Mie", exact=False)
    assert page.locator(".tag-done").count() == 0


def mie_is_refused(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None
    assert response.status == 404
    assert "Amina" not in page.locator("main").inner_text()


def bo_notes_a_contact(page: Page, *, javascript: bool) -> None:
    """Channel, direction and one line; with JavaScript it is kept while he types, also when he is logged out."""
    follow(page, "Amina Yusuf")
    follow(page, "Ny kontakt")
    _fill_in(page)
    if javascript:
        expect(page.locator("[data-draft]")).to_have_text("Din kladde er gemt.")
        log_out(page)
        log_in(page, "bo")
        follow(page, "Amina Yusuf")
        follow(page, "Ny kontakt")
        follow(page, "Skriv videre", exact=False)
        assert page.get_by_label("Hvad handlede det om?").input_value() == LINE
        assert page.get_by_label("Telefon").is_checked()
    press(page, "Gem kontakten")
    assert heading(page) == "Amina Yusuf"
    assert page.locator(".contact > .as-written").first.inner_text() == LINE


def _fill_in(page: Page) -> None:
    page.get_by_label("Telefon").check()
    page.get_by_label("Fra borgeren").check()
    page.get_by_label("Hvad handlede det om?").press_sequentially(LINE)


def she_reads_it_and_sees_who_looked(page: Page) -> None:
    follow(page, "Ved mit bord")
    follow(page, "Til mit bord")
    follow(page, "Vores kontakt")
    assert page.locator(".contact > .as-written").first.inner_text() == LINE
    follow(page, "Til mit bord")
    follow(page, "Hvem har set min sag")
    sentence = page.locator("main .lead").inner_text()
    assert re.fullmatch(
        r"I denne måned: Bo 1 dag, Mie 1 dag\. Ingen andre\.|I denne måned: Mie 1 dag, Bo 1 dag\. .*", sentence
    )
    page.locator("summary", has_text="Dag for dag").click()
    assert page.locator(".timeline-title").first.inner_text().startswith("Bo Lund")
    assert "Karim" not in page.locator("main").inner_text()


def ole_ends_karims_course(cast: Cast) -> None:
    """Karim has found a job."""
    pathways.end_course(
        enrolment=cast.karims_course,
        on=MONDAY.date(),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.TOGETHER,
        by=cast.ole,
        at=MONDAY,
    )


def lis_sees_figures_and_no_name(page: Page) -> None:
    page.goto("/hjem/")
    assert heading(page) == "Tal for Din egen vej"
    words = set(re.findall(r"\w+", page.locator("main").inner_text()))
    names = {name for person in Person.objects.order_by("pk") for name in person.name.split()}
    assert words & names == set()
    assert page.locator(".facts").nth(1).locator("dd").all_inner_texts()[-2:] == ["4", "2 (50,0 %)"]
    job = page.locator("main tr").filter(has_text="Ordinært job").first
    assert job.inner_text().split() == ["Ordinært", "job", "2"]


def things_at_her_table(address: Address) -> bool:
    """Familien Holm's plan is not Amina's: Ole is their caseworker."""
    return address.act is not None and address.act.on not in OF_THE_HOLMS


def everybody_else_gets_404(cast: Cast) -> None:
    """Every address of what is Amina's, what she has just written included."""
    things = things_of(cast)
    things[Goal] = Goal.objects.get(words=GOAL)
    things[Entry] = Entry.objects.get(summary=LINE)
    for stranger in (cast.ole, cast.sara, cast.niels):
        client = client_of(stranger)
        client_statuses = {
            address.name: client.get(url_of(address, things)).status_code
            for address in PERSONAL
            if address.parameters and address.act not in OF_THEIR_OFFICE and things_at_her_table(address)
        }
        assert {name: status for name, status in client_statuses.items() if status not in (404, 405)} == {}
        assert len(client_statuses) > 20


@pytest.mark.requirement("R12")
def test_amina_sits_at_the_head_of_the_table(any_house: House) -> None:
    house, cast = any_house, any_house.cast
    with_password(cast.amina, "amina")
    with_password(cast.bo, "bo")
    amina, bo = house.device(), house.device()
    log_in(amina, "amina")
    assert heading(amina) == "Hej Amina. Du sidder for bordenden."
    she_rates_four_things_and_skips_the_rest(amina)
    she_sees_her_curve(amina)
    she_writes_her_own_goal(amina)
    she_sets_a_small_step_and_does_it(amina)
    she_opens_her_plan_for_mie(amina)
    mie = house.visitor(cast.mie)
    plan = mie_sees_it(mie)
    she_closes_it_again(amina)
    mie_is_refused(mie, plan)
    log_in(bo, "bo")
    bo_notes_a_contact(bo, javascript=house.javascript)
    she_reads_it_and_sees_who_looked(amina)
    ole_ends_karims_course(cast)
    lis_sees_figures_and_no_name(house.visitor(cast.lis))
    if house.javascript:
        # The strangers ask the house itself, with no browser between: once is enough.
        everybody_else_gets_404(cast)


@pytest.mark.once
def test_the_demo_offers_the_cast_at_the_front_door(any_house: House, demo: None) -> None:
    page = any_house.device()
    page.goto("/")
    assert heading(page) == "Sæt dig for bordenden"
    press(page, "Log ind som Amina", exact=False)
    assert heading(page) == "Hej Amina. Du sidder for bordenden."
    log_out(page)
    press(page, "Log ind som Bo", exact=False)
    assert heading(page) == "Mine borgere"


@pytest.mark.once
@pytest.mark.parametrize("name", ["ole", "sara", "niels"])
def test_who_is_not_let_in_reads_the_same_refusal(house: House, name: str) -> None:
    """Amina's own pages, and one that does not exist: the same words."""
    page = house.visitor(getattr(house.cast, name))
    nowhere = go(page, "table", house.cast.aminas_course.pk)
    refusal = page.locator("main").inner_text()
    assert nowhere.status == 404
    plan = Plan.objects.get(table=house.cast.aminas_table)
    for address, thing in (("table", house.cast.aminas_table), ("plan", plan), ("case", house.cast.aminas_table)):
        assert go(page, address, thing.pk).status == 404
        assert page.locator("main").inner_text() == refusal


def test_birthe_is_a_stranger_from_the_second_her_seat_ends(house: House) -> None:
    """She had the seat until Bo came; the page she has open is closed to her one second later."""
    cast, ended = house.cast, house.cast.birthes_seat.ends_at
    assert ended is not None
    page = house.visitor(cast.birthe)
    house.clock.set(ended - timedelta(seconds=30))
    assert go(page, "case", cast.aminas_table.pk).status == 200
    assert heading(page) == "Amina Yusuf"
    house.clock.set(ended)
    response = page.reload()
    assert response is not None
    assert response.status == 404
    assert "Amina" not in page.locator("body").inner_text()
    page.goto("/hjem/")
    assert "Du har ingen plads ved et bord lige nu" in page.locator("main").inner_text()


def test_bo_is_a_stranger_when_another_takes_over(house: House) -> None:
    """In the middle of his writing the seat passes on: nothing is noted, and he is told nothing about her."""
    cast = house.cast
    page = house.visitor(cast.bo)
    go(page, "contact_new", cast.aminas_table.pk)
    _fill_in(page)
    house.clock.set(MONDAY + timedelta(hours=1))
    pathways.leave_seat(seat=cast.bos_seat, by=cast.lis, at=house.clock.now())
    pathways.seat(
        table=cast.aminas_table, person=cast.ole, role=SeatRole.COORDINATOR, by=cast.lis, at=house.clock.now()
    )
    with page.expect_response(lambda answer: answer.request.method == "POST" and "kladde" not in answer.url) as sent:
        page.get_by_role("button", name="Gem kontakten").click()
    assert sent.value.status == 404
    assert Entry.objects.filter(summary=LINE).count() == 0
    assert "Amina" not in page.locator("body").inner_text()
