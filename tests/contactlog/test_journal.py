"""What Bo has copied to the municipality's journal, what he has changed since, and what is late."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from bordenden.audit.models import Entry as AuditEntry
from bordenden.contactlog import actions
from bordenden.contactlog.models import Entry, JournalCopy
from bordenden.contactlog.queries import NotCopied, last_copied, newest, not_copied, told_in, uncopied
from bordenden.contactlog.words import Channel, CopyFormat, Direction
from bordenden.pathways.models import Table
from tests.cast import MONDAY, Cast

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def noted(cast: Cast, words: str, *, at: datetime = MONDAY, table: Table | None = None) -> Entry:
    """Bo notes a call."""
    return actions.note(
        table=table or cast.aminas_table,
        summary=words,
        channel=Channel.PHONE,
        direction=Direction.OUT,
        form_key=uuid4(),
        by=cast.bo,
        at=at,
    )


def corrected(cast: Cast, entry: Entry, *, at: datetime = MONDAY + DAY) -> Entry:
    """Bo puts it right."""
    return actions.correct(
        entry=entry,
        version=1,
        summary="Rettet.",
        channel=Channel.PHONE,
        direction=Direction.OUT,
        form_key=uuid4(),
        by=cast.bo,
        at=at,
    )


def copied(cast: Cast, *entries: Entry, at: datetime = MONDAY + MINUTE) -> list[JournalCopy]:
    """Bo takes them to the journal."""
    return actions.copy_to_journal(entries=entries, format=CopyFormat.TEXT, by=cast.bo, at=at)


def test_a_copy_says_which_entry_as_it_stood_by_whom_when_and_how_and_the_audit_too(cast: Cast) -> None:
    entry = noted(cast, "Vi talte om bussen.")
    (copy,) = copied(cast, entry)
    row = JournalCopy.objects.get()
    assert (row.table, row.municipality, row.entry, row.version) == (cast.aminas_table, cast.fjordby, entry, 1)
    assert (row.copied_by, row.copied_at, row.format) == (cast.bo, MONDAY + MINUTE, CopyFormat.TEXT)
    line = AuditEntry.objects.get(act="journal.copy")
    assert (line.actor, line.thing, line.table, line.kind) == (cast.bo.pk, copy.pk, cast.aminas_table.pk, "write")


def missing(cast: Cast) -> list[Entry]:
    return [row.entry for row in uncopied(table=cast.aminas_table)]


def test_what_is_copied_is_no_longer_to_be_copied_until_it_is_corrected(cast: Cast) -> None:
    first, second = noted(cast, "Først.", at=MONDAY - DAY), noted(cast, "Så.")
    assert missing(cast) == [first, second]
    copied(cast, first)
    assert missing(cast) == [second]
    right = corrected(cast, first)
    assert missing(cast) == [first, second]
    copied(cast, right, at=MONDAY + 2 * DAY)
    assert missing(cast) == [second]
    versions = JournalCopy.objects.order_by("version").values_list("entry", "version")
    assert list(versions) == [(first.pk, 1), (first.pk, 2)]


def test_what_is_to_be_copied_brings_its_corrections_and_no_other_citizens(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    entry = noted(cast, "Vi talte om bussen.")
    noted(cast, "Hans.", table=cast.karims_table)
    corrected(cast, entry)
    with django_assert_num_queries(2):
        found = [(row.entry, [c.summary for c in row.corrections]) for row in uncopied(table=cast.aminas_table)]
    assert found == [(entry, ["Rettet."])]


def test_two_taps_are_one_copy_and_another_day_another_format_or_another_person_are_new_ones(cast: Cast) -> None:
    entry = noted(cast, "Vi talte om bussen.")
    assert copied(cast, entry) == copied(cast, entry, at=MONDAY + 2 * MINUTE)
    assert AuditEntry.objects.filter(act="journal.copy").count() == 1
    copied(cast, entry, at=MONDAY + DAY)
    actions.copy_to_journal(entries=[entry], format=CopyFormat.PDF, by=cast.bo, at=MONDAY + MINUTE)
    actions.copy_to_journal(entries=[entry], format=CopyFormat.TEXT, by=cast.ole, at=MONDAY + MINUTE)
    assert JournalCopy.objects.count() == 4


def test_each_entry_knows_its_copies_at_one_query_for_all(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = noted(cast, "Først.", at=MONDAY - DAY), noted(cast, "Så.")
    copied(cast, first)
    copied(cast, first, at=MONDAY + DAY)
    with django_assert_num_queries(3):
        rows = newest(0, 10, table=cast.aminas_table, copies=True)
        found = {row.entry: [(c.copied_by.name, c.copied_at) for c in row.copies] for row in rows}
    assert found == {second: [], first: [("Bo Lund", MONDAY + MINUTE), ("Bo Lund", MONDAY + DAY)]}


@pytest.mark.parametrize("corrected_since", [False, True])
def test_what_was_written_before_the_limit_and_not_copied_is_late_counted_from_its_newest_words(
    cast: Cast, corrected_since: bool, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    old = noted(cast, "Gammelt.", at=MONDAY - 9 * DAY)
    noted(cast, "Nyt.", at=MONDAY)
    noted(cast, "Hans.", at=MONDAY - 9 * DAY, table=cast.karims_table)
    if corrected_since:
        corrected(cast, old, at=MONDAY)
    tables = [cast.aminas_table, cast.karims_table, cast.holms_table]
    with django_assert_num_queries(1):
        missing = not_copied(tables=tables, written_before=MONDAY - 4 * DAY)
    late = 0 if corrected_since else 1
    assert missing == {cast.aminas_table.pk: NotCopied(2, late), cast.karims_table.pk: NotCopied(1, 1)}
    copied(cast, old, at=MONDAY + DAY)
    missing = not_copied(tables=tables, written_before=MONDAY - 4 * DAY)
    assert missing[cast.aminas_table.pk] == NotCopied(1, 0)


def test_a_copy_holds_what_stood_then_and_not_what_was_added_later(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = noted(cast, "Først.", at=MONDAY - DAY), noted(cast, "Så.")
    copies = copied(cast, second, first)
    corrected(cast, first)
    with django_assert_num_queries(1):
        assert told_in(copies=copies) == [[first], [second]]
    (again,) = copied(cast, first, at=MONDAY + 2 * DAY)
    assert [[row.summary for row in chain] for chain in told_in(copies=[again])] == [["Først.", "Rettet."]]


def test_what_bo_took_last_can_be_shown_again(cast: Cast) -> None:
    first, second, third = (noted(cast, words, at=MONDAY - n * DAY) for n, words in enumerate(("c", "b", "a")))
    copied(cast, first)
    copied(cast, second, third, at=MONDAY + DAY)
    assert last_copied(table=cast.aminas_table, by=cast.bo) == [third, second]
    assert last_copied(table=cast.aminas_table, by=cast.ole) == []
    assert last_copied(table=cast.karims_table, by=cast.bo) == []
