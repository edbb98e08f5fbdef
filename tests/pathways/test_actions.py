"""Sitting down, leaving, opening and closing rooms, and how a course begins and ends."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from bordenden.audit.models import Entry as AuditEntry
from bordenden.drafts.actions import discard, keep
from bordenden.drafts.queries import unfinished
from bordenden.drafts.slots import fresh
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions
from bordenden.pathways.models import Enrolment, Exit, Opening, Seat, Table
from bordenden.pathways.queries import in_role, rooms_of
from bordenden.pathways.words import Decider, ExitReason, LeavingReason, Room, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
def stranger(cast: Cast) -> Person:
    """Somebody new in Fjordby."""
    return people.register(municipality=cast.fjordby, given_name="Åse", family_name="Ægidius", made_up=True)


def audited(act: str) -> int:
    """How many lines the audit has of one act."""
    return AuditEntry.objects.filter(act=act).count()


# Seats


def test_a_new_table_has_its_head_seated_from_that_very_moment(cast: Cast, stranger: Person) -> None:
    table = actions.lay_table(head=stranger, by=cast.bo, at=MONDAY)
    assert (table.municipality, table.opened_at) == (cast.fjordby, MONDAY)
    assert in_role(table=table, role=SeatRole.HEAD, at=MONDAY) == stranger
    assert in_role(table=table, role=SeatRole.HEAD, at=MONDAY - SECOND) is None


def test_nobody_of_another_municipality_sits_down(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="samme kommune"):
        actions.seat(table=cast.aminas_table, person=cast.niels, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)


def test_nobody_sits_down_twice_on_the_same_seat_but_may_come_back_after_leaving(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="allerede"):
        actions.seat(table=cast.aminas_table, person=cast.sara, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)
    actions.leave_seat(seat=cast.saras_seat, by=cast.amina, at=MONDAY)
    again = actions.seat(table=cast.aminas_table, person=cast.sara, role=SeatRole.GUEST, by=cast.amina, at=MONDAY)
    assert (again.starts_at, again.ends_at) == (MONDAY, None)


def test_two_coordinators_never_sit_at_one_table(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="optaget"):
        actions.seat(table=cast.aminas_table, person=cast.ole, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(
            table=cast.aminas_table,
            municipality=cast.fjordby,
            person=cast.ole,
            role=SeatRole.COORDINATOR,
            starts_at=MONDAY,
        )


def test_a_coordinator_leaves_and_the_next_sits_down_in_the_same_second(cast: Cast) -> None:
    actions.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY
    )
    seen = [in_role(table=cast.aminas_table, role=SeatRole.COORDINATOR, at=MONDAY + d) for d in (-SECOND, 0 * DAY)]
    assert seen == [cast.bo, cast.ole]


def test_no_handover_while_the_one_who_leaves_has_a_draft_at_this_very_table(cast: Cast) -> None:
    table = cast.aminas_table
    hers, his = (fresh("contact.new", table=place.pk) for place in (table, cast.karims_table))
    for slot in (hers, his):
        keep(by=cast.bo, slot=slot, fields={"summary": "Amina ringede"}, opened_at=MONDAY, at=MONDAY)
    keep(by=cast.amina, slot=fresh("goal.new", table=table.pk), fields={"text": "x"}, opened_at=MONDAY, at=MONDAY)
    with pytest.raises(
        NotPossible, match=r"Bo har kladder ved dette bord\. De skal først gøres færdige eller smides væk"
    ):
        actions.change_coordinator(
            table=table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY
        )
    assert in_role(table=table, role=SeatRole.COORDINATOR, at=MONDAY) == cast.bo
    discard(by=cast.bo, slot=hers, at=MONDAY + SECOND)
    actions.change_coordinator(
        table=table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY + SECOND
    )
    assert in_role(table=table, role=SeatRole.COORDINATOR, at=MONDAY + SECOND) == cast.ole
    assert unfinished(by=cast.bo, form="contact.new", table=cast.karims_table) != ()


def test_who_cannot_come_back_can_still_be_relieved_and_the_draft_stays_with_its_writer(cast: Cast) -> None:
    slot = fresh("contact.new", table=cast.aminas_table.pk)
    keep(by=cast.bo, slot=slot, fields={"summary": "Amina ringede"}, opened_at=MONDAY, at=MONDAY)
    actions.leave_seat(seat=cast.bos_seat, by=cast.lis, at=MONDAY)
    actions.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY
    )
    assert in_role(table=cast.aminas_table, role=SeatRole.COORDINATOR, at=MONDAY) == cast.ole
    (kept,) = unfinished(by=cast.bo, form="contact.new", table=cast.aminas_table)
    assert kept.slot == slot


def test_when_nobody_sits_there_the_first_coordinator_simply_sits_down(cast: Cast, stranger: Person) -> None:
    table = actions.lay_table(head=stranger, by=cast.bo, at=MONDAY)
    actions.change_coordinator(table=table, to=cast.bo, because=LeavingReason.ORGANISATION, by=cast.lis, at=MONDAY)
    assert in_role(table=table, role=SeatRole.COORDINATOR, at=MONDAY) == cast.bo


def test_leaving_closes_every_room_that_was_open_for_the_seat(cast: Cast) -> None:
    for room in (Room.PLAN, Room.CONTACTS):
        actions.open_room(seat=cast.mies_seat, room=room, by=cast.amina, at=MONDAY - DAY)
    actions.leave_seat(seat=cast.mies_seat, by=cast.amina, at=MONDAY)
    assert rooms_of(seat=cast.mies_seat, at=MONDAY) == {}
    assert set(rooms_of(seat=cast.mies_seat, at=MONDAY - SECOND)) == {Room.PLAN, Room.CONTACTS}


def test_every_change_of_seats_is_in_the_audit_with_who_did_it(cast: Cast) -> None:
    before = audited("seat.take"), audited("seat.leave")
    actions.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=MONDAY
    )
    assert (audited("seat.take"), audited("seat.leave")) == (before[0] + 1, before[1] + 1)
    assert AuditEntry.objects.filter(act="seat.leave", actor=cast.bo.pk, at=MONDAY).count() == 1


# Rooms


def test_a_room_stands_open_for_half_a_year_unless_she_says_otherwise(cast: Cast) -> None:
    actions.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    assert rooms_of(seat=cast.mies_seat, at=MONDAY) == {Room.PLAN: MONDAY + timedelta(days=182)}


def test_opening_an_open_room_moves_its_end_and_makes_no_second_opening(cast: Cast) -> None:
    for days in (10, 20):
        actions.open_room(
            seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY, until=MONDAY + timedelta(days=days)
        )
    assert Opening.objects.filter(seat=cast.mies_seat).count() == 1
    assert rooms_of(seat=cast.mies_seat, at=MONDAY) == {Room.PLAN: MONDAY + timedelta(days=20)}


@pytest.mark.parametrize(("until", "allowed"), [(0, False), (-1, False), (1, True), (365, True), (366, False)])
def test_an_opening_ends_after_today_and_within_a_year(cast: Cast, until: int, allowed: bool) -> None:
    def opened() -> Opening:
        end = MONDAY + timedelta(days=until)
        return actions.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY, until=end)

    if allowed:
        assert opened().until == MONDAY + timedelta(days=until)
    else:
        with pytest.raises(NotPossible, match="det næste år"):
            opened()


def test_no_room_is_opened_for_a_seat_that_is_empty_or_her_own(cast: Cast) -> None:
    own = Seat.objects.get(table=cast.aminas_table, role=SeatRole.HEAD)
    for seat in (cast.birthes_seat, own):
        with pytest.raises(NotPossible, match="ikke længere"):
            actions.open_room(seat=seat, room=Room.PLAN, by=cast.amina, at=MONDAY)


def test_a_closed_room_is_closed_from_that_second_and_closing_again_changes_nothing(cast: Cast) -> None:
    actions.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY - DAY)
    for _again in range(2):
        actions.close_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    assert rooms_of(seat=cast.mies_seat, at=MONDAY) == {}
    assert audited("room.close") == 1


# A course


@pytest.fixture
def prepared(cast: Cast, stranger: Person) -> Enrolment:
    """A course at a new table where nobody but the citizen sits."""
    table = actions.lay_table(head=stranger, by=cast.bo, at=MONDAY)
    return enrolled(cast, table)


def enrolled(cast: Cast, table: Table, **told: Any) -> Enrolment:
    """A course prepared on that Monday."""
    facts = {"project": cast.project, "reference": "F-9", "referred_on": MONDAY.date()}
    return actions.enrol(table=table, by=cast.bo, at=MONDAY, **{**facts, **told})


@pytest.mark.requirement("R9")
def test_a_course_cannot_begin_without_a_coordinating_caseworker_and_begins_with_one(
    cast: Cast, prepared: Enrolment
) -> None:
    with pytest.raises(NotPossible, match="koordinerende sagsbehandler"):
        actions.activate(enrolment=prepared, on=MONDAY.date(), by=cast.bo, at=MONDAY)
    prepared.refresh_from_db()
    assert prepared.activated_on is None
    actions.seat(table=prepared.table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    actions.note_mentor_offered(table=prepared.table, on=MONDAY.date())
    begun = actions.activate(enrolment=prepared, on=MONDAY.date(), by=cast.bo, at=MONDAY)
    assert begun.activated_on == MONDAY.date()


def test_a_course_cannot_begin_before_a_mentor_was_offered(cast: Cast, prepared: Enrolment) -> None:
    actions.seat(table=prepared.table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="tilbudt en mentor"):
        actions.activate(enrolment=prepared, on=MONDAY.date(), by=cast.bo, at=MONDAY)
    actions.note_mentor_offered(table=prepared.table, on=MONDAY.date())
    actions.note_mentor_offered(table=prepared.table, on=MONDAY.date() + DAY)
    begun = actions.activate(enrolment=prepared, on=MONDAY.date(), by=cast.bo, at=MONDAY)
    assert (begun.activated_on, begun.mentor_offered_on) == (MONDAY.date(), MONDAY.date())


def test_a_mentor_or_a_coordinator_who_has_left_is_not_enough(cast: Cast, prepared: Enrolment) -> None:
    table = prepared.table
    actions.seat(table=table, person=cast.mie, role=SeatRole.MENTOR, by=cast.bo, at=MONDAY)
    gone = actions.seat(table=table, person=cast.birthe, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    actions.leave_seat(seat=gone, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="koordinerende sagsbehandler"):
        actions.activate(enrolment=prepared, on=MONDAY.date(), by=cast.bo, at=MONDAY)


def test_a_course_does_not_begin_before_the_referral(cast: Cast, prepared: Enrolment) -> None:
    actions.seat(table=prepared.table, person=cast.bo, role=SeatRole.COORDINATOR, by=cast.bo, at=MONDAY)
    actions.note_mentor_offered(table=prepared.table, on=MONDAY.date())
    with pytest.raises(NotPossible, match="før henvisningen"):
        actions.activate(enrolment=prepared, on=MONDAY.date() - DAY, by=cast.bo, at=MONDAY)


@pytest.mark.requirement("R4", "R170")
def test_a_referral_lies_within_the_programmes_days_for_it(cast: Cast, stranger: Person) -> None:
    table = actions.lay_table(head=stranger, by=cast.bo, at=MONDAY)
    first, last = cast.programme.starts_on, cast.programme.last_referral_on
    for outside in (first - DAY, last + DAY):
        with pytest.raises(NotPossible, match=r"fra 25\. juli 2025 til 23\. januar 2027"):
            enrolled(cast, table, referred_on=outside)
    assert enrolled(cast, table, referred_on=last).referred_on == last


def test_a_project_of_the_neighbours_is_not_ours(cast: Cast, stranger: Person) -> None:
    table = actions.lay_table(head=stranger, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="anden kommune"):
        enrolled(cast, table, project=cast.neighbours)


# Its end


def ended(cast: Cast, **told: Any) -> Exit:
    """Amina's course ends with a job, by her own choice."""
    facts = {"on": MONDAY.date(), "reason": ExitReason.ORDINARY_JOB, "decided_by": Decider.CITIZEN, "at": MONDAY}
    return actions.end_course(enrolment=cast.aminas_course, by=cast.bo, **{**facts, **told})


