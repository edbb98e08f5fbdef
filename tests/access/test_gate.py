"""The gate: SQL and memory agree for every act, viewer and moment; what is not yours is not there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from hypothesis import example, given
from hypothesis import strategies as st

from bordenden.access import acts, gate, lists
from bordenden.access.acts import Act
from bordenden.access.viewer import Viewer, as_seat
from bordenden.assessments.models import Instrument, Sheet
from bordenden.assessments.words import Sharing
from bordenden.exchange.models import File, FileView
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import AtTable, Opening, Seat, Table
from bordenden.pathways.words import Room, SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import Plan
from bordenden.programmes.models import Office
from bordenden.programmes.words import OfficeRole
from bordenden.supervision.models import Supervised, Supervision
from tests.cast import MONDAY, Cast, viewer_of
from tests.examples import examples

SECOND = timedelta(seconds=1)
# There are many offers, log entries and people of a kind; these of each are asked for one by one.
A_FEW = 8
# One act for each rule: what an act is on and to whom it is open is all that the gate asks of it.
DECIDED = list({(act.on, act.who): act for _name, act in acts.all_acts()}.values())
DAYS = [MONDAY + timedelta(days=day) for day in (-200, -100, -30, -1, 0, 1, 90, 400)]


@contextmanager
def undone() -> Iterator[None]:
    """What one example of a property test wrote is gone before the next."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def plan(cast: Cast) -> Plan:
    return Plan.objects.create(table=cast.aminas_table, municipality=cast.fjordby, begun_at=MONDAY)


def pks(viewer: Viewer, act: Act[Model], at: datetime) -> set[object]:
    return {thing.pk for thing in gate.reachable(viewer, act, at=at)}


def everybody(cast: Cast) -> list[Person]:
    return [getattr(cast, name) for name in cast.__slots__ if isinstance(getattr(cast, name), Person)]


def test_amina_reaches_her_own_table_and_ole_does_not(cast: Cast) -> None:
    table = cast.aminas_table
    assert gate.reach(viewer_of(cast.amina), acts.TABLE_READ, table.pk, at=MONDAY) == table
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.ole), acts.TABLE_READ, table.pk, at=MONDAY)


def test_a_foreign_and_a_missing_table_are_the_same_to_ole(cast: Cast) -> None:
    answers = []
    for pk in (cast.aminas_table.pk, uuid4()):
        with (
            CaptureQueriesContext(
                connection,
            ) as queries,
            pytest.raises(Http404) as refused,
        ):
            gate.reach(viewer_of(cast.ole), acts.CASE_READ, pk, at=MONDAY)
        answers.append((str(refused.value), len(queries)))
    assert answers[0] == answers[1]


def test_birthe_is_a_stranger_from_the_very_moment_her_seat_ends(cast: Cast) -> None:
    ended = cast.birthes_seat.ends_at
    assert ended is not None
    table = cast.aminas_table
    assert gate.reach(viewer_of(cast.birthe), acts.CASE_READ, table.pk, at=ended - SECOND) == table
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.birthe), acts.CASE_READ, table.pk, at=ended)
    assert gate.reach(viewer_of(cast.bo), acts.CASE_READ, table.pk, at=ended) == table


def test_mie_reaches_the_plan_only_while_the_room_is_open(cast: Cast, plan: Plan) -> None:
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.mie), acts.PLAN_READ, plan.pk, at=MONDAY)
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    assert gate.reach(viewer_of(cast.mie), acts.PLAN_READ, plan.pk, at=MONDAY) == plan
    pathways.close_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY + SECOND)
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.mie), acts.PLAN_READ, plan.pk, at=MONDAY + SECOND)


def test_a_room_opened_for_mie_is_not_open_for_sara(cast: Cast, plan: Plan) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.sara), acts.PLAN_READ, plan.pk, at=MONDAY)


def test_a_room_at_one_table_and_a_seat_at_another_never_add_up(cast: Cast, plan: Plan) -> None:
    """Mie is mentor at both tables; Karim opened his plan, Amina did not: two filters could match both rows."""
    karims = pathways.seat(table=cast.karims_table, person=cast.mie, role=SeatRole.MENTOR, by=cast.karim, at=MONDAY)
    pathways.open_room(seat=karims, room=Room.PLAN, by=cast.karim, at=MONDAY)
    his = Plan.objects.create(table=cast.karims_table, municipality=cast.fjordby, begun_at=MONDAY)
    assert list(gate.reachable(viewer_of(cast.mie), acts.PLAN_READ, at=MONDAY)) == [his]


