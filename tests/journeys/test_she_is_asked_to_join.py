"""Nina hears of the project, is asked, says yes on her telephone in her own words; Bo begins, and Pia's door is shut."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from bordenden.audit.models import Entry
from bordenden.intake.models import Candidate, InformationMeeting, Referral
from bordenden.pathways.models import Enrolment
from bordenden.plans.models import Statement
from tests.cast import MONDAY, Cast
from tests.intake.candidates import HOPE, WHY, candidate
from tests.journeys.house import House, follow, go, heading, press, status_for

pytestmark = [pytest.mark.browser, pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def pia_invites_her(page: Page, cast: Cast) -> None:
    go(page, "intake")
    follow(page, "Møder om projektet", exact=False)
    follow(page, "Nyt møde")
    page.get_by_label("Informationsmøde").check()
    page.get_by_label("Hvad hedder det?").fill("Kom og hør")
    page.get_by_label("Hvornår?").fill("2026-03-03T10:00")
    page.get_by_label("Hvor?").fill("Biblioteket")
    press(page, "Gem mødet")
    page.get_by_label("Nina Nør").check()
    press(page, "Invitér dem, jeg har valgt")
    assert page.get_by_role("heading", name="Nina Nør").count() == 1


def pia_notes_it_and_asks_her(page: Page, nina: Candidate) -> None:
    go(page, "information_meeting", InformationMeeting.objects.get().pk)
    follow(page, "Skriv, hvordan det gik", exact=False)
    page.get_by_label("Kom borgeren?").select_option("came")
    page.get_by_label("Hvad siger borgeren?").select_option("wants")
    press(page, "Gem", exact=False)
    assert page.get_by_text("Kom · Vil gerne være med").count() == 1
    follow(page, "Spørg, om borgeren vil være med", exact=False)
    page.get_by_label("Hvorfor kan projektet passe til borgeren?").fill(WHY)
    page.get_by_label("Sagsnummer").fill("F-77")
    page.get_by_label("Hvilken sagsbehandler foreslår du?").select_option("Bo Lund")
    press(page, "Spørg Nina")
    assert heading(page) == "Nina er spurgt"
    assert Referral.objects.get().candidate == nina


def she_says_yes(page: Page) -> None:
    page.goto("/hjem/")
    assert page.get_by_role("heading", name="Vil du være med?").count() == 1
    follow(page, "Læs og svar")
    assert page.get_by_text("Ingen kan straffe dig, hvis du siger nej eller stopper.").count() == 1
    press(page, "Ja, jeg vil være med")
    assert page.get_by_text("Skriv et par ord. Det må gerne være kort.").count() >= 1
    page.get_by_label("Hvad håber eller drømmer du om?").fill(HOPE)
    page.get_by_label("Uddannelse").check()
    press(page, "Ja, jeg vil være med")
    assert heading(page) == "Tak. Du er med."
    assert page.get_by_text(HOPE).count() == 1


def bo_begins(page: Page, referral: Referral) -> None:
    go(page, "case", referral.table_id)
    press(page, "Tilbyd en mentor")
    go(page, "case", referral.table_id)
    press(page, "Begynd forløbet")
    assert page.get_by_text("Forløbet er ikke begyndt endnu").count() == 0


def test_from_a_meeting_to_the_first_day(quiet_house: House) -> None:
    house, cast = quiet_house, quiet_house.cast
    nina = candidate(cast)
    pia, bo = house.visitor(cast.pia), house.visitor(cast.bo)
    pia_invites_her(pia, cast)
    house.clock.set(MONDAY + timedelta(days=2))
    pia_notes_it_and_asks_her(pia, nina)
    her = house.visitor(nina.person)
    she_says_yes(her)
    referral = Referral.objects.get()
    asked = reverse("referral_new", args=[nina.pk])
    assert status_for(cast.pia, url=asked) == 200
    bo_begins(bo, referral)
    course = Enrolment.objects.get(table=referral.table)
    assert (course.activated_on, course.mentor_offered_on) == ((MONDAY + timedelta(days=2)).date(),) * 2
    assert [said.words for said in Statement.objects.filter(plan__table=referral.table)] == [HOPE]
    for url in (asked, reverse("referral_paper", args=[nina.pk]), reverse("candidate", args=[nina.pk])):
        assert status_for(cast.pia, url=url) == 404
    assert status_for(cast.ole, url=reverse("case", args=[referral.table_id])) == 404
    assert Entry.objects.filter(act="information.run", thing=nina.pk, actor=cast.pia.pk).exists()
