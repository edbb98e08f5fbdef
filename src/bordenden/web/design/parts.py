"""What the components show: small frozen records that a view fills and a template draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavItem:
    """One entry of the main menu; `current` marks the page one is on."""

    text: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and what it is; with `url` the value is a link."""

    term: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A thing to do or done; `url` is the page about it, `done_url` takes a POST that marks it done."""

    text: str
    done: bool = False
    detail: str = ""
    url: str = ""
    done_url: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `when` already as words ("3. maj 2026 kl. 10.15")."""

    when: str
    title: str
    text: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; numbers stand to the right."""

    text: str
    url: str = ""
    number: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its heading cell and the rest."""

    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `columns` names the heading column first."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        if any(len(row.cells) + 1 != len(self.columns) for row in self.rows):
            raise ValueError("every row has as many cells as there are columns")

    @property
    def headings(self) -> tuple[tuple[str, bool], ...]:
        """The name of each column and whether it holds numbers only."""
        numbers = [all(row.cells[at].number for row in self.rows) for at in range(len(self.columns) - 1)]
        return tuple(zip(self.columns, (False, *numbers), strict=True))


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is in a list paged in SQL: `text` as words ("Side 2"), "" for no such page.

    `label` names the list where a page has several.
    """

    text: str
    previous_url: str = ""
    next_url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words at one point of a scale."""

    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Eleven answer buttons 0-10; `name` is the posted field, `chosen` the answer so far.

    `legend` is the question in words when the page does not already say it in the element `labelled_by`.
    """

    name: str
    anchors: tuple[Anchor, ...]
    legend: str = ""
    labelled_by: str = ""
    chosen: int | None = None

    @property
    def buttons(self) -> tuple[tuple[int, str, bool], ...]:
        """Value, words at it ("" for none) and whether it is the answer so far."""
        words = {anchor.value: anchor.text for anchor in self.anchors}
        return tuple((value, words.get(value, ""), value == self.chosen) for value in range(11))


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat at the drawn table: who sits there and a few words on it; `head` is the end of the table."""

    name: str
    role: str = ""
    head: bool = False
    empty: bool = False


@dataclass(frozen=True, slots=True)
class StaleText:
    """One field that two people changed: what you wrote and what is saved by now."""

    label: str
    mine: str
    saved: str
