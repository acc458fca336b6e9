"""Databricks SQL on Apache Spark, through the real connector and the shim of tests/engines."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import pyarrow as pa
from databricks import sql as databricks_sql
from databricks.sql.client import Connection
from urllib3.exceptions import HTTPError

from tests.emulators.sql_engine import Question, SqlError

_SQL_STATE = re.compile(r"SQLSTATE: (\w{5})")


class SparkEngine:
    """Statements run on the Spark that databricks.sql.connect reaches with these arguments. `ansi` is the ANSI_MODE
    a warehouse is configured to: there is no session that could set it."""

    def __init__(self, connect_arguments: Mapping[str, Any], *, ansi: bool = True) -> None:
        session = {"ANSI_MODE": "true" if ansi else "false"}
        self._arguments = {**connect_arguments, "session_configuration": session}

    def session(self) -> "SparkSession":
        return SparkSession(databricks_sql.connect(**self._arguments))


class SparkSession:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._cursor = connection, connection.cursor()

    def run(self, question: Question) -> pa.Table:
        try:
            if question.schema:
                self._cursor.execute(f"USE {_quoted(question.schema, '`')}")
            return self._cursor.execute(_bound(question)).fetchall_arrow()
        except (databricks_sql.Error, HTTPError) as error:
            state = _SQL_STATE.search(str(error))
            raise SqlError(str(error).strip(), state[1] if state else "XX000") from error

    def cancel(self) -> None:
        self._cursor.cancel()

    def close(self) -> None:
        with suppress(databricks_sql.Error, HTTPError):  # the engine went first
            self._connection.close()


def _bound(question: Question) -> str:
    if not question.parameters:
        return question.sql
    using = ", ".join(
        f"CAST({'NULL' if value is None else _quoted(value)} AS {sql_type}) AS {_quoted(name, '`')}"
        for name, (value, sql_type) in question.parameters.items()
    )
    return f"EXECUTE IMMEDIATE {_quoted(question.sql)} USING {using}"


def _quoted(text: str, mark: str = "'") -> str:
    if mark == "`":
        return f"`{text.replace('`', '``')}`"
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
