"""Bo notes a contact in thirty seconds and puts it right by adding to it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from bordenden.access import acts
from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry
from bordenden.contactlog.queries import chain_of, standing_of
from bordenden.contactlog.words import Channel, Direction, Initiator, Outcome, Place
from bordenden.foundation.rules import NotPossible, Stale
from bordenden.plans.models import Plan
from tests.cast import MONDAY, Cast

MINUTE = timedelta(minutes=1)


def note(cast: Cast, **told: Any) -> Entry:
    """Bo notes a call from Amina; `told` says what was different."""
    facts = {
        "summary": "Amina ringede om bussen.",
        "channel": Channel.PHONE,
        "direction": Direction.IN,
        "form_key": uuid4(),
        "at": MONDAY,
    }
    return actions.note(table=cast.aminas_table, by=cast.bo, **{**facts, **told})


def correct(cast: Cast, entry: Entry, **told: Any) -> Entry:
    """Bo adds what is right."""
    facts = {
        "version": 1,
        "summary": "Amina ringede om toget.",
        "channel": Channel.PHONE,
        "direction": Direction.IN,
        "form_key": uuid4(),
        "at": MONDAY + MINUTE,
    }
    return actions.correct(entry=entry, by=cast.bo, **{**facts, **told})


def facts_of(entry: Entry) -> tuple[object, ...]:
    """Everything a reader is told about one contact."""
    entry.refresh_from_db()
    return (
        entry.citizen_view,
        entry.summary,
        entry.channel,
        entry.direction,
        entry.initiator,
        entry.place,
        entry.outcome,
        entry.minutes,
        entry.happened_at,
        entry.written_by_id,
        entry.written_at,
    )


@pytest.mark.requirement("R11")
def test_three_things_are_told_and_the_entry_has_time_channel_direction_initiator_place_minutes_and_summary(
    cast: Cast,
) -> None:
    entry = note(cast)
    assert facts_of(entry) == (
        "",
        "Amina ringede om bussen.",
        Channel.PHONE,
        Direction.IN,
        Initiator.CITIZEN,
        Place.REMOTE,
        Outcome.REACHED,
        10,
        MONDAY,
        cast.bo.pk,
        MONDAY,
    )


@pytest.mark.parametrize(
    ("channel", "direction", "usual"),
    [
        (Channel.PHONE, Direction.IN, (Initiator.CITIZEN, Place.REMOTE, Outcome.REACHED, 10)),
        (Channel.PHONE, Direction.OUT, (Initiator.STAFF, Place.REMOTE, Outcome.REACHED, 10)),
        (Channel.MEETING, Direction.OUT, (Initiator.STAFF, Place.JOBCENTRE, Outcome.REACHED, 45)),
        (Channel.TEXT, Direction.IN, (Initiator.CITIZEN, Place.REMOTE, Outcome.REACHED, 5)),
        (Channel.TEXT, Direction.OUT, (Initiator.STAFF, Place.REMOTE, Outcome.SENT, 5)),
        (Channel.LETTER, Direction.OUT, (Initiator.STAFF, Place.REMOTE, Outcome.SENT, 10)),
        (Channel.VISIT, Direction.OUT, (Initiator.STAFF, Place.HOME, Outcome.REACHED, 60)),
    ],
)
def test_the_rest_is_what_is_usual(
    cast: Cast, channel: Channel, direction: Direction, usual: tuple[object, ...]
) -> None:
    entry = note(cast, channel=channel, direction=direction)
    assert (entry.initiator, entry.place, entry.outcome, entry.minutes) == usual


def test_every_usual_thing_can_be_told_otherwise(cast: Cast) -> None:
    yesterday = MONDAY - timedelta(days=1)
    entry = note(
        cast,
        citizen_view="Jeg vil helst mødes ude.",
        initiator=Initiator.OTHER,
        place=Place.OUTDOORS,
        outcome=Outcome.REACHED,
        minutes=0,
        happened_at=yesterday,
    )
    assert facts_of(entry)[0] == "Jeg vil helst mødes ude."
    assert facts_of(entry)[4:9] == (Initiator.OTHER, Place.OUTDOORS, Outcome.REACHED, 0, yesterday)


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.ABSENT])
def test_nobody_met_so_no_minutes_were_spent_together(cast: Cast, outcome: Outcome) -> None:
    assert note(cast, channel=Channel.MEETING, outcome=outcome).minutes == 0


def test_a_contact_in_the_future_is_refused_and_this_very_minute_is_not(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="fremtiden"):
        note(cast, happened_at=MONDAY + MINUTE)
    assert note(cast, happened_at=MONDAY).happened_at == MONDAY


def test_a_contact_before_the_table_was_opened_is_refused_and_its_first_minute_is_not(cast: Cast) -> None:
    opened = cast.aminas_table.opened_at = cast.aminas_table.opened_at + timedelta(seconds=40)
    first = opened.replace(second=0)
    with pytest.raises(NotPossible, match="ikke begyndt"):
        note(cast, happened_at=first - MINUTE)
    assert note(cast, happened_at=first).happened_at == first


def test_a_blank_line_is_refused(cast: Cast) -> None:
    with pytest.raises(NotPossible, match="en linje"):
        note(cast, summary="  \n ")
    assert Entry.objects.count() == 0


def test_the_same_form_sent_twice_is_one_entry_and_one_line_in_the_audit(cast: Cast) -> None:
    key = uuid4()
    assert note(cast, form_key=key) == note(cast, form_key=key)
    assert Entry.objects.count() == 1
    assert audited("contact.note") == 1


def test_the_audit_names_who_noted_which_entry_at_whose_table(cast: Cast) -> None:
    entry = note(cast)
    line = AuditEntry.objects.get(act="contact.note")
    assert (line.actor, line.thing, line.table, line.at) == (cast.bo.pk, entry.pk, cast.aminas_table.pk, MONDAY)


@pytest.mark.parametrize(
    "after", [timedelta(minutes=1), timedelta(hours=23), timedelta(hours=25), timedelta(days=90)]
)
def test_a_correction_is_added_and_the_entry_stays_as_it_was_written_within_and_after_a_day(
    cast: Cast, after: timedelta
) -> None:
    entry = note(cast)
    before = facts_of(entry)
    correction = correct(cast, entry, at=MONDAY + after)
    assert facts_of(entry) == before
    assert (correction.corrects, correction.version, correction.summary) == (entry, 2, "Amina ringede om toget.")
    assert correction.happened_at == MONDAY
    assert audited("contact.correct") == 1


def test_a_chain_of_corrections_keeps_every_wording_and_the_last_one_stands(cast: Cast) -> None:
    entry = note(cast)
    second = correct(cast, entry)
    third = correct(cast, second, version=2, summary="Amina ringede om cyklen.", at=MONDAY + 2 * MINUTE)
    assert [row.summary for row in chain_of(entry=second)] == [
        "Amina ringede om bussen.",
        "Amina ringede om toget.",
        "Amina ringede om cyklen.",
    ]
    assert standing_of(entry=entry) == third
    assert (third.corrects, third.version) == (entry, 3)


def test_two_correct_the_same_entry_and_the_second_is_shown_what_the_first_wrote(cast: Cast) -> None:
    entry = note(cast)
    correct(cast, entry)
    with pytest.raises(Stale) as stale:
        correct(cast, entry, summary="Amina ringede om cyklen.")
    assert (stale.value.saved, stale.value.version) == ("Amina ringede om toget.", 2)
    assert len(chain_of(entry=entry)) == 2


def test_the_same_correction_sent_twice_is_one(cast: Cast) -> None:
    entry, key = note(cast), uuid4()
    assert correct(cast, entry, form_key=key) == correct(cast, entry, form_key=key)
    assert len(chain_of(entry=entry)) == 2


def test_a_correction_may_move_the_time_but_not_into_the_future(cast: Cast) -> None:
    entry = note(cast)
    with pytest.raises(NotPossible, match="fremtiden"):
        correct(cast, entry, happened_at=MONDAY + timedelta(days=2))
    earlier = MONDAY - timedelta(days=2)
    assert correct(cast, entry, happened_at=earlier).happened_at == earlier


@pytest.mark.parametrize(
    "changed",
    [{"summary": ""}, {"minutes": 1441}, {"version": 2}],
    ids=["no line", "more minutes than a day has", "a correction of nothing"],
)
def test_the_database_itself_refuses_what_cannot_be(cast: Cast, changed: dict[str, Any]) -> None:
    entry = note(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.filter(pk=entry.pk).update(**changed)


def test_no_act_of_the_log_changes_or_removes_an_entry() -> None:
    names = {
        act.code
        for _name, act in acts.all_acts()
        if act.code.startswith(("contact.", "contacts.")) and act.on is not Plan
    }
    assert names == {"contacts.read", "contact.write", "contact.correct"}


def audited(act: str) -> int:
    """How many lines the audit has of one act."""
    return AuditEntry.objects.filter(act=act).count()


def test_a_form_key_of_another_table_means_nothing_here(cast: Cast) -> None:
    key: UUID = uuid4()
    hers = note(cast, form_key=key)
    his = actions.note(
        table=cast.karims_table,
        summary="Karim kom forbi.",
        channel=Channel.MEETING,
        direction=Direction.IN,
        form_key=key,
        by=cast.ole,
        at=MONDAY,
    )
    assert hers != his
    assert his.summary == "Karim kom forbi."


def test_the_written_time_is_the_door_s_time(cast: Cast) -> None:
    later: datetime = MONDAY + timedelta(hours=5)
    assert note(cast, at=later, happened_at=MONDAY).written_at == later


def test_the_filled_form_sent_again_after_going_back_is_one_entry_and_an_hour_later_two(cast: Cast) -> None:
    """The back button shows the filled form under a new key; an hour later it is another call."""
    first = note(cast, form_key=uuid4())
    assert note(cast, form_key=uuid4(), at=MONDAY + 9 * MINUTE) == first
    assert (Entry.objects.count(), audited("contact.note")) == (1, 1)
    assert note(cast, form_key=uuid4(), summary="Noget andet.") != first
    assert note(cast, form_key=uuid4(), at=MONDAY + 60 * MINUTE) != first
    assert (Entry.objects.count(), audited("contact.note")) == (3, 3)
