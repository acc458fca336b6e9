"""A backend runs a GuardedQuery of its own dialect, and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from routing.backends.duckdb import DuckDBBackend
from routing.tests.conftest import guarded

SQL = "SELECT COUNT(*) AS n FROM shop.sale"


class Lookalike:
    sql, dialect, tables, row_cap = SQL, "duckdb", ("shop.sale",), 10


@pytest.mark.parametrize("query", [SQL, Lookalike()], ids=["text", "an object that looks like one"])
def test_refuses_what_the_guard_did_not_make(
    make_duckdb: Callable[..., DuckDBBackend], lake: Path, query: object
) -> None:
    with pytest.raises(TypeError, match="GuardedQuery only"):
        make_duckdb(lake).execute(query)  # type: ignore[arg-type]


def test_refuses_a_query_guarded_for_another_dialect(
    make_duckdb: Callable[..., DuckDBBackend], lake: Path
) -> None:
    with pytest.raises(TypeError, match="guarded for postgres"):
        make_duckdb(lake).execute(guarded(SQL, "postgres"))


def test_runs_a_guarded_query(make_duckdb: Callable[..., DuckDBBackend], lake: Path) -> None:
    result = make_duckdb(lake).execute(guarded(SQL, "duckdb"))

    assert list(result.rows) == [(2000,)]
    assert (result.columns[0].name, result.columns[0].type) == ("n", "bigint")
