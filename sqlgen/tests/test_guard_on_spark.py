"""Databricks SQL the guard accepts, on Apache Spark: all of it runs, answers do not change, no secret is seen."""

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest

from sqlgen.guard import Policy, check
from sqlgen.tests.guard_cases import GuardCase, cases
from sqlgen.tests.guard_functions import spoken
from sqlgen.tests.guard_parts import parts_that_differ
from sqlgen.tests.guard_world import MARK, NESTED, policy
from sqlgen.tests.test_guard_executes import CAST_WITH_A_FORMAT, _difference, _leaks

if TYPE_CHECKING:
    from databricks.sql.client import Connection

    from tests.engines.engine import SparkEngine

Run = Callable[[str], list[tuple[Any, ...]]]

_AT_ONCE = 3
_COMPARED = 4  # of so many cases one is also run as it was written: Spark takes its time with each
# Of the moment, of more columns than a viewer may read, or written as Databricks takes it and Spark does not.
_NOT_COMPARED = (
    "CURRENT_TIMESTAMP",
    "NOW()",
    ".* EXCEPT",
    "AT TIME ZONE",
    "DOUBLE PRECISION",
    "CHARINDEX",
    "note:[",
)


@pytest.fixture(scope="module")
def run_spark(spark: "SparkEngine") -> Iterator[Run]:
    from sqlgen.tests.guard_spark import fill_guard_world

    spark.fill_once("guard_world", fill_guard_world)
    idle: queue.SimpleQueue[Connection] = queue.SimpleQueue()
    with ExitStack() as stack:
        for _ in range(_AT_ONCE):
            idle.put(stack.enter_context(spark.connection(catalog="lake", schema="sales")))

        def run(sql: str) -> list[tuple[Any, ...]]:
            connection = idle.get()
            try:
                with connection.cursor() as cursor:
                    cursor.execute(sql)
                    return [tuple(row) for row in cursor.fetchall()]
            finally:
                idle.put(connection)

        yield run


def test_spark_runs_every_legitimate_query_and_answers_the_same(run_spark: Run) -> None:
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        told = list(pool.map(lambda case: _told(run_spark, case), cases("legit", "databricks")))

    assert [one for one in told if one] == []


def _told(run: Run, case: GuardCase) -> str:
    comparable = not any(words in case.sql for words in _NOT_COMPARED)
    if comparable and crc32(case.sql.encode()) % _COMPARED == 0:
        return _difference(run, case, "databricks")
    guarded = check(case.sql, dialect="databricks", policy=policy("databricks"))
    try:
        return f"{case.sql}\n  shows a secret" if MARK in repr(run(guarded.sql)) else ""
    except Exception as error:  # the report names every case, whatever the engine raised
        return f"{case.sql}\n  {guarded.sql}\n  {error}"


