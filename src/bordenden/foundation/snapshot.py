"""The read phase and the write phase of a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import transaction


@contextmanager
def snapshot(municipality: int | None, actor: UUID | None) -> Iterator[None]:
    """The read phase."""
    yield


@contextmanager
def writing(municipality: int | None, actor: UUID | None) -> Iterator[None]:
    """The write phase."""
    with transaction.atomic():
        yield
