"""Bo writes while Amina speaks; the record names both, and it is hers when she has said yes."""

from datetime import timedelta

import pytest

from bordenden.access import acts, gate
from bordenden.assessments.actions import answer, confirm, finish, refuse, send, start, start_together
from bordenden.assessments.models import Answer, InstrumentVersion, Sheet
from bordenden.assessments.queries import SAID_BY_HER, as_penned, as_shared, hers, waiting_for_her
from bordenden.assessments.words import AnswerKind, Sharing
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.pathways import actions as pathways
from bordenden.pathways.models import Seat
from bordenden.pathways.words import LeavingReason
from bordenden.people.models import Person
from tests.assessments.twenty import named, publish
from tests.cast import MONDAY, Cast, viewer_of

RATED = AnswerKind.RATED
LATER = MONDAY + timedelta(hours=1)


@pytest.fixture
def version(cast: Cast) -> InstrumentVersion:
    return publish(at=MONDAY)


@pytest.fixture
def penned(cast: Cast, version: InstrumentVersion) -> Sheet:
    """Bo has begun to write for Amina."""
    return start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)


@pytest.fixture
def put(cast: Cast, penned: Sheet) -> Sheet:
    """He wrote a 3 about sleep and is finished: it is put to her."""
    write(cast, penned, "soevn", 3)
    return finish(sheet=penned, by=cast.amina, pen=cast.bo, at=MONDAY)


def write(cast: Cast, sheet: Sheet, code: str, value: int) -> Answer:
    item = named(sheet.version, code)
    return answer(sheet=sheet, item=item, kind=RATED, value=value, by=cast.amina, pen=cast.bo, at=MONDAY)


def reads(person: Person, sheet: Sheet) -> bool:
    return gate.reachable(viewer_of(person), acts.SHEET_READ, at=LATER).filter(pk=sheet.pk).exists()


def test_the_record_names_both(cast: Cast, put: Sheet) -> None:
    rows = Entry.objects.filter(kind="write", act__startswith="sheet.").order_by("id")
    assert [(row.act, row.actor, row.pen) for row in rows] == [
        (act, cast.amina.pk, cast.bo.pk) for act in ("sheet.start", "sheet.answer", "sheet.finish")
    ]


def test_bo_sees_this_round_only_and_no_shielded_question(cast: Cast, version: InstrumentVersion) -> None:
    own = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    answer(sheet=own, item=named(version, "venner"), kind=RATED, value=8, by=cast.amina, at=MONDAY)
    penned = start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=MONDAY)
    write(cast, penned, "soevn", 3)
    seen = as_penned(sheet=penned)
    assert [(one.item.code, one.answer.value if one.answer else None) for one in seen.questions] == [
        ("arbejde", None),
        ("soevn", 3),
        ("kraefter", None),
        ("venner", None),
        ("oekonomi", None),
        ("bolig", None),
    ]
    assert [one.item.code for one in hers(sheet=penned).questions] == [one.item.code for one in seen.questions]
    assert (reads(cast.bo, penned), reads(cast.bo, own)) == (True, False)


@pytest.mark.parametrize("code", ["tillid", "indflydelse"])
def test_a_shielded_question_is_not_written_down(cast: Cast, penned: Sheet, code: str) -> None:
    with pytest.raises(NotPossible, match="hører ikke til"):
        write(cast, penned, code, 1)
    assert Answer.objects.count() == 0


def test_nobody_writes_in_the_others_round(cast: Cast, penned: Sheet) -> None:
    own = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    item = named(penned.version, "soevn")
    with pytest.raises(NotPossible, match="skriver borgeren selv"):
        answer(sheet=own, item=item, kind=RATED, value=1, by=cast.amina, pen=cast.bo, at=MONDAY)
    with pytest.raises(NotPossible, match="Der bliver skrevet for dig lige nu"):
        answer(sheet=penned, item=item, kind=RATED, value=1, by=cast.amina, at=MONDAY)
    with pytest.raises(NotPossible, match="Der bliver skrevet for dig lige nu"):
        answer(sheet=penned, item=item, kind=RATED, value=1, by=cast.amina, pen=cast.ole, at=MONDAY)