def test_an_opening_ends_by_itself(cast: Cast, plan: Plan) -> None:
    opening = pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    assert opening.until == MONDAY + timedelta(days=182)
    assert gate.may(viewer_of(cast.mie), acts.PLAN_READ, plan, at=opening.until - SECOND) is True
    assert gate.may(viewer_of(cast.mie), acts.PLAN_READ, plan, at=opening.until) is False


def test_lis_reaches_her_project_and_niels_his(cast: Cast) -> None:
    assert list(gate.reachable(viewer_of(cast.lis), acts.PROJECT_FIGURES, at=MONDAY)) == [cast.project]
    assert list(gate.reachable(viewer_of(cast.niels), acts.PROJECT_FIGURES, at=MONDAY)) == [cast.neighbours]


def test_the_common_questions_are_kept_by_the_agency_and_fjordbys_own_by_lis(story: Cast) -> None:
    common, own = Instrument.objects.get(code="min-vurdering"), Instrument.objects.get(municipality=story.fjordby)
    may = {
        who: [
            (
                gate.may(viewer_of(getattr(story, who)), act, thing, at=MONDAY),
                thing.pk in pks(viewer_of(getattr(story, who)), act, MONDAY),
            )
            for thing in (common, own)
            for act in (acts.INSTRUMENT_READ, acts.INSTRUMENT_TRY, acts.INSTRUMENT_EDIT)
        ]
        for who in ("stine", "eva", "lis", "niels", "bo", "amina")
    }
    yes, no = (True, True), (False, False)
    assert may == {
        "stine": [yes, yes, yes, no, no, no],
        "eva": [yes, no, no, no, no, no],
        "lis": [yes, yes, no, yes, yes, yes],
        "niels": [yes, yes, no, no, no, no],
        "bo": [no] * 6,
        "amina": [no] * 6,
    }


def test_an_office_that_is_over_edits_no_question(story: Cast) -> None:
    own = Instrument.objects.get(municipality=story.fjordby)
    Office.objects.filter(person=story.lis).update(ends_at=MONDAY)
    for way in (gate.reach, gate.reach_to_write):
        with transaction.atomic():
            assert way(viewer_of(story.lis), acts.INSTRUMENT_EDIT, own.pk, at=MONDAY - SECOND) == own
            with pytest.raises(Http404):
                way(viewer_of(story.lis), acts.INSTRUMENT_EDIT, own.pk, at=MONDAY)


def test_what_is_reached_is_noted_and_what_is_listed_is_noted_row_by_row(cast: Cast) -> None:
    viewer = viewer_of(cast.ole)
    listed = list(gate.reachable(viewer, acts.CASE_READ, at=MONDAY).order_by("pk"))
    assert [(look.kind, look.act, look.thing, look.table) for look in viewer.looks] == [
        ("list", "case.read", table.pk, table.pk) for table in listed
    ]
    viewer = viewer_of(cast.ole)
    known = [cast.aminas_table.pk, cast.karims_table.pk]
    assert lists.among(viewer, acts.CASE_READ, known, at=MONDAY) == [cast.karims_table]
    assert [(look.kind, look.act, look.thing) for look in viewer.looks] == [
        ("list", "case.read", cast.karims_table.pk)
    ]
    viewer = viewer_of(cast.ole)
    gate.reach(viewer, acts.CASE_READ, cast.karims_table.pk, at=MONDAY)
    assert [(look.kind, look.act, look.thing) for look in viewer.looks] == [
        ("look", "case.read", cast.karims_table.pk)
    ]


def test_a_copy_of_a_list_still_notes_its_rows(cast: Cast) -> None:
    viewer = viewer_of(cast.ole)
    rows = gate.reachable(viewer, acts.CASE_READ, at=MONDAY).order_by("-pk").filter(municipality=901)
    assert len(rows[:1]) == 1
    assert len(viewer.looks) == 1


def test_ten_buttons_cost_one_query(cast: Cast, plan: Plan) -> None:
    viewer = viewer_of(cast.amina)
    with CaptureQueriesContext(connection) as queries:
        shown = [gate.may(viewer, act, plan, at=MONDAY) for act in [acts.PLAN_READ, acts.GOAL_SET] * 5]
    assert shown == [True] * 10
    assert len(queries) == 1


