"""Weeks as bits in one pass without a sort: of a Parquet file that is plain, good, and not scattered."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from progression.results import package
from progression.spells.bulk.checking import COUNTS, OTHER, Fault, empty, key_of
from progression.spells.bulk.opening import Opened
from progression.spells.bulk.places import Span

Cells = npt.NDArray[np.int32]
Judge = Callable[[Any, Any], tuple[int, int] | Fault]
"""A week and a code as they stand: the week's number and what the code counts as, or what is wrong."""
_ROWS: Final = 1 << 17
_SHARE: Final = 1 << 22
_CODES: Final = 256
_WEEKS: Final = (190001, 210053)
_UNSEEN: Final = -1
# Where people lie so scattered that many of them have fewer rows in one batch than this, the engine is the better.
_ROWS_OF_ONE: Final = 8
_MANY: Final = 1 << 12
_WHOLE: Final = {"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "USMALLINT", "UINTEGER", "UBIGINT"}


class _NotPlainError(Exception):
    """There is something in the file that the engine must look at."""


def gathered(source: Opened, judge: Judge, threads: int | None) -> tuple[Span, int] | None:
    """Put the table `bits` (key, bits) together; out: which weeks and how many rows. None: it is left to the engine.

    `bits`: eight weeks a byte, first those that count and then those of resource programmes. Nothing is kept of a
    file with a single bad row: the engine finds it again and names it.
    """
    span = _span(source)
    if span is None:
        return None
    try:
        pieces, rows = _read(source, _Cells(judge, span), threads)
    except (_NotPlainError, OSError, package("pyarrow", "A whole file").ArrowException):
        return None
    connection = source.connection
    connection.register("pieces", pieces)
    if connection.execute(f"SELECT 1 FROM pieces WHERE {empty('person')} LIMIT 1").fetchall():  # noqa: S608
        return None
    key = key_of("person") if source.kinds["person"] == "VARCHAR" else "CAST(person AS VARCHAR)"
    # Somebody lies on both sides of a border between two batches, or stands there under two spellings.
    connection.execute(
        f"CREATE TABLE bits AS SELECT {key} AS key, CAST(bit_or(CAST(bits AS BIT)) AS BLOB) AS bits "  # noqa: S608
        "FROM pieces GROUP BY ALL"
    )
    connection.unregister("pieces")
    return span, rows


def _span(source: Opened) -> Span | None:
    """Which weeks there are, where they and what stands beside them are of plain types."""
    kinds = source.kinds
    if source.text or kinds["code"] != "VARCHAR" or kinds["week"] not in _WHOLE:
        return None
    if kinds["person"] not in {"VARCHAR", *_WHOLE} - {"UBIGINT"}:
        return None
    asked = f"SELECT min(week), max(week) FROM {source.view}"  # noqa: S608
    ((lowest, highest),) = source.connection.execute(asked).fetchall()
    if lowest is None or lowest < _WEEKS[0] or highest > _WEEKS[1]:
        return None
    return Span(lowest, highest)


def _read(source: Opened, cells: "_Cells", threads: int | None) -> tuple[Any, int]:
    """The pieces of all rows, shares of the file side by side; how many rows."""
    with ThreadPoolExecutor(threads) as pool:
        try:
            pieces, rows = zip(*pool.map(lambda share: _pieces(source, share, cells), _shares(source)), strict=True)
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return package("pyarrow", "A whole file").concat_tables(pieces), sum(rows)


def _shares(source: Opened) -> Iterator[list[int]]:
    """The file's groups of rows, in lots of some million rows."""
    groups = package("pyarrow.parquet", "A whole file").ParquetFile(source.path).metadata
    share, rows = [], 0
    for group in range(groups.num_row_groups):
        share.append(group)
        rows += groups.row_group(group).num_rows
        if rows >= _SHARE:
            yield share
            share, rows = [], 0
    if rows:
        yield share


def _pieces(source: Opened, share: list[int], cells: "_Cells") -> tuple[Any, int]:
    """Each person's bits as far as this share of the file says them, as an Arrow table; how many rows were read."""
    pieces: list[Any] = []
    rows = people = 0
    for person, week, code in _batches(source, share):
        if person.null_count or week.null_count or code.null_count:
            raise _NotPlainError
        piece = _piece(person, cells.of(week, code), cells.octets)
        pieces.append(piece)
        rows, people = rows + len(person), people + piece.num_rows
        if people > _ROWS + rows // _ROWS_OF_ONE:
            raise _NotPlainError
    return package("pyarrow", "A whole file").Table.from_batches(pieces), rows


def _batches(source: Opened, share: list[int]) -> Iterator[tuple[Any, Any, Any]]:
    """Persons, weeks and codes, texts as numbers into a dictionary; a group at a time, since each has its own."""
    names = [source.columns[name] for name in ("person", "week", "code")]
    parquet = package("pyarrow.parquet", "A whole file")
    with parquet.ParquetFile(source.path, read_dictionary=[names[0], names[2]]) as file:
        for group in share:
            for batch in file.iter_batches(_ROWS, row_groups=[group], columns=names, use_threads=False):
                person, week, code = (batch.column(name) for name in names)
                yield person, week, code


def _piece(person: Any, cells: Cells, octets: int) -> Any:  # noqa: ANN401
    """The people of a batch, each with the bits that her rows set."""
    arrow = package("pyarrow", "A whole file")
    is_text = isinstance(person, arrow.DictionaryArray)
    numbers = (person.indices if is_text else person).to_numpy()
    begins = np.append(0, np.flatnonzero(numbers[1:] != numbers[:-1]) + 1)
    runs = arrow.array(numbers[begins]).dictionary_encode()
    who = person.dictionary.take(runs.dictionary) if is_text else runs.dictionary
    if len(who) > _MANY + numbers.size // _ROWS_OF_ONE:
        raise _NotPlainError
    # One octet more a person, for the rows that set no bit: so no row has to be picked out.
    wide = 8 * (octets + 1)
    bits = np.zeros(len(who) * wide, dtype=np.uint8)
    at = np.repeat(runs.indices.to_numpy() * np.int64(wide), np.diff(begins, append=numbers.size))
    at += cells
    bits[at] = 1
    packed = np.ascontiguousarray(np.packbits(bits).reshape(-1, octets + 1)[:, :octets])
    held = arrow.FixedSizeBinaryArray.from_buffers(arrow.binary(octets), len(who), [None, arrow.py_buffer(packed)])
    return arrow.RecordBatch.from_arrays([who, held], ["person", "bits"])


class _Cells:
    """The bit in a person's row that each week and code sets; every pair of the two is judged once."""

    def __init__(self, judge: Judge, span: Span) -> None:
        self._judge, self._span, self.octets = judge, span, 2 * span.octets
        self._codes: list[str] = []
        self._weeks = span.last - span.first + 1
        self._cells = np.full(_CODES * self._weeks, _UNSEEN, dtype=np.int32)

    def of(self, week: Any, code: Any) -> Cells:  # noqa: ANN401
        """Of each row of a batch."""
        written = code.dictionary.to_pylist()
        self._codes += [one for one in written if one not in self._codes]
        if len(self._codes) > _CODES:
            raise _NotPlainError
        begins = [self._codes.index(one) * self._weeks - self._span.first for one in written]
        pairs = np.array(begins, dtype=np.int32).take(code.indices.to_numpy())
        pairs += week.to_numpy().astype(np.int32, copy=False)
        cells: Cells = self._cells.take(pairs)
        if cells.min() == _UNSEEN:
            for pair in np.unique(pairs[cells == _UNSEEN]):
                self._cells[pair] = self._cell(int(pair))
            cells = self._cells.take(pairs)
        return cells

    def _cell(self, pair: int) -> int:
        """Where a pair is put. A pair that is bad is the engine's to name."""
        code, week = divmod(pair, self._weeks)
        found = self._judge(week + self._span.first, self._codes[code])
        if isinstance(found, Fault):
            raise _NotPlainError
        number, kind = found
        if kind == OTHER:
            return 8 * self.octets
        return self._span.place(number) + (0 if kind == COUNTS else 4 * self.octets)
