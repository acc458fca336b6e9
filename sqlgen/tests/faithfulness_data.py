"""A few hundred rows for the demo's claims tables in DuckDB, dense where wrong SQL would go unnoticed.

Times lie around the ends of October 2025, days and hours of other zones included; names repeat; every column that may
be NULL sometimes is; keys point nowhere.
"""

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import duckdb

_DDL = """
SET TimeZone = 'Asia/Tokyo';
CREATE SCHEMA l3_claims;
CREATE TABLE l3_claims.dim_region (region_id int, region_name varchar, country varchar, market varchar,
  loaded_at timestamptz);
CREATE TABLE l3_claims.dim_product (product_id int, product_name varchar, device_type varchar, plan varchar,
  manufacturer varchar, launched_on date, loaded_at timestamptz);
CREATE TABLE l3_claims.ev_claim (claim_id bigint, opened_at timestamptz, closed_at timestamptz, customer_id bigint,
  device_id bigint, product_id int, region_id int, status varchar, resolution varchar, channel varchar,
  cost_avoided_usd decimal(12,2), replacement_cost_usd decimal(12,2), repair_cost_usd decimal(12,2), satisfaction int,
  is_repeat boolean, loaded_at timestamptz);
CREATE TABLE l3_claims.ev_service_request (request_id bigint, claim_id bigint, region_id int, requested_at timestamptz,
  completed_at timestamptz, kind varchar, partner_name varchar, fixed_first_time boolean, loaded_at timestamptz);
"""
_EDGES = [
    datetime(2025, 9, 30, 23, tzinfo=UTC),
    datetime(2025, 11, 1, tzinfo=UTC),
    datetime(2025, 10, 26, 1, tzinfo=UTC),
]
_REGIONS = [
    (1, "Lisboa", "Portugal", "Iberia", None),
    (2, "Lisboa", "Brasil", "South America", None),
    (3, "Porto", "Portugal", "Iberia", None),
    (4, None, "Spain", "Iberia", None),
    (5, "Unknown", "France", "West", None),
    (6, "Far away", "Iceland", "North", None),  # no claim is from there
    (7, "Braga", "Portugal", "Iberia", None),  # no claim from there repeats
    (8, "Faro", "Portugal", "Iberia", None),  # every claim from there is rejected
    *((9 + number, f"Small {number}", "Portugal", "Iberia", None) for number in range(8)),
]
_PRODUCTS = [
    (1, "Pixel 100%_", "Phone", "Complete", "Pix", None, None),
    (2, "the Pix 100 of", "Tablet", "Theft", "G", None, None),
    (3, "pixel", "Phone", None, "PixMaker", None, None),
    (4, None, None, "Essential", None, None, None),
]


def claims_database(seed: int = 11, rows: int = 1_500) -> duckdb.DuckDBPyConnection:
    """The tables, filled with that many claims; the same rows each time for a seed."""
    dice = random.Random(seed)  # noqa: S311 - test data
    connection = duckdb.connect()
    connection.execute(_DDL)
    claims = [_claim(number, dice) for number in range(rows)]
    requests = [_request(number, dice) for number in range(rows * 2 // 5)]
    for table, rows in (
        ("dim_region", _REGIONS),
        ("dim_product", _PRODUCTS),
        ("ev_claim", claims),
        ("ev_service_request", requests),
    ):
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO l3_claims.{table} VALUES ({marks})", rows)
    return connection


def _moment(number: int, dice: random.Random) -> datetime:
    if number < len(_EDGES):
        return _EDGES[number]
    if number < 80:  # several at one instant, in the window's last second
        return datetime(2025, 10, 31, 23, 59, 59, 500_000, tzinfo=UTC)
    if number % 3 == 0:
        return dice.choice(_EDGES) + timedelta(minutes=dice.randrange(-1500, 1500))
    return datetime(2024, 9, 25, tzinfo=UTC) + timedelta(minutes=dice.randrange(420 * 1440))


def _claim(number: int, dice: random.Random) -> tuple[Any, ...]:
    opened = _moment(number, dice)
    region = dice.choice([1, 1, 1, 2, 3, 3, 4, 5, 7, 8, 99, None, dice.randrange(9, 17)])
    status = dice.choice(["open", "in_progress", "closed", "rejected", "Rejected", "REJECTED", "web", None])
    return (
        number,
        opened,
        dice.choice([None, opened + timedelta(minutes=dice.randrange(60_000))]),
        dice.randrange(90),
        dice.randrange(90),
        dice.choice([1, 2, 3, 4, 99, None]),
        region,
        "rejected" if region == 8 else status,
        dice.choice(["repair", "replacement", None]),
        dice.choice(["web", "Web", " web", "app", "phone", "", "Unknown", None]),
        dice.choice([None, Decimal(25), Decimal(dice.randrange(1, 90_000)) / 100]),
        Decimal(dice.randrange(90_000)) / 100,
        Decimal(dice.randrange(90_000)) / 100,
        dice.choice([None, 1, 2, 3, 4, 5]),
        False if region == 7 else dice.choice([True, False, None]),
        opened + timedelta(hours=dice.randrange(200)),
    )


def _request(number: int, dice: random.Random) -> tuple[Any, ...]:
    requested = _moment(number, dice)
    return (
        number,
        dice.choice([None, dice.randrange(200), dice.randrange(1_700)]),
        dice.choice([1, 2, 3, 4, 99, None]),
        requested,
        dice.choice([None, requested + timedelta(hours=dice.randrange(300))]),
        dice.choice(["screen", "battery", None]),
        dice.choice(["Fixit", "Rapid", None]),
        dice.choice([True, False, None]),
        requested,
    )
