"""What may come in: tables of several kinds, read by column names into numbers and groups."""

from progression.sources.asking import Counts, counted
from progression.sources.columns import Coded, Floats, Integers, Numbers, first_row, stack
from progression.sources.engines import Engine, file
from progression.sources.opening import Plain, opened
from progression.sources.reading import COMPLETE, Limits, Rows, complete, kept, names_of, read, read_all

__all__ = [
    "COMPLETE",
    "Coded",
    "Counts",
    "Engine",
    "Floats",
    "Integers",
    "Limits",
    "Numbers",
    "Plain",
    "Rows",
    "complete",
    "counted",
    "file",
    "first_row",
    "kept",
    "names_of",
    "opened",
    "read",
    "read_all",
    "stack",
]
