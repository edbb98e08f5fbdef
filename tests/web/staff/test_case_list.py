"""Hent en liste: Bo's own citizens by case number, stage and deadline; never a name, and each of them reads it."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from bordenden.audit.models import Entry
from bordenden.contactlog.actions import ask_for_help
from bordenden.contactlog.words import HelpKind
from bordenden.followup.actions import plan_after
from bordenden.foundation.days import begin_of
from bordenden.intake.models import Referral
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Enrolment
from bordenden.people.models import Person
from bordenden.web.staff.lists import shown
from tests.cast import MONDAY, Cast, client_of
from tests.followup.test_actions import left
from tests.intake.candidates import joined
from tests.mentors.test_agreeing import both_say_yes, write
from tests.plans.ready import agreed, ready_plan
from tests.reviews.test_reviews import opened
from tests.web.pages import queries_of, text_of
from tests.web.staff.cases import STRANGERS, body, many_citizens
from tests.web.staff.taken import cost_of, lines_in, take

URL = "/sagsbehandler/liste/"
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages are opened on the Monday of the cast."""
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: MONDAY)


def exports() -> list[Entry]:
    return list(Entry.objects.filter(kind="export").order_by("pk"))


def line_of(cast: Cast, number: str = "F-1") -> list[str]:
    """What Bo's list says of the one with that number."""
    (line,) = [line for line in lines_in(take(client_of(cast.bo), URL)) if line[0] == number]
    return line[1:]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_line_is_a_number_a_stage_and_a_day_and_nothing_else(cast: Cast, kind: str) -> None:
    both_say_yes(cast, write(cast))
    table = many_citizens(cast, 1)[0]
    formula = "=cmd|' /c calc'"
    Enrolment.objects.filter(table=table).update(reference=formula, reference_key="cmd")
    answer = take(client_of(cast.bo), URL, kind)
    lines = lines_in(answer)
    assert lines == [
        [f"'{formula}" if kind == "csv" else formula, "Henvist, ikke begyndt", "", ""],
        ["F-1", "I gang", "01-09-2026", "Mentoraftalen slutter"],
    ]
    assert answer["Content-Disposition"] == f'attachment; filename="liste-2026-03-02.{kind}"'
    said = " ".join(cell for line in lines for cell in line)
    people = Person.objects.filter(municipality=cast.fjordby)
    hers = {word for one in people for word in (one.given_name, one.family_name, one.cpr, one.phone) if word}
    assert [word for word in hers if re.search(rf"\b{word}\b", said)] == []


def test_the_next_deadline_is_the_first_of_all_and_the_stage_follows_her_course(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [line_of(cast)]
    both_say_yes(cast, write(cast))
    agreed(cast, ready_plan(cast))
    told.append(line_of(cast))
    ask_for_help(table=cast.aminas_table, kind=HelpKind.CALL_ME, words="", form_key=uuid4(), by=cast.amina, at=MONDAY)
    told.append(line_of(cast))
    assert told == [
        ["I gang", "", ""],
        ["I gang", "16-03-2026", "Planen skal gives"],
        ["I gang", "03-03-2026", "Svar, der er lovet"],
    ]
    plan_after(ended=left(cast), by=cast.bo, at=MONDAY)
    monkeypatch.setattr("bordenden.web.threshold.opens.now", lambda: begin_of(MONDAY.date()) + 100 * DAY)
    assert line_of(cast)[0] == "Forløbet er slut"


def test_whoever_has_been_quiet_or_has_left_is_to_be_asked_and_it_is_told_alike(cast: Cast) -> None:
    opened(cast)
    quiet = line_of(cast)
    plan_after(ended=left(cast), by=cast.bo, at=MONDAY)
    assert (quiet, line_of(cast)) == (
        ["I gang", "02-03-2026", "Hør, hvordan det går"],
        ["Forløbet er slut", "02-04-2026", "Hør, hvordan det går"],
    )


def test_she_has_said_yes_until_her_course_begins(cast: Cast) -> None:
    joined(cast, cast.pia)
    assert line_of(cast, "F-77")[0] == "Har sagt ja"
    Referral.objects.update(withdrawn_at=MONDAY)
    assert line_of(cast, "F-77")[0] == "Henvist, ikke begyndt"


@pytest.mark.parametrize(
    ("typed", "leaves"),
    [
        ("010190-1234", "Skjult. Ligner et CPR-nummer"),
        ("Sag 0101901234", "Skjult. Ligner et CPR-nummer"),
        ("991399-1234", "991399-1234"),
        ("2026-0101901234567", "2026-0101901234567"),
        ("", "Uden sagsnummer"),
    ],
)
def test_a_case_number_that_could_be_a_cpr_number_stays_here(typed: str, leaves: str) -> None:
    assert shown(typed) == leaves


def test_each_on_the_list_reads_in_her_log_who_took_it_and_what_for(cast: Cast) -> None:
    tables = {table.pk for table in many_citizens(cast, 2)} | {cast.aminas_table.pk}
    take(client_of(cast.bo), URL)
    told = {("case_list.take", cast.bo.pk, "purpose.meeting", table) for table in tables}
    assert {(one.act, one.actor, one.basis, one.table) for one in exports()} == told
    assert len(exports()) == 3
    page = text_of(client_of(cast.amina), reverse("looks", args=[cast.aminas_table.pk]))
    assert (
        "Bo Lund, sagsbehandler Hentede en liste med dit sagsnummer, trin og frist, for at forberede et møde" in page
    )


def test_without_a_purpose_nothing_leaves_and_nobody_is_looked_at(cast: Cast) -> None:
    bo = client_of(cast.bo)
    for sent in ({}, {"purpose": "bare fordi"}):
        answer = bo.post(URL, sent)
        assert (answer.status_code, "Vælg, hvad listen skal bruges til." in body(answer)) == (422, True)
    assert "En fil med 1 borger: sagsnummer, trin og næste frist." in text_of(bo, URL)
    assert not Entry.objects.filter(act="case_list.take").exists()


@pytest.mark.parametrize("name", [*STRANGERS, "pia"])
def test_nobody_takes_a_list_of_another_caseworkers_citizens(cast: Cast, name: str) -> None:
    today = MONDAY.date()
    pathways.stand_in(
        tables=[cast.aminas_table], colleague=cast.birthe, first=today, last=today, by=cast.bo, at=MONDAY
    )
    answer = client_of(getattr(cast, name)).post(URL, {"purpose": "purpose.meeting"})
    oles = {cast.karims_table.pk, cast.holms_table.pk} if name == "ole" else set()
    assert (answer.status_code, {one.table for one in exports()}) == (200, oles)
    assert ("Du har ingen borgere endnu" in body(answer)) == (not oles)


def test_of_very_many_a_part_is_taken_and_only_they_are_logged(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bordenden.web.staff.lists.AT_ONCE", 2)
    many_citizens(cast, 2)
    bo = client_of(cast.bo)
    assert "1 til 2 3 til 3" in text_of(bo, URL)
    assert bo.post(URL, {"purpose": "purpose.meeting", "part": "3"}).status_code == 422
    assert [line[0] for line in lines_in(take(bo, URL, part="2"))] == ["M-1"]
    assert len(exports()) == 1


def test_fifty_cost_what_one_costs(cast: Cast) -> None:
    bo = client_of(cast.bo)
    few = queries_of(bo, URL), cost_of(bo, URL)
    many_citizens(cast, 49)
    assert (queries_of(bo, URL), cost_of(bo, URL)) == few
    assert max(few) <= 12
