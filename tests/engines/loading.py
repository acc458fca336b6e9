"""The same rows into each engine."""

from collections.abc import Iterable

import duckdb
import psycopg
import pyarrow.parquet as pq

from catalog.contracts import Dictionary
from tests.engines.engine import SparkEngine
from tests.engines.tables import Tables, ansi_ddl, spark_ddl


def into_duckdb(connection: duckdb.DuckDBPyConnection, dictionary: Dictionary, tables: Tables) -> None:
    for schema in _schemas(tables):
        connection.execute(f"CREATE SCHEMA {schema}")
    for key, rows in tables.items():
        connection.execute(ansi_ddl(dictionary.tables[key]))
        connection.register("given", rows)
        connection.execute(f"INSERT INTO {key} SELECT * FROM given")
        connection.unregister("given")


def into_postgres(connection: psycopg.Connection, dictionary: Dictionary, tables: Tables) -> None:
    for schema in _schemas(tables):
        connection.execute(f"CREATE SCHEMA {schema}")
    for key, rows in tables.items():
        connection.execute(ansi_ddl(dictionary.tables[key]))
        with connection.cursor() as cursor, cursor.copy(f"COPY {key} FROM STDIN") as copy:
            for row in zip(*(column.to_pylist() for column in rows.columns), strict=True):
                copy.write_row(row)
        connection.execute(f"ANALYZE {key}")


def into_spark(engine: SparkEngine, dictionary: Dictionary, tables: Tables) -> None:
    """As Parquet files in the server's own directory, which go with it. They are read once and kept in memory: to
    open one takes Spark longer than all that a small query does with it."""
    with engine.connection() as connection, connection.cursor() as cursor:
        for schema in _schemas(tables):
            cursor.execute(f"CREATE SCHEMA {schema}")
        for key, rows in tables.items():
            folder = engine.directory / "data" / key
            folder.mkdir(parents=True)
            pq.write_table(rows, folder / "rows.parquet")
            cursor.execute(spark_ddl(dictionary.tables[key], str(folder)))
            cursor.execute(f"CACHE LAZY TABLE {key}")


def _schemas(tables: Tables) -> Iterable[str]:
    return dict.fromkeys(key.partition(".")[0] for key in tables)
