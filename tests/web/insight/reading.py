"""Reads tables off a page as a person would: the heading of each row and what stands beside it."""

import re
from html import unescape

_ROW = re.compile(r"<tr[^>]*>\s*<th scope=\"row\"[^>]*>(.*?)</th>(.*?)</tr>", re.S)
_CELL = re.compile(r"<td(?! class=\"bar-drawing\")[^>]*>(.*?)</td>", re.S)


def lines_of(html: str, kind: str) -> dict[str, tuple[str, ...]]:
    """The rows of the page's table of that class ("bars" or "table"), one after the other."""
    tables = re.findall(rf'<table class="{kind}".*?</table>', html, re.S)
    rows = [row for table in tables for row in _ROW.findall(table)]
    return {_plain(head): tuple(_plain(cell) for cell in _CELL.findall(cells)) for head, cells in rows}


def _plain(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())
