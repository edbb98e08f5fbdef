"""Asking for help: a call, a question, a wonder; each promised a day, answered once, and taken back by her alone."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from bordenden.audit.models import Entry as Look
from bordenden.audit.words import Kind
from bordenden.contactlog.actions import answer_help, ask_for_help, due_day, take_back_help
from bordenden.contactlog.models import HelpRequest
from bordenden.contactlog.queries import requests_of, waiting
from bordenden.contactlog.words import HelpKind
from bordenden.foundation.rules import AlreadySent, NotPossible
from tests.cast import MONDAY, Cast

A_DAY = timedelta(days=1)
WONDERED = "Hvorfor har Bo læst min plan i går?"


def asks(cast: Cast, kind: HelpKind = HelpKind.CALL_ME, **said: object) -> HelpRequest:
    """Amina asks on the Monday of the story."""
    facts = {"table": cast.aminas_table, "form_key": uuid4(), "by": cast.amina, "at": MONDAY, **said}
    return ask_for_help(kind=kind, **facts)  # type: ignore[arg-type]


def bos_look(cast: Cast) -> Look:
    """Bo read her plan the day before, as the door would have written it."""
    look = Look(
        municipality=cast.fjordby.pk,
        at=MONDAY - A_DAY,
        actor=cast.bo.pk,
        act="plan.read",
        kind=Kind.LOOK,
        thing_type="plan",
        thing=cast.aminas_table.pk,
        table=cast.aminas_table.pk,
    ).with_digest()
    look.save()
    return look


@pytest.mark.parametrize(
    ("kind", "asked_on", "due_on"),
    [
        (HelpKind.CALL_ME, date(2026, 3, 2), date(2026, 3, 3)),
        (HelpKind.CALL_ME, date(2026, 3, 6), date(2026, 3, 9)),
        (HelpKind.CALL_ME, date(2026, 4, 1), date(2026, 4, 7)),
        (HelpKind.OTHER, date(2026, 3, 2), date(2026, 3, 4)),
        (HelpKind.WONDER, date(2026, 3, 2), date(2026, 3, 16)),
    ],
)
def test_a_call_comes_the_next_working_day_and_what_she_wonders_about_is_answered_in_14_days(
    kind: HelpKind, asked_on: date, due_on: date
) -> None:
    assert due_day(kind=kind, asked_on=asked_on) == due_on


def test_the_day_she_asks_is_the_day_in_denmark(cast: Cast) -> None:
    late_on_thursday = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
    assert asks(cast, at=late_on_thursday).due_on == date(2026, 3, 9)


@pytest.mark.requirement("R104")
def test_amina_asks_for_help_and_bo_answers_her(cast: Cast) -> None:
    asked = asks(cast, HelpKind.OTHER, words=" Kan jeg få hjælp til at ringe til banken? ")
    assert [one.words for one in waiting(requests=requests_of(table=cast.aminas_table))] == [
        "Kan jeg få hjælp til at ringe til banken?"
    ]
    answer_help(request=asked, answer="Ja. Vi ringer sammen på torsdag.", by=cast.bo, at=MONDAY + A_DAY)
    (read,) = requests_of(table=cast.aminas_table)
    assert (read.answer, read.answered_by, read.answered_at, read.is_open) == (
        "Ja. Vi ringer sammen på torsdag.",
        cast.bo,
        MONDAY + A_DAY,
        False,
    )
    assert not waiting(requests=requests_of(table=cast.aminas_table)).exists()
    acts = Look.objects.filter(act__startswith="help.").order_by("id").values_list("act", "actor", "table")
    assert list(acts) == [
        ("help.ask", cast.amina.pk, cast.aminas_table.pk),
        ("help.answer", cast.bo.pk, cast.aminas_table.pk),
    ]


def test_the_same_form_sent_twice_asks_once(cast: Cast) -> None:
    key = uuid4()
    first = asks(cast, HelpKind.OTHER, words="Må jeg få en kopi?", form_key=key)
    later = MONDAY + timedelta(days=2)
    assert asks(cast, HelpKind.OTHER, words="Må jeg få en kopi?", form_key=key, at=later) == first
    assert asks(cast, HelpKind.OTHER, words="Må jeg få en kopi?") == first
    with pytest.raises(AlreadySent):
        asks(cast, HelpKind.OTHER, words="Hvem ringer jeg til?", form_key=key)
    assert HelpRequest.objects.count() == 1


def test_a_call_that_is_asked_for_already_is_not_asked_for_again_until_bo_has_called(cast: Cast) -> None:
    first = asks(cast)
    assert asks(cast, at=MONDAY + A_DAY) == first
    with_words = asks(cast, words="Det handler om huslejen.", at=MONDAY + A_DAY)
    assert with_words != first
    answer_help(request=first, answer="", by=cast.bo, at=MONDAY + A_DAY)
    again = asks(cast, at=MONDAY + 2 * A_DAY)
    assert (again != first, again.due_on) == (True, date(2026, 3, 5))


def test_a_question_has_words_and_a_call_needs_none(cast: Cast) -> None:
    for kind in (HelpKind.WONDER, HelpKind.OTHER):
        with pytest.raises(NotPossible):
            asks(cast, kind, words="  ")
    assert asks(cast).words == ""
    with pytest.raises(IntegrityError), transaction.atomic():
        HelpRequest.objects.filter(kind=HelpKind.CALL_ME).update(kind=HelpKind.OTHER)


def test_what_she_wonders_about_is_a_look_at_her_own_table(cast: Cast) -> None:
    look = bos_look(cast)
    asked = asks(cast, HelpKind.WONDER, words=WONDERED, about=look)
    assert (asked.about_act, asked.about_on, asked.about_person) == ("plan.read", date(2026, 3, 1), cast.bo)
    with pytest.raises(NotPossible):
        asks(cast, HelpKind.WONDER, words=WONDERED, about=look, table=cast.karims_table, by=cast.karim)
    written = Look.objects.filter(kind=Kind.WRITE, table=cast.aminas_table.pk).order_by("id")[0]
    with pytest.raises(NotPossible):
        asks(cast, HelpKind.WONDER, words=WONDERED, about=written)


def test_the_same_wonder_about_another_look_is_another_question(cast: Cast) -> None:
    asked = asks(cast, HelpKind.WONDER, words="Hvorfor?")
    assert asks(cast, HelpKind.WONDER, words="Hvorfor?", about=bos_look(cast)) != asked


def test_she_takes_back_what_is_open_and_bo_does_not_see_it_any_more(cast: Cast) -> None:
    asked = asks(cast, words="Ring om pengene.")
    gone = take_back_help(request=asked, by=cast.amina, at=MONDAY + A_DAY)
    assert take_back_help(request=asked, by=cast.amina, at=MONDAY + 2 * A_DAY).taken_back_at == gone.taken_back_at
    assert not waiting(requests=requests_of(table=cast.aminas_table)).exists()
    assert [one.is_open for one in requests_of(table=cast.aminas_table)] == [False]
    with pytest.raises(NotPossible):
        answer_help(request=asked, answer="Ja.", by=cast.bo, at=MONDAY + A_DAY)
    assert Look.objects.filter(act="help.take_back").count() == 1


def test_what_is_answered_is_not_taken_back_and_not_answered_again(cast: Cast) -> None:
    asked = asks(cast, HelpKind.OTHER, words="Må jeg få en kopi?")
    with pytest.raises(NotPossible):
        answer_help(request=asked, answer=" ", by=cast.bo, at=MONDAY)
    first = answer_help(request=asked, answer="Ja.", by=cast.bo, at=MONDAY + A_DAY)
    assert (
        answer_help(request=asked, answer="Ja. ", by=cast.bo, at=MONDAY + 2 * A_DAY).answered_at == first.answered_at
    )
    with pytest.raises(NotPossible, match=r"“Ja\.”"):
        answer_help(request=asked, answer="Nej.", by=cast.bo, at=MONDAY + A_DAY)
    with pytest.raises(NotPossible):
        take_back_help(request=asked, by=cast.amina, at=MONDAY + A_DAY)
    assert Look.objects.filter(act="help.answer").count() == 1


def test_who_waits_longest_stands_first_and_only_the_tables_asked_for(cast: Cast) -> None:
    wonder = asks(cast, HelpKind.WONDER, words=WONDERED)
    call = asks(cast, at=MONDAY + A_DAY)
    asks(cast, table=cast.karims_table, by=cast.karim)
    assert list(waiting(requests=requests_of(table=cast.aminas_table))) == [call, wonder]
