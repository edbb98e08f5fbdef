"""Amina chooses her mentor among those with room, changes without a reason, and decides alone."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from bordenden.foundation.rules import NotPossible
from bordenden.mentors import actions, queries
from bordenden.mentors.models import MentorOffering, MentorParting, MentorProfile
from bordenden.mentors.words import Language, OfferAnswer, Parted
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Opening, Seat
from bordenden.pathways.words import Room, SeatRole
from bordenden.people import actions as people
from bordenden.plans.models import Decision
from bordenden.plans.words import DecisionAbout, StatementKind, StepOwner
from bordenden.post.models import Letter
from bordenden.post.words import State
from tests.cast import MONDAY, Cast
from tests.mentors.conftest import described, mentor, somebody
from tests.supervision.drawing import sample_of, supervisor

LATER = MONDAY + timedelta(days=3)


def names(profiles: object) -> list[str]:
    return [row.person.given_name for row in profiles]  # type: ignore[attr-defined]


@pytest.mark.requirement("R42")
@pytest.mark.requirement("R131")
@pytest.mark.usefixtures("wished")
def test_she_reads_who_has_room_and_her_choice_is_kept(
    cast: Cast, aisha: MentorProfile, henrik: MentorProfile
) -> None:
    full = mentor(cast, somebody(cast, "Tove"), 0)
    rows = queries.choices(queries.to_choose(municipality=cast.fjordby, with_room=False))
    assert [(one.profile, one.room) for one in rows] == [(aisha, 1), (henrik, 2), (full, 0)]
    seat = actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER)
    chosen = Decision.objects.get(about=DecisionAbout.MENTOR)
    assert (chosen.thing, chosen.decided_by, chosen.decided_side) == (seat.pk, cast.amina, StepOwner.CITIZEN)
    assert (chosen.proposed_by, chosen.statement.words) == (cast.amina, "Et arbejde")
    assert queries.mentor_of(table=cast.aminas_table, at=LATER) == seat
    assert names(queries.to_choose(municipality=cast.fjordby)) == ["Henrik"]


@pytest.mark.usefixtures("wished")
def test_a_change_asks_for_no_reason_and_closes_what_stood_open(
    cast: Cast, aisha: MentorProfile, henrik: MentorProfile
) -> None:
    pathways.open_room(seat=cast.mies_seat, room=Room.PLAN, by=cast.amina, at=MONDAY)
    actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER)
    cast.mies_seat.refresh_from_db()
    assert cast.mies_seat.ends_at == LATER
    assert Opening.objects.get(seat=cast.mies_seat).until == LATER
    assert [(one.why, one.seen_at) for one in MentorParting.objects.all()] == [(Parted.CITIZEN, LATER)]
    assert not {field.name for field in MentorParting._meta.get_fields()} & {"reason", "words", "grounds"}
    second = actions.choose(table=cast.aminas_table, profile=henrik, by=cast.amina, at=LATER + timedelta(days=1))
    assert Opening.objects.filter(seat=second).count() == 0
    earlier = queries.earlier_mentors(table=cast.aminas_table, at=LATER + timedelta(days=2))
    assert [seat.person.given_name for seat in earlier] == ["Aisha", "Mie"]


@pytest.mark.usefixtures("wished")
def test_choosing_twice_is_once_and_who_sits_there_already_is_chosen_too(cast: Cast) -> None:
    mie = mentor(cast, cast.mie, 1)
    first = actions.choose(table=cast.aminas_table, profile=mie, by=cast.amina, at=LATER)
    again = actions.choose(table=cast.aminas_table, profile=mie, by=cast.amina, at=LATER + timedelta(days=1))
    assert first == again == cast.mies_seat
    assert Decision.objects.filter(about=DecisionAbout.MENTOR).count() == 1
    assert Letter.objects.filter(event=f"mentor_chosen:{first.pk}").count() == 1


@pytest.mark.usefixtures("wished")
def test_nobody_else_chooses_for_her(cast: Cast, aisha: MentorProfile) -> None:
    for other in (cast.bo, cast.mie, cast.sara, cast.ole):
        with pytest.raises(NotPossible):
            actions.choose(table=cast.aminas_table, profile=aisha, by=other, at=LATER)
        with pytest.raises(NotPossible):
            actions.stop_with_mentor(seat=cast.mies_seat, by=other, at=LATER)
    assert queries.mentor_of(table=cast.aminas_table, at=LATER) == cast.mies_seat


@pytest.mark.usefixtures("wished")
def test_the_last_room_is_one_citizens(cast: Cast, aisha: MentorProfile) -> None:
    actions.choose(table=cast.karims_table, profile=aisha, words="Et fast sted", by=cast.karim, at=MONDAY)
    with pytest.raises(NotPossible, match="sidste plads"):
        actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER)
    assert queries.mentor_of(table=cast.aminas_table, at=LATER) == cast.mies_seat


@pytest.mark.usefixtures("wished")
def test_a_caseworker_of_hers_or_a_mentor_not_shown_cannot_be_chosen(cast: Cast, aisha: MentorProfile) -> None:
    bo = mentor(cast, cast.bo, 3)
    with pytest.raises(NotPossible, match="anden opgave"):
        actions.choose(table=cast.aminas_table, profile=bo, by=cast.amina, at=LATER)
    actions.hide(profile=aisha, by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="ikke mentor mere"):
        actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER)
    actions.show(profile=aisha, by=cast.lis, at=MONDAY)
    assert actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER).role == SeatRole.MENTOR


@pytest.mark.usefixtures("wished")
def test_who_stands_in_or_supervises_there_for_some_days_cannot_be_chosen_until_it_is_over(cast: Cast) -> None:
    """Their seats have a last day from the first; they sit there all the same."""
    today, ole = MONDAY.date(), mentor(cast, cast.ole, 3)
    pathways.stand_in(tables=[cast.aminas_table], colleague=cast.ole, first=today, last=today, by=cast.bo, at=MONDAY)
    ulla = supervisor(cast)
    people.set_hours(person=ulla, phone=ulla.phone, reachable="man 9–10", by=ulla, at=MONDAY)
    ulla.refresh_from_db()
    sample_of(cast, ulla, cast.aminas_table, at=MONDAY, days=0)
    for profile in (ole, mentor(cast, ulla, 3)):
        with pytest.raises(NotPossible, match="anden opgave"):
            actions.choose(table=cast.aminas_table, profile=profile, by=cast.amina, at=MONDAY)
    assert queries.mentor_of(table=cast.aminas_table, at=MONDAY) == cast.mies_seat
    assert actions.choose(table=cast.aminas_table, profile=ole, by=cast.amina, at=LATER).person == cast.ole


@pytest.mark.usefixtures("wished")
def test_two_choices_at_once_leave_one_mentor_whichever_was_sent_first(
    cast: Cast, aisha: MentorProfile, henrik: MentorProfile
) -> None:
    """What was sent a moment earlier may come to its turn a moment later."""
    actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=LATER)
    actions.choose(table=cast.aminas_table, profile=henrik, by=cast.amina, at=LATER - timedelta(milliseconds=3))
    sitting = Seat.objects.filter(table=cast.aminas_table, role=SeatRole.MENTOR, ends_at=None)
    assert [seat.person for seat in sitting] == [henrik.person]
    assert queries.room_left(profile=aisha) == 1


@pytest.mark.usefixtures("wished")
def test_an_old_page_says_no_to_no_mentor_who_sits_there(cast: Cast, aisha: MentorProfile) -> None:
    offered = actions.offer(table=cast.karims_table, by=cast.ole, at=MONDAY)
    seat = actions.choose(table=cast.karims_table, profile=aisha, words="Ro", by=cast.karim, at=LATER)
    with pytest.raises(NotPossible, match="allerede en mentor"):
        actions.answer(offering=offered, said=OfferAnswer.NO, by=cast.karim, at=LATER + timedelta(minutes=1))
    assert MentorOffering.objects.get().answer == OfferAnswer.YES
    gone = LATER + timedelta(hours=1)
    actions.stop_with_mentor(seat=seat, by=cast.karim, at=gone)
    assert actions.answer(offering=offered, said=OfferAnswer.NO, by=cast.karim, at=gone).answer == OfferAnswer.NO


def test_where_she_has_said_nothing_her_first_words_come_with_the_choice(cast: Cast, aisha: MentorProfile) -> None:
    with pytest.raises(NotPossible, match="dine egne ord"):
        actions.choose(table=cast.karims_table, profile=aisha, by=cast.karim, at=MONDAY)
    actions.choose(table=cast.karims_table, profile=aisha, words="Et fast sted", by=cast.karim, at=MONDAY)
    statement = Decision.objects.get(about=DecisionAbout.MENTOR).statement
    assert (statement.kind, statement.words) == (StatementKind.WISH, "Et fast sted")


@pytest.mark.usefixtures("wished")
def test_less_room_takes_nobodys_mentor(cast: Cast, henrik: MentorProfile) -> None:
    seat = actions.choose(table=cast.aminas_table, profile=henrik, by=cast.amina, at=MONDAY)
    actions.change_profile(profile=henrik, described=described(0), version=1, by=cast.lis, at=LATER)
    assert queries.mentor_of(table=cast.aminas_table, at=LATER) == seat
    (one,) = queries.choices(queries.to_choose(municipality=cast.fjordby, with_room=False))
    assert (one.taken, one.room) == (1, 0)
    with pytest.raises(NotPossible):
        actions.choose(table=cast.karims_table, profile=henrik, words="Ro", by=cast.karim, at=LATER)


@pytest.mark.usefixtures("wished")
def test_a_mentor_who_has_stopped_leaves_every_table_and_they_hear_of_it(cast: Cast, henrik: MentorProfile) -> None:
    tables = ((cast.aminas_table, cast.amina), (cast.karims_table, cast.karim))
    for table, head in tables:
        actions.choose(table=table, profile=henrik, words="Ro", by=head, at=MONDAY)
    assert actions.leaves(profile=henrik, by=cast.lis, at=LATER) == 2
    assert [queries.mentor_of(table=table, at=LATER) for table, _head in tables] == [None, None]
    for table, head in tables:
        parting = queries.parting_to_see(table=table)
        assert parting is not None
        assert parting.why == Parted.LEFT
        assert Letter.objects.filter(person=head.pk, event=f"mentor_left:{parting.seat_id}").count() == 1
        actions.put_away(parting=parting, by=head, at=LATER)
        assert queries.parting_to_see(table=table) is None
    assert actions.leaves(profile=henrik, by=cast.lis, at=LATER) == 0


def test_shown_and_stopped_in_the_same_moment_is_stopped(cast: Cast, aisha: MentorProfile) -> None:
    """Two windows: what was sent a moment before comes to its turn a moment after."""
    actions.leaves(profile=aisha, by=cast.lis, at=MONDAY - timedelta(milliseconds=3))
    aisha.refresh_from_db()
    assert (aisha.left_at, names(queries.to_choose(municipality=cast.fjordby))) == (MONDAY, [])


@pytest.mark.usefixtures("wished")
def test_who_was_chosen_and_is_no_more_is_not_told_of_a_choice(
    cast: Cast, aisha: MentorProfile, henrik: MentorProfile
) -> None:
    """A letter on paper may wait for days; by then there is nothing for Aisha to see."""
    first = actions.choose(table=cast.aminas_table, profile=aisha, by=cast.amina, at=MONDAY)
    second = actions.choose(table=cast.aminas_table, profile=henrik, by=cast.amina, at=LATER)
    states = {one.event: one.state for one in Letter.objects.filter(event__startswith="mentor_chosen:")}
    assert states == {f"mentor_chosen:{first.pk}": State.CANCELLED, f"mentor_chosen:{second.pk}": State.WAITING}


def test_one_speaks_her_language(cast: Cast, aisha: MentorProfile, henrik: MentorProfile) -> None:
    found = queries.to_choose(municipality=cast.fjordby, language=Language.SO)
    assert (names(found), henrik.spoken) == (["Aisha"], (Language.DA,))
    assert names(queries.to_choose(municipality=cast.bakkeby, with_room=False)) == []


@pytest.mark.requirement("R10")
def test_everybody_is_offered_one_and_the_answer_is_kept_with_its_day(cast: Cast, aisha: MentorProfile) -> None:
    offered = actions.offer(table=cast.karims_table, by=cast.ole, at=MONDAY)
    assert actions.offer(table=cast.karims_table, by=cast.ole, at=LATER) == offered
    assert Letter.objects.filter(person=cast.karim.pk, event=f"mentor_offered:{offered.pk}").count() == 1
    with pytest.raises(NotPossible):
        actions.answer(offering=offered, said=OfferAnswer.NO, by=cast.ole, at=LATER)
    actions.answer(offering=offered, said=OfferAnswer.LATER, by=cast.karim, at=LATER)
    said = MentorOffering.objects.get()
    assert (said.offered_by, said.offered_at, said.answer, said.answered_at) == (cast.ole, MONDAY, "later", LATER)
    actions.choose(table=cast.karims_table, profile=aisha, words="Ro", by=cast.karim, at=LATER + timedelta(days=9))
    said.refresh_from_db()
    assert (said.answer, said.answered_at) == (OfferAnswer.YES, LATER + timedelta(days=9))
    assert queries.offered_figures(project=cast.project) == {
        "going": 3, "offered": 1, "yes": 1, "later": 0, "no": 0, "unanswered": 0, "seated": 2, "waits": 1,
    }  # fmt: skip


def test_whom_a_caseworker_offers_one_while_the_round_goes_is_passed_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others of the municipality are offered one all the same."""
    tables = [cast.karims_table, cast.holms_table]
    actions.offer(table=cast.karims_table, by=cast.ole, at=MONDAY)
    monkeypatch.setattr("bordenden.mentors.actions.offering.never_offered", lambda **_asked: tables)
    assert actions.offer_to_those_without(place=cast.fjordby, by=cast.lis, at=LATER) == 1
    assert [MentorOffering.objects.filter(table=table).count() for table in tables] == [1, 1]


