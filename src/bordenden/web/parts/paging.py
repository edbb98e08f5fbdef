"""Cuts a page out of a list, in SQL one row more than is shown, so that no count is asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bordenden.web.design.parts import Pager

R = TypeVar("R")
PAGE = 25
LAST = 10_000


@dataclass(frozen=True, slots=True)
class Cut(Generic[R]):
    """The rows of one page, and the way to the pages beside it."""

    rows: tuple[R, ...]
    number: int
    pager: Pager


def cut(
    rows: QuerySet[Any, R] | Callable[[int, int], list[R]],
    asked: str | None,
    *,
    size: int = PAGE,
    also: str = "",
    word: str = "side",
    label: str = "",
) -> Cut[R]:
    """The page asked for by `?side=`; what is no page, or one past the last, is the first.

    `rows` are cut here, or asked for from a place to another where their question is prepared.
    `also` is kept in the links ("egne=1"). Where several lists of a page are paged, each has a `word` of its own, and
    a `label` to be told apart by when read aloud.
    """
    number = page_number(asked or "")
    begin, end = (number - 1) * size, number * size + 1
    found = rows(begin, end) if callable(rows) else list(rows[begin:end])
    if not found and number > 1:
        return cut(rows, None, size=size, also=also, word=word, label=label)
    pager = _pager(number, len(found) > size, f"&{also}" if also else "", word)
    return Cut(tuple(found[:size]), number, replace(pager, label=label))


def cut_found(
    found: Sequence[R], asked: str | None, *, size: int = PAGE, word: str = "side", label: str = ""
) -> Cut[R]:
    """The same of what is read anyhow: a sum or an order needs all of it, the page only a part."""
    number = page_number(asked or "")
    if len(found) <= (number - 1) * size:
        number = 1
    pager = _pager(number, len(found) > number * size, "", word)
    return Cut(tuple(found[(number - 1) * size : number * size]), number, replace(pager, label=label))


def page_number(asked: str) -> int:
    """Read only what is short enough to be a page: Python refuses numbers of thousands of digits with an error."""
    short = asked.isdecimal() and len(asked) <= len(str(LAST))
    return int(asked) if short and 0 < int(asked) <= LAST else 1


def pager_of(page: Page[Any]) -> Pager:
    """The way to the pages beside a page of Django's."""
    return _pager(page.number, page.has_next(), "")


def _pager(number: int, more: bool, tail: str, word: str = "side") -> Pager:
    return Pager(
        _("Side %(number)d") % {"number": number} if more or number > 1 else "",
        previous_url=f"?{word}={number - 1}{tail}" if number > 1 else "",
        next_url=f"?{word}={number + 1}{tail}" if more else "",
    )
