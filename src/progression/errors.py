"""What is said when the data cannot be computed on: one sentence that names the column and the row."""

from collections.abc import Sequence
from typing import Final

_MANY: Final = 12


class BadInput(ValueError):
    """The data cannot be computed on. `column` and `row` (counted from 1) say where, when there is such a place."""

    def __init__(self, sentence: str, *, column: str | None = None, row: int | None = None) -> None:
        super().__init__(sentence)
        self.column = column
        self.row = row


class UnknownColumn(BadInput):
    """A column that was asked for is not in the table, or is there twice."""


class UnknownTable(BadInput):
    """The thing handed in is no table that can be read here."""


class NotANumber(BadInput):
    """Text, a truth or nothing finite where a number belongs, or kinds that cannot stand in one column."""


class OffTheScale(BadInput):
    """A number outside what the column may hold."""


class NegativeDuration(OffTheScale):
    """A time that runs backwards."""


class DuplicatedOccasion(BadInput):
    """One person has two rows at one time, so nobody knows which of them counts."""


class ChangesWithin(BadInput):
    """Something that has to stay the same for one person does not."""


class TooFew(BadInput):
    """Too few rows, people or different values for what was asked."""


class EmptyGroup(TooFew):
    """A group has nobody in it whose answer can be computed on."""


class NotSeparable(BadInput):
    """Two columns say the same, or one says nothing, so their effects cannot be told apart."""


class NoFiniteAnswer(BadInput):
    """The data are such that the best estimate is infinite (separation)."""


class ImmortalTime(BadInput):
    """A comparison that only those can be in who stayed until a day that somebody chose."""


class BrokenFile(BadInput):
    """A file that cannot be read to its end."""


class UnknownCode(BadInput):
    """A code that no table of codes has."""


class NotInForce(BadInput):
    """Something is said to have begun on a day on which the law did not have it."""


class BrokenRules(BadInput):
    """A file of rules or codes is refused whole; `faults` holds each line (from 1) and its reason."""

    def __init__(self, faults: tuple[tuple[int, str], ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(f"Line {line}: {reason}." for line, reason in faults), row=faults[0][0])


class MissingPackage(RuntimeError):
    """A package of the set `stats` is needed for this kind of table, and is not installed."""


def unknown_column(wanted: str, names: Sequence[str]) -> UnknownColumn:
    """The sentence for a column that is not there, with those that are."""
    shown = ", ".join(repr(name) for name in names[:_MANY]) + (", …" if len(names) > _MANY else "")
    return UnknownColumn(f"The table has no column {wanted!r}; it has {shown or 'none'}.", column=wanted)


def not_a_number(column: str, row: int | None, value: object) -> NotANumber:
    """The sentence for something that is no number, where a number belongs."""
    where = f"row {row}" if row else "a row"
    return NotANumber(f"Column {column!r}, {where}: {value!r} is not a number.", column=column, row=row)
