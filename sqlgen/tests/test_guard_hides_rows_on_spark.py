"""Databricks, on Apache Spark: no error tells which partitions hold hidden rows, or how many rows are hidden."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from databricks.sql.exc import Error

from sqlgen.guard import Policy, check

if TYPE_CHECKING:
    from databricks.sql.client import Connection

    from tests.engines.engine import SparkEngine

SCHEMAS = {"few": 0, "many": 5_000}  # how many rows are hidden between those that the viewer sees
COLUMNS = {"id": "int", "tenant": "string", "code": "string", "region": "string"}
VARIANTS = {
    "id": "int",
    "tenant": "string",
    "payload": "variant",
    "held": "struct<payload: variant, id: int>",
}
FENCE = re.compile(r"( AND|,| ORDER BY) MONOTONICALLY_INCREASING_ID\(\)( >= 0)?")
SECRET = "CASE WHEN region LIKE 'sec%' THEN CAST(region AS INT) ELSE 1 END"

# After ten rows that the viewer sees, and those that are hidden, one has a code that is no number. `c` is partitioned
# by region, only hidden rows are of 'secret'; `f` is four files.
TELLING = {
    "a condition": f"SELECT id FROM c WHERE {SECRET} = 1 ORDER BY id",
    "a constant that fails": "SELECT COUNT(*) AS n FROM c WHERE CASE WHEN region = 'secret' THEN 1 / 0 ELSE 1 END = 1",
    "a text beside a number": "SELECT COUNT(*) AS n FROM c WHERE region LIKE 'r%' OR region = 7",
    "a far moment": "SELECT COUNT(*) AS n FROM c WHERE DATE_TRUNC('year', TRY_CAST(CASE WHEN region LIKE 'sec%'"
    " THEN '-290308-12-25 00:00:00' ELSE region END AS TIMESTAMP)) > TIMESTAMP '2024-01-01'",
    "a far day": "SELECT COUNT(*) AS n FROM c WHERE COALESCE(TRY_CAST(CASE WHEN region LIKE 'sec%'"
    " THEN '+5000000-01-01' ELSE region END AS DATE), TIMESTAMP '2024-01-02') > TIMESTAMP '2024-01-01'",
    "what an inner query makes": f"SELECT COUNT(*) AS n FROM (SELECT {SECRET} AS x FROM c) AS t WHERE x > 0",
    "a join": f"SELECT COUNT(*) AS n FROM c JOIN d ON c.id = d.id AND {SECRET} = 1",
    "an inner query's": f"SELECT id FROM d WHERE EXISTS (SELECT 1 FROM c WHERE c.id = d.id AND {SECRET} = 1)"
    " ORDER BY id",
    "a value": f"SELECT id, (SELECT MAX(id) FROM c WHERE c.id = d.id AND {SECRET} = 1) AS m FROM d ORDER BY id",
    "a LIMIT": "SELECT id FROM f WHERE CAST(code AS INT) > 0 LIMIT 1",
    "a column": "SELECT CAST(code AS INT) AS x FROM f LIMIT 5",
    "an order that does not matter": "SELECT 1 AS one, CAST(code AS INT) AS x FROM f ORDER BY one LIMIT 5",
    "an inner LIMIT": "SELECT SUM(x) AS s FROM (SELECT CAST(code AS INT) AS x FROM f LIMIT 5) AS t",
    "a group alone": "SELECT code, CAST(code AS INT) AS x FROM f GROUP BY code LIMIT 1",
    "UNION ALL": "SELECT id, CAST(code AS INT) AS x FROM f UNION ALL SELECT id, id FROM d LIMIT 5",
    "IN": "SELECT id FROM d WHERE id IN (SELECT CAST(code AS INT) FROM f LIMIT 5) ORDER BY id",
    "EXISTS": "SELECT EXISTS (SELECT 1 FROM f WHERE CAST(code AS INT) > 0) AS x",
}

# Only hidden rows of `v` have an `a` that is no number, and only where many are hidden.
OF_VARIANTS = {
    "an aggregate": "SELECT SUM(VARIANT_GET(payload, '$.a', 'int')) AS s FROM v",
    "a column": "SELECT VARIANT_GET(payload, '$.a', 'int') AS a FROM v LIMIT 5",
    "a condition": "SELECT COUNT(*) AS n FROM v WHERE VARIANT_GET(payload, '$.a', 'int') > 0",
    "a cast": "SELECT MAX(payload:a::int) AS a FROM v WHERE payload IS NOT NULL",
    "a field": "SELECT MAX(VARIANT_GET(held.payload, '$.a', 'int')) AS a FROM v",
    "an inner query": "SELECT SUM(a) AS s FROM (SELECT VARIANT_GET(p, '$.a', 'int') AS a"
    " FROM (SELECT payload AS p FROM v))",
}
WHOLE = re.compile(r"CASE WHEN NOT (`\w+`) IS NULL THEN \1 END AS \1")


def _policy(schema: str) -> Policy:
    rows = [{"column": "tenant", "values": ["a"]}]
    tables = {
        f"lake.{schema}.c": {"columns": COLUMNS, "rows": rows},
        f"lake.{schema}.f": {"columns": COLUMNS, "rows": rows},
        f"lake.{schema}.d": {"columns": {"id": "int"}},
        f"lake.{schema}.v": {"columns": VARIANTS, "rows": rows},
    }
    return Policy.from_allowlist({"catalog": "lake", "default_schema": schema, "tables": tables})


def _guarded(sql: str, schema: str = "few") -> str:
    return check(sql, dialect="databricks", policy=_policy(schema)).sql


def _fill(spark: "SparkEngine") -> None:
    with spark.connection() as connection, connection.cursor() as cursor:
        for schema, hidden in SCHEMAS.items():
            cursor.execute(f"CREATE SCHEMA {schema}")
            cursor.execute(
                f"CREATE TABLE {schema}.d USING parquet AS SELECT CAST(id AS INT) AS id FROM range(10)"
            )
            rows = (
                f"SELECT /*+ REPARTITION_BY_RANGE(4, id) */ CAST(id AS INT) AS id,"
                f" IF(id < 10 OR id >= {10 + hidden}, 'a', 'z') AS tenant, IF(id = {10 + hidden}, 'none', '7') AS code,"
                f" IF(id < 10 OR id >= {10 + hidden}, 'r1', 'secret') AS region,"
                # Spark reads the biggest file first: the last one, where rows are hidden.
                f" IF(id < {10 + hidden}, '', CONCAT_WS('', TRANSFORM(SEQUENCE(1, 20), n -> SHA2(CONCAT(id, n), 256))))"
                f" AS padding FROM range({60 + hidden})"
            )
            cursor.execute(f"CREATE TABLE {schema}.c USING parquet PARTITIONED BY (region) AS {rows}")
            cursor.execute(f"CREATE TABLE {schema}.f USING parquet AS {rows}")
        for schema in SCHEMAS:
            payload = """PARSE_JSON(IF(tenant = 'a', '{"a": 7}', '{"a": "x"}'))"""
            cursor.execute(
                f"CREATE TABLE {schema}.v USING parquet AS SELECT *, NAMED_STRUCT('payload', payload, 'id', id) AS held"
                f" FROM (SELECT id, tenant, {payload} AS payload FROM {schema}.f)"
            )


@pytest.fixture(scope="module")
def connection(spark: "SparkEngine") -> Iterator["Connection"]:
    spark.fill_once("hidden_rows", _fill)
    with spark.connection() as opened:
        with opened.cursor() as cursor:
            for setting in ("maxPartitionBytes", "openCostInBytes"):  # a task for each file, and one alone
                cursor.execute(f"SET spark.sql.files.{setting} = 1000000")
        yield opened


@pytest.fixture(scope="module")
def compiled(spark: "SparkEngine", connection: "Connection") -> Iterator["Connection"]:
    """A session that compiles what it runs, as Spark does by itself: else it reads no fields while it reads files."""
    with spark.connection() as opened:
        with opened.cursor() as cursor:
            cursor.execute("SET spark.sql.codegen.factoryMode = FALLBACK")
        yield opened


def _answer(connection: "Connection", sql: str) -> str:
    with connection.cursor() as cursor:
        try:
            cursor.execute(sql.replace("`lake`.", ""))
            return "" if cursor.fetchall() else "nothing"
        except Error as error:
            return error.message.partition("]")[0]


def _answers(connection: "Connection", sql: str, *, fenced: bool = True) -> set[str]:
    texts = (_guarded(sql, schema) for schema in SCHEMAS)
    return {_answer(connection, text if fenced else FENCE.sub("", text)) for text in texts}


@pytest.mark.parametrize("sql", TELLING.values(), ids=TELLING.keys())
def test_errors_are_the_same_whatever_is_hidden(sql: str, connection: "Connection") -> None:
    assert FENCE.search(_guarded(sql))
    assert len(_answers(connection, sql)) == 1


@pytest.mark.parametrize(
    "name",
    [
        "a condition",
        "a far moment",
        "a far day",
        "what an inner query makes",
        "a LIMIT",
        "an inner LIMIT",
        "EXISTS",
    ],
)
def test_they_would_tell_without_the_fences(name: str, connection: "Connection") -> None:
    assert len(_answers(connection, TELLING[name], fenced=False)) == 2


@pytest.mark.parametrize("sql", OF_VARIANTS.values(), ids=OF_VARIANTS.keys())
def test_no_field_of_a_variant_is_read_of_hidden_rows(sql: str, compiled: "Connection") -> None:
    assert {_answer(compiled, _guarded(sql, schema)) for schema in SCHEMAS} == {""}


@pytest.mark.parametrize("name", ["an aggregate", "a field"])
def test_they_would_be_where_spark_reaches_them(name: str, compiled: "Connection") -> None:
    texts = (WHOLE.sub(r"\1", _guarded(OF_VARIANTS[name], schema)) for schema in SCHEMAS)

    assert len({_answer(compiled, text) for text in texts}) == 2


def test_partitions_and_rows_are_left_out_behind_the_fence(connection: "Connection") -> None:
    guarded = _guarded("SELECT id FROM c WHERE region = 'r1' AND id > 55 AND CAST(code AS INT) = 7")

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {guarded}".replace("`lake`.", ""))
        plan = str(cursor.fetchall())

    assert re.search(r"PartitionFilters: \[[^\]]*region#\d+ = r1", plan)
    assert re.search(r"PushedFilters: \[[^\]]*GreaterThan\(id,55\)", plan)
