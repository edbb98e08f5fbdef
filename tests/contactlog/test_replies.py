"""Amina writes and Bo answers: what waits, what an answer answers, and how urgent it is."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import LastContact, last_contacts, standing_of, unanswered
from bordenden.contactlog.words import Channel, Direction, Outcome, Topic, Turn, Urgency
from bordenden.foundation.rules import AlreadySent, NotPossible
from tests.cast import MONDAY, Cast

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def wrote(cast: Cast, *, ago: timedelta, **told: Any) -> Entry:
    """Amina wrote a text."""
    return noted(cast, ago=ago, **{"channel": Channel.TEXT, "direction": Direction.IN, **told})


def noted(cast: Cast, *, ago: timedelta, **told: Any) -> Entry:
    """A contact some time ago, by phone to the citizen unless told otherwise."""
    facts = {"summary": "Vi talte.", "channel": Channel.PHONE, "direction": Direction.OUT, "form_key": uuid4()}
    return actions.note(
        **{"table": cast.aminas_table, "happened_at": MONDAY - ago, **facts, **told}, by=cast.bo, at=MONDAY
    )


def stands(cast: Cast) -> LastContact:
    """Where Amina's table stands."""
    return last_contacts(tables=[cast.aminas_table], at=MONDAY)[cast.aminas_table.pk]


def waiting(cast: Cast) -> list[Entry]:
    """What nobody has answered."""
    return unanswered(table=cast.aminas_table, at=MONDAY)


# What waits


