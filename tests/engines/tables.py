"""A dictionary's tables as Arrow schemas and as DDL: one typed shape for three engines.

A column's first notation is Databricks', its last the others': `timestamp; timestamptz`.
"""

import re
from collections.abc import Mapping

import pyarrow as pa

from catalog.contracts import Column, Table
from catalog.dictionary.types import base_name

Tables = Mapping[str, pa.Table]  # by "schema.table"

_PLAIN = {
    "bigint": pa.int64(),
    "int": pa.int32(),
    "string": pa.string(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "double": pa.float64(),
    "timestamp": pa.timestamp("us", "UTC"),
    "timestamp_ntz": pa.timestamp("us"),
}
_LISTED = re.compile(r"array<(\w+)>")
_DECIMAL = re.compile(r"decimal\((\d+),\s*(\d+)\)")


def arrow_schema(table: Table) -> pa.Schema:
    """The table's columns as Parquet keeps them for Spark."""
    return pa.schema([pa.field(column.name, _arrow_type(column)) for column in table.columns.values()])


def spark_ddl(table: Table, location: str) -> str:
    columns = ", ".join(f"`{column.name}` {column.data_types[0]}" for column in table.columns.values())
    return f"CREATE TABLE {table.key} ({columns}) USING PARQUET LOCATION '{location}'"


def ansi_ddl(table: Table) -> str:
    """CREATE TABLE for DuckDB and PostgreSQL."""
    columns = ", ".join(f'"{column.name}" {column.data_types[-1]}' for column in table.columns.values())
    return f"CREATE TABLE {table.key} ({columns})"


def _arrow_type(column: Column) -> pa.DataType:
    written = column.data_types[0].lower()
    if decimal := _DECIMAL.fullmatch(written):
        return pa.decimal128(int(decimal[1]), int(decimal[2]))
    if listed := _LISTED.fullmatch(written):
        return pa.list_(_PLAIN[listed[1]])
    return _PLAIN[base_name(written)]
