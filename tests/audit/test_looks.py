"""A look is checked when it is noted: what the table would refuse, or what is not a code, never gets further."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from bordenden.audit.looks import Look, NotACode
from tests.audit.things import AALBORG, AMINAS_PLAN, AMINAS_TABLE, look


def test_a_look_holds_ids_and_codes() -> None:
    assert look() == Look("plan.read", "look", "plan", AMINAS_PLAN.pk, AMINAS_TABLE.pk, AALBORG, "")


def test_only_a_list_look_is_stored_once_an_hour() -> None:
    assert [look(kind).once_an_hour for kind in ("look", "list", "export")] == [False, True, False]


@pytest.mark.parametrize("text", ["Amina er trist", "plan.", "Plan.read", "plan read", "", "a" * 61, "plan.læs"])
@pytest.mark.parametrize("field", ["act", "thing_type"])
def test_free_text_is_refused(field: str, text: str) -> None:
    with pytest.raises(NotACode):
        replace(look(), **{field: text})  # type: ignore[arg-type]


def test_the_basis_is_a_code_or_nothing() -> None:
    assert replace(look(), basis="seat.mentor").basis == "seat.mentor"
    with pytest.raises(NotACode):
        replace(look(), basis="hendes mentor")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"kind": "write"}, ValueError),
        ({"kind": "glance"}, ValueError),
        ({"thing": "101"}, TypeError),
        ({"table": 100}, TypeError),
        ({"municipality": None}, ValueError),
        ({"municipality": True}, ValueError),
        ({"municipality": -1}, ValueError),
        ({"municipality": 10_000}, ValueError),
    ],
)
def test_what_the_table_would_refuse_is_refused_at_once(change: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        replace(look(), **change)


def test_a_national_look_off_every_table_is_allowed() -> None:
    assert replace(look(), thing=None, table=None, municipality=0).municipality == 0
    assert isinstance(look().thing, UUID)
