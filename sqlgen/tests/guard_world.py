"""A small world with secrets in it: what a viewer may read, what not, and the same rows for real engines."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlgen.contracts import Dialect
from sqlgen.guard import Policy

DIALECTS: tuple[Dialect, ...] = ("postgres", "duckdb", "databricks")
CATALOGS: dict[Dialect, str] = {"postgres": "", "duckdb": "memory", "databricks": "lake"}
ROW_CAP = 1_000
MARK = "S3CR3T"  # in every value nobody may see

READABLE = {
    "sales.claim": {
        "claim_id": "bigint",
        "opened_at": "timestamptz",
        "closed_at": "timestamptz",
        "opened_on": "date",
        "region_id": "int",
        "product_id": "int",
        "status": "varchar",
        "channel": "varchar",
        "cost": "decimal(12,2)",
        "score": "int",
        "is_repeat": "boolean",
    },
    "sales.region": {"region_id": "int", "region_name": "varchar", "country": "varchar", "market": "varchar"},
    "sales.product": {"product_id": "int", "product_name": "varchar", "device_type": "varchar"},
    "sales.visit": {
        "visit_id": "int",
        "region_id": "int",
        "tags": "text[]",
        "readings": "int[]",
        "note": "varchar",
    },
}
# On Databricks only: maps, structures, lists of structures and a VARIANT.
NESTED: dict[str, str] = {
    "place_id": "int",
    "labels": "map<string,int>",
    "place": "struct<city:string,zip:int>",
    "items": "array<struct<sku:string,qty:int>>",
    "tags": "array<string>",
    "payload": "variant",
}
_SPARK_LISTS = {"text[]": "array<string>", "int[]": "array<int>"}

SCHEMA = (
    "CREATE SCHEMA sales",
    "CREATE SCHEMA hr",
    "CREATE TABLE sales.claim (claim_id BIGINT, customer_email VARCHAR, opened_at TIMESTAMPTZ,"
    " closed_at TIMESTAMPTZ, opened_on DATE, region_id INT, product_id INT, status VARCHAR, channel VARCHAR,"
    " cost DECIMAL(12, 2), score INT, is_repeat BOOLEAN)",
    "CREATE TABLE sales.region (region_id INT, region_name VARCHAR, country VARCHAR, market VARCHAR)",
    "CREATE TABLE sales.product (product_id INT, product_name VARCHAR, device_type VARCHAR)",
    "CREATE TABLE sales.visit (visit_id INT, region_id INT, tags TEXT[], readings INT[], note VARCHAR)",
    "CREATE TABLE sales.vault (secret_id INT, secret_text VARCHAR, region_id INT)",
    "CREATE TABLE hr.salary (person VARCHAR, salary VARCHAR)",
)


def policy(
    dialect: Dialect, *, row_cap: int = ROW_CAP, rows: dict[str, Any] | list[dict[str, Any]] | None = None
) -> Policy:
    """What the viewer may read; `rows` is a row rule on sales.claim, or several."""
    catalog = CATALOGS[dialect]
    tables: dict[str, Any] = {}
    for key, columns in READABLE.items():
        if dialect == "databricks":
            columns = {name: _SPARK_LISTS.get(kind, kind) for name, kind in columns.items()}
        listed: dict[str, Any] = {"columns": columns}
        if key == "sales.claim":
            listed["restricted"] = ["customer_email"]
            if rows is not None:
                listed["rows"] = rows
        tables[f"{catalog}.{key}" if catalog else key] = listed
    return Policy.from_allowlist(
        {
            "catalog": catalog,
            "default_schema": "sales",
            "row_cap": row_cap,
            "max_offset": 1_000,
            "tables": tables,
        }
    )


def inserts() -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """The rows, as one INSERT per table with %s for each value."""
    regions = [
        (1, "Norte", "PT", "EU"),
        (2, "Açores", "PT", "EU"),
        (3, "O'Hare", "US", "NA"),
        (4, "Empty", "BR", "SA"),
    ]
    yield "INSERT INTO sales.region VALUES (%s, %s, %s, %s)", regions
    yield (
        "INSERT INTO sales.product VALUES (%s, %s, %s)",
        [(1, "Care", "phone"), (2, "Plus", "tablet"), (3, "X", "tv")],
    )
    yield "INSERT INTO sales.visit VALUES (%s, %s, %s, %s, %s)", [_visit(number) for number in range(12)]
    yield (
        f"INSERT INTO sales.claim VALUES ({', '.join(['%s'] * 12)})",
        [_claim(number) for number in range(60)],
    )
    yield "INSERT INTO sales.vault VALUES (%s, %s, %s)", [(n, f"{MARK}-{n}", n) for n in range(4)]
    yield "INSERT INTO hr.salary VALUES (%s, %s)", [("Ana", f"{MARK}-1000")]


def _visit(number: int) -> tuple[Any, ...]:
    tags = ("screen", "battery", "urgent", "screen")[: number % 5]
    readings = [number * 7 % 10, number, -number][: number % 4]
    return (
        number,
        1 + number % 4,
        None if number % 6 == 5 else list(tags),
        None if number % 7 == 6 else readings,
        (None, "late late call", "ok", "")[number % 4],
    )


def _claim(number: int) -> tuple[Any, ...]:
    opened = datetime(2024, 1, 1, 22, 30, tzinfo=UTC) + timedelta(hours=29 * number)
    closed = None if number % 3 == 0 else opened + timedelta(hours=number)
    return (
        number,
        f"{MARK}-{number}@example.test",
        opened,
        closed,
        date(2024, 1, 1) + timedelta(days=number),
        1 + number % 3 if number % 10 else None,
        1 + number % 3,
        ("open", "closed", "in_progress", "rejected")[number % 4],
        (None, "app", "web")[number % 3],
        None if number % 7 == 0 else number * 10 + 5,
        1 + number % 5,
        number % 5 == 0,
    )