def test_buttons_on_what_was_reached_cost_nothing_more_however_many_seats_she_has(cast: Cast, plan: Plan) -> None:
    """Bo sits at many tables: his seat at the one he came to is read, and no other."""
    viewer = viewer_of(cast.bo)
    with CaptureQueriesContext(connection) as queries:
        reached = gate.reach(viewer, acts.PLAN_READ, plan.pk, "table", at=MONDAY)
        shown = [gate.may(viewer, act, reached.table, at=MONDAY) for act in (acts.CASE_READ, acts.TABLE_READ)]
    assert shown == [True, False]
    assert len(queries) == 2


def test_a_button_at_another_table_than_the_one_reached_is_answered_by_the_seat_there(cast: Cast, plan: Plan) -> None:
    viewer = viewer_of(cast.mie)
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    gate.reach(viewer, acts.PLAN_READ, plan.pk, at=MONDAY)
    karims = pathways.seat(table=cast.karims_table, person=cast.mie, role=SeatRole.MENTOR, by=cast.karim, at=MONDAY)
    pathways.open_room(seat=karims, room=Room.CONTACTS, by=cast.karim, at=MONDAY)
    assert gate.may(viewer, acts.CONTACTS_READ, cast.karims_table, at=MONDAY) is True
    assert gate.may(viewer, acts.CONTACTS_READ, cast.aminas_table, at=MONDAY) is False
    assert gate.may(viewer, acts.PLAN_READ, plan, at=MONDAY) is True


def test_a_preview_is_the_seat_and_nothing_else(cast: Cast, plan: Plan) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    preview = as_seat(cast.mies_seat)
    assert gate.may(preview, acts.PLAN_READ, plan, at=MONDAY) is True
    assert gate.may(preview, acts.GOAL_SET, plan, at=MONDAY) is False
    assert gate.may(preview, acts.PROJECT_FIGURES, cast.project, at=MONDAY) is False


def test_an_act_is_for_seats_or_for_offices_never_both(cast: Cast) -> None:
    mixed = Act("mixed.up", Table, (acts.head, acts.agency), "No office reaches a table.")
    with pytest.raises(TypeError, match="never reaches a table"):
        gate.reach(viewer_of(cast.amina), mixed, cast.aminas_table.pk, at=MONDAY)


def test_a_substitute_reaches_the_public_task_for_the_days_of_the_seat_and_not_a_second_more(
    cast: Cast, plan: Plan
) -> None:
    today = MONDAY.date()
    (seat,) = pathways.stand_in(
        tables=[cast.aminas_table], colleague=cast.ole, first=today, last=today, by=cast.bo, at=MONDAY
    )
    assert seat.ends_at is not None
    for at, seen in ((MONDAY - SECOND, False), (MONDAY, True), (seat.ends_at - SECOND, True), (seat.ends_at, False)):
        for act, thing in ((acts.CASE_READ, cast.aminas_table), (acts.PLAN_READ, plan)):
            assert gate.may(viewer_of(cast.ole), act, thing, at=at) is seen
            assert gate.reachable(viewer_of(cast.ole), act, at=at).filter(pk=thing.pk).exists() is seen
    for act in (acts.DEVELOPMENT_READ, acts.SUBSTITUTE_SET, acts.TABLE_READ, acts.GUEST_TABLE_READ):
        assert gate.may(viewer_of(cast.ole), act, cast.aminas_table, at=MONDAY) is False
    assert gate.may(viewer_of(cast.ole), acts.COURSE_END, cast.aminas_course, at=MONDAY) is False
    assert gate.reach(viewer_of(cast.bo), acts.CASE_READ, cast.aminas_table.pk, at=MONDAY) == cast.aminas_table


def test_all_that_may_be_changed_together_is_what_may_be_changed_one_by_one(cast: Cast) -> None:
    for person in everybody(cast):
        together = gate.all_to_write(viewer_of(person), acts.SUBSTITUTE_SET, at=MONDAY)
        assert {table.pk for table in together} == pks(viewer_of(person), acts.SUBSTITUTE_SET, MONDAY)
    assert gate.all_to_write(viewer_of(cast.bo), acts.SUBSTITUTE_SET, at=MONDAY) == [cast.aminas_table]


moments = st.sampled_from(DAYS)
seats = st.tuples(
    st.sampled_from(["mie", "sara", "ole", "bo"]),
    st.sampled_from(list(SeatRole)),
    moments,
    st.none() | moments,
    st.lists(st.tuples(st.sampled_from(list(Room)), moments, moments), max_size=2),
)
# Whose sheet, how it is shared, with which of all the seats there are (also one at another table), and until when.
shares = st.tuples(
    st.sampled_from(["aminas_table", "holms_table"]),
    st.sampled_from(list(Sharing)),
    st.none() | st.integers(0, 30),
    st.none() | moments,
)
offices = st.tuples(st.sampled_from(["mie", "lis"]), st.sampled_from(list(OfficeRole)), moments, st.none() | moments)