@pytest.mark.parametrize("reason", [reason for reason in ExitReason if reason != ExitReason.DISCHARGED])
def test_a_course_ends_in_every_way_on_the_list(cast: Cast, reason: ExitReason) -> None:
    ended(cast, reason=reason, citizen_words="  Jeg glæder mig. ")
    kept = Exit.objects.get(enrolment=cast.aminas_course)
    assert (kept.reason, kept.citizen_words, kept.table) == (reason, "Jeg glæder mig.", cast.aminas_table)


@pytest.mark.requirement("R54")
def test_a_discharge_by_the_caseworker_requires_its_reason_in_writing(cast: Cast) -> None:
    for empty in ("", "   "):
        with pytest.raises(NotPossible, match="hvorfor"):
            ended(cast, reason=ExitReason.DISCHARGED, decided_by=Decider.CASEWORKER, grounds=empty)
    assert Exit.objects.count() == 0
    grounds = "Vi er enige om, at et andet tilbud passer bedre."
    kept = ended(cast, reason=ExitReason.DISCHARGED, decided_by=Decider.CASEWORKER, grounds=grounds)
    assert (kept.reason, kept.grounds) == (ExitReason.DISCHARGED, grounds)


@pytest.mark.requirement("R54")
def test_the_database_itself_requires_the_reason_of_a_discharge(cast: Cast) -> None:
    kept = ended(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Exit.objects.filter(pk=kept.pk).update(reason=ExitReason.DISCHARGED)


def test_ending_the_same_course_the_same_way_twice_is_one_exit(cast: Cast) -> None:
    assert ended(cast) == ended(cast)
    assert (Exit.objects.count(), audited("course.end")) == (1, 1)


@pytest.mark.parametrize("told", [{"citizen_words": "Jeg er ked af det."}, {"grounds": "Et andet tilbud."}])
def test_other_words_sent_from_an_old_page_are_not_swallowed(cast: Cast, told: dict[str, str]) -> None:
    """Said to be saved, and not: her own words would be gone without a sound."""
    ended(cast, citizen_words="Jeg glæder mig.")
    with pytest.raises(NotPossible, match="allerede slut"):
        ended(cast, **told)
    assert Exit.objects.get().citizen_words == "Jeg glæder mig."


def test_ending_it_in_another_way_afterwards_is_refused(cast: Cast) -> None:
    ended(cast)
    with pytest.raises(NotPossible, match="allerede slut"):
        ended(cast, reason=ExitReason.SICK)
    assert Exit.objects.get().reason == ExitReason.ORDINARY_JOB


@pytest.mark.parametrize(
    ("on", "words"),
    [(MONDAY.date() + DAY, "fremtiden"), (date(2020, 1, 1), "før det er begyndt")],
    ids=["tomorrow", "before it began"],
)
def test_a_course_ends_neither_tomorrow_nor_before_it_began(cast: Cast, on: date, words: str) -> None:
    with pytest.raises(NotPossible, match=words):
        ended(cast, on=on)


def test_today_is_today_in_denmark(cast: Cast) -> None:
    half_past_midnight: datetime = MONDAY.replace(hour=23, minute=30)
    assert ended(cast, on=MONDAY.date() + DAY, at=half_past_midnight).on == MONDAY.date() + DAY


def test_a_course_that_never_began_does_not_end(cast: Cast, prepared: Enrolment) -> None:
    with pytest.raises(NotPossible, match="før det er begyndt"):
        actions.end_course(
            enrolment=prepared,
            on=MONDAY.date(),
            reason=ExitReason.OTHER,
            decided_by=Decider.CITIZEN,
            by=cast.bo,
            at=MONDAY,
        )


def test_a_move_names_the_municipality_she_moves_to(cast: Cast) -> None:
    kept = ended(cast, reason=ExitReason.MOVED, decided_by=Decider.EVENT, moved_to=cast.bakkeby)
    assert kept.moved_to == cast.bakkeby
