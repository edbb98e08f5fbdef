"""Reads of intake: the file somebody has on the way, what its lines say, and what each would do."""

from bordenden.intake.queries.checking import Checked, Report, check
from bordenden.intake.queries.files import open_file
from bordenden.intake.queries.reading import MOST_BYTES, MOST_LINES, Line, Sheet, Unreadable, decoded, read

__all__ = [
    "MOST_BYTES",
    "MOST_LINES",
    "Checked",
    "Line",
    "Report",
    "Sheet",
    "Unreadable",
    "check",
    "decoded",
    "open_file",
    "read",
]
