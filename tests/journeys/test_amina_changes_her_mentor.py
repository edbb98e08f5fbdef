"""Amina stops with Mie, says yes to another offer, finds somebody who speaks Somali, and they agree, on her phone."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorOffering
from bordenden.pathways.queries import rooms_of
from bordenden.pathways.words import Room
from tests.cast import MONDAY, Cast
from tests.journeys.house import House, follow, go, heading, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def they_write_it_down(cast: Cast) -> None:
    """Bo writes the agreement, and Aisha says yes first."""
    seat = queries.mentor_of(table=cast.aminas_table, at=MONDAY.replace(hour=23))
    assert seat is not None
    terms = Terms(
        MONDAY.date(), queries.six_months_from(MONDAY.date()), "En time om ugen", "Aisha går med.", "Ringer"
    )
    later = seat.starts_at
    made = actions.write_agreement(seat=seat, terms=terms, version=0, form_key=uuid4(), by=cast.bo, at=later)
    actions.say_yes(agreement=made, by=seat.person, at=later)


@pytest.mark.requirement("R131")
def test_amina_changes_her_mentor_on_her_phone(any_house: House) -> None:
    cast = any_house.cast
    page = any_house.visitor(cast.amina)
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Min mentor")
    follow(page, "Stop med Mie")
    press(page, "Stop med Mie")
    assert heading(page) == "Min mentor"
    actions.offer(table=cast.aminas_table, by=cast.bo, at=any_house.clock.now())
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Du kan få en mentor. Har du lyst til det?")
    press(page, "Ja tak")
    assert heading(page) == "Vælg en mentor"
    page.get_by_label("Hvilket sprog?").select_option("so")
    press(page, "Vis")
    expect(page.locator(".offer-name a")).to_have_text(["Aisha Noor", "Mie Toft"])
    follow(page, "Aisha Noor")
    press(page, "Vælg Aisha")
    assert heading(page) == "Hvad må Aisha se?"
    press(page, "Åbn for Aisha", exact=False)
    they_write_it_down(cast)
    go(page, "table", cast.aminas_table.pk)
    follow(page, "Læs aftalen med Aisha, og svar")
    expect(page.get_by_text("Aisha har sagt ja. Nu mangler dit.")).to_be_visible()
    press(page, "Ja, det passer mig")
    expect(page.get_by_text("Alle har sagt ja. Aftalen gælder.")).to_be_visible()
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= any_house.size[0]
    seat = queries.mentor_of(table=cast.aminas_table, at=any_house.clock.now())
    assert seat is not None
    assert (seat.person.given_name, set(rooms_of(seat=seat, at=any_house.clock.now()))) == ("Aisha", {Room.PLAN})
    assert MentorOffering.objects.filter(table=cast.aminas_table).order_by("-offered_at")[0].answer == "yes"
