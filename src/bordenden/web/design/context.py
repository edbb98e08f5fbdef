"""What every page must hand to `design/base.html`.

`base.html` extends nothing and expects exactly these names from context processors:

* `demo` (bool): shows the banner that all persons are invented;
* `signed_in_name` (str): who is logged in, "" for nobody; decides whether "Log ud" is shown;
* `languages` (sequence of `Language`, or of plain tuples code, name, active);
* `here` (str): the path of this page, sent as `next` by the language switch;
* `her_page` (bool): a page of the citizen's own: neutral title, Luk hurtigt, numbers for a crisis (`crisis_lines`);
* `old_table` (bool): she reads a table she has moved from: a line above every page says so;
* `about_links` (sequence of text, address): what the foot says about the house itself;
* `csrf_token`, from Django's own processor.

It looks at two names that a page may leave out: `form` (its error summary comes first in main, and "Fejl:"
first in the title) and `messages` (Django's). It reverses three URL names: `language` (POST: language, next),
`logout` (POST) and `accessibility` (GET); on pages of hers also `leave` (POST) and `calendar`.

Blocks: `title` (never personal), `nav` (put `design/nav.html` in it), `home` (address of the logo's link),
`summary` (replace it when the page has another form than `form`), `before` (back link), `content`,
`scripts` (deferred files).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypedDict


class Language(NamedTuple):
    code: str
    name: str
    active: bool


class Frame(TypedDict):
    """The names above, for the context processor's return type."""

    demo: bool
    signed_in_name: str
    languages: Sequence[Language]
    here: str
    her_page: bool
    old_table: bool
    about_links: Sequence[tuple[str, str]]
