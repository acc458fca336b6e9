"""Where an emulated warehouse's SQL really runs: DuckDB in this process, or Apache Spark."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

import pyarrow as pa
from sqlglot import exp, parse_one


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One statement in Databricks SQL. `parameters` are named, each a value as text and its SQL type."""

    sql: str
    schema: str = ""
    parameters: Mapping[str, tuple[str | None, str]] = field(default_factory=dict)


class SqlError(Exception):
    """The engine refused or could not compute; `sql_state` as in the SQL standard."""

    def __init__(self, message: str, sql_state: str) -> None:
        super().__init__(message)
        self.message, self.sql_state = message, sql_state


class SqlSession(Protocol):
    """One statement's own session."""

    def run(self, question: Question) -> pa.Table:
        """All rows; raises SqlError, also when it was cancelled."""

    def cancel(self) -> None:
        """Stop what runs; called from another thread."""

    def close(self) -> None: ...


class SqlEngine(Protocol):
    def session(self) -> SqlSession: ...


def tables_read(sql: str) -> frozenset[str]:
    """The tables a statement names, as "schema.table" in lower case; raises sqlglot's ParseError."""
    tree = parse_one(sql, dialect="databricks")
    local = {cte.alias.lower() for cte in tree.find_all(exp.CTE)}
    return frozenset(
        f"{table.db}.{table.name}".lower()
        for table in tree.find_all(exp.Table)
        if table.db or table.name.lower() not in local
    )
