"""One shop's sales of two summer months in DuckDB and PostgreSQL, and copies that lie in one way each."""

from pathlib import Path
from typing import Any

import duckdb
import psycopg
from django.conf import settings

from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.models import Route

WINDOW = "2026-06-01..2026-07-01"
_HEAD = (
    "schema,table,layer,description,grain,primary_key,time_column,loaded_at_column,freshness_hours,row_estimate,"
    "column_count,owner\n"
)
_COLUMNS = "schema,table,column,data_type,role,references,description,synonyms,sensitivity,ai_notes\n"
_SALES = ("sale", "altered", "early")
_DAILY = ("daily", "daily_utc")

# Every hour of 70 days from 1 May 2026; regions and amounts cycle. The last hour of a UTC day in summer is the next
# day's first in Lisbon.
_ROWS = """
SELECT n AS sale_id, TIMESTAMPTZ '2026-05-01 00:30:00+00' + n * INTERVAL '1 hour' AS sold_at,
       CASE WHEN n % 50 = 0 THEN NULL WHEN n % 3 = 0 THEN 'North' ELSE 'Åland' END AS region,
       CAST(0.10 + n % 7 AS {decimal}) AS amount, TIMESTAMPTZ '2026-07-10 06:00:00+00' AS loaded_at
FROM {series}
"""
_DAYS = """
SELECT CAST(sold_at AT TIME ZONE '{zone}' AS DATE) AS sold_on, coalesce(region, 'Unknown') AS region,
       count(*) AS n, sum(amount) AS amount, max(loaded_at) AS loaded_at
FROM trade.sale GROUP BY 1, 2
"""


def write_dictionary(folder: Path) -> None:
    tables = "".join(
        f"trade,{name},gold,Sales,one sale,sale_id,sold_at,loaded_at,24,1700,5,sales\n" for name in _SALES
    )
    tables += "".join(
        f"trade,{name},gold,Days,one day,sold_on,sold_on,loaded_at,24,140,5,sales\n" for name in _DAILY
    )
    columns = "".join(
        f"trade,{name},sale_id,bigint,key,,,,internal,\n"
        f"trade,{name},sold_at,timestamp; timestamptz,time,,,,internal,\n"
        f"trade,{name},region,string; varchar,dimension,,,,public,\n"
        f'trade,{name},amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,\n'
        f"trade,{name},loaded_at,timestamp; timestamptz,attribute,,,,internal,\n"
        for name in _SALES
    )
    columns += "".join(
        f"trade,{name},sold_on,date,time,,,,internal,\n"
        f"trade,{name},region,string; varchar,dimension,,,,public,\n"
        f"trade,{name},n,bigint,measure,,,,internal,\n"
        f'trade,{name},amount,"decimal(12,2); numeric(12,2)",measure,,,,internal,\n'
        f"trade,{name},loaded_at,timestamp; timestamptz,attribute,,,,internal,\n"
        for name in _DAILY
    )
    for file, text in {
        "table_catalog.csv": _HEAD + tables,
        "column_dictionary.csv": _COLUMNS + columns,
        "join_map.csv": "left_schema,left_table,left_column,right_schema,right_table,right_column,cardinality\n",
        "kpi_catalog.csv": "name,label,description,base_tables,formula_sql,unit,direction,owner\n",
        "ai_query_guidelines.md": "Sales.\n",
    }.items():
        (folder / file).write_text(text, encoding="utf-8")


def build_lake(path: Path) -> None:
    rows = _ROWS.format(decimal="DECIMAL(12, 2)", series="range(1680) AS numbers(n)")
    with duckdb.connect(str(path)) as connection:
        connection.execute("SET TimeZone = 'UTC'; CREATE SCHEMA trade")
        connection.execute(f"CREATE TABLE trade.sale AS {rows}")
        connection.execute("CREATE TABLE trade.altered AS FROM trade.sale")
        connection.execute("CREATE TABLE trade.early AS FROM trade.sale")
        connection.execute("CREATE TABLE trade.daily AS " + _DAYS.format(zone="Europe/Lisbon"))


def build_ops(owner_url: str) -> None:
    rows = _ROWS.format(decimal="numeric(12, 2)", series="generate_series(0, 1679) AS numbers(n)")
    with psycopg.connect(owner_url) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("DROP SCHEMA IF EXISTS trade CASCADE; CREATE SCHEMA trade")
        connection.execute(f"CREATE TABLE trade.sale AS {rows}")
        # A cent more on one sale of June, loaded an hour later.
        connection.execute("CREATE TABLE trade.altered AS SELECT * FROM trade.sale")
        later = "loaded_at = loaded_at + interval '1 hour'"
        connection.execute(f"UPDATE trade.altered SET amount = amount + 0.01, {later} WHERE sale_id = 1000")
        connection.execute(
            "CREATE TABLE trade.early AS SELECT * FROM trade.sale WHERE sold_at < '2026-06-20'"
        )
        for name, zone in (("daily", "Europe/Lisbon"), ("daily_utc", "UTC")):
            connection.execute(f"CREATE TABLE trade.{name} AS " + _DAYS.format(zone=zone))
        connection.execute("GRANT USAGE ON SCHEMA trade TO portal_reader")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA trade TO portal_reader")


def backends(lake: Path, **bounds: Any) -> dict[str, dict[str, Any]]:
    bounds = {"deadline_seconds": 20.0, "max_rows": 10_000, "slots": 4, **bounds}
    return {
        "lakehouse": {"engine": "duckdb", "path": lake, "memory_limit": "256MB", "threads": 1, **bounds},
        "books": {"engine": "postgres", "url": settings.OPERATIONAL_DATABASE_URL, **bounds},
    }


def source(*names: str, **members: Any) -> dict[str, Any]:
    """A source over trade.sale on the backends named, with what differs."""
    usual = {"table": "trade.sale", "measure": "SUM(amount)", "time": "sold_at", "dimensions": ["region"]}
    return {**usual, "backends": list(names), **members}


def daily(*names: str, **members: Any) -> dict[str, Any]:
    return source(*names, **{"table": "trade.daily", "time": "sold_on", **members})


def govern(name: str, *sources: dict[str, Any], **members: Any) -> Metric:
    """A metric of these sources, routed to the first one's backend; without sources it is made of parts."""
    plain = {"name": name, "label": name, "default": {"window": "last_30_days"}, **members}
    if sources:
        plain["sources"] = list(sources)
    definition = MetricDefinition.model_validate(plain)
    return save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE).metric


def route(metric: str, backend: str, **members: Any) -> Route:
    row, _ = Route.objects.update_or_create(
        metric=Metric.objects.get(name=metric), defaults={"backend": backend, **members}
    )
    return row
