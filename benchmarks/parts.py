"""RESULTS.md has several writers: each has its part between two marks, and leaves every other part as it is."""

import re
from pathlib import Path
from typing import Final

ORDER: Final = ("bench", "bench-evaluation")
"""The parts, in the order they stand in, by the target of make that writes them."""
PART: Final = re.compile(r"<!-- (?P<name>[a-z-]+): begin -->\n(?P<text>.*?)\n<!-- (?P=name): end -->", re.DOTALL)


def kept(page: str, name: str, text: str) -> str:
    """The page with one part new and every other part to the letter as it was.

    A page without marks is from before there were several writers: all of it is the first one's.
    """
    parts = {found["name"]: found["text"] for found in PART.finditer(page)}
    if not parts and page.strip():
        parts = {ORDER[0]: page.strip("\n")}
    parts[name] = text.strip("\n")
    marked = (f"<!-- {one}: begin -->\n{parts[one]}\n<!-- {one}: end -->" for one in ORDER if one in parts)
    return "\n\n".join(marked) + "\n"


def keep(path: Path, name: str, text: str) -> None:
    """Write one part of the page."""
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(kept(page, name, text), encoding="utf-8")
