"""One look at one thing, noted while a page is made and written before the page is sent."""

import re
from dataclasses import dataclass
from uuid import UUID

from bordenden.audit.words import LOOKS, Kind

CODE_LENGTH = 60
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")


class NotACode(ValueError):
    """What should be a short code is not one. Free text never enters the audit."""


@dataclass(frozen=True, slots=True)
class Look:
    """Ids and codes only. `kind` is one of LOOKS; `basis` says by what right, e.g. the seat role, or what for.

    Everything is checked here, in the thread that looked: SQLite's INSERT OR IGNORE would silently
    skip a row that breaks any rule of the table, and one bad row would fail everybody's group.
    """

    act: str
    kind: str
    thing_type: str
    thing: UUID | None
    table: UUID | None
    municipality: int
    basis: str = ""

    def __post_init__(self) -> None:
        """Raise NotACode, TypeError or ValueError unless the row is sure to be accepted by the table."""
        if self.kind not in LOOKS:
            raise ValueError(f"{self.kind!r} is not a kind of look")
        require_code(self.act)
        require_code(self.thing_type)
        if self.basis:
            require_code(self.basis)
        for name, value in (("thing", self.thing), ("table", self.table)):
            if value is not None and not isinstance(value, UUID):
                raise TypeError(f"{name} is a UUID or None")
        require_municipality(self.municipality)

    @property
    def once_an_hour(self) -> bool:
        """Whether a second such look within the hour adds nothing."""
        return self.kind == Kind.LIST


def require_code(text: str) -> str:
    """The text, when it is a code like `plan.read`; else NotACode."""
    if len(text) > CODE_LENGTH or not _CODE.fullmatch(text):
        raise NotACode(f"not a code: {text[:CODE_LENGTH]!r}")
    return text


def require_municipality(code: int) -> int:
    """The official code (0 is national), when it is a number of at most four digits; else ValueError."""
    if type(code) is not int or not 0 <= code <= 9999:
        raise ValueError("a municipality is its official code, 0 for national")
    return code
