"""Values of the Statement Execution API: text in a JSON array, made what they are by the column's type."""

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from databricks.sdk.service.sql import ColumnInfo

from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.nested import Convert, nested_converter
from routing.contracts import ResultColumn

_OUR_NAMES = {"LONG": "bigint", "SHORT": "smallint", "BYTE": "tinyint"}


def columns_of(described: Sequence[ColumnInfo]) -> tuple[ResultColumn, ...]:
    """Names and types, the types named as over Thrift."""
    return tuple(ResultColumn(column.name or "", _type(column)) for column in described)


def rows_of(described: Sequence[ColumnInfo], rows: Sequence[Sequence[str | None]]) -> list[tuple[Any, ...]]:
    """Rows of Decimal, datetime in UTC, date, int, float, str, bool, bytes, list, dict and None; raises Fault
    for text its type cannot mean."""
    converters = [_converter(column) for column in described]
    try:
        return [
            tuple(
                None if value is None else convert(value)
                for convert, value in zip(converters, row, strict=True)
            )
            for row in rows
        ]
    except (ValueError, ArithmeticError, binascii.Error) as error:
        raise Fault(Trouble.QUERY, f"a value does not fit its type: {type(error).__name__}") from error


def _converter(column: ColumnInfo) -> Convert:
    name = _name(column)
    if name in ("ARRAY", "MAP", "STRUCT"):
        return nested_converter(column.type_text or "", _leaf)
    return _leaf(name)


def _leaf(name: str) -> Convert:
    return _CONVERTERS.get(name, str)


def _name(column: ColumnInfo) -> str:
    if (column.type_text or "").upper() == "TIMESTAMP_NTZ":
        return "TIMESTAMP_NTZ"
    return column.type_name.value if column.type_name else ""


def _type(column: ColumnInfo) -> str:
    name = _name(column)
    if name == "DECIMAL":
        return f"decimal({column.type_precision},{column.type_scale})"
    return _OUR_NAMES.get(name, name.lower())


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _instant(text: str) -> datetime:
    """`2026-03-29T01:30:00.123Z`; without an offset the session's zone is meant, which is UTC."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


# By the API's names of types, and by SQL's, which name what is nested.
_CONVERTERS: Mapping[str, Convert] = {
    "BIGINT": int,
    "BINARY": base64.b64decode,
    "BOOLEAN": _boolean,
    "BYTE": int,
    "DATE": date.fromisoformat,
    "DECIMAL": Decimal,
    "DOUBLE": float,  # knows NaN and Infinity as well
    "FLOAT": float,
    "INT": int,
    "LONG": int,
    "SHORT": int,
    "SMALLINT": int,
    "TIMESTAMP": _instant,
    "TIMESTAMP_NTZ": _local,
    "TINYINT": int,
}