# Drawn by lot, to read until a day; in and out of the office it was drawn from.
READS: tuple[str, SeatRole, datetime, datetime | None, list[object]] = (
    "mie",
    SeatRole.SUPERVISOR,
    DAYS[3],
    DAYS[7],
    [],
)


def _lay_seats(cast: Cast, drawn: list[tuple[str, SeatRole, datetime, datetime | None, list]]) -> None:  # type: ignore[type-arg]
    for table, (name, role, start, end, rooms) in zip([cast.aminas_table, cast.holms_table] * 4, drawn, strict=False):
        if end is not None and end < start:
            start, end = end, start
        if end is None and role in (SeatRole.SUBSTITUTE, SeatRole.SUPERVISOR):
            end = DAYS[-1]
        if end is None and Seat.objects.filter(table=table, person=getattr(cast, name), role=role, ends_at=None):
            continue
        placed = {"table": table, "municipality": cast.fjordby}
        taken = Seat.objects.filter(table=table, role=SeatRole.COORDINATOR, ends_at=None)
        if role == SeatRole.COORDINATOR and end is None and taken:
            continue
        seat = Seat.objects.create(**placed, person=getattr(cast, name), role=role, starts_at=start, ends_at=end)
        for room, opened, until in rooms:
            first, last = sorted((opened, until))
            Opening.objects.create(**placed, seat=seat, room=room, opened_at=first, until=last)
        if role == SeatRole.SUPERVISOR:
            _draw_by_lot(cast, seat)


def _draw_by_lot(cast: Cast, seat: Seat) -> None:
    """The seat was drawn in Lis' project; whether its holder has the office there is drawn too."""
    drawn = Supervision.objects.create(
        municipality=cast.fjordby, project=cast.project, supervisor=seat.person, purpose="Om vi svarer.", asked=1,
        drawn=1, among=1, seed="0", opened_at=seat.starts_at, last_on=MONDAY.date(), form_key=uuid4(),
    )  # fmt: skip
    Supervised.objects.create(table=seat.table, municipality=cast.fjordby, supervision=drawn, seat=seat)


def _share_sheets(cast: Cast, drawn: list[tuple[str, Sharing, int | None, datetime | None]]) -> None:
    every = list(Seat.objects.order_by("pk"))
    version, file = Sheet.objects.order_by("pk")[0].version, File.objects.order_by("pk")[0]
    for table, sharing, which, until in drawn:
        Sheet.objects.create(
            table=getattr(cast, table),
            municipality=cast.fjordby,
            version=version,
            started_at=MONDAY,
            finished_at=MONDAY,
            sharing=sharing,
            shared_to=None if which is None else every[which % len(every)],
            shared_until=until,
        )
        # A file of hers, in the same way: guests and the family are shown those.
        if which is not None:
            placed = {"table": getattr(cast, table), "municipality": cast.fjordby, "opened_at": MONDAY}
            FileView.objects.update_or_create(
                file=file,
                shared_to=every[which % len(every)],
                defaults={**placed, "sharing": sharing, "shared_until": until},
            )


def _lay_offices(cast: Cast, drawn: list[tuple[str, OfficeRole, datetime, datetime | None]]) -> None:
    Office.objects.all().delete()
    for (name, role, start, end), place in zip(drawn, [cast.project, cast.neighbours] * 2, strict=False):
        if end is not None and end < start:
            start, end = end, start
        where = (
            {"programme": cast.programme} if role in {OfficeRole.AGENCY, OfficeRole.EVALUATOR} else {"project": place}
        )
        if not (
            role == OfficeRole.PROJECT_LEADER and end is None and Office.objects.filter(role=role, **where).exists()
        ):
            Office.objects.create(person=getattr(cast, name), role=role, starts_at=start, ends_at=end, **where)


def test_acts_on_the_same_kind_open_to_the_same_are_decided_alike(story: Cast) -> None:
    """So the two tests below ask about one act of each such group, over many more worlds."""
    groups = [[act for _name, act in acts.all_acts() if (act.on, act.who) == (one.on, one.who)] for one in DECIDED]
    assert sum(map(len, groups)) == len(list(acts.all_acts())) > len(DECIDED)
    for person in everybody(story):
        viewer = viewer_of(person)
        for one, *others in groups:
            expected = pks(viewer, one, story.at)
            for act in others:
                assert pks(viewer, act, story.at) == expected, (person.name, act.code)
                things = act.on._default_manager.order_by("pk")
                assert {thing.pk for thing in things if gate.may(viewer, act, thing, at=story.at)} == expected


