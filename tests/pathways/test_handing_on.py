"""Amina's, and everybody else's, caseworker changes: no gap, no old access, everybody told, and nobody lost."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bordenden.access import acts, gate
from bordenden.audit.models import Entry
from bordenden.drafts import actions as drafts
from bordenden.drafts.slots import Slot
from bordenden.foundation.ids import new_id
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.actions import HandedOn
from bordenden.pathways.models import Seat, Table
from bordenden.pathways.queries import caseload_of, in_role, takers
from bordenden.pathways.words import LeavingReason, Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from bordenden.programmes import actions as programmes
from bordenden.programmes.models import Office
from bordenden.programmes.words import TEAM, Department, OfficeRole
from tests.cast import MONDAY, Cast, viewer_of

SECOND = timedelta(seconds=1)
GONE = LeavingReason.NEW_WORK


def oles_office(cast: Cast) -> Office:
    """By which Ole is caseworker; Karim and the Holms are his."""
    return Office.objects.get(person=cast.ole, role=OfficeRole.CASEWORKER)


def move(cast: Cast, to: dict[Table, Person], *, stops: bool = True) -> list[Seat]:
    """Lis moves these of Ole's."""
    tables = [HandedOn(table, person) for table, person in to.items()]
    return actions.move_caseload(
        project=cast.project,
        office=oles_office(cast),
        tables=tables,
        because=GONE,
        stops=stops,
        by=cast.lis,
        at=MONDAY,
    )


def test_the_old_seat_ends_in_the_very_moment_in_which_the_new_one_begins(cast: Cast) -> None:
    opening = actions.open_room(seat=cast.bos_seat, room=Room.DEVELOPMENT, by=cast.amina, at=MONDAY - SECOND)
    new = actions.change_coordinator(table=cast.aminas_table, to=cast.ole, because=GONE, by=cast.lis, at=MONDAY)
    old = Seat.objects.get(pk=cast.bos_seat.pk)
    assert (old.ends_at, old.left_because, new.starts_at, new.ends_at) == (MONDAY, GONE, MONDAY, None)
    opening.refresh_from_db()
    assert opening.until == MONDAY
    done = Entry.objects.filter(table=cast.aminas_table.pk, at=MONDAY, actor=cast.lis.pk).order_by("id")
    assert [(one.act, one.thing) for one in done] == [("seat.leave", old.pk), ("seat.take", new.pk)]


def test_oles_whole_caseload_moves_and_the_next_second_he_is_a_stranger_everywhere(cast: Cast) -> None:
    today = MONDAY.date()
    actions.stand_in(tables=[cast.aminas_table], colleague=cast.ole, first=today, last=today, by=cast.bo, at=MONDAY)
    ole = [acts.CASE_READ, acts.CONTACTS_READ, acts.CONTACT_WRITE, acts.MESSAGES_READ, acts.CASELOAD_IMPORT]
    assert [gate.reachable(viewer_of(cast.ole), act, at=MONDAY).exists() for act in ole] == [True] * 5
    move(cast, {cast.karims_table: cast.bo, cast.holms_table: cast.birthe})
    for act in ole:
        assert not gate.reachable(viewer_of(cast.ole), act, at=MONDAY).exists(), act.code
        assert not gate.reachable(viewer_of(cast.ole), act, at=MONDAY + SECOND).exists(), act.code
    assert gate.may(viewer_of(cast.bo), acts.CASE_READ, cast.karims_table, at=MONDAY)
    assert gate.may(viewer_of(cast.birthe), acts.CASE_READ, cast.holms_table, at=MONDAY)
    assert oles_office(cast).ends_at == MONDAY
    assert not Seat.objects.filter(person=cast.ole, ends_at__isnull=True).exists()
    assert Entry.objects.filter(act="office.end", actor=cast.lis.pk, thing=oles_office(cast).pk).count() == 1


def test_each_citizen_hears_of_it_once_and_not_of_one_who_never_came_to_work(cast: Cast) -> None:
    first, second = move(cast, {cast.karims_table: cast.bo, cast.holms_table: cast.birthe})
    told = Letter.objects.filter(kind=Kind.NEW_CASEWORKER, queued_at=MONDAY, state=State.WAITING)
    assert set(told.values_list("person", flat=True)) == {cast.karim.pk, cast.jens.pk, cast.lone.pk}
    assert set(told.values_list("thing", flat=True)) == {first.pk, second.pk}
    actions.change_coordinator(table=cast.karims_table, to=cast.birthe, because=GONE, by=cast.lis, at=MONDAY + SECOND)
    (letter,) = Letter.objects.filter(kind=Kind.NEW_CASEWORKER, person=cast.karim.pk, state=State.WAITING)
    assert letter.thing != first.pk


def test_drafts_stop_the_move_with_all_the_case_numbers_at_once_and_nothing_is_half_done(cast: Cast) -> None:
    for table in (cast.karims_table, cast.holms_table):
        slot = Slot("contact.new", new_id(), table.pk)
        drafts.keep(by=cast.ole, slot=slot, fields={"text": "Ringede"}, opened_at=MONDAY, at=MONDAY)
    with pytest.raises(NotPossible, match=r"Ole har kladder ved F-2, F-3\. De skal først gøres færdige"):
        move(cast, {cast.karims_table: cast.bo, cast.holms_table: cast.bo})
    assert {seat.table_id for seat in caseload_of(project=cast.project, person=cast.ole, at=MONDAY)} == {
        cast.karims_table.pk,
        cast.holms_table.pk,
    }
    assert oles_office(cast).ends_at is None


