"""An export as a CSV file (RFC 4180, UTF-8), written batch by batch."""

import csv
import io
import logging
import math
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal

from metrics_portal.csv_cells import safe_cell
from routing.contracts import Batch
from sqlgen.contracts import ColumnKind, OutputColumn
from widgets.exporting import Export

logger = logging.getLogger(__name__)

Write = Callable[[object], object]


class CsvFile:
    """The bytes of the file, a piece per batch of rows. Iterate once, and close it whatever happens.

    A row cap that cut the rows is told by a last record. Iterating raises BackendError where the engine fails.
    """

    def __init__(self, export: Export, *, taken_by: str) -> None:
        self._export, self._taken_by = export, taken_by
        self._columns = export.statement.compiled.columns
        self._count = 0
        self._ended = self._told = False

    def __iter__(self) -> Iterator[bytes]:
        text = io.StringIO()
        writer = csv.writer(text)
        writes = [_write_of(column) for column in self._columns]
        writer.writerow([column.name for column in self._columns])
        for batch in self._export.rows:
            writer.writerows(_cells(writes, batch))
            self._count += len(batch)
            yield _taken(text)
        if self._export.rows.truncated:
            writer.writerow([self._cut(), *[""] * (len(self._columns) - 1)])
        self._ended = True
        if rest := _taken(text):
            yield rest

    def close(self) -> None:
        self._export.rows.close()
        if not self._told:
            self._told = True
            logger.info(
                "%s took %d rows of %s from %s, %s",
                self._taken_by,
                self._count,
                self._export.plan.asked.metric.name,
                self._export.plan.route.backend,
                self._ending(),
            )

    def _ending(self) -> str:
        if not self._ended:
            return "and not the rest"
        return "cut at the row cap" if self._export.rows.truncated else "all there are"

    def _cut(self) -> str:
        return (
            f"Cut off: there are more than these {self._export.rows.row_cap:,} rows."
            " Ask for a shorter window, fewer dimensions or a filter."
        )


def _cells(writes: Iterable[Write], batch: Batch) -> Iterator[tuple[object, ...]]:
    # By column: a function per column is called for its values alone.
    columns = zip(*batch, strict=True)
    return zip(*(map(write, column) for write, column in zip(writes, columns, strict=True)), strict=True)


def _write_of(column: OutputColumn) -> Write:
    if column.kind in (ColumnKind.VALUE, ColumnKind.PREVIOUS_VALUE):
        return lambda value: column.fill if value is None else _number(value)
    return _bucket if column.kind is ColumnKind.BUCKET else safe_cell


def _number(value: object) -> object:
    """Exact, without an exponent where it is a decimal; nothing for NaN and infinity, as in the API. A list, a text
    or a time, which is no metric's value, is written as text."""
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() else None
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return safe_cell(str(value))


def _bucket(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _taken(text: io.StringIO) -> bytes:
    """What was written since the last time."""
    written = text.getvalue().encode()
    text.seek(0)
    text.truncate()
    return written
