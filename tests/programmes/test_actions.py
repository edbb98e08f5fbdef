"""A programme has a period, a project is a municipality's, an office is held in one place."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bordenden.foundation.rules import NotPossible
from bordenden.programmes import actions
from bordenden.programmes.models import Office, Project
from bordenden.programmes.words import OfficeRole, Track
from tests.cast import MONDAY, Cast

BEGIN, END = date(2026, 1, 1), date(2027, 12, 31)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("last", "allowed"), [(BEGIN, True), (END, True), (BEGIN - DAY, False), (END + DAY, False)], ids=str
)
@pytest.mark.django_db
def test_the_last_day_of_referral_lies_in_the_period(last: date, allowed: bool) -> None:
    if allowed:
        made = actions.begin_programme(name="Prøve", starts_on=BEGIN, ends_on=END, last_referral_on=last)
        assert made.last_referral_on == last
    else:
        with pytest.raises(NotPossible, match="perioden"):
            actions.begin_programme(name="Prøve", starts_on=BEGIN, ends_on=END, last_referral_on=last)


def test_a_project_has_its_programmes_period_and_its_own_name_once_a_municipality(cast: Cast) -> None:
    made = actions.begin_project(
        programme=cast.programme, municipality=cast.fjordby, name="Vejen videre", track=Track.EDUCATION
    )
    assert (made.starts_on, made.ends_on) == (cast.programme.starts_on, cast.programme.ends_on)
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.begin_project(
            programme=cast.programme, municipality=cast.fjordby, name="Vejen videre", track=Track.JOB
        )
    assert Project.objects.filter(name="Din egen vej").count() == 2


def test_an_office_is_held_in_exactly_one_place(cast: Cast) -> None:
    def given(**places: Any) -> Office:
        return actions.give_office(person=cast.ole, role=OfficeRole.EVALUATOR, at=MONDAY, **places)

    for places in ({}, {"project": cast.project, "municipality": cast.fjordby}):
        with pytest.raises(NotPossible, match="ét sted"):
            given(**places)
    assert given(project=cast.project).project == cast.project
    assert given(municipality=cast.fjordby).municipality == cast.fjordby
    assert Office.objects.filter(person=cast.ole).count() == 3


@pytest.mark.django_db
def test_a_programme_that_names_no_last_day_of_referral_has_half_a_year_before_its_end() -> None:
    programme = actions.begin_programme(name="Forsøget", starts_on=date(2014, 10, 1), ends_on=date(2016, 9, 30))
    assert programme.last_referral_on == date(2016, 3, 31)
