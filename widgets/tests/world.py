"""A small real world: one shop whose sales stand in a DuckDB lakehouse and in a PostgreSQL server."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psycopg
from django.conf import settings

from accounts.models import RowPolicyRecord
from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.models import Route
from sqlgen.intent import IntentSpec
from widgets.contracts import Question
from widgets.selectors import question_of_metric

TABLE_CATALOG = """\
schema,table,layer,description,grain,primary_key,time_column,loaded_at_column,freshness_hours,row_estimate,column_count,owner
shop,sale,gold,Sales,one sale,sale_id,sold_at,loaded_at,24,600,7,sales
shop,slow_sale,gold,Sales that take their time,one sale,sale_id,sold_at,,,600,5,sales
shop,locked,gold,Nobody may read it,one row,row_id,,,,1,2,sales
shop,missing,gold,It is in the dictionary only,one row,row_id,,,,1,2,sales
"""
COLUMN_DICTIONARY = """\
schema,table,column,data_type,role,references,description,synonyms,sensitivity,ai_notes
shop,sale,sale_id,bigint,key,,,,internal,
shop,sale,sold_at,timestamp; timestamptz,time,,,,internal,
shop,sale,region,string; varchar,dimension,,,,public,
shop,sale,status,string; varchar,dimension,,,,public,
shop,sale,amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,
shop,sale,email,string; varchar,attribute,,,,restricted,
shop,sale,loaded_at,timestamp; timestamptz,attribute,,,,internal,
shop,slow_sale,sale_id,bigint,key,,,,internal,
shop,slow_sale,sold_at,timestamp; timestamptz,time,,,,internal,
shop,slow_sale,region,string; varchar,dimension,,,,public,
shop,slow_sale,status,string; varchar,dimension,,,,public,
shop,slow_sale,amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,
shop,locked,row_id,bigint,key,,,,internal,
shop,locked,amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,
shop,missing,row_id,bigint,key,,,,internal,
shop,missing,amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,
"""
JOIN_MAP = "left_schema,left_table,left_column,right_schema,right_table,right_column,cardinality\n"
KPI_CATALOG = "name,label,description,base_tables,formula_sql,unit,direction,owner\n"

# Ten sales a day, region and status cycling, the last of them today; every 97th has no region.
_SALES = """
SELECT n AS sale_id,
       {day_ago} AS sold_at,
       CASE WHEN n % 97 = 0 THEN NULL
            WHEN n % 3 = 0 THEN 'North' WHEN n % 3 = 1 THEN 'South' ELSE 'Åland' END AS region,
       CASE WHEN n % 10 = 0 THEN 'cancelled' ELSE 'paid' END AS status,
       CAST(10.25 + n % 7 AS {decimal}) AS amount,
       'someone@example.com' AS email,
       CURRENT_TIMESTAMP AS loaded_at