def test_a_profile_is_shown_once_the_mentor_can_be_called(cast: Cast) -> None:
    quiet = somebody(cast, "Ida")
    quiet.phone = ""
    quiet.save(update_fields=["phone"])
    made = actions.open_profile(person=quiet, described=described(), form_key=uuid4(), by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="ringe til Ida"):
        actions.show(profile=made, by=cast.lis, at=MONDAY)
    with pytest.raises(NotPossible, match="allerede en profil"):
        actions.open_profile(person=quiet, described=described(), form_key=uuid4(), by=cast.lis, at=MONDAY)
    assert names(queries.to_choose(municipality=cast.fjordby, with_room=False)) == []


@pytest.mark.django_db
def test_who_is_not_described_yet_is_looked_for_among_the_mentors_and_not_among_all_who_live_there(
    cast: Cast,
) -> None:
    found = [queries.without_profile(municipality=cast.fjordby, most=most) for most in (9, 1, 0)]
    assert [[person.given_name for person in rows] for rows in found] == [["Mie"], ["Mie"], []]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Of the few people of a test it reads the whole table, whatever index there is.
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = queries.without_profile(municipality=cast.fjordby, most=100).explain()
    assert ("open_mentor_by_municipality" in plan, "people_person_municipality" in plan) == (True, False)
    assert "COVERING INDEX open_mentor" in plan or "Index Only Scan using open_mentor" in plan
    # Mentor by mentor as the index has them, to the hundredth and no further: what is gathered first is gathered all.
    assert [word in plan for word in ("FOR DISTINCT", "HashAggregate", "Hash Anti Join")] == [False] * 3
