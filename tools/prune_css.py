"""Cuts a stylesheet down to the rules whose classes we use, the same way every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

NOT: Final = re.compile(r":not\(([^()]*)\)")
CLASS: Final = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
SPACE: Final = re.compile(r"\s+")


def prune(css: str, keep: frozenset[str]) -> str:
    """The rules of `css` that need no class outside `keep`, each on a line of its own."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(_kept(without_comments, keep)) + "\n"


def _kept(css: str, keep: frozenset[str]) -> Iterator[str]:
    for prelude, body in _blocks(css):
        if prelude.startswith(("@media", "@supports")):
            inner = "".join(_kept(body, keep))
            if inner:
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@page"):
            yield f"{prelude}{{{_tidy(body)}}}"
        elif not prelude.startswith("@"):
            selectors = [_bare(s, keep) for s in _selectors(prelude) if _needed(s) <= keep]
            if selectors and body.strip():
                yield f"{','.join(selectors)}{{{_tidy(body)}}}"


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    at = 0
    while (opening := css.find("{", at)) != -1:
        depth, end = 1, opening
        while depth:
            end += 1
            depth += {"{": 1, "}": -1}.get(css[end], 0)
        # A statement without a block (@charset, @import) may stand before the prelude.
        yield SPACE.sub(" ", css[at:opening].rpartition(";")[2]).strip(), css[opening + 1 : end]
        at = end + 1


def _selectors(prelude: str) -> list[str]:
    return [part.strip() for part in re.split(r",(?![^(]*\))", prelude)]


def _needed(selector: str) -> set[str]:
    return set(CLASS.findall(NOT.sub("", selector)))


def _bare(selector: str, keep: frozenset[str]) -> str:
    """Without `:not(.x)` for an x that no page has: it excludes nothing and only outweighs later rules."""

    def shorter(match: re.Match[str]) -> str:
        named = CLASS.findall(match[1])
        return "" if named and not set(named) & keep else match[0]

    return re.sub(r"\s*([>+~])\s*", r"\1", NOT.sub(shorter, selector))


def _tidy(body: str) -> str:
    return ";".join(SPACE.sub(" ", part).strip() for part in body.split(";") if part.strip())
