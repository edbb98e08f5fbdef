"""The demo's company: Lis' figures have something to say, and Amina's story stays as it was."""

from bordenden.evaluation.reports import exits_of_project
from bordenden.pathways.models import Enrolment
from bordenden.pathways.words import ExitReason
from bordenden.people.models import Person
from bordenden.worlds.cast.company import EXITS, PARTICIPANTS, build_company
from tests.cast import Cast


def test_the_rest_of_lis_project_is_made_up_and_twelve_have_left(story: Cast) -> None:
    before = Enrolment.objects.count()
    build_company(story)
    assert Enrolment.objects.count() == before + PARTICIPANTS
    assert not Person.objects.filter(made_up=False).exists()
    report = exits_of_project(project=story.project, at=story.at)
    left = {line.reason: line.people for line in report.lines if line.people}
    samira = {ExitReason.ORDINARY_JOB: 1}
    assert left == {reason: number + samira.get(reason, 0) for reason, _decider, number in EXITS}