def test_an_office_does_not_end_while_somebody_is_left_behind_nor_by_the_leader_for_herself(cast: Cast) -> None:
    with pytest.raises(NotPossible, match=r"Ole er stadig sagsbehandler for nogen\. Flyt dem først\."):
        move(cast, {cast.karims_table: cast.bo})
    assert Seat.objects.get(table=cast.karims_table, role=SeatRole.COORDINATOR).person == cast.ole
    lis = Office.objects.get(person=cast.lis)
    with pytest.raises(NotPossible, match="Det hverv afslutter jeres administrator"):
        actions.end_office(project=cast.project, office=lis, by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="Noget har ændret sig imens"):
        move(cast, {cast.aminas_table: cast.birthe}, stops=False)


def test_rights_never_add_up_and_nobody_gets_a_caseworker_who_cannot_be_called(cast: Cast) -> None:
    karen = people.register(municipality=cast.fjordby, given_name="Karen", made_up=True)
    programmes.give_office(person=karen, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    refused = {cast.mie: "Personen sidder der allerede", karen: "Skriv først telefon", cast.niels: "samme kommune"}
    for person, words in refused.items():
        with pytest.raises(NotPossible, match=words):
            actions.change_coordinator(table=cast.aminas_table, to=person, because=GONE, by=cast.lis, at=MONDAY)
    assert Seat.objects.get(pk=cast.bos_seat.pk).ends_at is None


def test_nobody_takes_a_table_by_their_own_hand_not_even_with_the_office_for_it(cast: Cast) -> None:
    def joins(who: Person, role: OfficeRole = OfficeRole.CASEWORKER) -> Office:
        area = Department.EMPLOYMENT
        return programmes.join_team(
            project=cast.project, role=role, department=area, whom=who, by=cast.lis, at=MONDAY
        )

    people.set_hours(person=cast.lis, phone="20 00 00 09", reachable="man 9–10", by=cast.lis, at=MONDAY)
    for role in TEAM:
        with pytest.raises(NotPossible, match="Du kan ikke give dig selv et hverv"):
            joins(cast.lis, role)
    assert joins(cast.mie).person == cast.mie
    programmes.give_office(person=cast.lis, role=OfficeRole.CASEWORKER, project=cast.project, at=MONDAY)
    assert cast.lis in takers(project=cast.project, besides=[None], at=MONDAY).loads
    assert cast.lis not in takers(project=cast.project, besides=[None, cast.lis], at=MONDAY).loads
    with pytest.raises(NotPossible, match="Du kan ikke gøre dig selv til sagsbehandler"):
        move(cast, {cast.karims_table: cast.bo, cast.holms_table: cast.lis})
    assert not Seat.objects.filter(person=cast.lis).exists()
    assert len(move(cast, {cast.karims_table: cast.bo, cast.holms_table: cast.birthe})) == 2


def test_what_was_decided_of_one_who_sat_there_is_not_done_to_another(cast: Cast) -> None:
    def ole_takes_it_from(seen: Person | None) -> list[Seat]:
        decided = [HandedOn(cast.aminas_table, cast.ole, seen)]
        return actions.hand_on(tables=decided, because=GONE, by=cast.lis, at=MONDAY)

    actions.change_coordinator(table=cast.aminas_table, to=cast.birthe, because=GONE, by=cast.lis, at=MONDAY - SECOND)
    for seen in (cast.bo, None):
        with pytest.raises(NotPossible, match="Noget har ændret sig imens"):
            ole_takes_it_from(seen)
    assert in_role(table=cast.aminas_table, role=SeatRole.COORDINATOR, at=MONDAY) == cast.birthe
    assert [seat.person for seat in ole_takes_it_from(cast.birthe)] == [cast.ole]


def test_whose_office_has_ended_takes_no_table_any_more(cast: Cast) -> None:
    birthe = Office.objects.get(person=cast.birthe, role=OfficeRole.CASEWORKER)
    actions.end_office(project=cast.project, office=birthe, by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="Vælg en sagsbehandler i projektet"):
        move(cast, {cast.karims_table: cast.birthe, cast.holms_table: cast.bo})
    assert oles_office(cast).ends_at is None
    assert len(move(cast, dict.fromkeys((cast.karims_table, cast.holms_table), cast.bo))) == 2


@pytest.mark.once
def test_five_hundred_tables_cost_the_queries_of_one_batch(cast: Cast) -> None:
    def moved(number: int) -> int:
        crowd = Table.objects.bulk_create(
            Table(municipality=cast.fjordby, opened_at=MONDAY) for _one in range(number)
        )
        Seat.objects.bulk_create(
            Seat(table=table, municipality=cast.fjordby, person=cast.ole, role=SeatRole.COORDINATOR, starts_at=MONDAY)
            for table in crowd
        )
        with CaptureQueriesContext(connection) as asked:
            move(cast, dict.fromkeys(crowd, cast.bo), stops=False)
        return len(asked)

    few, many = moved(10), moved(500)
    # SQLite takes so many values in one statement; what is added grows in batches and never with each table.
    assert (few <= 40, many - few <= 30) == (True, True)
    assert Seat.objects.filter(person=cast.ole, ends_at__isnull=True).count() == 2
