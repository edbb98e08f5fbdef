"""Two devices at once: one round, one answer a question, and never an answer on a finished round."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connections

from bordenden.assessments.actions import answer, finish, import_instrument, start
from bordenden.assessments.models import Answer, InstrumentVersion, Item, Sheet
from bordenden.assessments.words import AnswerKind
from bordenden.audit.models import Entry
from bordenden.foundation.rules import NotPossible
from bordenden.worlds.cast.people import seat_everybody
from tests.assessments.files import SHIPPED
from tests.cast import MONDAY, Cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seated() -> Cast:
    """The cast, really committed."""
    return seat_everybody(at=MONDAY)


@pytest.fixture
def items(seated: Cast) -> list[Item]:
    """The five questions, really committed."""
    version = import_instrument(content=SHIPPED, by=seated.stine, at=MONDAY).version
    return list(version.items.order_by("position"))


def together(*works: Callable[[], object]) -> list[BaseException | None]:
    """Each in a thread of its own, beginning at the same moment; what each of them raised."""
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], object]) -> None:
        close_old_connections()
        try:
            gate.wait(20)
            work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return [future.exception(60) for future in [pool.submit(run, work) for work in works]]


def test_two_heads_begin_in_the_same_moment_and_share_one_round(seated: Cast, items: list[Item]) -> None:
    table = seated.holms_table
    raised = together(*(lambda by=by: start(table=table, by=by, at=MONDAY) for by in (seated.jens, seated.lone) * 3))
    assert raised == [None] * 6
    assert Sheet.objects.filter(table=table).count() == 1
    assert Entry.objects.filter(act="sheet.start").count() == 1


def test_two_devices_answer_one_question_and_one_answer_is_kept(seated: Cast, items: list[Item]) -> None:
    sheet = start(table=seated.aminas_table, by=seated.amina, at=MONDAY)

    def say(value: int) -> Callable[[], object]:
        return lambda: answer(
            sheet=sheet, item=items[0], kind=AnswerKind.RATED, value=value, by=seated.amina, at=MONDAY
        )

    assert together(*(say(value) for value in range(6))) == [None] * 6
    assert Answer.objects.get(sheet=sheet).value in range(6)


def test_one_device_ends_the_round_while_another_answers(seated: Cast, items: list[Item]) -> None:
    sheet = start(table=seated.aminas_table, by=seated.amina, at=MONDAY)
    answer(sheet=sheet, item=items[0], kind=AnswerKind.RATED, value=1, by=seated.amina, at=MONDAY)
    refused, ended = together(
        lambda: answer(sheet=sheet, item=items[1], kind=AnswerKind.RATED, value=2, by=seated.amina, at=MONDAY),
        lambda: finish(sheet=sheet, by=seated.amina, at=MONDAY),
    )
    assert ended is None
    assert refused is None or isinstance(refused, NotPossible)
    assert Answer.objects.filter(sheet=sheet).count() == (2 if refused is None else 1)
    order = list(Entry.objects.filter(table=sheet.table_id).order_by("id").values_list("act", flat=True))
    assert order[-1] == "sheet.finish"


def test_the_same_file_imported_twice_at_once_is_one_version(seated: Cast) -> None:
    raised = together(*[lambda: import_instrument(content=SHIPPED, by=seated.stine, at=MONDAY)] * 4)
    assert raised == [None] * 4
    assert (InstrumentVersion.objects.count(), Item.objects.count()) == (1, 5)
    assert Entry.objects.filter(act="instrument.publish").count() == 1
