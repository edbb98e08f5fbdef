"""Random identifiers: no running number and nothing personal ever stands in a URL."""

from typing import TypeAlias
from uuid import UUID, uuid4

# Made when an empty form is shown and sent with it: the same form sent twice carries the same key.
FormKey: TypeAlias = UUID


def new_id() -> UUID:
    """A fresh random identifier (UUID version 4, 122 random bits)."""
    return uuid4()
