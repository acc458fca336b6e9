"""A place of its own for each test's demo: a directory, and schema ops of the operational test server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
import psycopg
import pytest
from django.conf import settings

from demo.places import Places

Rows = list[tuple[Any, ...]]

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Places]:
    with places_in(tmp_path) as places:
        yield places


@contextmanager
def places_in(directory: Path) -> Iterator[Places]:
    url = settings.EMBEDDED.get("operational_owner_url") or settings.OPERATIONAL_DATABASE_URL
    _drop(url)
    yield Places(
        var_dir=directory,
        lakehouse=directory / "lakehouse.duckdb",
        operational_url=url,
        zone=ZoneInfo("Europe/Lisbon"),
    )
    _drop(url)


def _drop(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS ops CASCADE")


@pytest.fixture
def lake(places: Places) -> Callable[[str], Rows]:
    """Asks the lakehouse, which is opened anew for each question."""

    def ask(sql: str) -> Rows:
        with duckdb.connect(str(places.lakehouse), read_only=True) as connection:
            connection.execute("SET TimeZone = 'Europe/Lisbon'")
            return connection.execute(sql).fetchall()

    return ask


@pytest.fixture
def ops(places: Places) -> Callable[[str], Rows]:
    """Asks the operational database."""

    def ask(sql: str) -> Rows:
        with psycopg.connect(places.operational_url) as connection:
            return connection.execute(sql).fetchall()

    return ask
