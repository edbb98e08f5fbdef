"""A Parquet file as the lines of text everything else here reads; nothing of it touches the disk."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.foundation.alphabet import reference_key
from bordenden.foundation.rules import NotPossible
from bordenden.intake.words import Column
from progression.errors import MissingPackage
from progression.results import package

_MARK = b"PAR1"
# More than any sheet of a caseload has; without an end, half a million would fit into two megabytes.
MOST_COLUMNS = 500
# What a file may grow to when it is unpacked, and written as text, and how long one cell may be: a small file can
# hold a very large one, and what it says of its own size need not be true.
MOST_UNPACKED = 50_000_000
MOST_WRITTEN = 8_000_000
LONGEST_CELL = 200
BATCH = 1_000
_BYTES_A_LETTER = 4
_LONGEST_SHOWN = 40
# At most some twenty times as large unpacked; the others know no such end.
_PACKED = ("UNCOMPRESSED", "SNAPPY")


def is_columnar(content: bytes) -> bool:
    """Whether it is a Parquet file by its first bytes."""
    return content.startswith(_MARK)


def columns_as_text(content: bytes, *, most: int, known: Mapping[str, Column]) -> str:
    """The rows as CSV under their names, a row a line, of the columns `known` by their keys; others are not read.

    Where none is known, or one twice, only the names are given. Raises NotPossible: no engine here, broken, large.
    """
    try:
        parquet = package("pyarrow.parquet", "A Parquet file")
        arrow = package("pyarrow", "A Parquet file")
        compute = package("pyarrow.compute", "A Parquet file")
    except MissingPackage as error:
        raise NotPossible(_("Parquet kan ikke læses på denne server. Gem filen som CSV.")) from error
    try:
        file = parquet.ParquetFile(BytesIO(content))
        _refuse_large(file, most)
        _refuse_strange(file.schema_arrow, arrow.types)
        names = [name for name in file.schema_arrow.names if reference_key(name) in known]
        if not names or len({known[reference_key(name)] for name in names}) < len(names):
            return _written(file.schema_arrow.names, iter(()))
        # Read as a dictionary a text that is there a thousand times is unpacked once.
        packed = parquet.ParquetFile(BytesIO(content), read_dictionary=names)
        return _written(names, _rows(packed, names, compute))
    except (arrow.ArrowException, OSError, ValueError) as error:
        if isinstance(error, NotPossible):
            raise
        raise NotPossible(_("Parquet-filen kan ikke læses. Er den skåret over? Gem den igen.")) from error


def _refuse_large(file: Any, most: int) -> None:  # noqa: ANN401 (pyarrow is not in the smallest install)
    if file.metadata.num_columns > MOST_COLUMNS:
        raise NotPossible(_("Filen har for mange kolonner. Gem kun dem, der skal bruges."))
    if file.metadata.num_rows > most:
        words = _("Filen har mere end %(most)s linjer. Del den i flere filer.")
        raise NotPossible(words % {"most": number_format(most, force_grouping=True)})
    groups = [file.metadata.row_group(place) for place in range(file.metadata.num_row_groups)]
    if sum(group.total_byte_size for group in groups) > MOST_UNPACKED:
        raise NotPossible(_("Filen er for stor. Del den i flere filer."))
    parts = (group.column(place) for group in groups for place in range(group.num_columns))
    if any(part.compression not in _PACKED for part in parts):
        raise NotPossible(_("Parquet-filen er pakket på en måde, vi ikke læser. Gem den med snappy, eller som CSV."))


def _refuse_strange(schema: Any, types: Any) -> None:  # noqa: ANN401
    plain = (types.is_string, types.is_large_string, types.is_date, types.is_timestamp, types.is_integer)
    for field in schema:
        kind = field.type.value_type if types.is_dictionary(field.type) else field.type
        if not any(is_one(kind) for is_one in (*plain, types.is_boolean, types.is_null)):
            words = _("Kolonnen “%(name)s” er hverken tekst, tal eller dato. Gem filen uden den.")
            raise NotPossible(words % {"name": field.name[:_LONGEST_SHOWN]})


def _written(names: Sequence[str], rows: Iterator[list[list[str]]]) -> str:
    written = StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    writer.writerow(names)
    for some in rows:
        writer.writerows(some)
        if written.tell() > MOST_WRITTEN:
            raise NotPossible(_("Filen er for stor. Del den i flere filer."))
    return written.getvalue()


def _rows(file: Any, names: Sequence[str], compute: Any) -> Iterator[list[list[str]]]:  # noqa: ANN401
    for batch in file.iter_batches(batch_size=BATCH, columns=names):
        columns = [_cells(batch.column(name), compute) for name in names]
        yield [list(row) for row in zip(*columns, strict=True)]


def _cells(column: Any, compute: Any) -> list[str]:  # noqa: ANN401
    if hasattr(column, "dictionary"):
        longest = compute.max(compute.binary_length(column.dictionary)).as_py()
        if longest is not None and longest > LONGEST_CELL * _BYTES_A_LETTER:
            raise _too_long()
        column = column.dictionary_decode()
    return [_cell(value) for value in column.to_pylist()]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    text = value.isoformat() if isinstance(value, date) else str(value)
    if len(text) > LONGEST_CELL:
        raise _too_long()
    return text


def _too_long() -> NotPossible:
    return NotPossible(_("Et felt i filen er meget langt. Gem kun de kolonner, der skal bruges."))
