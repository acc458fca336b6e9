"""Databricks SQL on DuckDB: each statement is transpiled by sqlglot, its errors are told in Databricks' words."""

from pathlib import Path

import duckdb
import pyarrow as pa
from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError

from tests.emulators.sql_engine import Question, SqlError

# First that fits wins. Conditions and states: Databricks' list of error conditions.
_CONDITIONS: tuple[tuple[type[duckdb.Error], str, str], ...] = (
    (duckdb.CatalogException, "TABLE_OR_VIEW_NOT_FOUND", "42P01"),
    (duckdb.BinderException, "UNRESOLVED_COLUMN.WITH_SUGGESTION", "42703"),
    (duckdb.ParserException, "PARSE_SYNTAX_ERROR", "42601"),
    (duckdb.ConversionException, "CAST_INVALID_INPUT", "22018"),
    (duckdb.OutOfRangeException, "ARITHMETIC_OVERFLOW", "22003"),
)


class DuckDBEngine:
    """Statements run on a DuckDB file (or ":memory:"); its schemas stand for those of any catalog.

    `time_zone` is the one a warehouse is configured to, and `ansi` its ANSI_MODE, for sessions that set neither.
    """

    def __init__(self, path: Path | str, *, time_zone: str = "UTC", ansi: bool = True) -> None:
        self._database = duckdb.connect(str(path))
        self._time_zone, self._ansi = time_zone, ansi

    def execute(self, sql: str) -> None:
        """Prepare the data, in DuckDB's own SQL."""
        self._database.execute(sql)

    def session(self) -> "DuckDBSession":
        return DuckDBSession(self._database.cursor(), self._time_zone, ansi=self._ansi)

    def close(self) -> None:
        self._database.close()


class DuckDBSession:
    def __init__(
        self, cursor: duckdb.DuckDBPyConnection, time_zone: str = "UTC", *, ansi: bool = True
    ) -> None:
        self._cursor, self._time_zone, self._ansi = cursor, time_zone, ansi

    def run(self, question: Question) -> pa.Table:
        try:
            self._cursor.execute("SET TimeZone = $zone", {"zone": self._time_zone})
            if question.schema:
                self._cursor.execute(f"USE {exp.to_identifier(question.schema, quoted=True).sql('duckdb')}")
            return _whole_numbers_as_bigint(
                self._cursor.sql(_transpiled(question, self._time_zone, ansi=self._ansi)).to_arrow_table()
            )
        except SqlglotError as error:
            raise SqlError(f"[PARSE_SYNTAX_ERROR] {error} SQLSTATE: 42601", "42601") from error
        except duckdb.Error as error:
            raise _explained(error) from error

    def cancel(self) -> None:
        self._cursor.interrupt()

    def close(self) -> None:
        self._cursor.close()


def _transpiled(question: Question, time_zone: str, *, ansi: bool) -> str:
    tree = parse_one(question.sql, dialect="databricks")
    for table in tree.find_all(exp.Table):
        table.set("catalog", None)
    for marker in list(tree.find_all(exp.Placeholder)):
        if marker.name not in question.parameters:
            message = f"[UNBOUND_SQL_PARAMETER] Found the unbound parameter: {marker.name}. SQLSTATE: 42P02"
            raise SqlError(message, "42P02")
        value, sql_type = question.parameters[marker.name]
        literal = exp.null() if value is None else exp.Literal.string(value)
        marker.replace(exp.cast(literal, exp.DataType.build(sql_type, dialect="databricks")))
    for cast in list(tree.find_all(exp.Cast)):
        # As text an instant has no zone in Databricks: it is the session's own.
        if cast.is_type("text") and isinstance(cast.this, exp.Cast) and cast.this.is_type("timestamptz"):
            cast.this.replace(exp.AtTimeZone(this=cast.this.copy(), zone=exp.Literal.string(time_zone)))
    if not ansi:
        # A value that does not fit its new type is NULL then.
        tree = tree.transform(lambda node: exp.TryCast(**node.args) if type(node) is exp.Cast else node)
    return tree.sql(dialect="duckdb")


def _whole_numbers_as_bigint(table: pa.Table) -> pa.Table:
    # DuckDB adds integers up to a 128-bit number, Arrow has that as decimal(38, 0); Databricks adds to BIGINT.
    wide = pa.decimal128(38, 0)
    fields = [pa.field(each.name, pa.int64() if each.type == wide else each.type) for each in table.schema]
    return table.cast(pa.schema(fields))


def _explained(error: duckdb.Error) -> SqlError:
    for kind, condition, sql_state in _CONDITIONS:
        if isinstance(error, kind):
            return SqlError(f"[{condition}] {error} SQLSTATE: {sql_state}", sql_state)
    return SqlError(f"[INTERNAL_ERROR] {error} SQLSTATE: XX000", "XX000")
