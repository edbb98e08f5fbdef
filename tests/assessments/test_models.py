"""What the database itself promises: published is final, one open sheet, only ratings have values."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, connection, transaction

from bordenden.assessments.actions import import_instrument, start
from bordenden.assessments.models import Answer, InstrumentVersion, Item, Sheet
from bordenden.foundation.ids import new_id
from tests.assessments.files import SHIPPED
from tests.cast import MONDAY, Cast


@pytest.fixture
def version(cast: Cast) -> InstrumentVersion:
    """The shipped instrument, published."""
    return import_instrument(content=SHIPPED, by=cast.stine, at=MONDAY).version


def refused(change: Callable[[], object], says: str) -> None:
    """The change is refused by the database with these words, and the transaction goes on."""
    with pytest.raises(IntegrityError, match=says), transaction.atomic():
        change()


def new_item(version: InstrumentVersion) -> Item:
    """A sixth question."""
    return Item(
        version=version,
        code="bolig",
        position=6,
        topic="Bolig",
        question="Har du et hjem?",
        low="0",
        middle="5",
        high="10",
    )


def test_the_database_refuses_every_change_of_a_published_version(version: InstrumentVersion) -> None:
    says = "a published version is never changed"
    health = Item.objects.get(code="helbred")
    versions, items = InstrumentVersion.objects.filter(pk=version.pk), Item.objects.filter(pk=health.pk)
    refused(lambda: versions.update(intro="Andet"), says)
    refused(lambda: versions.update(published_at=None), says)
    refused(lambda: versions._raw_delete("default"), says)
    refused(lambda: items.update(question="Noget andet?"), says)
    refused(lambda: items.delete(), says)
    refused(lambda: new_item(version).save(), says)
    health.refresh_from_db()
    assert health.question == "Hvordan er dit helbred for tiden?"
    assert version.items.count() == 5


def test_a_draft_may_change_until_it_is_published(version: InstrumentVersion) -> None:
    draft = InstrumentVersion.objects.create(instrument=version.instrument, number=2, digest="0" * 64)
    new_item(draft).save()
    assert Item.objects.filter(version=draft).update(topic="Hjem") == 1
    refused(lambda: Item.objects.filter(code="helbred").update(version=draft), "never changed")
    refused(lambda: Item.objects.filter(version=draft).update(version=version, position=7), "never changed")
    assert Item.objects.filter(version=draft).delete()[0] == 1
    assert InstrumentVersion.objects.filter(pk=draft.pk).delete()[0] == 1


def test_putting_a_row_over_the_published_one_is_no_way_around(version: InstrumentVersion) -> None:
    name = "assessments_instrumentversion"
    over = {
        "sqlite": f"REPLACE INTO {name} SELECT * FROM {name}",
        "postgresql": f"INSERT INTO {name} SELECT * FROM {name} ON CONFLICT (id) DO UPDATE SET intro = 'Andet'",
    }

    def put() -> None:
        with connection.cursor() as cursor:
            cursor.execute(over[connection.vendor])

    refused(put, "never changed")


def test_a_table_has_one_open_sheet(cast: Cast, version: InstrumentVersion) -> None:
    start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    other = Sheet(table=cast.aminas_table, municipality=cast.fjordby, version=version, started_at=MONDAY)
    refused(other.save, "one_open_sheet_a_table|assessments_sheet.table_id")
    start(table=cast.karims_table, by=cast.karim, at=MONDAY)
    assert Sheet.objects.count() == 2


@pytest.mark.parametrize(
    ("kind", "value", "kept"),
    [
        ("rated", 0, True),
        ("rated", 10, True),
        ("rated", 11, False),
        ("rated", None, False),
        ("skipped", None, True),
        ("skipped", 3, False),
        ("declined", 3, False),
    ],
)
def test_only_a_rating_has_a_value_and_it_is_on_the_scale(
    cast: Cast, version: InstrumentVersion, kind: str, value: int | None, kept: bool
) -> None:
    sheet = start(table=cast.aminas_table, by=cast.amina, at=MONDAY)
    answer = Answer(
        id=new_id(),
        table=cast.aminas_table,
        municipality=cast.fjordby,
        sheet=sheet,
        item=version.items.order_by("position")[0],
        kind=kind,
        value=value,
        answered_at=MONDAY,
    )
    if kept:
        answer.save()
    else:
        refused(answer.save, "only_a_rating_has_a_value_on_the_scale")
    assert Answer.objects.exists() == kept
