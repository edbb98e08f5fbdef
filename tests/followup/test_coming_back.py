"""Amina leaves and comes back: her table, plan and curves are still hers, and she is one person with two courses."""

from datetime import date, timedelta
from typing import Any

import pytest

from bordenden.assessments.queries import finished_sheets
from bordenden.evaluation import extract
from bordenden.evaluation.reports import exits_of_project, participants_by_project
from bordenden.followup.actions import plan_after
from bordenden.followup.queries import after_course, in_project_again
from bordenden.foundation.days import begin_of
from bordenden.foundation.rules import NotPossible
from bordenden.intake.actions import bring_in, lay_up
from bordenden.intake.words import FileKind
from bordenden.mentors.actions import offer_to_all
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Exit
from bordenden.pathways.words import Decider, ExitReason
from bordenden.people.models import Person
from bordenden.plans.models import Goal, Plan
from bordenden.post.models import Letter
from bordenden.rounds.afterwards import ask
from bordenden.rounds.courses import follow_courses
from tests.cast import MONDAY, Cast
from tests.intake.files import written

TODAY = MONDAY.date()
LATER = MONDAY + timedelta(days=60)


def leaves(cast: Cast, course: Enrolment, on: date = TODAY, reason: ExitReason = ExitReason.LEFT_BY_CHOICE) -> Exit:
    how: dict[str, Any] = {"reason": reason, "decided_by": Decider.CITIZEN}
    return pathways.end_course(enrolment=course, on=on, by=cast.bo, at=begin_of(on) + timedelta(hours=12), **how)


def comes_back(cast: Cast, reference: str = "F-1") -> Enrolment:
    """At her own table, to the same project, with her old case number."""
    on = LATER.date()
    again = pathways.enrol(
        table=cast.aminas_table, project=cast.project, reference=reference, referred_on=on, by=cast.bo, at=LATER
    )
    pathways.note_mentor_offered(table=cast.aminas_table, on=on)
    return pathways.activate(enrolment=again, on=on, by=cast.bo, at=LATER)


def test_her_plan_and_her_curves_are_still_hers(story: Cast) -> None:
    table = story.aminas_table
    goals = list(Goal.objects.filter(table=table).order_by("pk"))
    sheets = list(finished_sheets(table=table))
    leaves(story, story.aminas_course)
    follow_courses(at=MONDAY)
    assert Plan.objects.get(table=table).ended_at == MONDAY
    comes_back(story)
    follow_courses(at=LATER)
    assert Plan.objects.get(table=table).ended_at is None
    assert list(Goal.objects.filter(table=table).order_by("pk")) == goals
    assert list(finished_sheets(table=table)) == sheets
    assert (len(goals) > 0, len(sheets) > 0) == (True, True)


def test_two_courses_are_one_participant_and_one_who_left_at_most(cast: Cast) -> None:
    leaves(cast, cast.aminas_course)
    course = comes_back(cast)
    back = exits_of_project(project=cast.project, at=LATER)
    assert (back.participants, back.total, back.back) == (3, 0, 1)
    before = exits_of_project(project=cast.project, at=LATER - timedelta(days=1))
    assert (before.participants, before.total, before.back) == (3, 1, 0)
    leaves(cast, course, LATER.date(), ExitReason.ORDINARY_JOB)
    gone = exits_of_project(project=cast.project, at=LATER)
    assert (gone.participants, gone.total, gone.back) == (3, 1, 1)
    assert {line.reason: line.people for line in gone.lines if line.people} == {"ordinary_job": 1}
    assert participants_by_project(programme=cast.programme, at=LATER).total == 3
    published = extract.exits_of_programme(programme=cast.programme, until=LATER.date())
    assert [(one.reason, one.people) for one in published] == [("left_by_choice", 1)]


def test_a_course_more_begins_after_the_exit_and_never_beside_one_that_goes_on(cast: Cast) -> None:
    how: dict[str, Any] = {"table": cast.aminas_table, "project": cast.project, "by": cast.bo, "at": LATER}
    leaves(cast, cast.aminas_course)
    with pytest.raises(NotPossible, match="efter den dag"):
        pathways.enrol(reference="F-1", referred_on=MONDAY.date(), **how)
    with pytest.raises(NotPossible, match="hører til en anden"):
        pathways.enrol(reference="F-2", referred_on=LATER.date(), **how)
    comes_back(cast)
    assert Enrolment.objects.filter(table=cast.aminas_table).count() == 2


def test_her_caseworkers_file_meets_the_course_she_is_in_and_not_the_one_that_is_over(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr="0101901234")
    leaves(cast, cast.aminas_course)
    course = comes_back(cast)
    line = f"Amina;Yusuf;010190-1234;;F-1;{course.referred_on:%d-%m-%Y};job;2.3"
    content = written(line)
    file = lay_up(project=cast.project, content=content, kind=FileKind.CASELOAD, by=cast.bo, at=LATER)
    brought = bring_in(file=file, only_good=False, offer_mentor=offer_to_all, by=cast.bo, at=LATER)
    assert (brought.changed, brought.left_out) == (1, 0)
    assert list(
        Enrolment.objects.order_by("referred_on").filter(table=cast.aminas_table).values_list("target_group")
    ) == [
        ("",),
        ("2.3",),
    ]


def test_nobody_asks_her_how_it_goes_elsewhere_while_she_is_in_the_project_again(cast: Cast) -> None:
    days = plan_after(ended=leaves(cast, cast.aminas_course), by=cast.bo, at=MONDAY)
    comes_back(cast)
    third_month = begin_of(days[1].due_on) + timedelta(hours=9)
    assert in_project_again(follow_up=days[1])
    assert after_course(table=cast.aminas_table, at=third_month) is None
    ask(at=third_month)
    assert set(Letter.objects.filter(thing=days[1].pk).values_list("person", flat=True)) == {cast.bo.pk}
