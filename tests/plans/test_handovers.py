"""Plans that are agreed and not in her hands: whose, since when, and who hears of it, once."""

from datetime import timedelta
from typing import Any

import pytest

from bordenden.foundation.ids import new_id
from bordenden.pathways import actions as pathways
from bordenden.plans import actions, queries
from bordenden.plans.words import HandedOver
from bordenden.post.models import Letter
from bordenden.post.words import Kind
from bordenden.rounds.table import ROUNDS
from tests.cast import MONDAY, Cast
from tests.plans.ready import agreed, ready_plan, step

FOURTEEN, LATE = MONDAY + timedelta(days=14), MONDAY + timedelta(days=14, seconds=1)


def letters() -> list[Letter]:
    return list(Letter.objects.filter(kind=Kind.HANDOVER_DUE).order_by("queued_at", "pk"))


@pytest.mark.requirement("R159")
def test_after_fourteen_days_it_is_overdue_until_it_is_given(cast: Cast) -> None:
    version = agreed(cast, ready_plan(cast))
    assert list(queries.overdue(at=FOURTEEN)) == []
    assert list(queries.overdue(at=LATE)) == [version]
    (row,) = queries.overdue_references(project=cast.project, at=LATE)
    assert (row.pk, getattr(row, "reference", "")) == (version.pk, "F-1")
    assert list(queries.overdue_references(project=cast.neighbours, at=LATE)) == []
    on = MONDAY.date()
    actions.hand_over(version=version, on=on, how=HandedOver.POST, form_key=new_id(), by=cast.bo, at=LATE)
    assert list(queries.overdue(at=LATE)) == []


def test_a_newer_plan_and_another_number_of_days_change_what_is_overdue(cast: Cast, settings: Any) -> None:
    plan = ready_plan(cast)
    agreed(cast, plan)
    step(cast, plan, "Gå en tur")
    newer = agreed(cast, plan, MONDAY + timedelta(days=10))
    assert list(queries.overdue(at=LATE)) == []
    settings.HANDOVER_DAYS = 3
    assert list(queries.overdue(at=LATE)) == [newer]


def test_bo_hears_of_it_once_a_version_and_no_more_when_it_is_given(cast: Cast) -> None:
    version = agreed(cast, ready_plan(cast))
    (mine,) = [one for one in ROUNDS if one.name == "handovers"]
    assert [mine.go(at) for at in (FOURTEEN, LATE, LATE + timedelta(days=1))] == [0, 1, 0]
    (letter,) = letters()
    assert (letter.person, letter.thing, letter.state) == (cast.bo.pk, version.pk, "waiting")
    on = MONDAY.date()
    actions.hand_over(version=version, on=on, how=HandedOver.MEETING, form_key=new_id(), by=cast.bo, at=LATE)
    assert [one.state for one in letters()] == ["cancelled"]


def test_whoever_stands_in_for_bo_hears_of_it_and_an_empty_chair_is_no_fault(cast: Cast) -> None:
    agreed(cast, ready_plan(cast))
    first = LATE.date()
    tables = [cast.aminas_table]
    pathways.stand_in(tables=tables, colleague=cast.ole, first=first, last=first, by=cast.bo, at=LATE)
    assert actions.remind_of_handovers(at=LATE) == 1
    assert [one.person for one in letters()] == [cast.ole.pk]
    Letter.objects.all().delete()
    pathways.end_substitution(tables=tables, by=cast.bo, at=LATE)
    pathways.leave_seat(seat=cast.bos_seat, by=cast.bo, at=LATE)
    assert actions.remind_of_handovers(at=LATE) == 0
