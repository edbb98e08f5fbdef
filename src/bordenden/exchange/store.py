"""Where the content of files lies: a folder of its own, names that say nothing, and on the disk before it counts."""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings

ONLY_OURS = 0o700


class Missing(Exception):
    """The content is not where it should be: a restored database without its files."""


def keep(number: UUID, content: bytes) -> None:
    """Written aside, synced, given its name, and the folder synced: what is acknowledged is on the disk."""
    folder = _folder()
    aside = folder / f".{number.hex}"
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(_path(number))
    _sync(folder)


def fetch(number: UUID) -> bytes:
    """The content. Raises Missing."""
    try:
        return _path(number).read_bytes()
    except FileNotFoundError as error:
        raise Missing(str(number)) from error


def throw_away(number: UUID) -> None:
    """Gone from the disk; what is gone already is gone."""
    _path(number).unlink(missing_ok=True)
    _sync(_folder())


def _folder() -> Path:
    folder = Path(settings.FILES)
    folder.mkdir(mode=ONLY_OURS, parents=True, exist_ok=True)
    return folder


def _path(number: UUID) -> Path:
    return _folder() / number.hex


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
