"""The referral: asked with a reason, on a day when it can be, by the rules; her yes, her no, and her way out."""

from datetime import date, timedelta

import pytest

from bordenden.access import acts, gate
from bordenden.evaluation.extract import exits_of_project
from bordenden.followup.queries import not_planned
from bordenden.foundation.rules import NotPossible
from bordenden.intake import actions
from bordenden.intake.models import Referral
from bordenden.intake.queries import own_table
from bordenden.mentors.actions import offer, offer_to_all
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Exit, Seat, Table
from bordenden.pathways.words import LeavingReason, SeatRole
from bordenden.people.models import Person
from bordenden.plans.models import Chosen
from bordenden.post.models import Letter
from bordenden.post.words import Kind, State
from bordenden.programmes.words import Track
from tests.cast import MONDAY, Cast, viewer_of
from tests.intake.candidates import HOPE, WHY, candidate, joined, referred
from tests.intake.files import SIGNE, laid_up

DAY = timedelta(days=1)


@pytest.fixture
def pia(cast: Cast) -> Person:
    return cast.pia


@pytest.mark.requirement("R127")
def test_she_is_asked_at_a_table_of_her_own_with_the_reason_and_the_verdict(cast: Cast, pia: Person) -> None:
    referral = referred(cast, pia)
    head = Seat.objects.get(table=referral.table)
    assert (head.person, head.role) == (referral.candidate.person, SeatRole.HEAD)
    assert (referral.match_reasons, referral.enrolment, referral.caseworker) == (WHY, None, cast.bo)
    assert (referral.verdict["rule"], referral.verdict["spell_start"]) == ("two_years", "2022-01-01")
    assert Letter.objects.get(person=head.person_id).kind == Kind.JOINING
    assert referred(cast, pia, referral.candidate) == referral


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"match_reasons": "  "}, "hvorfor projektet kan passe"),
        ({"reference": "f 1"}, "Sagsnummeret er brugt"),
        ({"reference": " "}, "Skriv sagsnummeret"),
    ],
)
def test_what_is_missing_is_said_and_no_table_is_laid(
    cast: Cast, pia: Person, said: dict[str, str], why: str
) -> None:
    tables, nina = Table.objects.count(), candidate(cast)
    facts = {"reference": "F-77", "match_reasons": WHY, **said}
    with pytest.raises(NotPossible, match=why):
        actions.refer(candidate=nina, caseworker=cast.bo, by=pia, at=MONDAY, **facts)
    assert (Table.objects.count(), Referral.objects.count()) == (tables, 0)


def test_a_number_promised_to_one_is_nobody_elses_in_any_spelling_also_not_by_a_file(cast: Cast, pia: Person) -> None:
    nina = referred(cast, pia)
    rolf = candidate(cast, "Rolf", "150385-1113")
    for same in ("f 77", "F77", "F-77"):
        with pytest.raises(NotPossible, match="Sagsnummeret er brugt"):
            actions.refer(candidate=rolf, reference=same, match_reasons=WHY, caseworker=None, by=pia, at=MONDAY)
    file = laid_up(cast, SIGNE.replace("F-101", "f 77"))
    with pytest.raises(NotPossible, match="linjer, som ikke kan hentes"):
        actions.bring_in(file=file, only_good=False, offer_mentor=offer_to_all, by=cast.bo, at=MONDAY)
    her = nina.candidate.person
    assert actions.say_yes(referral=nina, hope=HOPE, towards=Track.JOB, by=her, at=MONDAY).enrolment is not None


def test_a_number_lost_all_the_same_is_the_offices_fault_in_words_that_are_hers(cast: Cast, pia: Person) -> None:
    nina = referred(cast, pia)
    Referral.objects.filter(pk=nina.pk).update(reference="f 1")
    with pytest.raises(NotPossible, match="Ring til kommunen"):
        actions.say_yes(referral=nina, hope=HOPE, towards=Track.JOB, by=nina.candidate.person, at=MONDAY)
    with pytest.raises(NotPossible, match="Sagsnummeret hører til en anden"):
        actions.say_yes(referral=nina, hope=HOPE, towards=Track.JOB, by=pia, at=MONDAY, paper_on=MONDAY.date())


