"""Nina's whole way: from a file to the first day, another caseworker, a quiet time, a job, and how it goes afterwards."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Response

from bordenden.followup.models import FollowUp
from bordenden.foundation.days import begin_of
from bordenden.intake.models import Candidate, Referral
from bordenden.pathways.models import Enrolment, Exit
from bordenden.people import actions as people
from bordenden.reviews.models import Review
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast
from tests.journeys import joining
from tests.journeys.house import House, follow, go, heading, press, status_for

pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]
NINAS_LINE = "210679-1114;Nina;Nør;kontanthjælp;01-01-2022;"
JOINED = MONDAY + timedelta(days=2)
QUIET = JOINED + timedelta(days=92)
EMPLOYER = "Køkkenet på havnen"


def the_rounds_go(at: datetime) -> None:
    """All that is done because time has passed."""
    for each in ROUNDS:
        each.go(at)


def again(page: Page) -> int:
    """What an open page is answered with when it is loaded once more."""
    answer = page.reload()
    assert isinstance(answer, Response)
    return answer.status


def from_the_file_to_her_first_day(house: House, pia: Page) -> Referral:
    """Vera may not join yet and Pia reads why; Nina may, is invited, asked, and says yes on her telephone."""
    lines = joining.pia_brings_a_file_in(pia, NINAS_LINE)
    assert lines == ["(intet navn)", "Vera Lind", "Vera Lind", "Vera Lind", "Nina Nør"]
    joining.pia_reads_why(pia, "Vera Lind", "Der skal 2 år til. Det er der den 15. februar 2027.")
    go(pia, "candidates", house.cast.project.pk)
    joining.pia_reads_why(pia, "Nina Nør", "Kan være med")
    nina = Candidate.objects.get(person__given_name="Nina")
    people.give_demo_login(person=nina.person, username="nina", order=96, line="")
    joining.pia_invites_her(pia)
    house.clock.set(JOINED)
    joining.pia_notes_it_and_asks_her(pia, nina, "Birthe Holst")
    joining.she_says_yes(house.visitor(nina.person))
    return Referral.objects.get()


def lis_gives_her_to_bo(page: Page, cast: Cast) -> None:
    """Birthe has got other work: all she has goes on, and her office ends with it."""
    go(page, "team", cast.project.pk)
    page.get_by_role("row", name="Birthe Holst").get_by_role("link").first.click()
    assert page.get_by_text("Sag F-77: Bo Lund").count() == 1
    page.get_by_label("Hvorfor skifter de sagsbehandler?").select_option("new_work")
    press(page, "Flyt dem alle nu")
    assert heading(page) == "Holdet"


def bo_asks_how_she_is_and_they_decide(page: Page) -> None:
    """There is a task on his list, and nothing else has happened by itself."""
    go(page, "waiting")
    assert page.get_by_text("Ring og hør, hvordan Nina har det.").count() == 1
    follow(page, "Se, hvordan I kommer videre: Nina")
    assert heading(page) == "Hvordan har Nina det?"
    page.get_by_label("Hvad siger borgeren selv?").fill("Jeg har været i praktik. De vil gerne have mig.")
    page.get_by_label("Vi har talt om det sammen").check()
    page.get_by_label("Vi afslutter forløbet").check()
    page.get_by_label("Hvad har I besluttet, og hvorfor?").fill("Nina begynder i køkkenet, når papirerne er der.")
    press(page, "Gem beslutningen")
    assert heading(page) == "Afslut forløbet"
    assert not Exit.objects.exists()


def bo_writes_the_exit(page: Page) -> None:
    page.get_by_label("Hvad siger borgeren selv?").fill("Jeg glæder mig.")
    page.get_by_label("Hvordan slutter det?").select_option("ordinary_job")
    page.get_by_label("Hvilken dag slutter det?").fill(f"{QUIET:%Y-%m-%d}")
    page.get_by_label("Hvilket arbejde eller hvilken skole?").fill(EMPLOYER)
    page.get_by_label("Hvor mange timer om ugen?").fill("22,5")
    page.get_by_label("Borgeren", exact=True).check()
    press(page, "Afslut forløbet")


def she_says_how_it_goes(page: Page) -> None:
    page.goto("/hjem/")
    follow(page, "Fortæl, hvordan det går")
    page.get_by_label("Jeg har et job").check()
    page.get_by_label("Hvor mange timer om ugen?").fill("30")
    press(page, "Gem mit svar")


def test_from_a_file_to_a_job_and_three_months_after(early_house: House) -> None:
    house, cast = early_house, early_house.cast
    pia, birthe, bo = (house.visitor(one) for one in (cast.pia, cast.birthe, cast.bo))
    referral = from_the_file_to_her_first_day(house, pia)
    joining.the_course_begins(birthe, referral)
    case, table = reverse("case", args=[referral.table_id]), referral.table
    assert (again(pia), again(birthe), status_for(cast.bo, url=case)) == (404, 200, 404)
    lis_gives_her_to_bo(house.visitor(cast.lis), cast)
    assert (again(birthe), status_for(cast.bo, url=case)) == (404, 200)
    her = house.visitor(referral.candidate.person)
    go(her, "seats", table.pk)
    before = her.locator(".card", has=her.get_by_role("heading", name="Dine tidligere sagsbehandlere")).inner_text()
    assert "Birthe var din sagsbehandler til den 4. marts 2026. Birthe har fået andet arbejde." in before
    the_rounds_go(QUIET - timedelta(days=3))
    assert not Review.objects.filter(table=table).exists()
    house.clock.set(QUIET)
    the_rounds_go(QUIET)
    course = Enrolment.objects.get(table=table)
    assert (course.ended_on, Review.objects.get(table=table).decided_at) == (None, None)
    bo_asks_how_she_is_and_they_decide(bo)
    bo_writes_the_exit(bo)
    kept = Exit.objects.get(enrolment=course)
    assert (kept.reason, kept.place_name, kept.wage_hours) == ("ordinary_job", EMPLOYER, Decimal("22.5"))
    day = FollowUp.objects.get(exit=kept, months=3)
    house.clock.set(begin_of(day.due_on) + timedelta(hours=9))
    the_rounds_go(house.clock.now())
    she_says_how_it_goes(her)
    go(bo, "case", table.pk)
    assert bo.get_by_text("Ordinært job. 30 timer om ugen. Svarede selv.").count() == 1
