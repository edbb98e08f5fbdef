"""Where a draft lies: which form, about which thing, on whose table."""

import re
from dataclasses import dataclass
from uuid import UUID

from bordenden.foundation.ids import new_id

CODE_LENGTH = 60
LIMIT = 40_000
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for a draft, for each writer her own.

    `thing` is the thing being changed; for something new it is the id the new thing will get, made afresh
    by `fresh` each time the empty form is shown and carried by the form. So an old draft cannot come up in
    a new entry by itself: it must be chosen from `unfinished`, which asks for the same table. `table` is
    the citizen's table the text is about; a slot never moves to another one.
    """

    form: str
    thing: UUID
    table: UUID | None = None

    def __post_init__(self) -> None:
        """Raise ValueError when the form is not a code like `contact.new`."""
        if len(self.form) > CODE_LENGTH or not _CODE.fullmatch(self.form):
            raise ValueError("a form is known by a code like contact.new")


def fresh(form: str, *, table: UUID | None = None) -> Slot:
    """The slot of a thing that does not exist yet."""
    return Slot(form, new_id(), table)
