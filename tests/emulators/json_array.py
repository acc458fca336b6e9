"""A result in the form JSON_ARRAY: every value is text or null, the manifest tells each column's type.

Source: the Statement Execution API's reference (databricks-sdk 0.156, databricks/sdk/service/sql.py). Not told
there, and so not certain: nested values are text too, timestamps have three digits of a second or six.
"""

import base64
import json
import math
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

_NAMES: Mapping[pa.DataType, tuple[str, str]] = {
    pa.bool_(): ("BOOLEAN", "BOOLEAN"),
    pa.int8(): ("BYTE", "TINYINT"),
    pa.int16(): ("SHORT", "SMALLINT"),
    pa.int32(): ("INT", "INT"),
    pa.int64(): ("LONG", "BIGINT"),
    pa.float32(): ("FLOAT", "FLOAT"),
    pa.float64(): ("DOUBLE", "DOUBLE"),
    pa.string(): ("STRING", "STRING"),
    pa.large_string(): ("STRING", "STRING"),
    pa.binary(): ("BINARY", "BINARY"),
    pa.date32(): ("DATE", "DATE"),
    pa.null(): ("NULL", "VOID"),
}


def columns_of(schema: pa.Schema) -> list[dict[str, object]]:
    return [
        {"name": field.name, "position": position, **_typed(field.type)}
        for position, field in enumerate(schema)
    ]


def rows_of(table: pa.Table) -> list[list[str | None]]:
    return [[_text(value) for value in row.values()] for row in _rows(table)]


def _rows(table: pa.Table) -> list[dict[str, Any]]:
    # Columns may share a name: rows are read by position.
    named = table.rename_columns([str(position) for position in range(table.num_columns)])
    rows: list[dict[str, Any]] = named.to_pylist()
    return rows


def _typed(kind: pa.DataType) -> dict[str, object]:
    name, text = type_of(kind)
    typed: dict[str, object] = {"type_name": name, "type_text": text}
    if pa.types.is_decimal(kind):
        typed |= {"type_precision": kind.precision, "type_scale": kind.scale}
    return typed


def type_of(kind: pa.DataType) -> tuple[str, str]:
    """The type's short name and its whole text; raises KeyError for one no warehouse has."""
    if pa.types.is_decimal(kind):
        return "DECIMAL", f"DECIMAL({kind.precision},{kind.scale})"
    if pa.types.is_timestamp(kind):
        return ("TIMESTAMP", "TIMESTAMP") if kind.tz else ("TIMESTAMP_NTZ", "TIMESTAMP_NTZ")
    if pa.types.is_map(kind):
        return "MAP", f"MAP<{type_of(kind.key_type)[1]}, {type_of(kind.item_type)[1]}>"
    if pa.types.is_struct(kind):
        members = (f"{field.name}: {type_of(field.type)[1]}" for field in kind)
        return "STRUCT", f"STRUCT<{', '.join(members)}>"
    if pa.types.is_list(kind):
        return "ARRAY", f"ARRAY<{type_of(kind.value_type)[1]}>"
    return _NAMES[kind]


def _instant(value: datetime) -> str:
    precision = "microseconds" if value.microsecond % 1000 else "milliseconds"
    if value.tzinfo is None:
        return value.isoformat(timespec=precision)
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec=precision) + "Z"


def _number(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    return repr(value) if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")


def _nested(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _nested(member) for name, member in value.items()}
    if isinstance(value, list):
        pairs = bool(value) and all(isinstance(member, tuple) for member in value)
        return _nested(dict(value)) if pairs else [_nested(member) for member in value]
    return _text(value)


def _json(value: Any) -> str:
    return json.dumps(_nested(value), ensure_ascii=False, separators=(",", ":"))


# A datetime is a date, and a bool an int: the order matters.
_TEXTS: tuple[tuple[type | tuple[type, ...], Callable[[Any], str]], ...] = (
    (str, str),
    (bool, lambda value: str(value).lower()),
    (datetime, _instant),
    (date, date.isoformat),
    (float, _number),
    (Decimal, lambda value: format(value, "f")),
    (bytes, lambda value: base64.b64encode(value).decode()),
    ((dict, list), _json),
)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return next((write(value) for kind, write in _TEXTS if isinstance(value, kind)), str(value))
