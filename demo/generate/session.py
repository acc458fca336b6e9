"""The DuckDB session in which the demo's rows are made: draws, reference tables and the plan of days."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb

from demo.contracts import Recipe
from demo.generate import plan
from demo.generate.reference import HOURS, PARTNERS, PRODUCTS, REGIONS

MEMORY_LIMIT = "512MB"
THREADS = 2
OFFERS_A_DAY = 190  # next best actions; a share of the claims, so that the table does not grow with --claims


def statement(name: str) -> str:
    return files("demo.generate").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def generating(recipe: Recipe, *, since: date, scratch: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A session that can make rows for the days from `since` on; it spills to `scratch` at MEMORY_LIMIT."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "threads": THREADS,
        "temp_directory": str(scratch),
    }
    with duckdb.connect(":memory:", config=config) as session:
        session.execute("SET TimeZone = 'UTC'")
        _set_variables(session, recipe)
        _load_reference(session)
        _load_days(session, recipe, since)
        session.execute(statement("setup"))
        yield session


def _set_variables(session: duckdb.DuckDBPyConnection, recipe: Recipe) -> None:
    for name, value in {
        "seed": recipe.seed,
        "as_of": recipe.as_of,
        "anchor": recipe.anchor,
        "customers": max(recipe.claims * 7 // 10, 1),
        "offer_share": min(0.3, OFFERS_A_DAY * recipe.days / recipe.claims),
    }.items():
        session.execute(f"SET VARIABLE {name} = $value", {"value": value})


def _load_reference(session: duckdb.DuckDBPyConnection) -> None:
    _fill(session, "region", "INTEGER, VARCHAR, VARCHAR, VARCHAR, INTEGER", REGIONS[0]._fields, REGIONS)
    product_types = "INTEGER, VARCHAR, VARCHAR, VARCHAR, VARCHAR, INTEGER, INTEGER, INTEGER"
    _fill(session, "product", product_types, PRODUCTS[0]._fields, PRODUCTS)
    partners = [(number, *partner) for number, partner in enumerate(PARTNERS)]
    _fill(
        session,
        "partner",
        "INTEGER, VARCHAR, INTEGER, DOUBLE, DOUBLE",
        ("partner_id", *PARTNERS[0]._fields),
        partners,
    )
    hours = [(day, hour, weight) for day, shape in enumerate(HOURS, 1) for hour, weight in enumerate(shape)]
    _fill(session, "hour_weight", "INTEGER, INTEGER, INTEGER", ("weekday", "hour", "weight"), hours)


def _load_days(session: duckdb.DuckDBPyConnection, recipe: Recipe, since: date) -> None:
    oldest = plan.number_of(since - timedelta(days=plan.LOOK_BACK_DAYS))
    days = [day for day in plan.days_of(recipe) if day.number >= oldest]
    _fill(session, "day", "INTEGER, INTEGER, INTEGER, BIGINT[], INTEGER", plan.Day._fields, days)


def _fill(
    session: duckdb.DuckDBPyConnection,
    table: str,
    types: str,
    names: Sequence[str],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Make a temporary table of a few rows, handed over column by column."""
    columns = list(zip(names, types.split(", "), strict=True))
    session.execute(f"CREATE TEMP TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in columns)})")
    unnested = ", ".join(f"unnest(${name}::{kind}[])" for name, kind in columns)
    values = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    session.execute(f"INSERT INTO {table} SELECT {unnested}", values)
