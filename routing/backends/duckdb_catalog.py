"""DuckDB's tables and views as its own catalog knows them."""

from collections import defaultdict
from typing import Any

from sqlglot import exp

from catalog.contracts import LiveColumn, LiveForeignKey, LiveTable
from routing.backends.lakehouse import CATALOG
from routing.backends.session import Session

_MANY = 100_000


def live_tables(session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
    """The tables and views of a schema, or the one named `table`, by name."""
    columns: dict[str, list[LiveColumn]] = defaultdict(list)
    for name, column, kind, nullable in _read(
        session,
        "table_name, column_name, data_type, is_nullable",
        "duckdb_columns()",
        schema,
        table,
        "column_index",
    ):
        columns[name].append(LiveColumn(name=column, type=kind.lower(), nullable=nullable))
    estimates: dict[str, int] = dict(
        _read(session, "table_name, estimated_size", "duckdb_tables()", schema, table)
    )
    primary, foreign = _keys(session, schema, table)
    return tuple(
        LiveTable(
            schema=schema,
            name=name,
            columns=tuple(columns[name]),
            primary_key=primary.get(name, ()),
            foreign_keys=tuple(foreign[name]),
            row_estimate=estimates[name] if name in estimates else _count(session, schema, name),
        )
        for name in sorted(columns)
    )


def _keys(
    session: Session, schema: str, table: str | None
) -> tuple[dict[str, tuple[str, ...]], dict[str, list[LiveForeignKey]]]:
    primary: dict[str, tuple[str, ...]] = {}
    foreign: dict[str, list[LiveForeignKey]] = defaultdict(list)
    wanted = "table_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names"
    for name, kind, columns, referenced, their_columns in _read(
        session, wanted, "duckdb_constraints()", schema, table
    ):
        if kind == "PRIMARY KEY":
            primary[name] = tuple(columns)
        elif kind == "FOREIGN KEY":
            # A foreign key stays within its schema: DuckDB tells the table alone.
            key = LiveForeignKey(
                columns=tuple(columns), table=f"{schema}.{referenced}", referenced=tuple(their_columns)
            )
            foreign[name].append(key)
    return primary, foreign


def _read(
    session: Session, wanted: str, function: str, schema: str, table: str | None, order: str = ""
) -> list[tuple[Any, ...]]:
    where = {"database_name": CATALOG, "schema_name": schema} | ({"table_name": table} if table else {})
    query = exp.select(*(exp.column(name.strip()) for name in wanted.split(","))).from_(
        exp.maybe_parse(function, dialect="duckdb")
    )
    for column, value in where.items():
        query = query.where(exp.column(column).eq(exp.Literal.string(value)))
    return session.fetch(query.order_by(order or "table_name").sql("duckdb"), limit=_MANY)[1]


def _count(session: Session, schema: str, view: str) -> int:
    """A view's rows; over Parquet files they are read from the footers."""
    count = exp.select(exp.Count(this=exp.Star())).from_(
        exp.table_(view, db=schema, catalog=CATALOG, quoted=True)
    )
    return int(session.fetch(count.sql("duckdb"), limit=1)[1][0][0])
