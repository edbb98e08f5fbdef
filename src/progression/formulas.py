r"""What a spreadsheet takes for a formula, also behind blanks and what cannot be seen: written so that it is text.

The pattern is written in signs that Python's `re` and DuckDB's RE2 both read, so a file from SQL and one from Python
are guarded by the same rule (OWASP, "CSV Injection"; ASVS 5.0, 1.2.10).
"""

import re
from typing import Final

from progression import _given

# Blanks and signs of the categories Z and Cf; \x85 and \x1c to \x1f are blanks to Python alone.
UNSEEN: Final = (
    "\t-\r\x1c- \x85\xa0\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u1680\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u2064\u2066-\u206f\u3000\ufeff\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
_BEGINS: Final = "=+@|%\uff1d\uff0b\uff0d\uff20-"
FORMULA: Final = f"^([\t\r]|[{UNSEEN}]*[{_BEGINS}])"
"""A text that begins so is a formula to a spreadsheet that opens a CSV file."""
_FORMULA: Final = re.compile(FORMULA)


def as_text(text: str) -> str:
    """The text as it may stand in a CSV file: an apostrophe before what a spreadsheet would run.

    >>> as_text("=1+1"), as_text("F-12")
    ("'=1+1", 'F-12')

    Errors: BadInput for what is no text.
    """
    _given.of_kind("What is written", text, str)
    return f"'{text}" if _FORMULA.match(text) else text
