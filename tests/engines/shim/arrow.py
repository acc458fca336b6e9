"""Spark's columns as the Arrow columns a warehouse sends."""

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from databricks.sql.thrift_api.TCLIService.ttypes import TTypeId

_TYPES = {
    TTypeId.BOOLEAN_TYPE: pa.bool_(),
    TTypeId.TINYINT_TYPE: pa.int8(),
    TTypeId.SMALLINT_TYPE: pa.int16(),
    TTypeId.INT_TYPE: pa.int32(),
    TTypeId.BIGINT_TYPE: pa.int64(),
    TTypeId.FLOAT_TYPE: pa.float32(),
    TTypeId.DOUBLE_TYPE: pa.float64(),
    TTypeId.BINARY_TYPE: pa.binary(),
    TTypeId.DATE_TYPE: pa.date32(),
    TTypeId.NULL_TYPE: pa.null(),
}
_WRAPPERS = ("boolVal", "byteVal", "i16Val", "i32Val", "i64Val", "doubleVal", "stringVal", "binaryVal")


def schema_of(columns: list[Any], zone: str) -> pa.Schema:
    """The Arrow schema of a result's column descriptions; timestamps are told in the session's zone."""
    return pa.schema([pa.field(column.columnName, _type_of(column, zone)) for column in columns])


def batch_of(columns: list[Any], schema: pa.Schema) -> pa.RecordBatch:
    """The rows of a fetch. Raises pyarrow.ArrowException on a value Arrow has no place for, such as the year 0."""
    if not columns:  # a statement that gives no rows, such as CREATE
        return pa.RecordBatch.from_pylist([], schema=schema)
    arrays = [_array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
    return pa.record_batch(arrays, schema=schema)


def _type_of(column: Any, zone: str) -> pa.DataType:
    entry = column.typeDesc.types[0].primitiveEntry
    if entry.type == TTypeId.DECIMAL_TYPE:
        facts = entry.typeQualifiers.qualifiers
        return pa.decimal128(facts["precision"].i32Value, facts["scale"].i32Value)
    if entry.type == TTypeId.TIMESTAMP_TYPE:
        return pa.timestamp("us", zone)
    return _TYPES.get(entry.type, pa.string())


def _array(column: Any, kind: pa.DataType) -> pa.Array:
    values = _values(column)
    if pa.types.is_null(kind):
        return pa.nulls(len(values))
    sent = pa.array(values)
    if pa.types.is_timestamp(kind) and not pa.types.is_null(sent.type):
        # Text without a zone, in the session's: of an hour that the clock repeats the first is meant.
        local = sent.cast(pa.timestamp("us"))
        return pc.assume_timezone(local, kind.tz, ambiguous="earliest", nonexistent="earliest")
    return sent.cast(kind)


def _values(column: Any) -> list[Any]:
    """A column's values, None where its bitmap says NULL."""
    wrapped = next(one for one in (getattr(column, name) for name in _WRAPPERS) if one is not None)
    nulls: bytes = wrapped.nulls or b""
    if not any(nulls):
        return list(wrapped.values)
    return [None if _is_set(nulls, place) else value for place, value in enumerate(wrapped.values)]


def _is_set(bits: bytes, place: int) -> bool:
    return place >> 3 < len(bits) and bool(bits[place >> 3] >> (place & 7) & 1)
