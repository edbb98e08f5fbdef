"""A page of a closed table is for reading: what could be sent from it, and ways to what only asks, are left out.

The addresses say which act each form and each link is of; what the gate would refuse there is not shown.
"""

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, ResolverMatch, resolve

from bordenden.access.acts import Act

# Our own pages: forms and links are never in one another, and what people wrote is escaped.
_FORM = re.compile(r"<form\b(?P<head>[^>]*)>.*?</form>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*\bhref="(?P<to>/[^"]*)"[^>]*>.*?</a>', re.DOTALL)
_ACTION = re.compile(r'\baction="([^"]*)"')
_EMPTY = re.compile(r"<(p|li|ul)\b[^>]*>\s*</\1>|<details\b[^>]*>\s*<summary>[^<]*</summary>\s*</details>")
# By an act that asks, and yet what she has stands there.
READ_ALL_THE_SAME = frozenset({"words", "files", "sheets", "thread"})
# The other way round: there is something to read, and it is there to be answered.
ASK_ALL_THE_SAME = frozenset({"goal_check", "help_take_back", "mentors", "wish_drop"})


def to_be_read(html: str, path: str) -> str:
    """The page at `path` as it is shown at a closed table."""
    left = _FORM.sub(lambda form: "" if _is_refused(form, path) else form[0], html)
    left = _LINK.sub(lambda link: "" if _only_asks(link) else link[0], left)
    while (fewer := _EMPTY.sub("", left)) != left:
        left = fewer
    return left


def _is_refused(form: re.Match[str], path: str) -> bool:
    if 'method="post"' not in form["head"]:
        return False
    action = _ACTION.search(form["head"])
    found = _behind(action[1] if action and action[1] else path)
    act = _act_of(found)
    return act is not None and act.at_the_table


def _only_asks(link: re.Match[str]) -> bool:
    found = _behind(link["to"])
    act = _act_of(found)
    if found is None or act is None or not act.at_the_table or found.url_name in READ_ALL_THE_SAME:
        return False
    is_button = 'class="button' in link[0] and not act.looks
    return act.only_asks or is_button or found.url_name in ASK_ALL_THE_SAME


def _behind(address: str) -> ResolverMatch | None:
    try:
        return resolve(urlsplit(unescape(address)).path)
    except Resolver404:
        return None


def _act_of(found: ResolverMatch | None) -> Act[Any] | None:
    return getattr(found.func, "opens", None) if found else None