def test_before_two_years_and_with_a_caseworker_of_elsewhere_she_is_not_asked(cast: Cast, pia: Person) -> None:
    new = candidate(cast, since=date(2025, 3, 1))
    with pytest.raises(NotPossible, match="efter reglerne"):
        referred(cast, pia, new)
    with pytest.raises(NotPossible, match="kan ringe til"):
        referred(cast, pia, candidate(cast, "Rolf", "150385-1113"), caseworker=cast.mie)


def test_after_the_last_day_or_outside_the_projects_own_days_nobody_is_asked(cast: Cast, pia: Person) -> None:
    nina, last = candidate(cast), cast.programme.last_referral_on
    for project_ends, on in ((cast.project.ends_on, last + DAY), (MONDAY.date(), MONDAY.date() + DAY)):
        type(cast.project).objects.filter(pk=cast.project.pk).update(ends_on=project_ends)
        at = MONDAY + (on - MONDAY.date())
        with pytest.raises(NotPossible, match="Man kan kun blive henvist fra"):
            actions.refer(candidate=nina, reference="F-77", match_reasons=WHY, caseworker=None, by=pia, at=at)
    assert referred(cast, pia, nina).prepared_at == MONDAY


@pytest.mark.requirement("R121", "R122", "R123")
def test_her_yes_carries_her_hope_and_the_day_and_asks_for_no_activity(cast: Cast, pia: Person) -> None:
    referral = joined(cast, pia)
    assert (referral.hope, referral.towards, referral.declared_on) == (HOPE, Track.JOB, MONDAY.date())
    course = referral.enrolment
    assert course is not None
    assert (course.reference, course.target_group, course.activated_on) == ("F-77", "2.3", None)
    assert Chosen.objects.filter(table=referral.table).count() == 0
    assert Seat.objects.get(table=referral.table, role=SeatRole.COORDINATOR).person == cast.bo
    letters = Letter.objects.filter(kind=Kind.JOINING).values_list("person", "state")
    assert dict(letters) == {referral.candidate.person_id: State.CANCELLED, cast.bo.pk: State.WAITING}
    again = actions.say_yes(
        referral=referral, hope="Noget andet", towards=Track.EDUCATION, by=referral.candidate.person, at=MONDAY
    )
    assert (again.hope, again.enrolment) == (HOPE, course)


def test_nobody_says_yes_for_her_but_she_may_say_it_on_paper(cast: Cast, pia: Person) -> None:
    referral = referred(cast, pia)
    with pytest.raises(NotPossible, match="for bordenden"):
        actions.say_yes(referral=referral, hope=HOPE, towards=Track.JOB, by=pia, at=MONDAY)
    with pytest.raises(NotPossible, match="Vælg en dag"):
        actions.say_yes(
            referral=referral, hope=HOPE, towards=Track.JOB, by=pia, at=MONDAY, paper_on=MONDAY.date() - DAY
        )
    said = actions.say_yes(
        referral=referral, hope=HOPE, towards=Track.JOB, by=pia, at=MONDAY + DAY, paper_on=MONDAY.date()
    )
    assert (said.on_paper, said.noted_by, said.declared_on) == (True, pia, MONDAY.date())


def test_a_no_ends_it_without_a_question_and_can_become_a_yes(cast: Cast, pia: Person) -> None:
    referral = referred(cast, pia)
    her = referral.candidate.person
    actions.say_no(referral=referral, by=her, at=MONDAY)
    referral.candidate.refresh_from_db()
    assert referral.candidate.ended_as == "declined"
    assert not gate.may(viewer_of(pia), acts.REFERRAL_MAKE, referral.candidate, at=MONDAY)
    said = actions.say_yes(referral=referral, hope=HOPE, towards=Track.JOB, by=her, at=MONDAY + DAY)
    assert (said.declined_at, said.candidate.closed_at, said.enrolment is not None) == (None, None, True)


