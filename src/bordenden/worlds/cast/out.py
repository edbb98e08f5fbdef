"""Samira's course is over: she is in a job, and is asked how it goes. All made up."""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import localdate

from bordenden.followup import actions as followup
from bordenden.followup.words import Status, Teller
from bordenden.foundation.days import begin_of
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people import actions as people
from bordenden.plans import actions as plans
from bordenden.worlds.cast.people import BEGUN, Cast

ENDED = timedelta(days=100)
WORDS = "Jeg har fået mit eget skab på arbejdet."
LAST_IN_THE_LIST = 42


def build_out(cast: Cast) -> None:
    """Ole was her caseworker and still is: he has heard from her after a month, and three have passed."""
    begun, ended_at = cast.at - BEGUN, cast.at - ENDED
    samira = people.register(
        municipality=cast.fjordby, given_name="Samira", family_name="Hassan", phone="20 00 00 42", made_up=True
    )
    line = "Er i job: bliver spurgt, hvordan det går"
    people.give_demo_login(person=samira, username="samira", order=LAST_IN_THE_LIST, line=line)
    table = pathways.lay_table(head=samira, by=cast.ole, at=begun)
    pathways.seat(table=table, person=cast.ole, role=SeatRole.COORDINATOR, by=samira, at=begun)
    course = pathways.enrol(
        table=table, project=cast.project, reference="F-42", referred_on=begun.date(), by=cast.ole, at=begun
    )
    pathways.note_mentor_offered(table=table, on=begun.date())
    pathways.activate(enrolment=course, on=begun.date(), by=cast.ole, at=begun)
    plans.begin(table=table, by=cast.ole, at=begun)
    ended = pathways.end_course(
        enrolment=course,
        on=localdate(ended_at),
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.TOGETHER,
        citizen_words=WORDS,
        place_name="Køkkenet på havnen (opdigtet)",
        wage_hours=Decimal(20),
        by=cast.ole,
        at=ended_at,
    )
    plans.let_go(table=table, by=cast.ole, at=ended_at)
    first, *_others = followup.plan_after(ended=ended, by=cast.ole, at=ended_at)
    followup.note(
        follow_up=first,
        status=Status.ORDINARY_JOB,
        said_by=Teller.CITIZEN,
        seen="",
        wage_hours=Decimal(20),
        by=cast.ole,
        at=begin_of(first.due_on) + timedelta(hours=9),
    )
