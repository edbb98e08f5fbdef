"""Hvem venter på mig: three lines at most, the most urgent first, each with one way; then all."""

import re
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils.timezone import localdate

from bordenden.access import acts
from bordenden.contactlog.actions import ask_for_help
from bordenden.contactlog.words import Channel, Direction, HelpKind, Outcome
from bordenden.foundation.clock import now
from bordenden.foundation.ids import new_id
from bordenden.meetings.actions import arrange
from bordenden.meetings.words import Where
from bordenden.mentors import actions as mentors
from bordenden.mentors.words import OfferAnswer
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment, Seat
from bordenden.pathways.words import SeatRole
from bordenden.web.staff.waiting_for_me import Waiting
from bordenden.web.staff.waiting_kinds import (
    Asker,
    Due,
    Line,
    Rank,
    dues,
    every_due,
    every_line,
    pressing_due,
    pressing_line,
)
from bordenden.web.staff.waiting_kinds import lines as kinds_of
from bordenden.web.threshold.visit import Visit
from tests.cast import MONDAY, Cast, client_of, viewer_of
from tests.web.mentoring import agreed, written
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import body, many_citizens, noted

FIRST, ALL = "/sagsbehandler/", "/sagsbehandler/venter/"
WRITES: dict[str, Any] = {"channel": Channel.TEXT, "direction": Direction.IN}


def lines(cast: Cast, address: str) -> list[str]:
    """Whose name stands on the button of each line."""
    return re.findall(r"waiting-lines|>Se ([^<]+)</a></li>", body(client_of(cast.bo).get(address)))[1:]


def test_nobody_waits_and_nothing_stands_there(cast: Cast) -> None:
    at = now()
    pathways.leave_seat(seat=cast.mies_seat, by=cast.amina, at=at)
    offering = mentors.offer(table=cast.aminas_table, by=cast.bo, at=at)
    mentors.answer(offering=offering, said=OfferAnswer.NO, by=cast.amina, at=at)
    assert "Hvem venter på mig" not in text_of(client_of(cast.bo), FIRST)
    assert "Ingen venter på dig lige nu" in text_of(client_of(cast.bo), ALL)


def test_at_most_three_lines_and_the_late_answer_first(cast: Cast) -> None:
    at = now()
    absent, late, new, other = many_citizens(cast, 4)
    noted(cast, absent, outcome=Outcome.ABSENT, happened_at=at - timedelta(days=1), at=at)
    noted(cast, late, happened_at=at - timedelta(days=9), at=at, **WRITES)
    noted(cast, new, happened_at=at - timedelta(minutes=9), at=at, **WRITES)
    assert lines(cast, FIRST) == ["Borger001", "Borger000", "Borger002"]
    assert "Vis alle, der venter" not in text_of(client_of(cast.bo), FIRST)
    noted(cast, other, happened_at=at, at=at, **WRITES)
    assert lines(cast, FIRST) == ["Borger001", "Borger000", "Borger002"]
    assert "Vis alle, der venter" in text_of(client_of(cast.bo), FIRST)
    assert lines(cast, ALL) == ["Borger001", "Borger000", "Borger002", "Borger003"]


def test_the_way_leads_to_the_citizen_and_the_line_says_since_when(cast: Cast) -> None:
    at = now()
    noted(cast, happened_at=at - timedelta(days=10), at=at, **WRITES)
    page = body(client_of(cast.bo).get(FIRST))
    assert "Amina har ventet på svar siden" in page
    assert f'href="/sagsbehandler/bord/{cast.aminas_table.pk}/">Se Amina<' in page


def test_an_absence_is_met_with_a_call(cast: Cast) -> None:
    noted(cast, outcome=Outcome.ABSENT, happened_at=now(), at=now())
    assert "Ring og hør, hvordan Amina har det. I mødtes ikke sidst." in text_of(client_of(cast.bo), ALL)


def test_those_of_others_wait_for_others(cast: Cast) -> None:
    noted(cast, cast.karims_table, happened_at=now(), at=now(), **WRITES)
    assert "Karim" not in text_of(client_of(cast.bo), ALL)
    assert "Karim venter på svar" in text_of(client_of(cast.ole), ALL)


def test_the_lines_are_for_the_first_page_and_give_way_to_a_filter(cast: Cast) -> None:
    noted(cast, happened_at=now(), at=now(), **WRITES)
    many_citizens(cast, 30)
    assert "Hvem venter på mig" in text_of(client_of(cast.bo), FIRST)
    assert "Hvem venter på mig" not in text_of(client_of(cast.bo), FIRST + "?side=2")
    assert "Hvem venter på mig" not in text_of(client_of(cast.bo), FIRST + "?tur=ours")


@pytest.mark.once
def test_one_who_waits_and_thirty_cost_the_same(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    at, bo = MONDAY, client_of(cast.bo)
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: at)
    asks_and_talks(cast)
    noted(cast, happened_at=at, at=at, **WRITES)
    one = queries_of(bo, ALL), queries_of(bo, FIRST)
    for table in many_citizens(cast, 30):
        noted(cast, table, happened_at=at, at=at, **WRITES)
    assert (queries_of(bo, ALL), queries_of(bo, FIRST)) == one
    assert max(one) <= 12