def test_it_waits_for_her_and_is_hers_when_she_says_yes(cast: Cast, put: Sheet) -> None:
    mine = Sheet.objects.filter(SAID_BY_HER)
    assert (list(waiting_for_her(table=cast.aminas_table)), mine.count(), as_shared(sheet=put).said_by_her) == (
        [put],
        0,
        False,
    )
    confirmed = confirm(sheet=put, by=cast.amina, at=LATER)
    assert (confirmed.confirmed_at, list(mine), list(waiting_for_her(table=cast.aminas_table))) == (LATER, [put], [])
    assert confirm(sheet=put, by=cast.amina, at=LATER + timedelta(days=1)).confirmed_at == LATER
    assert as_shared(sheet=confirmed).said_by_her is True


def test_she_puts_it_right_before_she_says_yes_and_bo_does_not(cast: Cast, put: Sheet) -> None:
    sleep = named(put.version, "soevn")
    answer(sheet=put, item=sleep, kind=RATED, value=5, by=cast.amina, at=LATER)
    with pytest.raises(NotPossible, match="færdig med den her vurdering"):
        write(cast, put, "soevn", 9)
    confirm(sheet=put, by=cast.amina, at=LATER)
    with pytest.raises(NotPossible, match="færdig med den her vurdering"):
        answer(sheet=put, item=sleep, kind=RATED, value=1, by=cast.amina, at=LATER)
    assert [row.value for row in Answer.objects.filter(sheet=put)] == [5]


def test_she_says_no_and_nobody_reads_it(cast: Cast, put: Sheet) -> None:
    assert reads(cast.bo, put) is True
    gone = refuse(sheet=put, by=cast.amina, at=LATER)
    assert (gone.sharing, gone.confirmed_at, reads(cast.bo, put)) == (Sharing.KEPT, None, False)
    assert list(waiting_for_her(table=cast.aminas_table)) == []
    assert Sheet.objects.filter(SAID_BY_HER).count() == 0


def test_it_is_not_passed_on_before_she_has_said_yes(cast: Cast, put: Sheet) -> None:
    with pytest.raises(NotPossible, match="Sig først, om svarene er rigtige"):
        send(sheet=put, to=cast.bos_seat, by=cast.amina, at=LATER)


def test_beginning_again_goes_on_with_the_same(cast: Cast, penned: Sheet) -> None:
    assert start_together(table=cast.aminas_table, seat=cast.bos_seat, by=cast.amina, at=LATER) == penned
    assert Sheet.objects.count() == 1


def oles_seat(cast: Cast) -> Seat:
    return pathways.change_coordinator(
        table=cast.aminas_table, to=cast.ole, because=LeavingReason.ORGANISATION, by=cast.bo, at=LATER
    )


def test_bo_leaves_in_the_middle_and_what_he_wrote_is_put_to_her(cast: Cast, penned: Sheet) -> None:
    write(cast, penned, "soevn", 3)
    own = start_together(table=cast.aminas_table, seat=oles_seat(cast), by=cast.amina, at=LATER)
    assert own != penned
    assert list(waiting_for_her(table=cast.aminas_table)) == [penned]
    assert (reads(cast.bo, penned), reads(cast.ole, penned), reads(cast.ole, own)) == (False, False, True)


def test_bo_leaves_before_he_wrote_anything_and_ole_takes_over(cast: Cast, penned: Sheet) -> None:
    taken = start_together(table=cast.aminas_table, seat=oles_seat(cast), by=cast.amina, at=LATER)
    assert (taken, taken.pen) == (penned, cast.ole)
    assert (reads(cast.bo, taken), reads(cast.ole, taken)) == (False, True)
