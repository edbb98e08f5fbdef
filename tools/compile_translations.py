"""Compiles the translations into what Django reads, with Babel, as a fresh Debian has no msgfmt."""

import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "src" / "bordenden" / "locale"


def main() -> int:
    """Compile what is newer than its result; refuse when there is nothing to compile at all."""
    sources = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
    if not sources:
        print(f"No translation was found under {LOCALE.relative_to(LOCALE.parents[2])}.", file=sys.stderr)
        return 1
    for source in sources:
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime <= source.stat().st_mtime:
            _compile(source, target)
    return 0


def _compile(source: Path, target: Path) -> None:
    """Fuzzy entries are kept: Django marks the header of its files so, and Babel would skip the file."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
    unfinished = target.with_suffix(".mo.part")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue, use_fuzzy=True)
    unfinished.replace(target)
    translated = sum(1 for message in catalogue if message.id and message.string)
    print(f"translations: {source.parent.parent.name}, {translated} texts")


if __name__ == "__main__":
    raise SystemExit(main())
