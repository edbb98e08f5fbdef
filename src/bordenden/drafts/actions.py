"""Keeps and discards drafts. They are seen by their writer only, so nothing here is a look to be logged."""

import json
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from bordenden.drafts.models import Draft
from bordenden.drafts.queries import Writer
from bordenden.drafts.slots import LIMIT, Slot


class DraftTooLong(ValueError):
    """The text does not fit; what was kept before stands. `length` and `limit` are in characters."""

    def __init__(self, length: int) -> None:
        super().__init__(f"a draft holds {LIMIT} characters, this one has {length}")
        self.length = length
        self.limit = LIMIT


class AnotherTable(ValueError):
    """The slot belongs to another citizen's table: the page mixed two people up."""


def keep(*, by: Writer, slot: Slot, fields: Mapping[str, str | list[str]], opened_at: datetime, at: datetime) -> bool:
    """Keep what stands in the form now, in place of what was kept before.

    `opened_at` is when the page that sends it was made. False when the draft was sent or thrown away
    after that: the page is over and its late save is dropped. Raises DraftTooLong and AnotherTable.
    """
    content = json.dumps(dict(fields), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(content) > LIMIT:
        raise DraftTooLong(len(content))
    with transaction.atomic():
        row = _locked(by, slot, at)
        if row.closed_at is not None and opened_at <= row.closed_at:
            return False
        row.content, row.saved_at, row.closed_at = content, at, None
        row.save(update_fields=["content", "saved_at", "closed_at"])
    return True


def discard(*, by: Writer, slot: Slot, at: datetime) -> None:
    """Forget the text: it was sent or thrown away. Saves from pages opened before `at` come too late."""
    with transaction.atomic():
        row = _locked(by, slot, at)
        row.content, row.closed_at = "", at
        row.save(update_fields=["content", "closed_at"])


def _locked(by: Writer, slot: Slot, at: datetime) -> Draft:
    """The writer's row, made when it is missing, locked to the end of the transaction.

    On SQLite the transaction itself is the lock. A row made here is empty until its caller fills it.
    """
    new = Draft(owner=by.pk, form=slot.form, thing=slot.thing, table=slot.table, content="{}", saved_at=at)
    Draft.objects.bulk_create([new], ignore_conflicts=True)
    row = Draft.objects.select_for_update().get(owner=by.pk, form=slot.form, thing=slot.thing)
    if row.table != slot.table:
        raise AnotherTable("this draft belongs to another table")
    return row
