"""What Amina, her mentor and Bo agree in writing: for six months at most, and nothing counts before both say yes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import Http404
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as some

from bordenden.access import acts, gate
from bordenden.foundation.rules import AlreadySent, NotPossible, Stale
from bordenden.mentors import actions, queries
from bordenden.mentors.actions import Terms
from bordenden.mentors.models import MentorAgreement
from bordenden.mentors.queries import six_months_from
from bordenden.pathways import actions as pathways
from bordenden.pathways.words import Decider, ExitReason, SeatRole
from bordenden.plans.models import MentorRole
from bordenden.plans.words import StepOwner
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from bordenden.rounds import mentoring
from tests.cast import MONDAY, Cast, viewer_of
from tests.mentors.conftest import somebody

TODAY = MONDAY.date()
HALF_A_YEAR = Terms(TODAY, date(2026, 9, 1), "To timer om ugen", "En at gå med", "Tage bussen sammen")


def write(cast: Cast, terms: Terms = HALF_A_YEAR, version: int = 0, days: int = 0) -> MentorAgreement:
    at = MONDAY + timedelta(days=days)
    return actions.write_agreement(
        seat=cast.mies_seat, terms=terms, version=version, form_key=uuid4(), by=cast.bo, at=at
    )


def both_say_yes(cast: Cast, agreement: MentorAgreement) -> MentorAgreement:
    actions.say_yes(agreement=agreement, by=cast.mie, at=MONDAY)
    return actions.say_yes(agreement=agreement, by=cast.amina, at=MONDAY)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 3, 2), date(2026, 9, 1)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 15), date(2027, 6, 14)),
    ],
)
def test_six_months_are_six_months_of_the_calendar(first: date, last: date) -> None:
    assert six_months_from(first) == last


@how(max_examples=25)
@given(some.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_six_months_are_never_more_than_six_of_any(first: date) -> None:
    assert timedelta(days=180) <= six_months_from(first) + timedelta(days=1) - first <= timedelta(days=184)


@pytest.mark.requirement("R158")
def test_nothing_counts_before_she_and_the_mentor_have_said_yes(cast: Cast) -> None:
    made = write(cast)
    assert (made.role.words, made.role.tasks, made.role.mentor) == ("En at gå med", "Tage bussen sammen", cast.mie)
    assert queries.standing_agreement(seat=cast.mies_seat, at=MONDAY) is None
    for stranger in (cast.bo, cast.sara, cast.ole):
        with pytest.raises(NotPossible):
            actions.say_yes(agreement=made, by=stranger, at=MONDAY)
    actions.say_yes(agreement=made, by=cast.mie, at=MONDAY)
    assert queries.standing_agreement(seat=cast.mies_seat, at=MONDAY) is None
    actions.say_yes(agreement=made, by=cast.amina, at=MONDAY)
    assert queries.standing_agreement(seat=cast.mies_seat, at=MONDAY) == made
    assert queries.standing_agreement(seat=cast.mies_seat, at=MONDAY + timedelta(days=184)) is None


def test_more_than_six_months_or_days_gone_by_are_refused(cast: Cast) -> None:
    words = HALF_A_YEAR.hours, HALF_A_YEAR.role, HALF_A_YEAR.tasks
    for first, last in (
        (TODAY, date(2026, 9, 2)),
        (TODAY, TODAY - timedelta(days=1)),
        (TODAY - timedelta(days=90), TODAY - timedelta(days=1)),
        (TODAY + timedelta(days=93), TODAY + timedelta(days=100)),
        (date(9999, 12, 31), date(9999, 12, 31)),
    ):
        with pytest.raises(NotPossible):
            write(cast, Terms(first, last, *words))
    with pytest.raises(NotPossible, match="hvor meget tid"):
        write(cast, Terms(TODAY, TODAY, " ", "En", "To"))
    assert (MentorAgreement.objects.count(), MentorRole.objects.count()) == (0, 0)


def test_she_wants_it_otherwise_and_he_writes_it_anew(cast: Cast) -> None:
    made = write(cast)
    actions.say_yes(agreement=made, by=cast.mie, at=MONDAY)
    asked = actions.want_changes(agreement=made, words=" Kun om formiddagen ", by=cast.amina, at=MONDAY)
    assert (asked.changes_wanted, asked.changes_wanted_by) == ("Kun om formiddagen", StepOwner.CITIZEN)
    mornings = Terms(TODAY, date(2026, 6, 1), "Tirsdag formiddag", "En at gå med", "Tage bussen sammen")
    with pytest.raises(Stale):
        write(cast, mornings)
    anew = write(cast, mornings, version=1)
    made.refresh_from_db()
    assert (made.dropped_at, anew.version, queries.agreement_of(seat=cast.mies_seat)) == (MONDAY, 2, anew)
    with pytest.raises(NotPossible, match="nyere aftale"):
        actions.say_yes(agreement=made, by=cast.amina, at=MONDAY)
    assert MentorRole.objects.count() == 1


def test_the_same_form_sent_again_is_one_agreement_and_other_words_are_not_lost_silently(cast: Cast) -> None:
    facts: dict[str, Any] = {"seat": cast.mies_seat, "version": 0, "form_key": uuid4(), "by": cast.bo, "at": MONDAY}
    made = actions.write_agreement(terms=HALF_A_YEAR, **facts)
    assert actions.write_agreement(terms=HALF_A_YEAR, **facts) == made
    with pytest.raises(AlreadySent):
        actions.write_agreement(terms=replace(HALF_A_YEAR, tasks="Ringe søndag aften"), **facts)
    assert MentorAgreement.objects.count() == 1


def test_another_mentor_neither_reads_nor_answers_what_was_agreed_with_mie(cast: Cast) -> None:
    made = write(cast)
    aisha = somebody(cast, "Aisha")
    pathways.seat(table=cast.aminas_table, person=aisha, role=SeatRole.MENTOR, by=cast.amina, at=MONDAY)
    assert gate.may(viewer_of(cast.mie), acts.MENTOR_AGREE, made, at=MONDAY)
    assert not gate.may(viewer_of(aisha), acts.MENTOR_AGREE, made, at=MONDAY)
    assert not gate.reachable(viewer_of(aisha), acts.MENTOR_AGREE, at=MONDAY).exists()
    with pytest.raises(Http404):
        gate.reach_to_write(viewer_of(aisha), acts.MENTOR_AGREE, made.pk, at=MONDAY)
    assert gate.reach_to_write(viewer_of(cast.mie), acts.MENTOR_AGREE, made.pk, at=MONDAY) == made
    with pytest.raises(NotPossible, match="kun borgeren og mentoren"):
        actions.say_yes(agreement=made, by=aisha, at=MONDAY)
    actions.want_changes(agreement=made, words="Kun tirsdag", by=cast.mie, at=MONDAY)
    with pytest.raises(NotPossible, match="allerede bedt om"):
        actions.want_changes(agreement=made, words="Kun onsdag", by=cast.amina, at=MONDAY)
    actions.leave_as_mentor(seat=cast.mies_seat, by=cast.mie, at=MONDAY)
    with pytest.raises(NotPossible, match="ikke længere ved bordet"):
        actions.say_yes(agreement=made, by=cast.amina, at=MONDAY)


def test_one_that_stands_is_renewed_from_the_day_after(cast: Cast) -> None:
    first = both_say_yes(cast, write(cast))
    with pytest.raises(NotPossible, match="dagen efter"):
        write(cast, HALF_A_YEAR, version=1)
    with pytest.raises(NotPossible, match="begge sagt ja"):
        actions.want_changes(agreement=first, words="Nej", by=cast.amina, at=MONDAY)
    more = Terms(date(2026, 9, 2), date(2027, 3, 1), "En time om ugen", "En at gå med", "Ringe")
    second = both_say_yes(cast, write(cast, more, version=1, days=150))
    at = MONDAY + timedelta(days=150)
    assert queries.standing_agreement(seat=cast.mies_seat, at=at) == first
    assert queries.standing_agreement(seat=cast.mies_seat, at=at + timedelta(days=60)) == second


def test_two_weeks_before_the_end_three_hear_of_it_once(cast: Cast) -> None:
    made = both_say_yes(cast, write(cast, Terms(TODAY, date(2026, 3, 31), "Efter behov", "En", "To")))
    early, due = MONDAY + timedelta(days=14), MONDAY + timedelta(days=16)
    later = due + timedelta(hours=6)
    assert [mentoring.remind(at=early), mentoring.remind(at=due), mentoring.remind(at=later)] == [0, 3, 0]
    heard = Letter.objects.filter(kind=Kind.AGREEMENT_ENDS, thing=made.pk).values_list("person", flat=True)
    assert set(heard) == {cast.amina.pk, cast.mie.pk, cast.bo.pk}


def test_the_municipality_offers_one_to_whoever_never_was(cast: Cast) -> None:
    assert mentoring.offer(at=MONDAY) == 2
    assert {row.table for row in queries.offerings_of(table=cast.karims_table)} == {cast.karims_table}
    assert queries.offering_of(table=cast.aminas_table) is None
    assert mentoring.offer(at=MONDAY + timedelta(days=30)) == 0


def test_a_course_that_is_over_keeps_the_mentor_to_the_agreements_last_day(cast: Cast) -> None:
    both_say_yes(cast, write(cast, Terms(TODAY, date(2026, 3, 31), "Efter behov", "En", "To")))
    pathways.end_course(
        enrolment=cast.aminas_course,
        on=TODAY,
        reason=ExitReason.ORDINARY_JOB,
        decided_by=Decider.CITIZEN,
        by=cast.bo,
        at=MONDAY,
    )
    assert mentoring.part(at=MONDAY + timedelta(days=29)) == 0
    assert mentoring.part(at=MONDAY + timedelta(days=31)) == 1
    assert queries.mentor_of(table=cast.aminas_table, at=MONDAY + timedelta(days=31)) is None
