"""Amina left and wants to come back: Pia writes her up and asks, she says yes, Bo begins; her table is the same."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bordenden.foundation.days import begin_of
from bordenden.intake.models import BenefitPeriod, Candidate, Referral
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast, client_of
from tests.intake.candidates import HOPE, WHY
from tests.web.pages import text_of
from tests.web.reading import form_of
from tests.web.talking import stand_at

AMINAS = "2106791114"
LATER = begin_of(MONDAY.date() + timedelta(days=60)) + timedelta(hours=10)


@pytest.fixture(autouse=True)
def left_in_march(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """She has been on kontanthjælp for long, and stopped two months ago; Mie is her mentor still."""
    Person.objects.filter(pk=cast.amina.pk).update(cpr=AMINAS)
    BenefitPeriod.objects.create(
        municipality=cast.fjordby, person=cast.amina, benefit="cash_benefit", starts_on=date(2022, 1, 1)
    )
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.LEFT_BY_CHOICE,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    stand_at(monkeypatch, LATER)


def pia_asks(cast: Cast, reference: str) -> int:
    """She writes her up and asks her to join; what the question was answered with."""
    pia, named = client_of(cast.pia), {"given_name": "Amina", "family_name": "Yusuf", "cpr": AMINAS}
    new = reverse("candidate_new", args=[cast.project.pk])
    assert pia.post(new, {**named, "target_group": "", "vocational_education": "nej"}).status_code == 303
    url = reverse("referral_new", args=[Candidate.objects.get(person=cast.amina, closed_at=None).pk])
    return pia.post(url, {**form_of(pia.get(url)), "match_reasons": WHY, "reference": reference}).status_code


def test_by_the_same_pages_at_her_own_table_under_her_old_number(cast: Cast) -> None:
    assert pia_asks(cast, "F-2") == 422, "Karim's"
    Candidate.objects.update(closed_at=LATER, ended_as="left")
    assert pia_asks(cast, "F-1") == 303
    referral = Referral.objects.get()
    assert referral.table == cast.aminas_table
    amina, joining = client_of(cast.amina), reverse("joining", args=[referral.pk])
    assert amina.post(joining, {**form_of(amina.get(joining)), "hope": HOPE, "towards": "job"}).status_code == 303
    again = Enrolment.objects.get(table=cast.aminas_table, ended_on=None)
    begin, bo = reverse("course_begin", args=[again.pk]), client_of(cast.bo)
    assert "Tilbyd en mentor først" not in text_of(bo, begin), "Mie is there"
    assert bo.post(begin).status_code == 303
    again.refresh_from_db()
    assert (again.reference, again.activated_on) == ("F-1", LATER.date())
    assert Enrolment.objects.filter(table=cast.aminas_table).count() == 2


def test_an_offer_of_a_mentor_that_stands_is_one_for_the_new_course_too(cast: Cast) -> None:
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    bo, mentor = client_of(cast.bo), reverse("case_mentor", args=[cast.aminas_table.pk])
    assert bo.post(mentor).status_code == 303
    again = pathways.enrol(
        table=cast.aminas_table, project=cast.project, reference="F-1", referred_on=LATER.date(), by=cast.bo, at=LATER
    )
    begin = reverse("course_begin", args=[again.pk])
    assert bo.post(begin).status_code == 422
    assert bo.post(mentor).status_code == 303
    assert bo.post(begin).status_code == 303
