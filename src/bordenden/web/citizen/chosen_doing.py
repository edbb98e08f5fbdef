"""What the buttons at something she has chosen do, by the word each sends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate

from bordenden.plans import actions

if TYPE_CHECKING:
    from bordenden.people.models import Person
    from bordenden.plans.models import Chosen


def _begin(*, chosen: Chosen, by: Person, at: datetime) -> Chosen:
    return actions.begin_chosen(chosen=chosen, on=localdate(at), by=by, at=at)


def _complete(*, chosen: Chosen, by: Person, at: datetime) -> Chosen:
    return actions.complete_chosen(chosen=chosen, on=localdate(at), by=by, at=at)


DOES: dict[str, Callable[..., Any]] = {
    "ask": actions.ask_for,
    "leave": actions.leave_line,
    "begin": _begin,
    "complete": _complete,
    "stop": actions.stop_chosen,
    "drop": actions.drop,
}
