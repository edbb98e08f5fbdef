"""The world aalborg: the slide's numbers, reached through the actions of the way in and out, and nobody real in it."""

from collections import Counter
from datetime import date
from itertools import pairwise
from random import Random
from uuid import UUID

import pytest
from django.apps import apps
from django.db.models import Model
from django.utils.timezone import localdate

from bordenden.audit.models import Entry
from bordenden.followup.models import FollowUp
from bordenden.foundation import cpr
from bordenden.intake.models import BenefitPeriod, Candidate, InformationMeeting, Invitation, Referral
from bordenden.intake.queries import may_join, periods_of, rules_for
from bordenden.mentors.models import MentorOffering
from bordenden.pathways.models import AtTable, Enrolment, Exit, Seat, Table
from bordenden.people.models import Login, Municipality, Person
from bordenden.plans.models import Plan, Statement
from bordenden.programmes.models import Office
from bordenden.worlds import registry
from bordenden.worlds.aalborg import SEED, Aalborg, drawn
from bordenden.worlds.crowd import noon
from bordenden.worlds.officials import ENDS, LAST_REFERRAL, STARTS
from progression.spells import Rule, add_years

SLIDE = {
    "left_by_choice": 6,
    "flexjob": 2,
    "moved_municipality": 3,
    "imprisonment": 1,
    "ordinary_education": 2,
    "ordinary_job": 6,
    "rehabilitation": 1,
    "discharged_by_caseworker": 5,
}
# Which acts made each row; those of follow-ups name the exit they follow, once for all its days.
MADE_BY = {
    Candidate: ("candidate.register", "candidate.benefits", "candidate.close"),
    InformationMeeting: ("information.call",),
    Invitation: ("information.invite", "information.note"),
    Referral: ("referral.make", "referral.yes"),
    Enrolment: ("course.prepare", "course.begin"),
    Exit: ("course.end", "follow_up.plan"),
    Seat: ("seat.take",),
    MentorOffering: ("mentor.offer", "mentor.answer"),
    Plan: ("plan.begin",),
    Statement: ("statement.write",),
}


def done(act: str) -> Counter[UUID | None]:
    """What the act was done to, and how often."""
    return Counter(Entry.objects.filter(act=act).values_list("thing", flat=True))


def test_two_hundred_begin_and_twenty_six_leave_for_the_slides_reasons_on_days_the_rules_admit(
    jobcenter: Aalborg,
) -> None:
    """Declared by the last day of referral and no later; left after the beginning and before the end."""
    courses = list(Enrolment.objects.select_related("referral").order_by("pk"))
    assert len(courses) == 200
    for course in courses:
        declared = course.referral.declared_on
        assert declared is not None
        assert course.activated_on is not None
        assert STARTS <= course.referred_on <= declared <= min(course.activated_on, LAST_REFERRAL)
    assert {course.target_group for course in courses} == {"LAB § 2 nr. 3"}
    exits = list(Exit.objects.select_related("enrolment").order_by("pk"))
    assert Counter(one.reason for one in exits) == SLIDE
    assert all((one.enrolment.activated_on or ENDS) < one.on <= ENDS for one in exits)
    assert {one.enrolment_id: one.on for one in exits} == {
        course.pk: course.ended_on for course in courses if course.ended_on is not None
    }


def test_whoever_leaves_for_a_place_says_which_and_a_discharge_says_why(jobcenter: Aalborg) -> None:
    """Six jobs and two flexjobs with hours, two schools; five discharges with their grounds; three moved elsewhere."""
    exits = Exit.objects.order_by("pk")
    assert Counter(one.reason for one in exits if one.wage_hours) == {"ordinary_job": 6, "flexjob": 2}
    assert Counter(one.reason for one in exits if one.place_name.startswith("Opdigtet")) == {
        "ordinary_job": 6,
        "flexjob": 2,
        "ordinary_education": 2,
    }
    assert Counter(one.reason for one in exits if one.grounds) == {"discharged_by_caseworker": 5}
    assert Counter(one.reason for one in exits if one.moved_to_id == 901) == {"moved_municipality": 3}
    assert Referral.objects.filter(withdrawn_at__isnull=False).count() == 6
    assert {months: FollowUp.objects.filter(months=months).count() for months in (1, 3, 6, 12)} == dict.fromkeys(
        (1, 3, 6, 12), 26
    )


def test_no_row_was_written_past_its_act(jobcenter: Aalborg) -> None:
    """Each row has the entry of each act that made it, once; and each act has its row: 200 asked, 200 begun, 26 ended."""
    for model, acts in MADE_BY.items():
        rows = dict.fromkeys(model._default_manager.values_list("pk", flat=True), 1)
        assert rows
        assert {act: done(act) for act in acts} == dict.fromkeys(acts, rows)
    counts = {act: sum(done(act).values()) for act in ("referral.make", "course.begin", "course.end", "seat.take")}
    assert counts == {"referral.make": 200, "course.begin": 200, "course.end": 26, "seat.take": 400}
    seated = Entry.objects.filter(act="seat.take").values_list("table", flat=True)
    assert set(seated) == set(Table.objects.values_list("pk", flat=True))
    assert done("office.give") == dict.fromkeys(_given_by_lis(jobcenter), 1)
    assert Entry.objects.filter(act="world.build").count() == 0


def test_nothing_else_stands_at_the_tables(jobcenter: Aalborg) -> None:
    """Whoever adds something to this world says by which act it came."""
    at_tables: set[type[Model]] = {model for model in apps.get_models() if issubclass(model, AtTable)}
    there = {model for model in at_tables if model._default_manager.exists()}
    assert there - set(MADE_BY) == {FollowUp}
    assert set(FollowUp.objects.values_list("exit_id", flat=True)) == set(done("follow_up.plan"))