def test_what_she_wrote_waits_until_it_is_answered_and_then_the_turn_passes(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    assert (waiting(cast), stands(cast).turn, stands(cast).asked_at) == ([text], Turn.OURS, MONDAY - 3 * DAY)
    noted(cast, ago=DAY, channel=Channel.TEXT, replies_to=text)
    assert (waiting(cast), stands(cast).turn, stands(cast).asked_at) == ([], Turn.WAITING, None)


def test_an_answer_to_one_thing_leaves_the_other_waiting(cast: Cast) -> None:
    first, second = wrote(cast, ago=4 * DAY), wrote(cast, ago=3 * DAY)
    noted(cast, ago=DAY, replies_to=first)
    assert (waiting(cast), stands(cast).turn, stands(cast).asked_at) == ([second], Turn.OURS, MONDAY - 3 * DAY)
    noted(cast, ago=DAY, replies_to=second, summary="Og om det andet.")
    assert (waiting(cast), stands(cast).turn) == ([], Turn.NONE)


def test_a_contact_that_does_not_say_what_it_answers_answers_all_before_it_and_nothing_after(cast: Cast) -> None:
    wrote(cast, ago=5 * DAY)
    noted(cast, ago=4 * DAY)
    assert waiting(cast) == []
    later = wrote(cast, ago=3 * DAY)
    assert waiting(cast) == [later]


def test_writing_again_answers_nothing(cast: Cast) -> None:
    first, second = wrote(cast, ago=5 * DAY), wrote(cast, ago=2 * DAY)
    assert (waiting(cast), stands(cast).asked_at) == ([second, first], MONDAY - 5 * DAY)


def test_a_call_she_made_and_nobody_took_waits_and_one_that_was_taken_does_not(cast: Cast) -> None:
    missed = noted(cast, ago=2 * DAY, direction=Direction.IN, outcome=Outcome.NO_ANSWER)
    assert waiting(cast) == [missed]
    noted(cast, ago=DAY, direction=Direction.IN)
    assert waiting(cast) == []


def test_an_answer_noted_under_the_same_minute_still_passes_the_turn(cast: Cast) -> None:
    text = wrote(cast, ago=DAY)
    noted(cast, ago=DAY, replies_to=text)
    assert (waiting(cast), stands(cast).turn) == ([], Turn.NONE)


def test_an_absence_calls_for_care_even_while_she_waits(cast: Cast) -> None:
    text = wrote(cast, ago=2 * DAY)
    noted(cast, ago=DAY, channel=Channel.MEETING, outcome=Outcome.ABSENT, replies_to=text)
    assert stands(cast).turn == Turn.CARE


def test_a_correction_that_takes_the_answer_back_lets_her_wait_again(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    answer = noted(cast, ago=DAY, replies_to=text)
    correct(cast, answer, replies_to=None, direction=Direction.IN, channel=Channel.TEXT)
    assert [entry.pk for entry in waiting(cast)] == [standing_of(entry=answer).pk, text.pk]


def test_what_waits_is_shown_as_it_now_stands(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    right = correct(cast, text, channel=Channel.LETTER, direction=Direction.IN, summary="Det var et brev.")
    assert waiting(cast) == [right]
    noted(cast, ago=DAY, replies_to=right)
    assert (waiting(cast), Entry.objects.get(replies_to__isnull=False).replies_to) == ([], text)


def test_another_tables_answer_is_no_answer(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    noted(cast, ago=DAY, table=cast.karims_table)
    assert waiting(cast) == [text]


# What an answer may answer


@pytest.mark.parametrize(
    ("asked", "told", "words"),
    [
        ({"direction": Direction.OUT}, {}, "en kontakt fra borgeren"),
        ({}, {"ago": 5 * DAY}, "ligger før det"),
        ({}, {"direction": Direction.IN, "channel": Channel.TEXT}, "venter selv på svar"),
    ],
    ids=["a contact of ours", "what came later", "by writing again"],
)
def test_an_impossible_answer_is_refused_with_a_sentence(
    cast: Cast, asked: dict[str, Any], told: dict[str, Any], words: str
) -> None:
    text = wrote(cast, ago=3 * DAY, **asked)
    with pytest.raises(NotPossible, match=words):
        noted(cast, **{"ago": DAY, **told}, replies_to=text)
    assert Entry.objects.count() == 1


def test_what_another_citizen_asked_cannot_be_answered_here(cast: Cast) -> None:
    his = wrote(cast, ago=3 * DAY, table=cast.karims_table)
    with pytest.raises(NotPossible, match="ved dette bord"):
        noted(cast, ago=DAY, replies_to=his)


def test_no_entry_answers_itself(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    with pytest.raises(NotPossible, match="sig selv"):
        correct(cast, text, replies_to=text)
    row = Entry(
        id=uuid4(),
        table=text.table,
        municipality_id=text.municipality_id,
        summary="x",
        channel="text",
        direction="in",
        initiator="citizen",
        place="remote",
        outcome="reached",
        minutes=1,
        happened_at=MONDAY,
        written_by=cast.bo,
        written_at=MONDAY,
        form_key=uuid4(),
    )
    row.replies_to_id = row.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


# Topics and urgency


def test_topics_stand_in_one_order_each_once_and_nothing_is_named_unless_told(cast: Cast) -> None:
    told = noted(cast, ago=DAY, topics=[Topic.HEALTH, Topic.WORK, Topic.HEALTH])
    plain = noted(cast, ago=DAY, summary="Noget andet.")
    assert (told.topics, told.about) == ("work health", (Topic.WORK, Topic.HEALTH))
    assert (plain.about, plain.urgency, plain.replies_to) == ((), Urgency.NONE, None)


def test_all_topics_at_once_fit(cast: Cast) -> None:
    entry = noted(cast, ago=DAY, topics=list(Topic))
    entry.refresh_from_db()
    assert entry.about == tuple(Topic)
    assert len(entry.topics) <= 100


def test_what_is_urgent_is_urgent_until_it_is_answered(cast: Cast) -> None:
    text = wrote(cast, ago=DAY, urgency=Urgency.PLACEMENT_FOUND)
    wrote(cast, ago=DAY / 2, summary="Hej igen.")
    assert stands(cast).urgent is True
    noted(cast, ago=timedelta(0), replies_to=text)
    assert (stands(cast).urgent, stands(cast).turn) == (False, Turn.OURS)


def test_a_correction_keeps_what_it_does_not_name_and_changes_what_it_names(cast: Cast) -> None:
    text = wrote(cast, ago=3 * DAY)
    entry = noted(cast, ago=DAY, topics=[Topic.MONEY], urgency=Urgency.AT_RISK, replies_to=text)
    kept = correct(cast, entry)
    assert (kept.about, kept.urgency, kept.replies_to) == ((Topic.MONEY,), Urgency.AT_RISK, text)
    changed = correct(cast, entry, version=2, topics=(), urgency=Urgency.NONE, replies_to=None)
    assert (changed.about, changed.urgency, changed.replies_to) == ((), Urgency.NONE, None)
    entry.refresh_from_db()
    assert (entry.about, entry.urgency, entry.replies_to) == ((Topic.MONEY,), Urgency.AT_RISK, text)


def test_the_same_form_with_other_topics_says_something_else(cast: Cast) -> None:
    key = uuid4()
    first = noted(cast, ago=DAY, form_key=key, topics=[Topic.WORK])
    assert noted(cast, ago=DAY, form_key=key, topics=[Topic.WORK]) == first
    with pytest.raises(AlreadySent):
        noted(cast, ago=DAY, form_key=key, topics=[Topic.HEALTH])


def correct(cast: Cast, entry: Entry, **told: Any) -> Entry:
    """Bo adds what is right."""
    facts = {
        "version": 1,
        "summary": "Vi talte om toget.",
        "channel": Channel.PHONE,
        "direction": Direction.OUT,
        "form_key": uuid4(),
        "at": MONDAY + MINUTE,
    }
    return actions.correct(entry=entry, by=cast.bo, **{**facts, **told})
