"""Ulla asks for a sample: the lot decides whom, her own tables never, to read and no more, and it ends by itself."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils.timezone import localdate
from hypothesis import given, settings
from hypothesis import strategies as st

from bordenden.access import acts, gate
from bordenden.access.acts import all_acts
from bordenden.access.viewer import as_seat
from bordenden.audit.models import Entry
from bordenden.foundation.days import end_of
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.words import Decider, ExitReason, Room, SeatRole
from bordenden.people.models import Person
from bordenden.plans import actions as plans
from bordenden.plans.models import Plan
from bordenden.programmes.actions import give_office
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from bordenden.supervision import actions
from bordenden.supervision.models import Supervised, Supervision
from bordenden.supervision.queries import can_be_drawn, draw
from tests.cast import MONDAY, Cast, viewer_of
from tests.supervision.drawing import DAY, PURPOSE, sample, sample_of, supervisor

TODAY = MONDAY.date()
SECOND = timedelta(seconds=1)
TO_READ = {"supervision.read", "supervised_plan.read", "supervised_contacts.read"}


def tables_of(opened: Supervision) -> set[Table]:
    return {row.table for row in Supervised.objects.filter(supervision=opened).select_related("table")}


def may_do(person: Person, table: Table, at: datetime = MONDAY) -> set[str]:
    """Every act on the table or its plan that is open to the person."""
    things = {Table: table, Plan: Plan.objects.get(table=table)}
    viewer = viewer_of(person)
    return {act.code for _n, act in all_acts() if act.on in things and gate.may(viewer, act, things[act.on], at=at)}


@settings(max_examples=25, deadline=None)
@given(st.sets(st.uuids(version=4), max_size=20), st.text("0123456789abcdef", max_size=16), st.integers(1, 10))
def test_a_sample_is_never_larger_than_asked_and_the_same_for_the_same_seed(
    ids: set[UUID], seed: str, number: int
) -> None:
    among = [Table(pk=pk) for pk in ids]
    drawn = draw(among=among, seed=seed, number=number)
    assert (len(drawn), len(set(drawn))) == (min(number, len(among)),) * 2
    assert set(drawn) <= set(among)
    assert draw(among=reversed(among), seed=seed, number=number) == drawn
    left = [table for table in among if table not in drawn[:1]]
    assert draw(among=left, seed=seed, number=number)[: len(drawn) - 1] == drawn[1:]


def test_every_running_course_can_be_drawn_and_none_that_is_over(cast: Cast) -> None:
    ulla = supervisor(cast)
    pathways.end_course(
        enrolment=cast.karims_course,
        on=TODAY,
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.ole,
        at=MONDAY,
    )
    opened = sample(cast, ulla, at=MONDAY)
    assert tables_of(opened) == {cast.aminas_table, cast.holms_table}
    assert (opened.asked, opened.drawn, opened.among) == (10, 2, 2)


def test_nobody_draws_a_table_they_sit_or_have_sat_at(cast: Cast) -> None:
    """Ole coordinates Karim and the Holms; Birthe was Amina's caseworker; Mie is her mentor."""
    drawn = {name: can_be_drawn(project=cast.project, by=getattr(cast, name), at=MONDAY) for name in ("ole", "bo")}
    assert drawn["ole"] == [cast.aminas_table]
    for name in ("bo", "birthe", "mie", "sara", "amina"):
        assert set(can_be_drawn(project=cast.project, by=getattr(cast, name), at=MONDAY)) == {
            cast.karims_table,
            cast.holms_table,
        }
    assert can_be_drawn(project=cast.neighbours, by=cast.ole, at=MONDAY) == []


def test_it_is_to_read_and_no_more_and_closes_with_the_last_second_of_the_last_day(cast: Cast) -> None:
    ulla = supervisor(cast)
    for table in (cast.karims_table, cast.aminas_table):
        plans.begin(table=table, by=cast.ole, at=MONDAY)
    before = may_do(ulla, cast.karims_table)
    opened = sample_of(cast, ulla, cast.karims_table, at=MONDAY, days=2)
    end = end_of(TODAY + 2 * DAY)
    assert (before, may_do(ulla, cast.karims_table)) == (set(), TO_READ)
    assert may_do(ulla, cast.karims_table, end - SECOND) == TO_READ
    assert may_do(ulla, cast.karims_table, end) == set()
    assert may_do(ulla, cast.aminas_table) == set()
    seat = Seat.objects.get(supervised__supervision=opened)
    assert (seat.role, seat.ends_at) == (SeatRole.SUPERVISOR, end)
    with pytest.raises(NotPossible):
        pathways.open_room(seat=seat, room=Room.DEVELOPMENT, by=cast.karim, at=MONDAY)


