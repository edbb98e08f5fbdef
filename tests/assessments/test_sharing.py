"""Amina decides who sees a finished sheet: closed by default, sent to one seat, shown for a day, taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from bordenden.access import acts, gate
from bordenden.assessments.actions import (
    answer,
    choose,
    finish,
    keep,
    send,
    send_also,
    show_at_meeting,
    show_now,
    start,
)
from bordenden.assessments.models import InstrumentVersion, Item, Sheet
from bordenden.assessments.queries import as_shared, hers, left_behind
from bordenden.assessments.words import AnswerKind, Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason, Room
from bordenden.people.models import Person
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, viewer_of

LATER = MONDAY + timedelta(hours=1)
# Midnight after Monday the 2nd of March in Denmark.
MIDNIGHT = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)


@pytest.fixture
def open_sheet(cast: Cast) -> Sheet:
    """Amina's round with a number, one she would not answer, and a shielded 2."""
    version = publish(at=MONDAY)
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=named(version, "soevn"), kind=AnswerKind.RATED, value=3, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=named(version, "venner"), kind=AnswerKind.DECLINED, by=cast.amina, at=MONDAY)
    answer(sheet=sheet, item=named(version, "tillid"), kind=AnswerKind.RATED, value=2, by=cast.amina, at=MONDAY)
    return sheet


@pytest.fixture
def sheet(cast: Cast, open_sheet: Sheet) -> Sheet:
    """The same, finished."""
    return finish(sheet=open_sheet, by=cast.amina, at=MONDAY)


def reads(person: Person, sheet: Sheet, at: datetime = LATER) -> bool:
    """Whether the gate lets the person read it; by both roads."""
    there = gate.reachable(viewer_of(person), acts.SHEET_READ, at=at).filter(pk=sheet.pk).exists()
    sheet.refresh_from_db()
    assert gate.may(viewer_of(person), acts.SHEET_READ, sheet, at=at) == there
    return there


def karin(cast: Cast, at: datetime = LATER) -> Seat:
    """Ole takes over from Bo (Karin of the feature page)."""
    return pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=at
    )


def acts_of(sheet: Sheet) -> list[str]:
    return list(Entry.objects.filter(thing=sheet.pk, kind="write").order_by("id").values_list("act", flat=True))


def test_finished_without_a_choice_is_kept(cast: Cast, sheet: Sheet) -> None:
    assert (sheet.sharing, sheet.shared_to, sheet.shared_until) == (Sharing.KEPT, None, None)
    assert (reads(cast.amina, sheet), reads(cast.bo, sheet)) == (True, False)


@pytest.mark.requirement("R211")
def test_sent_to_bo_is_for_bo_and_for_nobody_else(cast: Cast, sheet: Sheet) -> None:
    """Not for Mie and Sara at the same table, whatever rooms stand open, not for Birthe, Ole or Niels."""
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    for seat in (cast.mies_seat, cast.saras_seat):
        pathways.open_room(seat=seat, room=Room.DEVELOPMENT, by=cast.amina, at=MONDAY)
    assert reads(cast.bo, sheet) is True
    others = (cast.mie, cast.sara, cast.birthe, cast.ole, cast.karim, cast.lis, cast.niels, cast.eva, cast.stine)
    assert [who.given_name for who in others if reads(who, sheet)] == []