def test_each_was_eligible_on_the_day_she_was_asked_by_the_rule_and_by_the_calendar(jobcenter: Aalborg) -> None:
    """Asked anew, the rules say yes, as is written on the referral; and no month of two years stands empty."""
    rules = rules_for(project=jobcenter.project)
    referrals = list(Referral.objects.select_related("candidate__person", "candidate__project").order_by("pk"))
    lived_on = periods_of(people=[one.candidate.person for one in referrals])
    paused = 0
    for referral in referrals:
        candidate, on = referral.candidate, localdate(referral.prepared_at)
        periods = lived_on[candidate.person_id]
        verdict = may_join(candidate=candidate, periods=periods, rules=rules, on=on)
        assert verdict is not None
        assert (verdict.eligible, verdict.rule) == (True, Rule.TWO_YEARS)
        assert referral.verdict["first_eligible_on"] == f"{verdict.first_eligible_on}"
        assert add_years(periods[0].starts_on, 2) <= on
        assert _no_month_is_empty(periods, on)
        paused += len(periods) > 1
    assert 20 < paused < 80
    assert BenefitPeriod.objects.count() == 200 + paused


def test_one_whose_benefit_is_gone_could_not_have_come_in(jobcenter: Aalborg) -> None:
    """The same question with the first two years taken away is answered no: the rule is what lets them in."""
    candidate = Candidate.objects.select_related("person", "project").order_by("registered_at", "pk")[0]
    rules, on = rules_for(project=jobcenter.project), localdate(candidate.referral.prepared_at)
    (newest, *_) = reversed(periods_of(people=[candidate.person])[candidate.person_id])
    newest.starts_on = date(on.year - 1, 1, 1)
    verdict = may_join(candidate=candidate, periods=[newest], rules=rules, on=on)
    assert verdict is not None
    assert (verdict.eligible, verdict.rule) == (False, Rule.NOT_LONG_ENOUGH)


def test_every_table_has_its_head_and_its_adviser_and_the_acts_follow_the_calendar(jobcenter: Aalborg) -> None:
    """Five advisers with forty each, every candidacy closed by the begin, and no act entered before an earlier one."""
    coordinators = Counter(Seat.objects.filter(role="coordinator").values_list("person_id", flat=True))
    assert coordinators == dict.fromkeys((one.pk for one in jobcenter.advisers), 40)
    assert Seat.objects.filter(role="head").count() == 200
    assert set(Candidate.objects.values_list("ended_as", flat=True)) == {"enrolled"}
    moments = Entry.objects.filter(municipality=851).order_by("id").values_list("at", flat=True)
    assert all(one <= other for one, other in pairwise(moments))


def test_it_says_what_it_holds_and_may_be_tried_from_each_side(
    jobcenter: Aalborg, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the command says when it stands; and a login for each kind of person, the visitator's among them."""
    monkeypatch.setattr("bordenden.worlds.aalborg.build", lambda: jobcenter)
    assert registry.build("aalborg", at=noon(ENDS)) == "200 deltagere og 26 afgange i Aalborg"
    logins = {login.username: login.person_id for login in Login.objects.order_by("pk")}
    first, deltager = jobcenter.advisers[0], jobcenter.courses[0].person
    assert logins == {
        "lis": jobcenter.lis.pk,
        "raadgiver": first.pk,
        "deltager": deltager.pk,
        "stine": jobcenter.stine.pk,
        "eva": jobcenter.eva.pk,
        "pia": jobcenter.pia.pk,
    }


def test_nobody_in_it_is_real_and_all_say_so(jobcenter: Aalborg) -> None:
    """Every person is marked and named as made up; every number fails modulus 11; every word says it is invented."""
    assert not Person.objects.filter(made_up=False).exists()
    assert all("(opdigtet)" in person.name for person in Person.objects.order_by("pk"))
    numbers = list(Person.objects.exclude(cpr="").values_list("cpr", flat=True))
    assert (len(numbers), len(set(numbers))) == (200, 200)
    assert all(cpr.parse(digits).warning for digits in numbers)
    said = Referral.objects.values_list("hope", "match_reasons")
    assert all(words.startswith("Opdigtet: ") for pair in said for words in pair)


def test_it_is_the_same_world_each_time() -> None:
    """From a fixed seed: who they are, what they lived on and every day of their way come out the same."""
    adviser, elsewhere = Person(given_name="Rådgiver 1"), Municipality(pk=901)
    first, second = (drawn([adviser], elsewhere, Random(SEED)) for _ in range(2))
    assert [str(way) for way in first] == [str(way) for way in second]
    assert len({way.told for way in first}) == 200


def _given_by_lis(jobcenter: Aalborg) -> list[UUID]:
    held = Office.objects.filter(project=jobcenter.project).exclude(person=jobcenter.lis)
    return list(held.values_list("pk", flat=True))


def _no_month_is_empty(periods: list[BenefitPeriod], on: date) -> bool:
    """Written anew, month by month: in each whole month of the two years before, some day was with benefit."""
    months = [(on.year - 2 + (on.month - 1 + step) // 12, (on.month - 1 + step) % 12 + 1) for step in range(25)]
    return all(
        any(
            (one.starts_on.year, one.starts_on.month) <= month
            and (one.ends_on is None or (one.ends_on.year, one.ends_on.month) >= month)
            for one in periods
        )
        for month in months
    )
