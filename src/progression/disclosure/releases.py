"""A release: tables that were made safe together, and whatever else was told with them."""

from dataclasses import dataclass
from typing import Any

from progression import _given
from progression.disclosure.known import TOLD, Told
from progression.disclosure.tables import Mark, SafeTable
from progression.errors import BadInput
from progression.results import arrow_table


@dataclass(frozen=True, slots=True)
class SafeTables:
    """One release: its tables in the order they were asked for.

    `besides` are figures that were told beside the tables, exact counts and means. `protect` makes none; what has
    been told all the same is written down here, so that the next attack reckons with it.
    Errors: BadInput for what is no safe table, and for what is neither Known nor Mean.
    """

    tables: tuple[SafeTable, ...]
    besides: tuple[Told, ...] = ()

    def __post_init__(self) -> None:
        _given.each("The tables of a release", self.tables, SafeTable)
        _given.each("What was told besides", self.besides, TOLD)

    @property
    def only(self) -> SafeTable:
        """The table, when there is one. BadInput when there are more, or none."""
        if len(self.tables) != 1:
            raise BadInput(f"The release has {len(self.tables)} tables, not one.")
        return self.tables[0]

    def to_table(self) -> Any:  # noqa: ANN401 (pyarrow is not in the smallest install)
        """A row a cell: number of the table, population, day, the cell in words, and `people` (None: withheld)."""
        cells = [
            (number, table, key, shown)
            for number, table in enumerate(self.tables)
            for key, shown in zip(table.frame.keys, table.cells, strict=True)
        ]
        return arrow_table(
            {
                "table": [number for number, *_ in cells],
                "population": [table.frame.population for _, table, *_ in cells],
                "until": [table.frame.until for _, table, *_ in cells],
                "cell": [table.frame.words(key) for _, table, key, _ in cells],
                "people": [None if isinstance(shown, Mark) else shown for *_, shown in cells],
            }
        )
