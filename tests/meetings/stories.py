"""What the tests of conversations do over and over."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from bordenden.meetings import actions
from bordenden.meetings.models import AgendaItem, Boundary, Conversation, Note
from bordenden.meetings.words import Where
from bordenden.people.models import Person
from tests.cast import MONDAY, Cast

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEDNESDAY = MONDAY + 2 * DAY


def plan(cast: Cast, starts_at: datetime = WEDNESDAY, **said: Any) -> Conversation:
    """Bo plans a conversation with Amina."""
    facts: dict[str, Any] = {"place": Where.JOBCENTRE, "form_key": uuid4(), "by": cast.bo, "at": MONDAY}
    return actions.arrange(table=cast.aminas_table, starts_at=starts_at, **{**facts, **said})


def put(cast: Cast, words: str, by: Person | None = None, **said: Any) -> AgendaItem:
    """Amina (or another) puts something on the agenda."""
    facts: dict[str, Any] = {"by": by or cast.amina, "at": MONDAY}
    return actions.put_on_agenda(table=cast.aminas_table, words=words, **{**facts, **said})


def draw(cast: Cast, conversation: Conversation, words: str, **said: Any) -> Boundary:
    """Amina says what she will not talk about."""
    facts: dict[str, Any] = {"form_key": uuid4(), "by": cast.amina, "at": MONDAY}
    return actions.draw_boundary(conversation=conversation, words=words, **{**facts, **said})


def hold(cast: Cast, conversation: Conversation, **said: Any) -> Note:
    """Bo notes the conversation an hour after it began."""
    facts: dict[str, Any] = {
        "version": 0,
        "form_key": uuid4(),
        "citizen_view": "Jeg vil se stedet først.",
        "summary": "Talte om børnehaven.",
        "by": cast.bo,
        "at": conversation.starts_at + HOUR,
    }
    made = actions.note(conversation=conversation, **{**facts, **said})
    conversation.refresh_from_db()
    return made


def words_of(items: Iterable[AgendaItem]) -> list[str]:
    """What stands on a list."""
    return [item.words for item in items]
