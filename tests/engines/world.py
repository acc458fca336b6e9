"""The demo's tables in DuckDB, PostgreSQL and Spark, asked through the product's own backends."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import duckdb
import psycopg
from django.conf import settings
from django.core.cache.backends.locmem import LocMemCache

from catalog.contracts import Dictionary, GovernedMetric
from catalog.dictionary.loader import load_dictionary
from routing.backends.base import Bounds
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.options import Warehouse, principal_of
from routing.backends.duckdb import DuckDBBackend
from routing.backends.instances import Instances
from routing.backends.lakehouse import Lakehouse
from routing.backends.postgres import PostgresBackend
from routing.backends.registry import ENGINES
from routing.backends.slots import Slots
from routing.contracts import ResultSet
from sqlgen.compiler import compile_intent
from sqlgen.contracts import CompiledQuery, Dialect, Intent
from sqlgen.guard import GuardedQuery, Policy, check
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.series import align
from tests.engines.demo_rows import NOW, database, demo_rows
from tests.engines.engine import HTTP_PATH, TOKEN, SparkEngine
from tests.engines.loading import into_duckdb, into_postgres, into_spark

ROW_CAP = 10_000
_DIALECTS: Mapping[str, Dialect] = {"duckdb": "duckdb", "postgres": "postgres", "databricks": "databricks"}
_BOUNDS = Bounds(deadline_seconds=60.0, max_rows=ROW_CAP, slots=8)


class Runs(Protocol):
    def execute(self, query: GuardedQuery) -> ResultSet: ...


@dataclass(frozen=True)
class World:
    dictionary: Dictionary
    backends: Mapping[str, Runs]
    compared: list[str] = field(default_factory=list)  # the metric of each question asked of all engines

    def intent(self, metric: GovernedMetric, zone: ZoneInfo, asked: Mapping[str, Any]) -> Intent:
        spec = IntentSpec.model_validate({"metric": metric.name, **asked})
        return resolve_intent(spec, metric, now=NOW, zone=zone)

    def compiled(self, metric: GovernedMetric, intent: Intent, backend: str, zone: ZoneInfo) -> CompiledQuery:
        return compile_intent(
            intent, metric, backend=backend, dialect=_DIALECTS[backend], dictionary=self.dictionary, zone=zone
        )

    def aligned(self, intent: Intent, query: CompiledQuery, backend: str) -> list[tuple[Any, ...]]:
        """What a reader of the answer is shown: every row, the totals last."""
        rows, totals = align(intent, query.columns, self.rows(query, backend))
        shown = [
            (row.bucket, row.previous_bucket, *row.dimensions, row.value, row.previous_value) for row in rows
        ]
        return [*shown, ("totals", totals.value, totals.previous_value)] if totals else shown

    def rows(self, query: CompiledQuery, backend: str) -> list[tuple[Any, ...]]:
        """The guarded query's rows; an answer that was cut is no answer to compare."""
        dialect = _DIALECTS[backend]
        policy = Policy.from_dictionary(self.dictionary, dialect=dialect, row_cap=ROW_CAP + 1)
        found = self.backends[backend].execute(check(query.sql, dialect=dialect, policy=policy))
        assert not found.truncated
        return [tuple(row) for row in found.rows]


@contextmanager
def world(spark: SparkEngine, folder: Path) -> Iterator[World]:
    dictionary = load_dictionary(str(settings.BASE_DIR / "data-dictionary"))
    tables = demo_rows(dictionary, settings.DATABASE_URL)
    file = folder / "lakehouse.duckdb"
    with duckdb.connect(str(file)) as lake:
        into_duckdb(lake, dictionary, tables)
    spark.fill_once("demo", lambda engine: into_spark(engine, dictionary, tables))
    with ExitStack() as stack:
        url = stack.enter_context(database(settings.DATABASE_URL, "engines_demo"))
        with psycopg.connect(url, autocommit=True) as operational:
            into_postgres(operational, dictionary, tables)
        postgres = PostgresBackend("postgres", ENGINES["postgres"], _BOUNDS, url, slots=_slots("postgres"))
        stack.callback(postgres.close)
        warehouse = databricks_backend(spark)
        stack.callback(warehouse.close, seconds=5.0)
        lakehouse = Instances(Lakehouse(file), memory_limit="500MB", threads=2)
        yield World(
            dictionary,
            {
                "duckdb": DuckDBBackend(
                    "duckdb", ENGINES["duckdb"], _BOUNDS, lakehouse, slots=_slots("duckdb")
                ),
                "postgres": postgres,
                "databricks": warehouse,
            },
        )


def databricks_backend(spark: SparkEngine) -> DatabricksBackend:
    """The product's own backend on the engine, as three environment variables would make it."""
    options = {
        "host": spark.host,
        "http_path": HTTP_PATH,
        "token": TOKEN,
        "deadline_seconds": _BOUNDS.deadline_seconds,
        "answer_seconds": _BOUNDS.deadline_seconds,
    }
    warehouse, principal = Warehouse.of("databricks", options), principal_of("databricks", options)
    slots = _slots("databricks")
    return DatabricksBackend("databricks", ENGINES["databricks"], _BOUNDS, warehouse, principal, slots=slots)


def _slots(name: str) -> Slots:
    # The portal's own are in its database, which these tests do not need.
    cache = LocMemCache(f"engines-{name}", {})
    return Slots(backend=name, label=name, count=_BOUNDS.slots, cache=cache, wait_seconds=60.0)
