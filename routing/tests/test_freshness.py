"""How old the data behind an answer is: the newest load of its least recently loaded table."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.cache import caches

from catalog.contracts import Column, ColumnRole, Dictionary, Table
from routing import freshness
from routing.backends.base import BaseBackend
from routing.backends.duckdb import DuckDBBackend
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import MakeBackend, MakeEach, write_parquet

NEWEST = datetime(2026, 3, 1, 8, 0, tzinfo=UTC) + timedelta(seconds=1999)


def _dictionary(loaded_at_column: str) -> Dictionary:
    column = Column(name="loaded_at", data_types=("timestamptz",), role=ColumnRole.ATTRIBUTE)
    table = Table(
        schema="shop", name="sale", columns={"loaded_at": column}, loaded_at_column=loaded_at_column
    )
    return Dictionary(version="v1", tables={"shop.sale": table})


@pytest.fixture(autouse=True)
def dictionary(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def use(loaded_at_column: str) -> None:
        monkeypatch.setattr("routing.backends.base.dictionary", lambda: _dictionary(loaded_at_column))

    use("loaded_at")
    return use


@pytest.fixture
def backend(make_each: MakeEach) -> BaseBackend:
    return make_each()


def test_is_the_newest_value_of_the_loaded_at_column(backend: BaseBackend) -> None:
    assert backend.freshness("shop.sale") == NEWEST


def test_without_such_a_column_a_lakehouse_tells_its_file_s_time(
    make_duckdb: Callable[..., DuckDBBackend], lake: Path, dictionary: Callable[[str], None]
) -> None:
    dictionary("")

    loaded = make_duckdb(lake).freshness("shop.sale")

    assert loaded == datetime.fromtimestamp(lake.stat().st_mtime_ns / 1e9, tz=UTC)


def test_each_table_of_a_folder_has_the_time_of_its_own_files(
    make_duckdb: Callable[..., DuckDBBackend], tmp_path: Path, dictionary: Callable[[str], None]
) -> None:
    dictionary("")
    for age, name in [(100, "sale"), (10, "order")]:
        os.utime(write_parquet(tmp_path / "shop" / f"{name}.parquet"), (age, age))

    backend = make_duckdb(tmp_path)

    assert backend.freshness("shop.sale") == datetime.fromtimestamp(100, tz=UTC)
    assert backend.freshness("shop.order") == datetime.fromtimestamp(10, tz=UTC)


def test_without_such_a_column_postgres_does_not_know(
    make_postgres: MakeBackend, dictionary: Callable[[str], None]
) -> None:
    dictionary("")

    assert make_postgres().freshness("shop.sale") is None


class Counted:
    """A backend that knows some load times and counts how often it is asked."""

    name, last_load_seconds = "duckdb", 2.0

    def __init__(self, times: dict[str, datetime | Exception | None]) -> None:
        self.times, self.asked = times, 0

    def freshness(self, table: str, *, seconds: float | None = None) -> datetime | None:
        self.asked += 1
        found = self.times[table]
        if isinstance(found, Exception):
            raise found
        return found


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch, db: None) -> Counted:
    early, late = NEWEST - timedelta(hours=5), NEWEST
    backend = Counted({"early": early, "late": late, "unknown": None, "broken": RuntimeError("no")})
    monkeypatch.setattr(freshness, "backends", SimpleNamespace(get=lambda name: backend))
    caches["answers"].clear()
    return backend


def test_an_answer_is_as_old_as_its_oldest_table(counted: Counted) -> None:
    assert freshness.loaded_at("duckdb", ["late", "early"]) == NEWEST - timedelta(hours=5)


def test_is_remembered_for_all_processes(counted: Counted) -> None:
    for _ in range(3):
        freshness.loaded_at("duckdb", ["late", "unknown"])

    assert counted.asked == 2


def test_a_process_keeps_it_no_longer_than_all_do(counted: Counted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "_KEPT_SECONDS", 1)
    for _ in range(2):
        freshness.loaded_at("duckdb", ["late"])  # the second time it comes to hand
    before = counted.asked

    time.sleep(2.1)  # the subject is time; the table of the shared cache keeps whole seconds
    freshness.loaded_at("duckdb", ["late"])

    assert counted.asked == before + 1


def test_one_unknown_table_makes_the_age_unknown(counted: Counted) -> None:
    assert freshness.loaded_at("duckdb", ["late", "unknown"]) is None


def test_nothing_that_goes_wrong_fails_the_answer(counted: Counted, caplog: pytest.LogCaptureFixture) -> None:
    assert freshness.loaded_at("duckdb", ["broken"]) is None
    assert "unknown" in caplog.text


def failure(kind: ErrorKind) -> BackendError:
    return BackendError("No.", kind=kind, backend="duckdb")


@pytest.mark.parametrize("kind", [ErrorKind.OVERLOADED, ErrorKind.CIRCUIT_OPEN, ErrorKind.BACKEND_TIMEOUT])
def test_what_says_nothing_about_the_table_is_not_remembered(counted: Counted, kind: ErrorKind) -> None:
    counted.times["late"] = failure(kind)
    unknown = freshness.loaded_at("duckdb", ["late"])
    counted.times["late"] = NEWEST

    assert (unknown, freshness.loaded_at("duckdb", ["late"])) == (None, NEWEST)


def test_a_table_nobody_may_read_is_remembered(counted: Counted) -> None:
    counted.times["late"] = failure(ErrorKind.PERMISSION_DENIED)
    for _ in range(3):
        freshness.loaded_at("duckdb", ["late"])

    assert counted.asked == 1


def test_no_table_is_asked_once_the_time_of_all_is_up(counted: Counted) -> None:
    counted.last_load_seconds = 0.0

    assert freshness.loaded_at("duckdb", ["late", "early"]) is None
    assert counted.asked == 0


def test_it_waits_for_no_slot(make_postgres: MakeBackend) -> None:
    backend = make_postgres(slots=1)

    with backend._slots.hold(10), pytest.raises(BackendError, match=r"were taken\.") as refused:
        backend.freshness("shop.sale")

    assert refused.value.kind is ErrorKind.OVERLOADED