def test_a_caseworker_who_has_left_is_not_seated_and_her_yes_stands(cast: Cast, pia: Person) -> None:
    referral = referred(cast, pia)
    cast.bo.offices.update(ends_at=MONDAY)
    said = actions.say_yes(
        referral=referral, hope=HOPE, towards=Track.JOB, by=referral.candidate.person, at=MONDAY + DAY
    )
    assert said.enrolment is not None
    assert [seat.role for seat in Seat.objects.filter(table=said.table)] == [SeatRole.HEAD]


@pytest.mark.requirement("R9")
def test_no_course_begins_without_a_caseworker(cast: Cast, pia: Person) -> None:
    referral = joined(cast, pia)
    assert referral.enrolment is not None
    pathways.note_mentor_offered(table=referral.table, on=MONDAY.date())
    seat = Seat.objects.get(table=referral.table, role=SeatRole.COORDINATOR)
    pathways.leave_seat(seat=seat, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="koordinerende sagsbehandler"):
        actions.begin_course(enrolment=referral.enrolment, by=cast.bo, at=MONDAY)


def test_it_begins_with_the_offer_of_a_mentor_and_pia_is_a_stranger_from_that_second(cast: Cast, pia: Person) -> None:
    referral = joined(cast, pia)
    course, nina = referral.enrolment, referral.candidate
    assert course is not None
    with pytest.raises(NotPossible, match="tilbudt en mentor"):
        actions.begin_course(enrolment=course, by=cast.bo, at=MONDAY)
    assert gate.reachable(viewer_of(pia), acts.REFERRAL_MAKE, at=MONDAY).filter(pk=nina.pk).exists()
    offer(table=referral.table, by=cast.bo, at=MONDAY)
    begun = actions.begin_course(enrolment=course, by=cast.bo, at=MONDAY)
    nina.refresh_from_db()
    assert (begun.activated_on, nina.ended_as, nina.closed_at) == (MONDAY.date(), "enrolled", MONDAY)
    assert not gate.reachable(viewer_of(pia), acts.REFERRAL_MAKE, at=MONDAY).filter(pk=nina.pk).exists()
    assert not gate.may(viewer_of(pia), acts.REFERRAL_MAKE, nina, at=MONDAY)
    assert gate.may(viewer_of(cast.bo), acts.CASE_READ, referral.table, at=MONDAY)


@pytest.mark.requirement("R120")
def test_she_takes_her_yes_back_any_day_and_nobody_asks_why(cast: Cast, pia: Person) -> None:
    referral = joined(cast, pia)
    course, her = referral.enrolment, referral.candidate.person
    assert course is not None
    offer(table=referral.table, by=cast.bo, at=MONDAY)
    actions.begin_course(enrolment=course, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="for bordenden"):
        actions.stop(enrolment=course, by=cast.bo, at=MONDAY)
    ended = actions.stop(enrolment=course, by=her, at=MONDAY + DAY)
    assert (ended.on, ended.reason, ended.decided_by, ended.grounds, ended.citizen_words) == (
        MONDAY.date() + DAY,
        "left_by_choice",
        "citizen",
        "",
        "",
    )
    referral.refresh_from_db()
    assert referral.withdrawn_at == MONDAY + DAY
    assert [letter.person for letter in Letter.objects.filter(kind=Kind.COURSE_STOPPED)] == [cast.bo.pk]
    assert actions.stop(enrolment=course, by=her, at=MONDAY + 2 * DAY) == ended


