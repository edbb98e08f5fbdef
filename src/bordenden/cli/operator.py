"""Who acts when somebody types at the server: no person the house knows; the machine's own log knows who."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Operator:
    """The actor of a command, under the empty id."""

    pk: UUID


OPERATOR: Final = Operator(UUID(int=0))
