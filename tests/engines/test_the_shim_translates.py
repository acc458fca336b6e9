"""What the shim re-encodes, and what it must leave alone, through the unmodified connector."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from databricks.sql import exc
from databricks.sql.client import Connection

from tests.engines.engine import SparkEngine
from tests.engines.shim.catalogs import renamed

UTC = dt.UTC


@pytest.fixture(scope="module")
def connection(spark: SparkEngine) -> Iterator[Connection]:
    with spark.connection() as connection:
        yield connection


def _rows(connection: Connection, sql: str, parameters: Any = None, **more: Any) -> list[tuple[Any, ...]]:
    with connection.cursor(**more) as cursor:
        cursor.execute(sql, parameters)
        return [tuple(row) for row in cursor.fetchall()]


def test_every_scalar_type_arrives_as_itself_with_nulls_among_them(connection: Connection) -> None:
    columns = {
        "CAST(id AS TINYINT)": lambda n: n,
        "CAST(id AS INT)": lambda n: n,
        "id": lambda n: n,
        "CAST(id * 0.25 AS DOUBLE)": lambda n: n * 0.25,
        "CAST(id * 1.25 AS DECIMAL(38, 18))": lambda n: n * Decimal("1.25"),
        "id % 2 = 0": lambda n: n % 2 == 0,
        "CONCAT('ü漢', id)": lambda n: f"ü漢{n}",
        "CAST(CONCAT('b', id) AS BINARY)": lambda n: f"b{n}".encode(),
        "DATE_ADD(DATE '2024-02-28', CAST(id AS INT))": lambda n: dt.date(2024, 2, 28) + dt.timedelta(n),
        "TIMESTAMP '2024-01-01' + MAKE_INTERVAL(0, 0, 0, 0, 0, 0, id * 0.000001)": lambda n: dt.datetime(
            2024, 1, 1, microsecond=n, tzinfo=UTC
        ),
    }
    selected = ", ".join(f"IF(id % 3 = 0, NULL, {column})" for column in columns)

    found = _rows(connection, f"SELECT {selected} FROM RANGE(40) ORDER BY id")

    assert found == [tuple(make(n) if n % 3 else None for make in columns.values()) for n in range(40)]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("SELECT * FROM nowhere", "[TABLE_OR_VIEW_NOT_FOUND]"),
        ("SELECT nothing FROM RANGE(1)", "[UNRESOLVED_COLUMN.WITH_SUGGESTION]"),
        ("SELEC 1", "[PARSE_SYNTAX_ERROR]"),
        ("SELECT CAST('x' AS INT)", "[CAST_INVALID_INPUT]"),
        ("SELECT 1 / 0", "[DIVIDE_BY_ZERO]"),
        ("SELECT :unbound", "[UNBOUND_SQL_PARAMETER]"),
    ],
)
def test_errors_look_like_a_warehouses(connection: Connection, statement: str, code: str) -> None:
    with pytest.raises(exc.ServerOperationError) as raised:
        _rows(connection, statement)

    assert str(raised.value).lstrip().startswith(code)
    assert set(raised.value.context) == {"operation-id", "diagnostic-info"}


def test_parameters_are_bound_and_stay_data(connection: Connection) -> None:
    asked = {
        "text": "it's \\ \"q\" \n; -- :when'; DROP TABLE x; --",
        "none": None,
        "day": dt.date(2024, 2, 29),
        "when": dt.datetime(2024, 2, 29, 1, 2, 3, 456789),
        "money": Decimal("12.345"),
        "list": [5, 6],
    }

    [row] = _rows(connection, "SELECT :text, :none IS NULL, :day, :when, :money, :list[1]", asked)

    assert row == (asked["text"], True, asked["day"], asked["when"].replace(tzinfo=UTC), asked["money"], 6)


def test_more_rows_than_one_fetch_holds_all_arrive(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM RANGE(250001)")

        assert cursor.fetchall_arrow().num_rows == 250_001


def test_a_row_limit_is_kept(connection: Connection) -> None:
    assert len(_rows(connection, "SELECT id FROM RANGE(100)", row_limit=7)) == 7


def test_a_result_without_rows_has_its_columns(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, CAST(id AS DECIMAL(12, 2)) AS cost FROM RANGE(9) WHERE id > 99")

        assert str(cursor.fetchall_arrow().schema.field("cost").type) == "decimal128(12, 2)"


def test_instants_are_right_whatever_the_sessions_zone(spark: SparkEngine) -> None:
    with spark.connection(session_configuration={"TIMEZONE": "Asia/Tokyo"}) as connection:
        [(first,)] = _rows(connection, "SELECT TIMESTAMP '2024-07-01 00:00:00Z'")
        _rows(connection, "SET TIME ZONE 'America/New_York'")
        [(second,)] = _rows(connection, "SELECT TIMESTAMP '2024-07-01 00:00:00Z'")

    assert first == second == dt.datetime(2024, 7, 1, tzinfo=UTC)
    assert (str(first), str(second)) == ("2024-07-01 09:00:00+09:00", "2024-06-30 20:00:00-04:00")


def test_a_session_starts_in_the_catalog_and_schema_asked_for(spark: SparkEngine) -> None:
    spark.rows("CREATE SCHEMA main.shim_names")
    spark.rows("CREATE TABLE main.shim_names.t USING PARQUET AS SELECT 1 AS id")

    with spark.connection(catalog="main", schema="shim_names") as connection:
        assert (
            _rows(connection, "SELECT * FROM t")
            == _rows(connection, "SELECT * FROM `main`.shim_names.t")
            == [(1,)]
        )


def test_a_statement_that_takes_too_long_is_stopped(spark: SparkEngine) -> None:
    endless = "SELECT COUNT(*), SUM(HASH(a.id * b.id)) FROM RANGE(3000000) a CROSS JOIN RANGE(2000000) b"

    with (
        spark.connection(session_configuration={"STATEMENT_TIMEOUT": "1"}) as connection,
        pytest.raises(exc.DatabaseError, match="TIMEDOUT"),
    ):
        _rows(connection, endless)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("SELECT * FROM main.s.t", "SELECT * FROM spark_catalog.s.t"),
        ("SELECT 'main.x' FROM `main`.s.t -- main.y", "SELECT 'main.x' FROM spark_catalog.s.t -- main.y"),
        ("SELECT t.main FROM s.t", "SELECT t.main FROM s.t"),
        ("SELECT a.main.b FROM t", "SELECT a.main.b FROM t"),
        ("USE CATALOG main", "SET CATALOG spark_catalog"),
        ("SHOW SCHEMAS IN main", "SHOW SCHEMAS IN spark_catalog"),
        ("SELECT main FROM t", "SELECT main FROM t"),
    ],
)
def test_only_names_of_catalogs_are_renamed(written: str, sent: str) -> None:
    assert renamed(written, {"main": "spark_catalog"}) == sent
