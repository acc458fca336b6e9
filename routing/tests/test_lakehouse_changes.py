"""A lakehouse that moves away, comes back, is swapped or gets new files is noticed at the next query."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from routing.backends.duckdb import DuckDBBackend
from routing.backends.instances import Instances
from routing.backends.lakehouse import Lakehouse
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import build_lake, guarded, write_parquet

COUNT = "SELECT COUNT(*) AS n, MAX(note) AS note FROM shop.sale"
Make = Callable[..., DuckDBBackend]


def _ask(backend: DuckDBBackend) -> tuple[object, ...]:
    (row,) = backend.execute(guarded(COUNT, "duckdb")).rows
    return tuple(row)


def test_a_file_moved_away_is_told_at_once_and_found_again_when_back(make_duckdb: Make, lake: Path) -> None:
    backend = make_duckdb(lake)
    assert _ask(backend) == (2000, "né")

    lake.rename(lake.with_suffix(".away"))
    with pytest.raises(BackendError) as gone:
        _ask(backend)
    assert not backend.health().up
    lake.with_suffix(".away").rename(lake)

    assert gone.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "Put it back" in gone.value.detail
    assert _ask(backend) == (2000, "né")
    assert backend.health().up


def test_a_swapped_file_answers_the_next_query(make_duckdb: Make, lake: Path) -> None:
    backend = make_duckdb(lake)
    assert _ask(backend) == (2000, "né")

    build_lake(lake, rows=50, note="new")

    assert _ask(backend) == (50, "new")


def test_a_file_that_is_no_database_is_unavailable(make_duckdb: Make, lake: Path) -> None:
    lake.write_bytes(b"not a database" * 1000)

    with pytest.raises(BackendError) as failed:
        _ask(make_duckdb(lake))

    assert failed.value.kind is ErrorKind.BACKEND_UNAVAILABLE


def test_swaps_under_load_give_whole_answers_and_leave_one_file_open(make_duckdb: Make, lake: Path) -> None:
    backend = make_duckdb(lake, slots=4)
    seen: set[tuple[object, ...]] = set()
    swapped = threading.Event()

    def ask_until_swapped() -> None:
        while not swapped.is_set():
            seen.add(_ask(backend))

    threads = [threading.Thread(target=ask_until_swapped) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(1, 6):
        build_lake(lake, rows=100 * number, note=f"v{number}")
    swapped.set()
    for thread in threads:
        thread.join()

    assert seen <= {(2000, "né"), *((100 * number, f"v{number}") for number in range(1, 6))}
    assert _ask(backend) == (500, "v5")
    assert _open_handles(lake) == 1


def test_an_old_version_stays_open_until_its_last_query_ended(lake: Path) -> None:
    instances = Instances(Lakehouse(lake), memory_limit="256MB", threads=1)
    with instances.cursor() as old:
        build_lake(lake, rows=1)
        with instances.cursor() as new:
            counts = [cursor.execute("SELECT COUNT(*) FROM shop.sale").fetchone() for cursor in (old, new)]

    assert counts == [(2000,), (1,)]
    assert _open_handles(lake) == 1


def test_new_files_and_new_tables_of_a_folder_are_noticed(tmp_path: Path) -> None:
    now = [0.0]
    write_parquet(tmp_path / "shop" / "sale" / "1.parquet")
    lakehouse = Lakehouse(tmp_path, clock=lambda: now[0])
    instances = Instances(lakehouse, memory_limit="256MB", threads=1)
    assert _count(instances, "sale") == 10

    write_parquet(tmp_path / "shop" / "sale" / "2.parquet")
    write_parquet(tmp_path / "shop" / "order.parquet")
    now[0] += 1

    assert _count(instances, "sale") == 20
    assert _count(instances, "order") == 10


def test_a_folder_moved_away_is_told(make_duckdb: Make, tmp_path: Path) -> None:
    write_parquet(tmp_path / "lake" / "shop" / "sale.parquet")
    backend = make_duckdb(tmp_path / "lake")
    assert _ask(backend)[0] == 10

    (tmp_path / "lake").rename(tmp_path / "away")

    with pytest.raises(BackendError, match="Put it back"):
        _ask(backend)


def _count(instances: Instances, table: str) -> int:
    with instances.cursor() as cursor:
        found = cursor.execute(f'SELECT COUNT(*) FROM shop."{table}"').fetchone()
    assert found
    return int(found[0])


def _open_handles(lake: Path) -> int:
    """Open files of this process that are, or were, the lakehouse file."""
    handles = [
        os.readlink(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd") if _is_link(number)
    ]
    return sum(str(lake.parent) in handle for handle in handles)


def _is_link(number: str) -> bool:
    return os.path.lexists(f"/proc/self/fd/{number}")
