"""The second informant: Bo says how he sees it, apart from hers; belief is counted without anybody behind it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from bordenden.assessments import actions, queries
from bordenden.assessments.models import (
    Answer,
    BeliefTally,
    CaseworkerAnswer,
    CaseworkerSheet,
    Instrument,
    InstrumentVersion,
    Item,
)
from bordenden.assessments.words import CASEWORKERS_VIEW, Purpose
from bordenden.foundation.rules import AlreadySent, NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.queries import course
from bordenden.pathways.words import SeatRole
from bordenden.people import actions as people
from tests.cast import MONDAY, Cast
from tests.web.staff.cases import many_citizens


def publish_own_view() -> list[Item]:
    """The caseworker's form, of two questions when the world has published none."""
    if asked := queries.own_view_items():
        return asked
    form = Instrument.objects.create(code=CASEWORKERS_VIEW, name="Mit blik", purpose=Purpose.CASEWORKER)
    version = InstrumentVersion.objects.create(instrument=form, number=1, digest="0" * 64)
    for position, topic in enumerate(("Overblik", "Netværk"), start=1):
        Item.objects.create(
            version=version,
            code=topic.lower().replace("æ", "ae"),
            position=position,
            topic=topic,
            question=f"Hvordan ser du på {topic.lower()}?",
            low="Slet ikke",
            middle="Noget",
            high="Helt",
        )
    version.published_at = MONDAY
    version.save()
    return queries.own_view_items()


@pytest.fixture
def asked(cast: Cast) -> list[Item]:
    """The questions Bo is asked."""
    return publish_own_view()


def test_bo_says_how_he_sees_it_and_it_is_kept_apart_from_hers(cast: Cast, asked: list[Item]) -> None:
    sheet = actions.say_own_view(table=cast.aminas_table, said={asked[0]: 7}, form_key=uuid4(), by=cast.bo, at=MONDAY)
    (view,) = queries.own_views(sheets=queries.own_view_sheets(table=cast.aminas_table))
    assert (view.sheet, view.informant, view.said) == (sheet, cast.bo, ((asked[0], 7),))
    assert not Answer.objects.filter(item__in=asked).exists()
    assert list(queries.own_view_sheets(table=cast.karims_table)) == []


def test_sent_twice_it_is_said_once_and_other_numbers_are_not_lost(cast: Cast, asked: list[Item]) -> None:
    key = uuid4()
    first = actions.say_own_view(table=cast.aminas_table, said={asked[0]: 7}, form_key=key, by=cast.bo, at=MONDAY)
    again = actions.say_own_view(table=cast.aminas_table, said={asked[0]: 7}, form_key=key, by=cast.bo, at=MONDAY)
    assert (again, CaseworkerSheet.objects.count(), CaseworkerAnswer.objects.count()) == (first, 1, 1)
    with pytest.raises(AlreadySent):
        actions.say_own_view(table=cast.aminas_table, said={asked[0]: 2}, form_key=key, by=cast.bo, at=MONDAY)


@pytest.mark.parametrize("value", [-1, 11, True])
def test_a_number_off_the_scale_is_refused(cast: Cast, asked: list[Item], value: int) -> None:
    with pytest.raises(NotPossible, match="0 til 10"):
        actions.say_own_view(table=cast.aminas_table, said={asked[0]: value}, form_key=uuid4(), by=cast.bo, at=MONDAY)
    assert not CaseworkerSheet.objects.exists()


def test_nothing_said_and_her_own_questions_are_refused(story: Cast) -> None:
    hers = Answer.objects.select_related("item__version__instrument").order_by("pk")[0].item
    for said in ({}, {hers: 5}):
        with pytest.raises(NotPossible):
            actions.say_own_view(table=story.aminas_table, said=said, form_key=uuid4(), by=story.bo, at=MONDAY)
    assert not CaseworkerSheet.objects.filter(said_at=MONDAY).exists()


def active(cast: Cast, number: int) -> None:
    """That many citizens with Bo whose course runs."""
    for table in many_citizens(cast, number):
        running = course(table=table)
        assert running is not None
        pathways.note_mentor_offered(table=table, on=MONDAY.date())
        pathways.activate(enrolment=running, on=MONDAY.date(), by=cast.bo, at=MONDAY)


def test_belief_is_two_numbers_a_quarter_and_no_citizen(cast: Cast) -> None:
    active(cast, 11)
    actions.tally_belief(project=cast.project, believed=4, by=cast.bo, at=MONDAY)
    tally = actions.tally_belief(project=cast.project, believed=6, by=cast.bo, at=MONDAY + timedelta(days=1))
    assert BeliefTally.objects.count() == 1
    assert (tally.asked, tally.believed, tally.quarter) == (10, 6, date(2026, 1, 1))
    assert {field.name for field in BeliefTally._meta.get_fields() if field.is_relation} == {
        "municipality",
        "project",
        "by",
    }
    with pytest.raises(NotPossible, match="0 til 10"):
        actions.tally_belief(project=cast.project, believed=11, by=cast.bo, at=MONDAY)


def test_with_fewer_than_five_citizens_the_number_would_be_about_somebody(cast: Cast) -> None:
    active(cast, 3)  # and Amina
    with pytest.raises(NotPossible, match="færre end fem"):
        actions.tally_belief(project=cast.project, believed=1, by=cast.bo, at=MONDAY)
    active_one_more(cast)
    assert actions.tally_belief(project=cast.project, believed=1, by=cast.bo, at=MONDAY).asked == 5


def active_one_more(cast: Cast) -> None:
    """A fifth citizen with Bo."""
    head = people.register(municipality=cast.fjordby, given_name="Femte", made_up=True)
    table = pathways.lay_table(head=head, by=cast.bo, at=MONDAY)
    pathways.seat(table=table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    enrolled = pathways.enrol(
        table=table, project=cast.project, reference="M-5", referred_on=MONDAY.date(), by=cast.bo, at=MONDAY
    )
    pathways.note_mentor_offered(table=table, on=MONDAY.date())
    pathways.activate(enrolment=enrolled, on=MONDAY.date(), by=cast.bo, at=MONDAY)
