"""The example's claims in Apache Spark, asked through the Databricks connector."""

import pyarrow as pa
from databricks.sql.client import Connection

from sqlgen.tests import example
from sqlgen.tests.engines import Rows, tables
from tests.engines.engine import SparkEngine
from tests.engines.loading import into_spark
from tests.engines.tables import arrow_schema


class Spark:
    dialect = "databricks"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, sql: str) -> Rows:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            return [tuple(row) for row in cursor.fetchall()]


def fill(engine: SparkEngine) -> None:
    """Make the example's tables in Spark."""
    dictionary = example.dictionary()
    arrow = {key: _arrow(arrow_schema(dictionary.tables[key]), rows) for key, rows in tables().items()}
    into_spark(engine, dictionary, arrow)


def _arrow(schema: pa.Schema, rows: Rows) -> pa.Table:
    columns = [
        pa.array(values, kind) for values, kind in zip(zip(*rows, strict=True), schema.types, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=schema)
