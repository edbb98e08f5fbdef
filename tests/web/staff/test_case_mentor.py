"""Mentor, at the caseworker's door: the offer and the answer, the agreement and whom it waits for, what was before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.mentors import actions
from bordenden.mentors.models import MentorOffering
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast, client_of
from tests.web.mentoring import HTML, QUERIES, agreed, refused, written
from tests.web.pages import queries_of
from tests.web.reading import words_of

pytestmark = pytest.mark.usefixtures("on_monday")


@pytest.fixture
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


NEXT = MONDAY.date() + timedelta(days=30)


def url(cast: Cast) -> str:
    return reverse("case_mentor", args=[cast.aminas_table.pk])


def said(cast: Cast) -> str:
    page = client_of(cast.bo).get(url(cast))
    assert page.status_code == 200
    return words_of(page)


@pytest.mark.requirement("R10")
def test_ole_offers_karim_a_mentor_once_and_reads_the_days_of_the_offer_and_of_the_answer(cast: Cast) -> None:
    ole, address = client_of(cast.ole), reverse("case_mentor", args=[cast.karims_table.pk])
    assert "Karim er ikke tilbudt en mentor endnu." in words_of(ole.get(address))
    assert [ole.post(address).status_code for _sent in range(2)] == [303, 303]
    offering = MentorOffering.objects.get(table=cast.karims_table)
    assert (offering.offered_by, offering.offered_at, offering.answer) == (cast.ole, MONDAY, "")
    waits = words_of(ole.get(address))
    assert "Tilbudt den 2. marts 2026 af Ole. Karim har ikke svaret endnu." in waits
    assert "Tilbyd en mentor igen" not in waits
    actions.answer(offering=offering, said=OfferAnswer.LATER, by=cast.karim, at=MONDAY)
    answered = words_of(ole.get(address))
    assert "Karim svarede “ikke lige nu” den 2. marts 2026. Tilbyd en mentor igen" in answered
    assert client_of(cast.bo).post(address).status_code == 404


def test_it_says_for_whom_the_agreement_waits_and_what_mie_wants_otherwise(cast: Cast) -> None:
    assert "Amina har valgt Mie Toft Mentor siden" in said(cast)
    assert "Der er ikke skrevet en aftale endnu." in said(cast)
    made = written(cast)
    assert "Den venter på ja fra Amina og Mie." in said(cast)
    actions.want_changes(agreement=made, words="Hellere om torsdagen", by=cast.mie, at=MONDAY)
    assert "Mie vil gerne have det anderledes: Hellere om torsdagen" in said(cast)
    agreed(cast, hours="Torsdage")
    page = said(cast)
    assert "Den aftale, der er sagt ja til Fra 2. marts 2026 til og med 1. september 2026 Torsdage" in page
    assert (
        "Amina sagde ja den 2. marts 2026. Mie sagde ja den 2. marts 2026. Den kan fornyes fra 2. juni 2026." in page
    )
    assert "Aftaler før Skrevet 2. marts 2026 Blev skrevet om" in page


def test_an_offer_where_mie_sits_is_refused_in_words(cast: Cast) -> None:
    answer = client_of(cast.bo).post(url(cast))
    assert (answer.status_code, "Der sidder allerede en mentor ved bordet." in words_of(answer)) == (422, True)
    refused(cast, url(cast), {}, "bo")
    assert not MentorOffering.objects.exists()


def test_fifty_agreements_and_mentors_before_cost_no_more_than_one(cast: Cast) -> None:
    agreed(cast, last=NEXT - timedelta(days=1))
    bo = client_of(cast.bo)
    written(cast, first=NEXT)
    one = queries_of(bo, url(cast))
    for number in range(50):
        person = people.register(municipality=cast.fjordby, given_name=f"Mentor{number:02}", made_up=True)
        came = MONDAY - timedelta(days=70)
        seat = pathways.seat(table=cast.aminas_table, person=person, role=SeatRole.MENTOR, by=cast.amina, at=came)
        pathways.leave_seat(seat=seat, by=cast.amina, at=came + timedelta(hours=number + 1))
    for number in range(50):
        written(cast, first=NEXT, hours=f"Udgave {number}")
    page = bo.get(url(cast))
    assert (queries_of(bo, url(cast)), one <= QUERIES, len(page.content) <= HTML) == (one, True, True)
    assert "Den kan fornyes fra" not in words_of(page)
    assert "Udgave 48" in words_of(page)
    assert "Mentor49" in words_of(page)
    assert "Mentor39" in words_of(bo.get(url(cast) + "?mentorer=2"))