FROM {series}
"""

SALE = {
    "table": "shop.sale",
    "time": "sold_at",
    "dimensions": ["region", "status"],
    "backends": ["lake", "ops"],
}
METRICS: tuple[dict[str, Any], ...] = (
    {"name": "revenue", "label": "Revenue", "unit": "usd", "sources": [{**SALE, "measure": "SUM(amount)"}]},
    {"name": "sales", "label": "Sales", "sources": [{**SALE, "measure": "COUNT(sale_id)"}]},
    {
        "name": "slow_sales",
        "label": "Slow sales",
        "sources": [{**SALE, "table": "shop.slow_sale", "measure": "COUNT(sale_id)", "backends": ["ops"]}],
    },
    {
        "name": "sales_on_hand",
        "label": "Sales on hand",
        "sources": [{**SALE, "measure": "COUNT(sale_id)", "time": None}],
    },
    {
        "name": "locked_amount",
        "label": "Locked",
        "sources": [{"table": "shop.locked", "measure": "SUM(amount)", "backends": ["ops"]}],
    },
    {
        "name": "missing_amount",
        "label": "Missing",
        "sources": [{"table": "shop.missing", "measure": "SUM(amount)", "backends": ["ops"]}],
    },
)


def write_dictionary(folder: Path) -> None:
    for name, text in {
        "table_catalog.csv": TABLE_CATALOG,
        "column_dictionary.csv": COLUMN_DICTIONARY,
        "join_map.csv": JOIN_MAP,
        "kpi_catalog.csv": KPI_CATALOG,
        "ai_query_guidelines.md": "Sales are rows of shop.sale.\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


def build_lakehouse(path: Path) -> None:
    sales = _SALES.format(
        day_ago="CURRENT_TIMESTAMP - to_days(CAST(n // 10 AS INTEGER))",
        decimal="DECIMAL(12, 2)",
        series="range(600) AS numbers(n)",
    )
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE SCHEMA shop")
        connection.execute(f"CREATE TABLE shop.sale AS {sales}")


def build_operational(owner_url: str, *, slow_seconds: float) -> None:
    """The same sales, a slow view of them, and a table the portal may not read."""
    sales = _SALES.format(
        day_ago="CURRENT_TIMESTAMP - make_interval(days => n / 10)",
        decimal="numeric(12, 2)",
        series="generate_series(0, 599) AS numbers(n)",
    )
    with psycopg.connect(owner_url) as connection:
        connection.execute("DROP SCHEMA IF EXISTS shop CASCADE")
        connection.execute("CREATE SCHEMA shop")
        connection.execute(f"CREATE TABLE shop.sale AS {sales}")
        connection.execute(
            "CREATE VIEW shop.slow_sale AS SELECT sale.* FROM shop.sale AS sale, (SELECT "
            "pg_notify('slow_sale_asked', clock_timestamp()::text), "
            f"pg_sleep({slow_seconds}) OFFSET 0) AS pause"
        )
        connection.execute("CREATE TABLE shop.locked AS SELECT 1 AS row_id, 2.50 AS amount")
        connection.execute("GRANT USAGE ON SCHEMA shop TO portal_reader")
        connection.execute("REVOKE ALL ON shop.locked FROM portal_reader")
        connection.execute("GRANT SELECT ON shop.sale, shop.slow_sale TO portal_reader")


@contextmanager
def lakehouse_away(folder: Path) -> Iterator[None]:
    """The lakehouse file is not where it should be, for the length of a block."""
    here, there = folder / "lakehouse.duckdb", folder / "lakehouse.away"
    here.rename(there)
    try:
        yield
    finally:
        there.rename(here)


@contextmanager
def queries_counted(owner_url: str) -> Iterator[list[str]]:
    """Told by PostgreSQL itself: one entry for each query of `slow_sale` that ran inside the block."""
    queries: list[str] = []
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("LISTEN slow_sale_asked")
        yield queries
        queries.extend(notice.payload for notice in connection.notifies(timeout=0.5))


def govern_metrics() -> None:
    for plain in METRICS:
        definition = MetricDefinition.model_validate(plain)
        save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)


def route(
    metric: str, backend: str, *, cache_seconds: int = 300, stale_seconds: int = 3600, warm: bool = False
) -> None:
    Route.objects.update_or_create(
        metric=Metric.objects.get(name=metric),
        defaults={
            "backend": backend,
            "cache_seconds": cache_seconds,
            "stale_seconds": stale_seconds,
            "warm": warm,
        },
    )


def also_on(metric: str, backend: str) -> None:
    """Let a metric's source answer on one more backend, and route it there."""
    plain = next(each for each in METRICS if each["name"] == metric)
    sources = [{**source, "backends": [*source["backends"], backend]} for source in plain["sources"]]
    definition = MetricDefinition.model_validate({**plain, "sources": sources})
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    route(metric, backend)


def ask_for(metric: str, **members: Any) -> Question:
    return question_of_metric(IntentSpec(metric=metric, **members))


def row_policy(name: str, region: str) -> RowPolicyRecord:
    return RowPolicyRecord.objects.create(name=name, rules={"shop.sale": {"region": [region]}})


def backends(lakehouse: Path, *, deadline_seconds: float = 10.0) -> dict[str, dict[str, Any]]:
    bounds = {"deadline_seconds": deadline_seconds, "max_rows": 1_000, "slots": 4}
    return {
        "lake": {"engine": "duckdb", "path": lakehouse, "memory_limit": "256MB", "threads": 1, **bounds},
        "ops": {"engine": "postgres", "url": settings.OPERATIONAL_DATABASE_URL, **bounds},
    }