def test_before_the_begin_she_may_stop_just_as_well_and_it_counts_as_no_exit(cast: Cast, pia: Person) -> None:
    referral = joined(cast, pia)
    assert referral.enrolment is not None
    actions.stop(enrolment=referral.enrolment, by=referral.candidate.person, at=MONDAY)
    referral.enrolment.refresh_from_db()
    assert (referral.enrolment.ended_on, Exit.objects.count()) == (MONDAY.date(), 1)
    assert exits_of_project(project=cast.project, until=MONDAY.date()) == []
    assert list(not_planned(municipality=cast.fjordby)) == []
    with pytest.raises(NotPossible, match="valgt at stoppe"):
        actions.begin_course(enrolment=referral.enrolment, by=cast.bo, at=MONDAY)


def sits_there(referral: Referral) -> list[Person]:
    """Who is the caseworker by now."""
    rows = Seat.objects.filter(table=referral.table, role=SeatRole.COORDINATOR, ends_at__isnull=True)
    return [seat.person for seat in rows.select_related("person")]


def comes_back(cast: Cast, pia: Person) -> Referral:
    """Nina stopped, Bo got up, and a week later she is asked anew: at the table where all of hers stands."""
    first = joined(cast, pia)
    assert first.enrolment is not None
    actions.stop(enrolment=first.enrolment, by=first.candidate.person, at=MONDAY)
    pathways.leave_seat(
        seat=Seat.objects.get(table=first.table, role=SeatRole.COORDINATOR), by=cast.bo, at=MONDAY + DAY
    )
    told = actions.Told("Nina", "Nør", "210679-1114", target_group="2.3")
    again = actions.put_up(project=cast.project, told=told, by=pia, at=MONDAY + DAY)
    return actions.refer(
        candidate=again, reference="F-78", match_reasons=WHY, caseworker=cast.bo, by=pia, at=MONDAY + 7 * DAY
    )


@pytest.mark.parametrize("on_paper", [True, False])
def test_what_stood_there_before_is_opened_to_a_caseworker_by_her_own_yes_and_by_no_paper(
    cast: Cast, pia: Person, on_paper: bool
) -> None:
    referral = comes_back(cast, pia)
    late = MONDAY + 8 * DAY
    by, day = (pia, late.date()) if on_paper else (referral.candidate.person, None)
    said = actions.say_yes(referral=referral, hope=HOPE, towards=Track.JOB, by=by, at=late, paper_on=day)
    assert (said.enrolment is not None, sits_there(said)) == (True, [] if on_paper else [cast.bo])


@pytest.mark.parametrize("noted_by", ["pia", "bo"])
def test_nobody_becomes_her_caseworker_by_a_paper_they_noted_themselves(cast: Cast, noted_by: str) -> None:
    referral = referred(cast, cast.pia)
    said = actions.say_yes(
        referral=referral,
        hope=HOPE,
        towards=Track.JOB,
        by=getattr(cast, noted_by),
        at=MONDAY,
        paper_on=MONDAY.date(),
    )
    assert sits_there(said) == ([cast.bo] if noted_by == "pia" else [])


def test_at_a_closed_table_nobody_sits_down_and_who_is_asked_anew_gets_a_new_one(cast: Cast, pia: Person) -> None:
    first = joined(cast, pia)
    course = first.enrolment
    assert course is not None
    actions.stop(enrolment=course, by=first.candidate.person, at=MONDAY)
    assert own_table(person=first.candidate.person, at=MONDAY) == first.table
    Table.objects.filter(pk=first.table_id).update(closed_at=MONDAY)
    assert own_table(person=first.candidate.person, at=MONDAY) is None
    with pytest.raises(NotPossible, match="Bordet er lukket"):
        pathways.seat(table=first.table, person=cast.mie, role=SeatRole.MENTOR, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="Bordet er lukket"):
        pathways.change_coordinator(
            table=first.table, to=cast.ole, because=LeavingReason.OTHER, by=cast.lis, at=MONDAY
        )
    with pytest.raises(NotPossible, match="Bordet er lukket"):
        pathways.enrol(
            table=first.table,
            project=cast.project,
            reference="F-79",
            referred_on=MONDAY.date() + DAY,
            by=pia,
            at=MONDAY,
        )