def test_out_of_the_office_the_seat_gives_nothing_though_its_day_has_not_come(cast: Cast) -> None:
    """The gate says so itself, by SQL, in memory and in her "Se det, Ulla ser"; the office in another project is another."""
    ulla, plan = supervisor(cast), plans.begin(table=cast.karims_table, by=cast.ole, at=MONDAY)
    opened = sample_of(cast, ulla, cast.karims_table, at=MONDAY)
    seat = Seat.objects.get(supervised__supervision=opened)
    give_office(person=ulla, role=OfficeRole.SUPERVISOR, project=cast.neighbours, at=MONDAY)
    Office.objects.filter(person=ulla, project=cast.project).update(ends_at=MONDAY + DAY)
    for at, open_to in ((MONDAY + DAY - SECOND, True), (MONDAY + DAY, False)):
        assert may_do(ulla, cast.karims_table, at) == (TO_READ if open_to else set())
        assert list(gate.reachable(viewer_of(ulla), acts.SUPERVISED_PLAN, at=at)) == [plan] * open_to
        assert gate.may(as_seat(seat), acts.SUPERVISED_PLAN, plan, at=at) is open_to
    with pytest.raises(Http404):
        gate.reach(viewer_of(ulla), acts.SUPERVISED_PLAN, plan.pk, at=MONDAY + DAY)


def test_ended_early_it_closes_at_once_and_the_second_time_changes_nothing(cast: Cast) -> None:
    ulla = supervisor(cast)
    plans.begin(table=cast.karims_table, by=cast.ole, at=MONDAY)
    opened = sample_of(cast, ulla, cast.karims_table, at=MONDAY)
    ended = [actions.end(supervision=opened, by=ulla, at=MONDAY + days).ended_at for days in (DAY, 2 * DAY)]
    assert ended == [MONDAY + DAY] * 2
    assert may_do(ulla, cast.karims_table, MONDAY + DAY) == set()
    acts = list(Entry.objects.filter(actor=ulla.pk).order_by("pk").values_list("act", flat=True))
    assert acts == ["supervision.open", "seat.take", "seat.leave", "supervision.end"]


def test_what_has_run_out_is_not_ended_again(cast: Cast) -> None:
    opened = sample(cast, supervisor(cast), at=MONDAY, days=0)
    assert actions.end(supervision=opened, by=cast.lis, at=MONDAY + DAY).ended_at is None


@pytest.mark.parametrize(("days", "day_again"), [(2, 7), (20, 21)])
def test_nobody_draws_again_until_a_certain_name_comes_up(cast: Cast, days: int, day_again: int) -> None:
    """Ending it early does not help: a week must go, and the day that was chosen."""
    ulla, other = supervisor(cast), supervisor(cast, given="Vibe")
    actions.end(supervision=sample(cast, ulla, 1, at=MONDAY, days=days), by=ulla, at=MONDAY)
    with pytest.raises(NotPossible):
        sample(cast, ulla, 1, at=MONDAY + (day_again - 1) * DAY)
    assert sample(cast, ulla, 1, at=MONDAY + day_again * DAY).drawn == 1
    assert sample(cast, other, 1, at=MONDAY).drawn == 1


def test_the_same_form_sent_twice_draws_once(cast: Cast) -> None:
    ulla, key = supervisor(cast), new_id()
    first, again = (
        actions.open_sample(
            project=cast.project, purpose=PURPOSE, number=2, last_on=TODAY, form_key=key, by=ulla, at=MONDAY
        )
        for _time in "ab"
    )
    assert (first, Supervision.objects.count(), Supervised.objects.count()) == (again, 1, 2)


@pytest.mark.parametrize(
    ("purpose", "number", "days"),
    [
        ("For en sikkerheds skyld"[:19], 1, 1),
        ("x" * 301, 1, 1),
        (PURPOSE, 0, 1),
        (PURPOSE, 11, 1),
        (PURPOSE, 1, -1),
        (PURPOSE, 1, 31),
    ],
)
def test_without_a_purpose_too_many_or_too_long_is_refused(cast: Cast, purpose: str, number: int, days: int) -> None:
    ulla, last_on = supervisor(cast), localdate(MONDAY) + days * DAY
    with pytest.raises(NotPossible):
        actions.open_sample(
            project=cast.project,
            purpose=purpose,
            number=number,
            last_on=last_on,
            form_key=new_id(),
            by=ulla,
            at=MONDAY,
        )
    assert not Seat.objects.filter(person=ulla).exists()


@pytest.mark.parametrize(("number", "days"), [(1, 0), (10, 30)])
def test_the_least_and_the_most_are_allowed(cast: Cast, number: int, days: int) -> None:
    assert sample(cast, supervisor(cast), number, at=MONDAY, days=days).asked == number


def test_where_nobody_is_left_to_draw_it_says_so(cast: Cast) -> None:
    niels_own = supervisor(cast, cast.neighbours)
    with pytest.raises(NotPossible):
        actions.open_sample(
            project=cast.neighbours,
            purpose=PURPOSE,
            number=1,
            last_on=TODAY,
            form_key=new_id(),
            by=niels_own,
            at=MONDAY,
        )


def test_the_database_keeps_no_such_seat_without_an_end(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        pathways.seat(
            table=cast.karims_table, person=supervisor(cast), role=SeatRole.SUPERVISOR, by=cast.lis, at=MONDAY
        )
