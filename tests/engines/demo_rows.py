"""The rows the engines are filled with: a small demo as its own generator makes it, and the edges beside it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import psycopg
import pyarrow as pa
from psycopg import sql

from catalog.contracts import Dictionary, Table
from demo.places import Places
from demo.services import seed
from tests.engines.edge_rows import edge_rows
from tests.engines.edges import LISBON
from tests.engines.tables import Tables, arrow_schema

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
CLAIMS, DAYS = 6_000, 120


def demo_rows(dictionary: Dictionary, server_url: str) -> Tables:
    """Every table of the dictionary, typed. The PostgreSQL server is used in passing, in a database of its own."""
    made = {
        key: rows.cast(arrow_schema(dictionary.tables[key]))
        for key, rows in _generated(dictionary, server_url)
    }
    edges = edge_rows()
    return {
        key: pa.concat_tables([rows, pa.Table.from_pylist(list(edges[key]), schema=rows.schema)])
        for key, rows in made.items()
    }


def _generated(dictionary: Dictionary, server_url: str) -> list[tuple[str, pa.Table]]:
    with (
        tempfile.TemporaryDirectory(prefix="portal-engines-") as folder,
        database(server_url, "engines_seed") as url,
    ):
        lakehouse = Path(folder) / "lakehouse.duckdb"
        places = Places(var_dir=Path(folder), lakehouse=lakehouse, operational_url=url, zone=LISBON)
        seed(places=places, now=NOW, claims=CLAIMS, days=DAYS)
        with duckdb.connect(str(lakehouse), read_only=True) as lake, psycopg.connect(url) as operational:
            return [
                (
                    key,
                    _from_postgres(operational, table)
                    if table.schema == "ops"
                    else _from_duckdb(lake, table),
                )
                for key, table in dictionary.tables.items()
            ]


def _from_duckdb(lake: duckdb.DuckDBPyConnection, table: Table) -> pa.Table:
    return lake.sql(f"SELECT {_columns(table)} FROM {table.key}").to_arrow_table()


def _from_postgres(operational: psycopg.Connection, table: Table) -> pa.Table:
    rows = operational.execute(sql.SQL(f"SELECT {_columns(table)} FROM {table.key}")).fetchall()
    named = [dict(zip(table.columns, row, strict=True)) for row in rows]
    return pa.Table.from_pylist(named, schema=arrow_schema(table))


def _columns(table: Table) -> str:
    return ", ".join(f'"{name}"' for name in table.columns)


@contextmanager
def database(server_url: str, name: str) -> Iterator[str]:
    """A database of its own on the server, by its URL; dropped at the end."""
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    with psycopg.connect(server_url, autocommit=True) as server:
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield psycopg.conninfo.make_conninfo(server_url, dbname=name)
        finally:
            server.execute(drop)