# One question of many columns, separated by |: each of them alone would take Spark as long.
_NESTED_VALUES = (
    """labels['a'] | labels['none'] | ELEMENT_AT(labels, 'b') | TRY_ELEMENT_AT(labels, 'b') | SIZE(labels) |
    MAP_KEYS(labels) | MAP_VALUES(labels) | MAP_ENTRIES(labels) | MAP_CONTAINS_KEY(labels, 'c') |
    CARDINALITY(labels) | place.city | place['zip'] + 1 | CONCAT(place.city, '-', place.zip)""",
    """items[0].sku | items[0].qty | TRANSFORM(items, i -> i.sku) | FILTER(items, i -> i.qty > 2) |
    EXISTS(items, i -> i.sku = 'z') | FORALL(items, i -> i.qty > 1) | SIZE(FILTER(items, i -> i.qty IS NULL)) |
    AGGREGATE(items, 0, (acc, i) -> acc + COALESCE(i.qty, 0)) |
    TRANSFORM(FILTER(items, i -> i.qty > 2), j -> j.sku)""",
    """FILTER(tags, t -> t LIKE 'l%') | FILTER(tags, (t, n) -> n > 0) | TRANSFORM(tags, t -> UPPER(t)) |
    TRANSFORM(tags, (t, n) -> n) | EXISTS(tags, t -> t = 'ok') | FORALL(tags, t -> t <> 'no') |
    REDUCE(TRANSFORM(tags, t -> LENGTH(t)), 0, (acc, n) -> acc + COALESCE(n, 0), acc -> acc * 2) |
    ARRAY_JOIN(ARRAY_COMPACT(tags), '+') | ARRAY_POSITION(tags, 'ok') | SORT_ARRAY(tags, false)""",
    """VARIANT_GET(payload, '$.a.b', 'int') | VARIANT_GET(payload, '$.c[1]', 'double') |
    VARIANT_GET(payload, '$.c[0]', 'string') | TRY_VARIANT_GET(payload, '$.a', 'int') |
    TRY_VARIANT_GET(payload, '$[0]', 'bigint') | VARIANT_GET(payload, '$.a.b', 'DECIMAL(38, 10)') |
    payload:a.b::INT | payload:c[1]::DOUBLE | payload:['a'].b::STRING | CAST(payload:c AS STRING)""",
    """MAP_FILTER(labels, (k, v) -> v > 1) | TRANSFORM_VALUES(labels, (k, v) -> v * 2) |
    TRANSFORM_KEYS(labels, (k, v) -> UPPER(k)) | TO_JSON(labels) | TO_JSON(place) | TO_JSON(items) |
    ARRAY_SORT(items, (l, r) -> r.qty - l.qty) | ZIP_WITH(tags, items, (t, i) -> CONCAT(t, i.sku))""",
    """LISTAGG(place.city) | STRING_AGG(place.city, '+') | COLLECT_LIST(place.zip) | MAX_BY(place.city, place_id) |
    HISTOGRAM_NUMERIC(place_id, 2) | PERCENTILE(place.zip, ARRAY(0.25, 0.5))""",
)
_NESTED_ROWS = (
    "SELECT place_id, k, v FROM sales.nested LATERAL VIEW EXPLODE(labels) l AS k, v",
    "SELECT place_id, p, t FROM sales.nested LATERAL VIEW OUTER POSEXPLODE(tags) l AS p, t",
    "SELECT place_id, sku, qty FROM sales.nested LATERAL VIEW INLINE(items) l AS sku, qty",
    "SELECT place_id, i.sku AS sku FROM sales.nested LATERAL VIEW OUTER EXPLODE(items) l AS i",
    "SELECT DATEDIFF(DATE'2024-03-01', opened_on) AS days, TRUNC(opened_on, 'MM') AS month FROM sales.claim",
)


def test_maps_structures_lambdas_and_generators_mean_on_spark_what_was_written(run_spark: Run) -> None:
    values = [
        f"SELECT {', '.join(f'{one} AS x{n}' for n, one in enumerate(some.split('|')))} FROM sales.nested"
        for some in _NESTED_VALUES
    ]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        told = list(pool.map(lambda sql: _unlike(run_spark, sql), [*values, *_NESTED_ROWS]))

    assert [one for one in told if one] == []


def _unlike(run: Run, sql: str) -> str:
    claim = policy("databricks").tables["lake.sales.claim"]
    tables = {"lake.sales.nested": {"columns": NESTED}, "lake.sales.claim": {"columns": dict(claim.columns)}}
    opened = Policy.from_allowlist({"catalog": "lake", "default_schema": "sales", "tables": tables})
    guarded = check(sql, dialect="databricks", policy=opened).sql
    answer, due = (sorted(map(repr, run(text))) for text in (guarded, sql))
    return "" if answer == due and due else f"{sql}\n  {guarded}\n  {answer}\n  {due}"


def test_no_hostile_case_shows_a_secret_on_spark(run_spark: Run) -> None:
    assert _leaks(run_spark, "databricks") == []


def test_the_world_does_hold_secrets_for_those_who_ask_unguarded(run_spark: Run) -> None:
    assert MARK in repr(run_spark("SELECT * FROM sales.claim"))


def test_spark_has_every_function(run_spark: Run) -> None:
    had = {name.upper() for (name, *_) in run_spark("SHOW FUNCTIONS")}

    assert spoken("databricks") - had == set()


def test_a_cast_with_a_format_is_no_sql_to_spark(run_spark: Run) -> None:
    from databricks.sql.exc import ServerOperationError

    with pytest.raises(ServerOperationError, match="FORMAT"):
        run_spark(CAST_WITH_A_FORMAT)


def test_spark_knows_the_parts_of_times_that_pass(run_spark: Run) -> None:
    from databricks.sql.exc import Error

    def knows(sql: str) -> bool:
        try:
            return run_spark(sql) != [(None,)]
        except Error:
            return False

    assert parts_that_differ("databricks", knows) == []
