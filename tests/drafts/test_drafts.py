"""Bo types about Amina and is interrupted; nothing is lost, nothing comes back where it does not belong."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from bordenden.drafts.actions import AnotherTable, DraftTooLong, discard, keep
from bordenden.drafts.models import Draft
from bordenden.drafts.queries import Kept, all_unfinished, draft_of, left_unfinished_at, unfinished
from bordenden.drafts.slots import LIMIT, Slot, fresh

MONDAY = datetime(2026, 3, 2, 9, 20, tzinfo=UTC)


def after(seconds: float) -> datetime:
    return MONDAY + timedelta(seconds=seconds)


@dataclass(frozen=True)
class Known:
    pk: UUID


AMINA, BO, OLE = (Known(UUID(int=n)) for n in (1, 2, 3))
AMINAS_TABLE, HOLMS_TABLE = Known(UUID(int=100)), Known(UUID(int=200))
AMINAS_GOAL = UUID(int=101)
EDIT = Slot("goal.edit", AMINAS_GOAL, AMINAS_TABLE.pk)


def new_contact() -> Slot:
    return fresh("contact.new", table=AMINAS_TABLE.pk)


@pytest.mark.django_db
def test_what_was_typed_is_there_again_for_the_writer() -> None:
    fields: dict[str, str | list[str]] = {
        "text": "Hun vil gerne ringe selv.\nÆøå 😀",
        "steps": ["1", "2"],
        "empty": "",
    }
    assert keep(by=BO, slot=EDIT, fields=fields, opened_at=MONDAY, at=after(5)) is True
    assert draft_of(by=BO, slot=EDIT) == Kept(EDIT, fields, after(5))


@pytest.mark.django_db
def test_a_draft_is_its_writers_alone() -> None:
    keep(by=BO, slot=EDIT, fields={"text": "Bos"}, opened_at=MONDAY, at=MONDAY)
    for other in (AMINA, OLE):
        assert draft_of(by=other, slot=EDIT) is None
        assert unfinished(by=other, form="goal.edit", table=AMINAS_TABLE) == ()
        discard(by=other, slot=EDIT, at=MONDAY)
    keep(by=AMINA, slot=EDIT, fields={"text": "Aminas"}, opened_at=after(1), at=after(1))
    assert [(kept.fields if (kept := draft_of(by=who, slot=EDIT)) else None) for who in (BO, AMINA, OLE)] == [
        {"text": "Bos"},
        {"text": "Aminas"},
        None,
    ]


@pytest.mark.django_db
def test_the_latest_text_stands() -> None:
    for second, text in enumerate(("H", "Hun", "Hun vil")):
        keep(by=BO, slot=EDIT, fields={"text": text}, opened_at=MONDAY, at=after(second))
    assert draft_of(by=BO, slot=EDIT) == Kept(EDIT, {"text": "Hun vil"}, after(2))
    assert Draft.objects.count() == 1


@pytest.mark.django_db
def test_an_old_draft_never_stands_in_a_new_entry_but_is_offered_at_the_same_table() -> None:
    yesterday = new_contact()
    keep(by=BO, slot=yesterday, fields={"text": "Ringede"}, opened_at=MONDAY, at=MONDAY)
    today = new_contact()
    assert draft_of(by=BO, slot=today) is None
    assert unfinished(by=BO, form="contact.new", table=AMINAS_TABLE) == (
        Kept(yesterday, {"text": "Ringede"}, MONDAY),
    )
    assert unfinished(by=BO, form="contact.new", table=HOLMS_TABLE) == ()
    assert unfinished(by=BO, form="contact.new", table=None) == ()
    assert unfinished(by=BO, form="goal.edit", table=AMINAS_TABLE) == ()


@pytest.mark.django_db
def test_unfinished_drafts_come_latest_first() -> None:
    slots = [new_contact() for _ in range(3)]
    for second, slot in zip((2, 1, 3), slots, strict=True):
        keep(by=BO, slot=slot, fields={}, opened_at=MONDAY, at=after(second))
    offered = [kept.slot for kept in unfinished(by=BO, form="contact.new", table=AMINAS_TABLE)]
    assert offered == [slots[2], slots[0], slots[1]]


@pytest.mark.django_db
def test_a_text_about_amina_never_moves_to_another_table() -> None:
    slot = new_contact()
    keep(by=BO, slot=slot, fields={"text": "Om Amina"}, opened_at=MONDAY, at=MONDAY)
    astray = Slot(slot.form, slot.thing, HOLMS_TABLE.pk)
    with pytest.raises(AnotherTable):
        keep(by=BO, slot=astray, fields={"text": "Om Amina"}, opened_at=MONDAY, at=after(1))
    with pytest.raises(AnotherTable):
        discard(by=BO, slot=astray, at=after(1))
    assert draft_of(by=BO, slot=astray) is None
    assert draft_of(by=BO, slot=slot) == Kept(slot, {"text": "Om Amina"}, MONDAY)


@pytest.mark.django_db
def test_what_was_sent_leaves_no_text_behind() -> None:
    keep(by=BO, slot=EDIT, fields={"text": "Følsomt"}, opened_at=MONDAY, at=MONDAY)
    discard(by=BO, slot=EDIT, at=after(1))
    assert draft_of(by=BO, slot=EDIT) is None
    assert unfinished(by=BO, form="goal.edit", table=AMINAS_TABLE) == ()
    assert list(Draft.objects.values_list("content", flat=True)) == [""]


@pytest.mark.django_db
@pytest.mark.parametrize("was_kept_before", [True, False])
def test_a_save_that_was_under_way_when_the_form_was_sent_comes_too_late(was_kept_before: bool) -> None:
    if was_kept_before:
        keep(by=BO, slot=EDIT, fields={"text": "a"}, opened_at=MONDAY, at=after(1))
    discard(by=BO, slot=EDIT, at=after(2))
    assert keep(by=BO, slot=EDIT, fields={"text": "late"}, opened_at=MONDAY, at=after(3)) is False
    assert draft_of(by=BO, slot=EDIT) is None
    assert keep(by=BO, slot=EDIT, fields={"text": "next"}, opened_at=after(4), at=after(5)) is True
    assert draft_of(by=BO, slot=EDIT) == Kept(EDIT, {"text": "next"}, after(5))


@pytest.mark.django_db
def test_a_text_too_long_is_refused_and_what_was_kept_stands() -> None:
    room = LIMIT - len('{"text":""}')
    assert keep(by=BO, slot=EDIT, fields={"text": "å" * room}, opened_at=MONDAY, at=MONDAY)
    with pytest.raises(DraftTooLong) as caught:
        keep(by=BO, slot=EDIT, fields={"text": "å" * (room + 1)}, opened_at=MONDAY, at=after(1))
    assert (caught.value.length, caught.value.limit) == (LIMIT + 1, LIMIT)
    assert draft_of(by=BO, slot=EDIT) == Kept(EDIT, {"text": "å" * room}, MONDAY)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("values", "promise"),
    [
        ({"content": "x" * (LIMIT + 1)}, "draft_is_within_the_limit"),
        ({"content": "{}", "closed_at": MONDAY}, "closed_draft_is_empty"),
    ],
)
def test_the_table_keeps_its_own_promises(values: dict[str, Any], promise: str) -> None:
    row = {"owner": BO.pk, "form": "goal.edit", "thing": AMINAS_GOAL, "saved_at": MONDAY}
    with pytest.raises(IntegrityError, match=promise), transaction.atomic():
        Draft.objects.create(**row, **values)
    Draft.objects.create(**row, content="{}")
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("form", ["", "Ny kontakt", "contact new", "x" * 61])
def test_a_form_is_known_by_a_code(form: str) -> None:
    with pytest.raises(ValueError):
        fresh(form)
    assert fresh("contact.new").form == "contact.new"


def test_every_field_is_classed_once() -> None:
    assert sorted(name for _, name in Draft.privacy.named()) == sorted(field.name for field in Draft._meta.fields)


@pytest.mark.django_db(transaction=True)
def test_sixteen_saves_at_once_are_one_draft_with_one_of_the_texts() -> None:
    gate = threading.Barrier(16)

    def save(number: int) -> bool:
        try:
            gate.wait(20)
            return keep(by=BO, slot=EDIT, fields={"text": str(number)}, opened_at=MONDAY, at=after(number))
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(save, range(16))) == [True] * 16
    kept = draft_of(by=BO, slot=EDIT)
    assert kept is not None
    assert kept.saved_at == after(int(str(kept.fields["text"])))
    assert Draft.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_whatever_saves_race_with_the_sending_no_text_is_left() -> None:
    gate = threading.Barrier(9)

    def save(number: int) -> None:
        try:
            gate.wait(20)
            if number == 8:
                discard(by=BO, slot=EDIT, at=after(100))
            else:
                keep(by=BO, slot=EDIT, fields={"text": str(number)}, opened_at=MONDAY, at=after(number))
        finally:
            connection.close()

    with ThreadPoolExecutor(9) as pool:
        list(pool.map(save, range(9)))
    assert draft_of(by=BO, slot=EDIT) is None
    assert list(Draft.objects.values_list("content", "closed_at")) == [("", after(100))]


# All of them, and whether there are any


@pytest.mark.django_db
def test_all_unfinished_drafts_of_a_writer_come_oldest_first_from_every_table_and_form() -> None:
    slots = [new_contact(), fresh("contact.new", table=HOLMS_TABLE.pk), EDIT, fresh("note")]
    for second, slot in zip((3, 1, 4, 2), slots, strict=True):
        keep(by=BO, slot=slot, fields={"text": "x"}, opened_at=MONDAY, at=after(second))
    keep(by=OLE, slot=new_contact(), fields={"text": "Oles"}, opened_at=MONDAY, at=MONDAY)
    discard(by=BO, slot=EDIT, at=after(5))
    assert [kept.slot for kept in all_unfinished(by=BO)] == [slots[1], slots[3], slots[0]]


@pytest.mark.django_db
def test_whether_anything_is_left_is_asked_of_one_writer_at_one_table_and_a_sent_draft_is_nothing() -> None:
    slot = new_contact()
    keep(by=BO, slot=slot, fields={"text": "x"}, opened_at=MONDAY, at=MONDAY)
    tables = [AMINAS_TABLE, HOLMS_TABLE]
    assert [left_unfinished_at(of=who, tables=tables) for who in (BO, OLE)] == [{AMINAS_TABLE.pk}, frozenset()]
    discard(by=BO, slot=slot, at=after(1))
    assert left_unfinished_at(of=BO, tables=tables) == frozenset()


@pytest.mark.django_db
def test_two_windows_at_two_tables_keep_a_text_each_and_neither_enters_the_other() -> None:
    hers, his = new_contact(), fresh("contact.new", table=HOLMS_TABLE.pk)
    for second in range(3):
        keep(by=BO, slot=hers, fields={"text": f"Amina {second}"}, opened_at=MONDAY, at=after(second))
        keep(by=BO, slot=his, fields={"text": f"Holm {second}"}, opened_at=MONDAY, at=after(second))
    offered = [
        [kept.fields["text"] for kept in unfinished(by=BO, form="contact.new", table=table)]
        for table in (AMINAS_TABLE, HOLMS_TABLE)
    ]
    assert offered == [["Amina 2"], ["Holm 2"]]
