"""Who acts when nobody does: a deadline went, or a place became free for the next in line."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Nobody:
    """The actor of what happens by itself, under the empty id."""

    pk: UUID


NOBODY: Final = Nobody(UUID(int=0))
