"""A page of a closed table is for reading: what could be sent from it, and ways to what only asks, are left out.

The addresses say which act each form and each link is of; what the gate would refuse there is not shown.
"""

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _

from bordenden.access.acts import Act

# Our own pages: forms and links are never in one another, and what people wrote is escaped.
_FORM = re.compile(r"<form\b(?P<head>[^>]*)>.*?</form>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*\bhref="(?P<to>/[^"]*)"[^>]*>.*?</a>', re.DOTALL)
_ACTION = re.compile(r'\baction="([^"]*)"')
_EMPTY = re.compile(r"<(p|li|ul)\b[^>]*>\s*</\1>")
# By an act that only asks, and yet what she has stands there.
READ_ALL_THE_SAME = frozenset({"words", "files", "sheets"})


def to_be_read(html: str, path: str) -> str:
    """The page at `path` as it is shown at a closed table."""
    left = _FORM.sub(lambda form: "" if _is_refused(form, path) else form[0], html)
    left = _LINK.sub(lambda link: "" if _only_asks(link["to"]) else link[0], left)
    while (fewer := _EMPTY.sub("", left)) != left:
        left = fewer
    if left == html:
        return html
    said = _("Bordet er lukket. Her kan du læse, men ikke skrive mere.")
    return left.replace("</h1>", f'</h1>\n<p class="quiet">{said}</p>', 1)


def _is_refused(form: re.Match[str], path: str) -> bool:
    if 'method="post"' not in form["head"]:
        return False
    action = _ACTION.search(form["head"])
    found = _behind(action[1] if action and action[1] else path)
    act = _act_of(found)
    return act is not None and act.at_the_table


def _only_asks(to: str) -> bool:
    found = _behind(to)
    act = _act_of(found)
    return act is not None and act.only_asks and found is not None and found.url_name not in READ_ALL_THE_SAME


def _behind(address: str) -> ResolverMatch | None:
    try:
        return resolve(urlsplit(unescape(address)).path)
    except Resolver404:
        return None


def _act_of(found: ResolverMatch | None) -> Act[Any] | None:
    return getattr(found.func, "opens", None) if found else None
