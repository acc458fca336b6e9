"""The guard's small world in Apache Spark, secrets and all."""

import pyarrow as pa

from catalog.contracts import Column, ColumnRole, Dictionary, Table
from sqlgen.tests.guard_world import READABLE, inserts
from tests.engines.engine import SparkEngine
from tests.engines.loading import into_spark
from tests.engines.tables import arrow_schema

_SPARK_TYPES = {
    "varchar": "string",
    "timestamptz": "timestamp",
    "text[]": "array<string>",
    "int[]": "array<int>",
}
_HIDDEN = {
    "sales.vault": {"secret_id": "int", "secret_text": "varchar", "region_id": "int"},
    "hr.salary": {"person": "varchar", "salary": "varchar"},
}
_NESTED = """
CREATE VIEW sales.nested AS SELECT * FROM VALUES
  (1, map('a', 1, 'b', 2), named_struct('city', 'Faro', 'zip', 12),
   array(named_struct('sku', 'x', 'qty', 2), named_struct('sku', 'y', 'qty', 5)), array('late', 'ok', NULL),
   parse_json('{"a": {"b": "7"}, "c": [1, 2.5]}')),
  (2, map('c', CAST(NULL AS INT)), named_struct('city', NULL, 'zip', 7),
   array(named_struct('sku', 'z', 'qty', CAST(NULL AS INT))), array('ok'), parse_json('[1]')),
  (3, NULL, NULL, NULL, NULL, NULL)
AS t(place_id, labels, place, items, tags, payload)
"""


def fill_guard_world(engine: SparkEngine) -> None:
    """Make the tables, and views of what may be read of them."""
    dictionary = Dictionary(version="guard", tables={table.key: table for table in _tables()})
    made = {
        statement.split()[2]: _arrow(arrow_schema(dictionary.tables[statement.split()[2]]), rows)
        for statement, rows in inserts()
    }
    into_spark(engine, dictionary, made)
    with engine.connection() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA open_sales")
        columns = ", ".join(READABLE["sales.claim"])
        cursor.execute(f"CREATE VIEW open_sales.claim AS SELECT {columns} FROM sales.claim")
        cursor.execute("CREATE VIEW open_sales.region AS SELECT * FROM sales.region")
        cursor.execute(_NESTED)


def _tables() -> list[Table]:
    found = {key: dict(columns) for key, columns in (READABLE | _HIDDEN).items()}
    claim = found["sales.claim"]
    found["sales.claim"] = {"claim_id": claim.pop("claim_id"), "customer_email": "varchar", **claim}
    return [_table(key, columns) for key, columns in found.items()]


def _table(key: str, columns: dict[str, str]) -> Table:
    schema, _, name = key.partition(".")
    return Table(
        schema=schema,
        name=name,
        columns={
            column: Column(name=column, data_types=(_SPARK_TYPES.get(kind, kind),), role=ColumnRole.ATTRIBUTE)
            for column, kind in columns.items()
        },
    )


def _arrow(schema: pa.Schema, rows: list[tuple[object, ...]]) -> pa.Table:
    columns = zip(*rows, strict=True)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
