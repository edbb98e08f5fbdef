"""Random identifiers: no running number and nothing personal ever stands in a URL."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """A fresh random identifier (UUID version 4, 122 random bits)."""
    return uuid4()
