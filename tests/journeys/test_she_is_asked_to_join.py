"""Nina hears of the project, is asked, says yes on her telephone in her own words; Bo begins, and Pia's door is shut."""

from datetime import timedelta

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.intake.models import Referral
from bordenden.pathways.models import Enrolment
from bordenden.plans.models import Statement
from tests.cast import MONDAY
from tests.intake.candidates import HOPE, candidate
from tests.journeys import joining
from tests.journeys.house import House, status_for

# With JavaScript it is the beginning of the whole way in and out.
pytestmark = [pytest.mark.browser, pytest.mark.once, pytest.mark.django_db(transaction=True)]


def test_from_a_meeting_to_the_first_day_without_javascript(early_house: House) -> None:
    house, cast = early_house, early_house.cast
    house.javascript = False
    nina = candidate(cast)
    pia, bo = house.visitor(cast.pia), house.visitor(cast.bo)
    joining.pia_invites_her(pia)
    house.clock.set(MONDAY + timedelta(days=2))
    joining.pia_notes_it_and_asks_her(pia, nina, "Bo Lund")
    her = house.visitor(nina.person)
    joining.she_says_yes(her)
    referral = Referral.objects.get()
    asked = reverse("referral_new", args=[nina.pk])
    assert status_for(cast.pia, url=asked) == 200
    joining.the_course_begins(bo, referral)
    course = Enrolment.objects.get(table=referral.table)
    assert (course.activated_on, course.mentor_offered_on) == ((MONDAY + timedelta(days=2)).date(),) * 2
    assert [said.words for said in Statement.objects.filter(plan__table=referral.table)] == [HOPE]
    for url in (asked, reverse("referral_paper", args=[nina.pk]), reverse("candidate", args=[nina.pk])):
        assert status_for(cast.pia, url=url) == 404
    assert status_for(cast.ole, url=reverse("case", args=[referral.table_id])) == 404
    assert Entry.objects.filter(act="information.run", thing=nina.pk, actor=cast.pia.pk).exists()
