"""A Parquet file as the lines of text everything else here reads; nothing of it touches the disk."""

import csv
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from bordenden.foundation.rules import NotPossible
from progression.errors import MissingPackage
from progression.results import package

_MARK = b"PAR1"
# What a file may grow to when it is unpacked, and how long one cell may be: a small file can hold a very large one.
MOST_UNPACKED = 50_000_000
LONGEST_CELL = 200
BATCH = 1_000


def is_columnar(content: bytes) -> bool:
    """Whether it is a Parquet file by its first bytes."""
    return content.startswith(_MARK)


def columns_as_text(content: bytes, *, most: int) -> str:
    """The rows as CSV under their names, a row a line. Raises NotPossible: no engine here, broken, or too large."""
    try:
        parquet = package("pyarrow.parquet", "A Parquet file")
    except MissingPackage as error:
        raise NotPossible(_("Parquet kan ikke læses på denne server. Gem filen som CSV.")) from error
    arrow = package("pyarrow", "A Parquet file")
    try:
        file = parquet.ParquetFile(BytesIO(content))
        _refuse_large(file, most)
        texts = [field.name for field in file.schema_arrow if arrow.types.is_string(field.type)]
        # Read as a dictionary a text that is there a thousand times is unpacked once.
        packed = parquet.ParquetFile(BytesIO(content), read_dictionary=texts)
        written = StringIO(newline="")
        writer = csv.writer(written, delimiter=";", lineterminator="\n")
        writer.writerow(file.schema_arrow.names)
        writer.writerows(_rows(packed))
    except (arrow.ArrowException, OSError, ValueError) as error:
        if isinstance(error, NotPossible):
            raise
        raise NotPossible(_("Parquet-filen kan ikke læses. Er den skåret over? Gem den igen.")) from error
    return written.getvalue()


def _refuse_large(file: Any, most: int) -> None:  # noqa: ANN401 (pyarrow is not in the smallest install)
    groups = (file.metadata.row_group(place) for place in range(file.metadata.num_row_groups))
    if file.metadata.num_rows > most:
        words = _("Filen har mere end %(most)s linjer. Del den i flere filer.")
        raise NotPossible(words % {"most": number_format(most, force_grouping=True)})
    if sum(group.total_byte_size for group in groups) > MOST_UNPACKED:
        raise NotPossible(_("Filen er for stor. Del den i flere filer."))


def _rows(file: Any) -> Iterator[list[str]]:  # noqa: ANN401
    for batch in file.iter_batches(batch_size=BATCH):
        columns = [_cells(column) for column in batch.columns]
        yield from (list(row) for row in zip(*columns, strict=True))


def _cells(column: Any) -> list[str]:  # noqa: ANN401
    if hasattr(column, "dictionary"):
        words = [_cell(value) for value in column.dictionary.to_pylist()]
        return ["" if place is None else words[place] for place in column.indices.to_pylist()]
    return [_cell(value) for value in column.to_pylist()]


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.date()
    text = value.isoformat() if isinstance(value, date) else str(value)
    if len(text) > LONGEST_CELL:
        raise NotPossible(_("Et felt i filen er meget langt. Gem kun de kolonner, der skal bruges."))
    return text
