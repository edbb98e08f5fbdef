"""The same moment on several devices: one family a person, the same one for whoever asks again."""

from datetime import timedelta
from threading import Event

import pytest
from django.db import transaction

from bordenden.access import acts, gate
from bordenden.families import actions
from bordenden.families.actions import sitting
from bordenden.families.models import Family, Member, Part
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import writing
from bordenden.meetings import actions as meetings
from bordenden.meetings.queries import own_parts
from bordenden.meetings.words import Where
from bordenden.mentors import actions as mentors
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import SeatRole
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.test_races import together
from tests.cast import MONDAY, Cast, viewer_of
from tests.mentors.conftest import mentor, somebody

pytestmark = pytest.mark.django_db(transaction=True)
DEVICES = 6


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


def test_somebody_alone_at_the_head_who_begins_many_times_at_once_has_one_family(seated: Cast) -> None:
    tables = Table.objects.count()
    begun: list[Family] = []

    def begin() -> None:
        begun.append(
            actions.begin_family(table=seated.karims_table, name="Familien Aziz", by=seated.karim, at=MONDAY)
        )

    assert together(*[begin] * DEVICES) == [None] * DEVICES
    assert begun == [Family.objects.get()] * DEVICES
    assert (Table.objects.count(), Member.objects.count()) == (tables + 1, 1)


def test_both_parents_begin_and_join_at_once_and_it_is_one_family_of_two(seated: Cast) -> None:
    raised = together(
        *(
            lambda by=by: actions.begin_family(table=seated.holms_table, name="Familien Holm", by=by, at=MONDAY)
            for by in (seated.jens, seated.lone) * 3
        )
    )
    assert raised == [None] * 6
    assert (Family.objects.count(), Member.objects.count()) == (1, 2)


def test_who_joins_while_a_day_is_set_is_on_the_agenda_all_the_same(seated: Cast) -> None:
    family = actions.begin_family(table=seated.holms_table, name="Familien Holm", by=seated.jens, at=MONDAY)

    @transaction.atomic
    def set_a_day() -> None:
        meetings.arrange(
            table=seated.holms_table,
            starts_at=MONDAY + timedelta(days=2),
            place=Where.HOME,
            form_key=new_id(),
            by=seated.ole,
            at=MONDAY,
        )
        actions.each_presents(table=seated.holms_table, by=seated.ole, at=MONDAY)

    raised = together(set_a_day, lambda: actions.join(family=family, by=seated.lone, at=MONDAY))
    assert raised == [None, None]
    assert {item.put_by for item in own_parts(table=seated.holms_table)} == {seated.jens, seated.lone}


def test_two_families_at_once_and_one_of_them_is_joined_the_other_refused_in_words(seated: Cast) -> None:
    holms = actions.begin_family(table=seated.holms_table, name="Familien Holm", by=seated.jens, at=MONDAY)
    aziz = actions.begin_family(table=seated.karims_table, name="Familien Aziz", by=seated.karim, at=MONDAY)
    third = pathways.lay_table(head=seated.amina, by=seated.bo, at=MONDAY)
    yusuf = actions.begin_family(table=third, name="Familien Yusuf", by=seated.amina, at=MONDAY)
    for family in (aziz, yusuf):
        actions.invite(family=family, person=seated.lone, by=seated.ole, at=MONDAY)
    raised = together(
        *(
            lambda family=family: actions.join(family=family, by=seated.lone, at=MONDAY)
            for family in (holms, aziz, yusuf)
        )
    )
    assert [type(error) for error in raised if error] == [NotPossible] * 2
    assert Member.objects.filter(person=seated.lone, left_at=None).count() == 1


@pytest.mark.postgres
def test_who_chooses_a_mentor_while_leaving_the_table_on_another_device_is_not_in_the_way(
    seated: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both doors hold the table before the seat: else each would hold what the other waits for."""
    family = actions.begin_family(table=seated.karims_table, name="Familien Aziz", by=seated.karim, at=MONDAY)
    part, aisha = Part.objects.get(member__family=family), mentor(seated, somebody(seated, "Aisha"))
    at_the_door, at_the_table, hold = Event(), Event(), sitting._hold

    def choose() -> None:
        viewer = viewer_of(seated.karim)
        with writing(viewer.municipality_id, viewer.pk):
            table = gate.reach_to_write(viewer, acts.MENTOR_CHOOSE, family.table_id, at=MONDAY)
            at_the_door.set()
            at_the_table.wait(1)
            mentors.choose(table=table, profile=aisha, words="Ro", by=seated.karim, at=MONDAY)

    def leave() -> None:
        viewer = viewer_of(seated.karim)
        at_the_door.wait(20)
        with writing(viewer.municipality_id, viewer.pk):
            own = gate.reach_to_write(viewer, acts.FAMILY_LEAVE, part.pk, at=MONDAY)
            actions.leave_family(member=own.member, by=seated.karim, at=MONDAY)

    def holds_and_says_so(family: Family) -> None:
        hold(family)
        at_the_table.set()

    monkeypatch.setattr(sitting, "_hold", holds_and_says_so)
    assert together(choose, leave) == [None, None]
    assert Seat.objects.filter(table=family.table, role=SeatRole.MENTOR).count() == 1
    assert not Seat.objects.filter(table=family.table, person=seated.karim, ends_at=None).exists()
