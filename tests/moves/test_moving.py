"""Amina moves from Fjordby to Bakkeby: her yes, what goes along and what stays, and the walls between, on both databases."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.apps import apps
from django.http import Http404

from bordenden.access import acts, gate
from bordenden.assessments.models import InstrumentVersion, Item
from bordenden.assessments.queries import her_curves
from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog import actions as contactlog
from bordenden.contactlog.models import Entry
from bordenden.contactlog.words import Channel, Direction
from bordenden.foundation.rules import NotPossible
from bordenden.foundation.snapshot import snapshot, writing
from bordenden.moves import actions, queries
from bordenden.moves.models import Arrival, Move
from bordenden.moves.words import MoveAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import AtTable, Seat, Table
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.people import actions as people
from bordenden.people.models import EarlierSelf, Login, Person
from bordenden.people.queries import selves_of
from bordenden.plans import actions as plans
from bordenden.plans.models import Chosen, Goal, Plan, SmallStep, Statement, StepMark
from bordenden.plans.words import StatementKind
from bordenden.programmes import actions as programmes
from bordenden.programmes.words import OfficeRole
from bordenden.rounds import moving
from bordenden.rounds.machine import SomeFailed
from tests.cast import MONDAY, Cast, viewer_of
from tests.walls import POSTGRESQL, as_the_application

DAY = timedelta(days=1)
# What is at a table and does not go along; docs/features/flytning.md says why. A new model is sorted here or packed.
STAYS = """
    Seat Opening Enrolment Exit Presentation Need Saved Attending Waiting WaitingMark CaseworkerSheet CaseworkerAnswer
    Entry HelpRequest JournalCopy Thread Message File FileView Referral Supervised Conversation AgendaItem Boundary Note
    Agreement Helpfulness SelfCheck Plan Comment Proposal Decision PlanContact ContactAgreement ProposedContact MentorRole
    ChosenMark Penned Ruling Handover KindChange GuidanceNote TeamAdvice Approval Family Member Guardianship Consent Part
    PartWords PartShare Undertaking MentorOffering MentorAgreement MentorParting MentorNote MentorNoteWording FollowUp
    Move Review
