"""Values as the rest of the portal knows them, from Arrow."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pyarrow

from routing.contracts import ResultColumn


def arrow_columns(description: Sequence[Sequence[Any]]) -> tuple[ResultColumn, ...]:
    """Names and types of a result, from the driver's description of it."""
    return tuple(ResultColumn(name, _type(kind, *size)) for name, kind, _, _, *size, _ in description)


def arrow_rows(table: pyarrow.Table) -> list[tuple[Any, ...]]:
    """Rows of Decimal, datetime in UTC, date, int, float, str, bool, bytes, list, dict and None."""
    columns = [_values(column) for column in table.columns]
    return list(zip(*columns, strict=True)) if columns else []


def in_utc(moment: datetime | None) -> datetime | None:
    """An aware instant in the standard library's UTC; one without a zone stays as it is."""
    return moment.astimezone(UTC) if moment is not None and moment.tzinfo else moment


def _values(column: "pyarrow.ChunkedArray[Any]") -> list[Any]:
    if pyarrow.types.is_timestamp(column.type):
        return [in_utc(moment) for moment in column.to_pylist()]
    if pyarrow.types.is_map(column.type):
        return [None if pairs is None else dict(pairs) for pairs in column.to_pylist()]
    return list(column.to_pylist())


def _type(kind: str, precision: int | None, scale: int | None) -> str:
    return f"decimal({precision},{scale})" if kind == "decimal" and precision is not None else kind