def test_what_is_prepared_answers_as_the_questions_themselves(story: Cast) -> None:
    found = set()
    for person, days in product((story.bo, story.ole, story.amina), (0, 1, 40, 200)):
        asker = Asker(viewer_of(person), MONDAY + timedelta(days=days, hours=days))
        visit = Visit(RequestFactory().get(ALL), asker.viewer, acts.CASE_READ, asker.at)
        kinds, every = kinds_of(visit, 30, everything=True), dues(visit, 30, everything=True)
        assert kinds == [Line(*row) for row in every_line(asker, 30)]
        assert kinds_of(visit, 30, everything=False) == [Line(*row) for row in pressing_line(asker, 30)]
        assert every == [Due(*row) for row in every_due(asker, 30)]
        assert dues(visit, 30, everything=False) == [Due(*row) for row in pressing_due(asker, 30)]
        found |= {(person.given_name, bool(kinds), bool(every))}
    assert ("Bo", True, True) in found
    assert {name for name, kinds, every in found if kinds or every} <= {"Bo", "Ole"}


def test_the_more_urgent_kind_goes_first_and_within_a_kind_who_has_waited_longest() -> None:
    at = now()
    one, two, three = (
        Waiting(rank, at - timedelta(days=ago), "", "", "")
        for rank, ago in ((Rank.CARE, 30), (Rank.URGENT, 1), (Rank.URGENT, 2))
    )
    assert sorted([one, two, three]) == [three, two, one]


def asks_and_talks(cast: Cast) -> None:
    """Amina asks to be called, and Bo and she talk this afternoon."""
    at, talk = MONDAY, MONDAY + timedelta(hours=4)
    ask_for_help(table=cast.aminas_table, kind=HelpKind.CALL_ME, form_key=new_id(), by=cast.amina, at=at)
    arrange(table=cast.aminas_table, starts_at=talk, place=Where.PHONE, form_key=new_id(), by=cast.bo, at=at)


def test_a_call_asked_for_comes_before_a_talk_today_and_both_before_an_absence(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + timedelta(minutes=2))
    noted(cast, many_citizens(cast, 1)[0], outcome=Outcome.ABSENT, at=MONDAY + timedelta(minutes=1))
    asks_and_talks(cast)
    page = text_of(client_of(cast.bo), FIRST)
    lines = ("Amina vil gerne ringes op.", "Du taler med Amina i dag kl. 14.00.", "Ring og hør, hvordan Borger")
    spots = [page.index(words) for words in lines]
    assert spots == sorted(spots)
    assert "Forbered samtalen med Amina" in page
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY + timedelta(days=1))
    assert "Du taler med Amina" not in text_of(client_of(cast.bo), FIRST)


def test_what_about_a_mentor_waits_for_bo_is_said_and_done_with(cast: Cast) -> None:
    bo, at = client_of(cast.bo), now()
    (new,) = many_citizens(cast, 1)
    pathways.note_mentor_offered(table=new, on=MONDAY.date())
    pathways.activate(enrolment=Enrolment.objects.get(table=new), on=MONDAY.date(), by=cast.bo, at=MONDAY)
    assert "Borger000 er ikke tilbudt en mentor endnu." in text_of(bo, ALL)
    head = Seat.objects.get(table=new, role=SeatRole.HEAD).person
    offering = mentors.offer(table=new, by=cast.bo, at=at)
    assert "Borger000 er ikke tilbudt" not in text_of(bo, ALL)
    mentors.answer(offering=offering, said=OfferAnswer.YES, by=head, at=at)
    assert "Borger000 sagde ja tak til en mentor i dag" in text_of(bo, ALL)
    assert "Amina har valgt en mentor. Aftalen er ikke skrevet endnu." in text_of(bo, ALL)
    assert "mentor" not in text_of(bo, FIRST)


def test_two_mentors_at_one_table_are_one_line(cast: Cast) -> None:
    second = Seat.objects.get(pk=cast.mies_seat.pk)
    second.pk, second.person = new_id(), cast.karim
    second.save(force_insert=True)
    assert text_of(client_of(cast.bo), ALL).count("Amina har valgt en mentor. Aftalen er ikke skrevet endnu.") == 1


def test_a_wish_for_another_agreement_and_one_that_ends_stand_on_the_first_page_too(cast: Cast) -> None:
    bo, today = client_of(cast.bo), localdate(now())
    soon = agreed(cast, at=now(), first=today, last=today + timedelta(days=14))
    assert "Mentoraftalen for Amina slutter snart eller er slut." in text_of(bo, FIRST)
    made = written(cast, at=now(), first=soon.last_on + timedelta(days=1))
    assert "Mentoraftalen" not in text_of(bo, ALL)
    mentors.want_changes(agreement=made, words="Hellere om torsdagen", by=cast.amina, at=now())
    page = body(bo.get(FIRST))
    assert "Mentoraftalen for Amina skal være anderledes." in page
    assert f'href="/sagsbehandler/mentor/{cast.aminas_table.pk}/">Læs ønsket' in page
    assert "torsdagen" not in page
