"""The company the cast keeps in the demo: the rest of Lis' project, so that her figures have something to say."""

from datetime import timedelta
from random import Random

from django.utils.timezone import localdate

from bordenden.followup import actions as followup
from bordenden.followup.words import Status, Teller
from bordenden.foundation.snapshot import writing
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason
from bordenden.worlds.cast.catalogue import say_network
from bordenden.worlds.cast.people import Cast
from bordenden.worlds.crowd import Course, days_between, noon, seat_crowd

SEED = 57
PARTICIPANTS = 57
SHORTEST_COURSE = 20
GROUNDS = "Opdigtet begrundelse: Vi blev enige om, at noget andet passer bedre nu."
MISS_SOMETHING = 8
WISH = "Opdigtet ønske: et sted at komme om aftenen"
# Invented, like everybody in it.
EXITS = (
    (ExitReason.ORDINARY_JOB, Decider.TOGETHER, 5),
    (ExitReason.ORDINARY_EDUCATION, Decider.TOGETHER, 3),
    (ExitReason.LEFT_BY_CHOICE, Decider.CITIZEN, 2),
    (ExitReason.FLEXJOB, Decider.TOGETHER, 1),
    (ExitReason.DISCHARGED, Decider.CASEWORKER, 1),
)

# What Ole heard afterwards; of the others he heard nothing. The newest day waits for him.
_HEARD = {
    ExitReason.ORDINARY_JOB: (Status.ORDINARY_JOB, Teller.CITIZEN),
    ExitReason.ORDINARY_EDUCATION: (Status.ORDINARY_EDUCATION, Teller.PLACE),
    ExitReason.FLEXJOB: (Status.FLEXJOB, Teller.CITIZEN),
    ExitReason.LEFT_BY_CHOICE: (Status.BENEFITS, Teller.RECORDS),
}


def build_company(cast: Cast) -> None:
    """57 more participants, all with Ole, and 12 who have left; the same ones for the same moment."""
    rng = Random(SEED)
    last = localdate(cast.at) - timedelta(days=2 * SHORTEST_COURSE)
    courses = seat_crowd(
        project=cast.project,
        advisers=[cast.ole],
        referred=days_between(rng, cast.project.starts_on, last, PARTICIPANTS),
        target_group="",
        by=cast.lis,
        rng=rng,
        first=4,
    )
    for number, course in enumerate(courses[:MISS_SOMETHING]):
        with writing(course.table.municipality_id, course.person.pk):
            say_network(course.table, f"{WISH} ({number + 1})", by=course.person, at=cast.at - timedelta(days=2))
    reasons = [(reason, decider) for reason, decider, people in EXITS for _ in range(people)]
    for course, (reason, decided_by) in zip(rng.sample(courses, len(reasons)), reasons, strict=True):
        _end(cast, course, reason, decided_by, rng)


def _end(cast: Cast, course: Course, reason: ExitReason, decided_by: Decider, rng: Random) -> None:
    begun = course.enrolment.activated_on or course.enrolment.referred_on
    yesterday = localdate(cast.at) - timedelta(days=1)
    on = begun + timedelta(days=rng.randint(SHORTEST_COURSE, max(SHORTEST_COURSE, (yesterday - begun).days)))
    with writing(course.table.municipality_id, course.adviser.pk):
        ended = pathways.end_course(
            enrolment=course.enrolment,
            on=min(on, yesterday),
            reason=reason,
            decided_by=decided_by,
            grounds=GROUNDS if reason == ExitReason.DISCHARGED else "",
            by=course.adviser,
            at=noon(min(on, yesterday)),
        )
        days = followup.plan_after(ended=ended, by=course.adviser, at=noon(min(on, yesterday)))
        come = [day for day in days if day.due_on <= localdate(cast.at)]
        for day in come[:-1]:
            status, said_by = _HEARD.get(reason, (Status.UNREACHED, Teller.NOBODY))
            at = noon(day.due_on)
            followup.note(follow_up=day, status=status, said_by=said_by, seen="", by=course.adviser, at=at)