@examples(10, again=5)
@given(
    drawn_seats=st.lists(seats, max_size=5),
    drawn_shares=st.lists(shares, max_size=6),
    drawn_offices=st.lists(offices, max_size=3),
    at=moments,
)
@example(
    drawn_seats=[READS], drawn_shares=[], drawn_offices=[("mie", OfficeRole.SUPERVISOR, *DAYS[3:6:2])], at=DAYS[4]
)
@example(
    drawn_seats=[READS], drawn_shares=[], drawn_offices=[("mie", OfficeRole.SUPERVISOR, *DAYS[3:6:2])], at=DAYS[6]
)
def test_sql_and_memory_agree_for_every_act_viewer_and_moment(
    story: Cast,
    drawn_seats: list[tuple[str, SeatRole, datetime, datetime | None, list]],  # type: ignore[type-arg]
    drawn_shares: list[tuple[str, Sharing, int | None, datetime | None]],
    drawn_offices: list[tuple[str, OfficeRole, datetime, datetime | None]],
    at: datetime,
) -> None:
    with undone():
        _lay_seats(story, drawn_seats)
        _share_sheets(story, drawn_shares)
        _lay_offices(story, drawn_offices)
        kinds = {act.on for act in DECIDED}
        things = {kind: list(kind._default_manager.order_by("pk")) for kind in kinds}
        for person in (story.amina, story.bo, story.mie, story.sara, story.ole, story.lis, story.jens, story.stine):
            viewer = viewer_of(person)
            for act in DECIDED:
                in_memory = [thing.pk for thing in things[act.on] if gate.may(viewer, act, thing, at=at)]
                in_sql = [thing.pk for thing in gate.reachable(viewer, act, at=at).order_by("pk")]
                assert in_sql == in_memory, (person.name, act.code)


@examples(4, again=2)
@given(drawn_seats=st.lists(seats, max_size=5), at=moments)
def test_what_is_reached_one_by_one_is_what_the_list_holds(
    story: Cast,
    drawn_seats: list[tuple[str, SeatRole, datetime, datetime | None, list]],  # type: ignore[type-arg]
    at: datetime,
) -> None:
    """`reach` judges in memory, and nothing is in memory yet when she comes: a viewer of its own for each thing."""
    with undone():
        _lay_seats(story, drawn_seats)
        for person in (story.amina, story.bo, story.birthe, story.mie, story.sara, story.ole, story.niels):
            for act in DECIDED:
                things = act.on._default_manager.order_by("pk")[:A_FEW]
                reached = {thing.pk for thing in things if _reaches(viewer_of(person), act, thing, at)}
                listed = pks(viewer_of(person), act, at) & {thing.pk for thing in things}
                assert reached == listed, (person.name, act.code)


def _reaches(viewer: Viewer, act: Act[Model], thing: Model, at: datetime) -> bool:
    try:
        return gate.reach(viewer, act, thing.pk, at=at) == thing
    except Http404:
        return False


def test_everything_an_act_guards_stands_at_a_table_or_in_an_organisation() -> None:
    kinds = {act.on for _name, act in acts.all_acts() if any(hasattr(who, "roles") for who in act.who)}
    assert all(issubclass(kind, (AtTable, Table)) for kind in kinds)


def test_at_a_closed_table_nothing_is_written_by_any_act_and_she_reads_it_as_before(story: Cast) -> None:
    amina, own = viewer_of(story.amina), story.aminas_table.pk
    things = [(act, thing) for act in DECIDED for thing in gate.reachable(amina, act, at=MONDAY).order_by("pk")]
    hers = [(act, thing) for act, thing in things if own in (thing.pk, getattr(thing, "table_id", None))]

    def written_by() -> set[str]:
        found = set()
        for act, thing in hers:
            with suppress(Http404):
                gate.reach_to_write(amina, act, thing.pk, at=MONDAY)
                found.add(act.code)
        return found

    assert written_by() == {act.code for act, _thing in hers}
    assert len(written_by()) > 20
    Table.objects.filter(pk=own).update(closed_at=MONDAY)
    assert written_by() == set()
    assert [thing for act, _one in hers for thing in gate.all_to_write(amina, act, at=MONDAY)] == []
    assert [gate.reach(amina, act, thing.pk, at=MONDAY) for act, thing in hers] == [thing for _act, thing in hers]