"""


def ends_with_a_move(cast: Cast) -> Move:
    """Amina has a plan with a little on it; her course ends because she moves, and she is asked."""
    plan = plans.begin(table=cast.aminas_table, by=cast.bo, at=MONDAY - 9 * DAY)
    plans.say(plan=plan, kind=StatementKind.DREAM, words="Have", version=0, by=cast.amina, at=MONDAY - 9 * DAY)
    plans.say(plan=plan, kind=StatementKind.DREAM, words="Min have", version=1, by=cast.amina, at=MONDAY - 8 * DAY)
    goal = plans.set_goal(plan=plan, words="Arbejde ude", form_key=uuid4(), by=cast.amina, at=MONDAY - 8 * DAY)
    step = plans.set_step(plan=plan, words="Ringe", goal=goal, form_key=uuid4(), by=cast.amina, at=MONDAY - 7 * DAY)
    plans.mark_step(step=step, done=True, by=cast.amina, at=MONDAY - 6 * DAY)
    contactlog.note(
        table=cast.aminas_table,
        channel=Channel.PHONE,
        direction=Direction.OUT,
        summary="Vi talte.",
        form_key=uuid4(),
        by=cast.bo,
        at=MONDAY - DAY,
    )
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=cast.bakkeby,
        by=cast.bo,
        at=MONDAY,
    )
    moving.ask(at=MONDAY)
    return Move.objects.get(table=cast.aminas_table)


def carried(cast: Cast) -> Arrival:
    """She said yes and it is on its way."""
    actions.answer(move=ends_with_a_move(cast), said=MoveAnswer.YES, by=cast.amina, at=MONDAY)
    assert moving.carry(at=MONDAY) == 1
    return Arrival.objects.get(municipality=cast.bakkeby)


def asta(cast: Cast) -> Person:
    """A caseworker in Bakkeby."""
    made = people.register(
        municipality=cast.bakkeby, given_name="Asta", phone="20 00 00 77", reachable="man 9–10", made_up=True
    )
    programmes.give_office(person=made, role=OfficeRole.CASEWORKER, project=cast.neighbours, at=MONDAY)
    return made


def test_who_moves_is_asked_once_and_only_she_answers(cast: Cast) -> None:
    move = ends_with_a_move(cast)
    assert (moving.ask(at=MONDAY), move.destination) == (0, cast.bakkeby)
    with pytest.raises(NotPossible):
        actions.answer(move=move, said=MoveAnswer.YES, by=cast.bo, at=MONDAY)
    assert moving.carry(at=MONDAY) == 0
    with pytest.raises(NotPossible):
        actions.pack(move=move, by=cast.bo, at=MONDAY)


def test_a_no_sends_nothing_and_closes_nothing(cast: Cast) -> None:
    move = ends_with_a_move(cast)
    actions.answer(move=move, said=MoveAnswer.NO, by=cast.amina, at=MONDAY)
    assert (moving.carry(at=MONDAY), Arrival.objects.count()) == (0, 0)
    assert Table.objects.get(pk=cast.aminas_table.pk).closed_at is None
    assert actions.answer(move=move, said=MoveAnswer.YES, by=cast.amina, at=MONDAY).answer == MoveAnswer.YES


def test_whatever_stands_at_a_table_is_packed_or_stays_and_nothing_packed_points_back() -> None:
    at_a_table = {model.__name__ for model in apps.get_models() if issubclass(model, AtTable)}
    packed, stays = {kind.name for kind in queries.KINDS}, set(STAYS.split())
    assert (packed | stays, packed & stays) == (at_a_table, set())
    points_at = {
        one.related_model
        for kind in queries.KINDS
        for one in kind.model._meta.concrete_fields
        if one.is_relation and one.name not in {"table", "municipality", "plan", *kind.left, *kind.links, *kind.hers}
    }
    # What is the same in every municipality; nobody and no table of the old place.
    assert points_at == {InstrumentVersion, Item}


@pytest.mark.requirement("R49")
def test_the_table_goes_along_what_law_demands_stays_and_bo_is_a_stranger(cast: Cast) -> None:
    arrival = carried(cast)
    with pytest.raises(NotPossible):
        actions.answer(move=Move.objects.get(), said=MoveAnswer.NO, by=cast.amina, at=MONDAY)
    assert moving.carry(at=MONDAY) == 0
    later = MONDAY + DAY
    left = Seat.objects.filter(table=cast.aminas_table, ends_at=None).values_list("role", flat=True)
    assert list(left) == [SeatRole.HEAD]
    for name in ("bo", "mie", "lis", "niels"):
        assert not gate.may(viewer_of(getattr(cast, name)), acts.CASE_READ, cast.aminas_table, at=later)
    with pytest.raises(Http404):
        gate.reach(viewer_of(cast.bo), acts.CASE_READ, cast.aminas_table.pk, at=later)
    table = actions.receive(arrival=arrival, coordinator=asta(cast), by=cast.niels, at=later)
    here = Plan.objects.get(table=table)
    assert list(
        Statement.objects.filter(plan=here, kind="dream").order_by("version").values_list("words", flat=True)
    ) == [
        "Have",
        "Min have",
    ]
    goal, step = Goal.objects.get(plan=here), SmallStep.objects.get(plan=here)
    assert (goal.words, step.goal, step.done_at) == ("Arbejde ude", goal, MONDAY - 6 * DAY)
    assert StepMark.objects.get(step=step).marked_by == here.owner
    assert {row.municipality_id for row in (here, goal, step)} == {cast.bakkeby.pk}
    # The log stays where it was written, and she reads it; the way in is her own earlier self.
    assert (Entry.objects.filter(table=table).count(), Entry.objects.get().table) == (0, cast.aminas_table)
    amina = viewer_of(cast.amina)
    assert gate.reach(amina, acts.CONTACTS_READ, cast.aminas_table.pk, at=later) == cast.aminas_table
    with pytest.raises(Http404):
        gate.reach_to_write(amina, acts.HELP_ASK, cast.aminas_table.pk, at=later)
    login = Login.objects.get(username="amina")
    assert (login.person, EarlierSelf.objects.get(login=login).person) == (here.owner, cast.amina)
    new = viewer_of(login.person)
    assert gate.reach_to_write(new, acts.HELP_ASK, table.pk, at=later) == table
    assert not gate.may(new, acts.TABLE_READ, cast.aminas_table, at=later)


def test_received_twice_is_received_once_and_the_suitcase_is_empty(cast: Cast) -> None:
    arrival, coordinator = carried(cast), asta(cast)
    with pytest.raises(NotPossible):
        actions.receive(arrival=arrival, coordinator=cast.bo, by=cast.niels, at=MONDAY)
    first = actions.receive(arrival=arrival, coordinator=coordinator, by=cast.niels, at=MONDAY)
    assert actions.receive(arrival=arrival, coordinator=coordinator, by=cast.niels, at=MONDAY) == first
    arrival.refresh_from_db()
    assert (arrival.suitcase, list(queries.on_their_way(municipality=cast.bakkeby))) == ({}, [])


def test_what_nobody_receives_in_a_year_is_deleted_there_and_stays_hers_here(cast: Cast) -> None:
    arrival = carried(cast)
    a_year = MONDAY + 365 * DAY
    assert moving.delete(at=a_year - DAY) == 0
    assert (moving.delete(at=a_year), moving.delete(at=a_year)) == (1, 0)
    assert AuditEntry.objects.get(act="arrival.delete").thing == arrival.pk
    with pytest.raises(NotPossible, match="er slettet"):
        actions.receive(arrival=arrival, coordinator=asta(cast), by=cast.niels, at=a_year)
    amina = viewer_of(cast.amina)
    hers = Plan.objects.get(table=cast.aminas_table)
    assert gate.reach(amina, acts.PLAN_READ, hers.pk, at=a_year) == hers
    assert (moving.carry(at=a_year), Arrival.objects.count()) == (0, 0)


def test_what_was_received_is_not_deleted(cast: Cast) -> None:
    actions.receive(arrival=carried(cast), coordinator=asta(cast), by=cast.niels, at=MONDAY)
    assert (moving.delete(at=MONDAY + 400 * DAY), Arrival.objects.count()) == (0, 1)


def test_whoever_has_lived_there_before_is_the_same_person(cast: Cast) -> None:
    Person.objects.filter(pk=cast.amina.pk).update(cpr="0101905555")
    known = people.register(municipality=cast.bakkeby, given_name="Amina", made_up=True)
    Person.objects.filter(pk=known.pk).update(cpr="0101905555")
    table = actions.receive(arrival=carried(cast), coordinator=asta(cast), by=cast.niels, at=MONDAY)
    assert Plan.objects.get(table=table).owner == known


def test_what_died_half_way_is_carried_again(cast: Cast) -> None:
    move = ends_with_a_move(cast)
    actions.answer(move=move, said=MoveAnswer.YES, by=cast.amina, at=MONDAY)
    parcel = actions.pack(move=move, by=cast.bo, at=MONDAY)
    actions.put_down(parcel=parcel, by=cast.bo, at=MONDAY)
    assert (moving.carry(at=MONDAY), moving.carry(at=MONDAY), Arrival.objects.count()) == (1, 0, 1)


def test_a_table_that_cannot_be_packed_is_reported_and_stops_nobody_else(cast: Cast) -> None:
    actions.answer(move=ends_with_a_move(cast), said=MoveAnswer.YES, by=cast.amina, at=MONDAY)
    pathways.end_course(
        enrolment=cast.karims_course,
        on=MONDAY.date(),
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=cast.bakkeby,
        by=cast.ole,
        at=MONDAY,
    )
    moving.ask(at=MONDAY)
    karims = Move.objects.get(table=cast.karims_table)
    # He said yes before she did, so his would have stood in the way of hers.
    Move.objects.filter(pk=karims.pk).update(answer=MoveAnswer.YES, answered_at=MONDAY - DAY)
    seat = Seat.objects.create(
        table=cast.karims_table,
        municipality=cast.fjordby,
        person=cast.mie,
        role=SeatRole.HEAD,
        starts_at=MONDAY - DAY,
    )
    with pytest.raises(NotPossible, match="præcis én for bordenden"):
        actions.pack(move=karims, by=cast.ole, at=MONDAY)
    with pytest.raises(SomeFailed, match=r"^NotPossible$"):
        moving.carry(at=MONDAY)
    assert [arrival.name for arrival in Arrival.objects.filter(municipality=cast.bakkeby)] == [cast.amina.name]
    assert Table.objects.get(pk=cast.karims_table.pk).closed_at is None
    pathways.leave_seat(seat=seat, by=cast.karim, at=MONDAY)
    assert (moving.carry(at=MONDAY), Arrival.objects.filter(municipality=cast.bakkeby).count()) == (1, 2)


def test_the_login_follows_there_and_back_and_there_again(cast: Cast) -> None:
    here, login = cast.amina, Login.objects.get(person=cast.amina)
    there = people.register(municipality=cast.bakkeby, given_name="Amina", made_up=True)
    for old, new in ((here, there), (there, here), (here, there)):
        made = people.follow_login(old=old, new=new, by=cast.niels, at=MONDAY)
        assert made is not None
        assert selves_of(login=Login.objects.get(pk=login.pk)) == [new, old]
    assert people.follow_login(old=here, new=cast.karim, by=cast.niels, at=MONDAY) is None


def test_the_whole_story_of_amina_goes_along_with_her_curves(story: Cast) -> None:
    before = her_curves(table=story.aminas_table)
    assert len(before.curves) > 3
    chosen = Chosen.objects.filter(table=story.aminas_table).exclude(
        status__in=("completed", "stopped", "not_granted")
    )
    wishes = chosen.count()
    table = actions.receive(arrival=carried_story(story), coordinator=asta(story), by=story.niels, at=MONDAY + DAY)
    after = her_curves(table=table)
    assert (after.days, after.curves) == (before.days, before.curves)
    here = Chosen.objects.filter(table=table)
    assert {(one.status, one.offer_id, bool(one.words)) for one in here} == {("wish", None, True)}
    assert here.count() == wishes


def carried_story(story: Cast) -> Arrival:
    pathways.end_course(
        enrolment=story.aminas_course,
        on=MONDAY.date(),
        reason=ExitReason.MOVED,
        decided_by=Decider.CITIZEN,
        moved_to=story.bakkeby,
        by=story.bo,
        at=MONDAY,
    )
    moving.ask(at=MONDAY)
    actions.answer(move=Move.objects.get(table=story.aminas_table), said=MoveAnswer.YES, by=story.amina, at=MONDAY)
    moving.carry(at=MONDAY)
    return Arrival.objects.get(municipality=story.bakkeby)


def test_no_transaction_sees_both_sides_and_the_walls_hold(cast: Cast) -> None:
    coordinator = asta(cast)
    move = ends_with_a_move(cast)
    actions.answer(move=move, said=MoveAnswer.YES, by=cast.amina, at=MONDAY)
    with as_the_application():
        assert moving.carry(at=MONDAY) == 1
        with snapshot(cast.fjordby.pk, cast.lis.pk):
            assert Arrival.objects.count() == (0 if POSTGRESQL else 1)
        with writing(cast.bakkeby.pk, cast.niels.pk):
            table = actions.receive(
                arrival=Arrival.objects.get(), coordinator=coordinator, by=cast.niels, at=MONDAY + DAY
            )
        with snapshot(cast.bakkeby.pk, cast.niels.pk):
            assert Goal.objects.filter(table=table).count() == 1
            assert Move.objects.count() == (0 if POSTGRESQL else 1)
            assert Entry.objects.filter(table=cast.aminas_table).count() == (0 if POSTGRESQL else 1)