def test_an_open_round_is_not_sent(cast: Cast, open_sheet: Sheet) -> None:
    for share in (send, show_at_meeting, show_now):
        with pytest.raises(NotPossible, match="Sig først, at du er færdig"):
            share(sheet=open_sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert reads(cast.bo, open_sheet) is False


def test_taken_back_is_closed_from_that_second(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert reads(cast.bo, sheet) is True
    kept = keep(sheet=sheet, by=cast.amina, at=LATER)
    assert (kept.sharing, kept.shared_to, kept.shared_at, kept.shared_until) == (Sharing.KEPT, None, None, None)
    assert reads(cast.bo, sheet) is False


def test_for_the_meeting_is_closed_until_she_shows_it_and_from_midnight(cast: Cast, sheet: Sheet) -> None:
    show_at_meeting(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert reads(cast.bo, sheet) is False
    shown = show_now(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    assert shown.shared_until == MIDNIGHT
    second = timedelta(seconds=1)
    assert (reads(cast.bo, sheet, MIDNIGHT - second), reads(cast.bo, sheet, MIDNIGHT)) == (True, False)


def test_a_day_with_a_clock_change_ends_at_its_own_midnight(cast: Cast, sheet: Sheet) -> None:
    """The 29th of March 2026 has 23 hours."""
    before = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    shown = show_now(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=before)
    assert shown.shared_until == datetime(2026, 3, 29, 22, 0, tzinfo=UTC)


def test_the_same_again_changes_nothing(cast: Cast, sheet: Sheet) -> None:
    for at in (MONDAY, LATER):
        send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=at)
    for at in (MONDAY, LATER):
        show_at_meeting(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=at)
    for at in (MONDAY, LATER):
        show_now(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=at)
    for at in (MONDAY, LATER):
        keep(sheet=sheet, by=cast.amina, at=at)
    written = ["sheet.start", "sheet.finish", "sheet.send", "sheet.meet", "sheet.show", "sheet.keep"]
    assert acts_of(sheet) == written


def test_bo_was_replaced_while_she_sent(cast: Cast, sheet: Sheet) -> None:
    """The form names Bo's seat; he has left it. Nothing is sent, and the sentence names the new one."""
    seat = karin(cast)
    for share in (send, show_at_meeting, show_now):
        with pytest.raises(NotPossible, match=r"Bo er ikke din sagsbehandler mere\. Det er Ole nu\. Vil du dele"):
            share(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=LATER)
    sheet.refresh_from_db()
    assert (sheet.sharing, reads(cast.bo, sheet), reads(cast.ole, sheet)) == (Sharing.KEPT, False, False)
    send(sheet=sheet, to=seat, by=cast.amina, at=LATER)
    assert (reads(cast.bo, sheet), reads(cast.ole, sheet)) == (False, True)


def test_without_a_new_caseworker_it_stays_hers(cast: Cast, sheet: Sheet) -> None:
    pathways.leave_seat(seat=cast.bos_seat, by=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match=r"Du får en ny\. Dine svar er gemt"):
        send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=LATER)


def test_neither_mie_nor_karims_caseworker_can_be_sent_it(cast: Cast, sheet: Sheet) -> None:
    oles = Seat.objects.get(table=cast.karims_table, person=cast.ole)
    for seat in (cast.mies_seat, oles, cast.birthes_seat):
        with pytest.raises(NotPossible):
            send(sheet=sheet, to=seat, by=cast.amina, at=MONDAY)
    assert reads(cast.ole, sheet) is False


def test_nobody_inherits_what_bo_was_sent(cast: Cast, sheet: Sheet) -> None:
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    seat = karin(cast)
    assert (reads(cast.bo, sheet), reads(cast.ole, sheet)) == (False, False)
    assert list(left_behind(table=cast.aminas_table, seat=seat)) == [sheet]
    assert send_also(table=cast.aminas_table, to=seat, by=cast.amina, at=LATER) == 1
    assert (reads(cast.bo, sheet), reads(cast.ole, sheet)) == (False, True)
    assert list(left_behind(table=cast.aminas_table, seat=seat)) == []


def test_bo_comes_back_to_another_seat_and_finds_nothing(cast: Cast, sheet: Sheet) -> None:
    """It was sent to a seat, not to a person."""
    send(sheet=sheet, to=cast.bos_seat, by=cast.amina, at=MONDAY)
    karin(cast)
    again = LATER + timedelta(days=1)
    pathways.change_coordinator(
        table=cast.aminas_table, to=cast.bo, because=LeavingReason.ORGANISATION, by=cast.ole, at=again
    )
    assert reads(cast.bo, sheet, again) is False


def test_what_bo_reads_has_no_shielded_answer_and_no_reason_for_silence(cast: Cast, sheet: Sheet) -> None:
    read = as_shared(sheet=sheet)
    assert [(told.item.code, told.value) for told in read.told] == [
        ("arbejde", None),
        ("soevn", 3),
        ("kraefter", None),
        ("venner", None),
        ("oekonomi", None),
        ("bolig", None),
    ]
    assert [one.item.code for one in hers(sheet=sheet).with_numbers] == ["soevn", "tillid"]


def test_what_is_shielded_after_she_sent_it_is_gone_from_what_bo_reads(cast: Cast, sheet: Sheet) -> None:
    """Sleep is shielded from version 2 on, and had no shield in the round she sent."""
    soevn = named(sheet.version, "soevn")
    choose(sheet=sheet, items=[soevn], by=cast.amina, at=MONDAY)
    assert [one.item for one in as_shared(sheet=sheet).work_on] == [soevn]
    version = InstrumentVersion.objects.create(instrument=sheet.version.instrument, number=2)
    words = {name: getattr(soevn, name) for name in ("topic", "question", "low", "middle", "high", "area")}
    Item.objects.create(version=version, code="nattero", identity="soevn", position=1, shielded=True, **words)
    read = as_shared(sheet=sheet)
    assert [told.item.code for told in read.told] == ["arbejde", "kraefter", "venner", "oekonomi", "bolig"]
    assert read.work_on == ()
    assert [one.item.code for one in hers(sheet=sheet).with_numbers] == ["soevn", "tillid"]
