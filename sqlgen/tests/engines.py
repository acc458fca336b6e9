"""The same few hundred claims in DuckDB and in PostgreSQL, and as plain Python rows to reckon with.

Both sessions are set to a far zone: no answer may depend on it. The hours around two clock changes are dense,
some keys point nowhere, and names hold quotes, percent signs and letters from everywhere.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import duckdb
import psycopg
from psycopg import sql as statements

from sqlgen.tests import example

SESSION_ZONE = "Asia/Tokyo"
DATABASE = "sqlgen_engines"
Rows = list[tuple[Any, ...]]

_REGIONS = {1: "Lisboa", 2: "Évora", 3: "東京", 4: "O'Porto 100%"}
_DDL = """
CREATE SCHEMA l3;
CREATE TABLE l3.ev_claim (claim_id bigint, opened_at timestamptz, closed_at timestamptz, customer_id bigint,
  customer_email varchar, product_id int, region_id int, repair_region_id int, status varchar,
  channel varchar, cost decimal(12,2), satisfaction int, is_repeat boolean, due_date date);
CREATE TABLE l3.dim_product (product_id int, product_name varchar, maker_id int);
CREATE TABLE l3.dim_maker (maker_id int, maker_name varchar);
CREATE TABLE l3.dim_region (region_id int, region_name varchar, opened_on date, "order" int);
CREATE TABLE l3.ev_visit (visit_id bigint, claim_id bigint, visited_at timestamp, minutes int);
CREATE TABLE l3.kpi_daily (kpi_date date, region_name varchar, claims int, cost decimal(14,2));
"""


@dataclass(frozen=True, slots=True)
class Claim:
    """A row of l3.ev_claim, in the order of its columns."""

    claim_id: int
    opened_at: datetime
    closed_at: datetime | None
    customer_id: int
    customer_email: str
    product_id: int | None
    region_id: int | None
    repair_region_id: int
    status: str | None
    channel: str | None
    cost: Decimal | None
    satisfaction: int | None
    is_repeat: bool | None
    due_date: date

    @property
    def local(self) -> datetime:
        return self.opened_at.astimezone(example.ZONE)

    @property
    def region(self) -> str:
        return _REGIONS.get(self.region_id or 0, "Unknown")


@cache
def claims() -> tuple[Claim, ...]:
    dice = random.Random(7)  # noqa: S311 - test data
    return tuple(_claim(number, _moment(number, dice), dice) for number in range(900))


def _moment(number: int, dice: random.Random) -> datetime:
    if number % 9 == 0:  # around the clock changes of Lisbon, at one o'clock in the night in UTC
        change = dice.choice([datetime(2025, 3, 30, 1, tzinfo=UTC), datetime(2025, 10, 26, 1, tzinfo=UTC)])
        return change + timedelta(minutes=dice.randrange(-1600, 1600))
    return datetime(2024, 9, 1, tzinfo=UTC) + timedelta(seconds=dice.randrange(446 * 86_400))


def _claim(number: int, opened_at: datetime, dice: random.Random) -> Claim:
    closed = opened_at + timedelta(seconds=dice.randrange(40 * 86_400))
    return Claim(
        claim_id=number,
        opened_at=opened_at,
        closed_at=dice.choice([closed, closed, None]),
        customer_id=dice.randrange(120),
        customer_email=f"{number}@example.org",
        product_id=dice.choice([1, 2, 3, 99, None]),
        region_id=dice.choice([1, 2, 3, 4, 99, None]),
        repair_region_id=dice.choice([1, 2]),
        status=dice.choice(["open", "closed", "rejected", "a_b%", None]),
        channel=dice.choice(["web", "app", "Unknown", None]),
        cost=dice.choice([None, Decimal(dice.randrange(1, 5_000_000)) / 100]),
        satisfaction=dice.choice([None, 1, 2, 3, 4, 5]),
        is_repeat=dice.choice([True, False, False, None]),
        due_date=opened_at.date() + timedelta(days=dice.randrange(30)),
    )


def tables() -> dict[str, Rows]:
    """Every table's rows. l3.kpi_daily is reckoned from the claims, by local day and region."""
    daily: dict[tuple[date, str], list[Any]] = {}
    for claim in claims():
        entry = daily.setdefault((claim.local.date(), claim.region), [0, Decimal(0)])
        entry[0] += 1
        entry[1] += claim.cost if claim.cost and claim.status not in (None, "rejected") else 0
    return {
        "l3.ev_claim": [tuple(getattr(claim, name) for name in Claim.__slots__) for claim in claims()],
        "l3.dim_product": [(1, "Pixel 100%_!", 1), (2, "Fairphone", 2), (3, None, None)],
        "l3.dim_maker": [(1, "G"), (2, "F")],
        "l3.dim_region": [(key, name, date(2020, 1, key), key) for key, name in _REGIONS.items()],
        "l3.ev_visit": [
            (claim.claim_id, claim.claim_id, claim.local.replace(tzinfo=None), claim.claim_id % 60)
            for claim in claims()
            if claim.claim_id % 3
        ],
        "l3.kpi_daily": [(day, region, *values) for (day, region), values in daily.items()],
    }


class DuckDB:
    dialect = "duckdb"

    def __init__(self) -> None:
        self._connection = duckdb.connect()
        self._connection.execute(f"SET TimeZone = '{SESSION_ZONE}'")
        self._connection.execute(_DDL)
        for table, rows in tables().items():
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def rows(self, sql: str) -> Rows:
        return self._connection.execute(sql).fetchall()


class PostgreSQL:
    dialect = "postgres"

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        connection.execute(f"SET TimeZone = '{SESSION_ZONE}'")
        connection.execute(_DDL)
        with connection.cursor() as cursor:
            for table, rows in tables().items():
                with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)

    def rows(self, sql: str) -> Rows:
        return self._connection.execute(sql).fetchall()


@contextmanager
def postgresql(url: str) -> Iterator[PostgreSQL]:
    """A database of its own on the server behind `url`, dropped at the end."""
    drop = statements.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(statements.Identifier(DATABASE))
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(drop)
        server.execute(statements.SQL("CREATE DATABASE {}").format(statements.Identifier(DATABASE)))
        try:
            with psycopg.connect(url, dbname=DATABASE, autocommit=True) as connection:
                yield PostgreSQL(connection)
        finally:
            server.execute(drop)
