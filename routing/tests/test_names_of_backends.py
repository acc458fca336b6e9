"""People read an engine's own name; programs keep the backend's."""

import pytest

from routing.backends.registry import label_of
from sqlgen.windows import window_words


@pytest.mark.parametrize(
    ("backend", "read"),
    [
        ("duckdb", "DuckDB"),
        ("lake", "DuckDB (lake)"),
        ("postgres", "PostgreSQL"),  # an engine that no setting names is still known
        ("databricks", "Databricks"),
        ("gone", "gone"),
    ],
)
def test_a_backend_is_read_by_its_engines_name(backend: str, read: str, settings) -> None:  # type: ignore[no-untyped-def]
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb"}, "lake": {"engine": "duckdb"}}

    assert label_of(backend) == read


@pytest.mark.parametrize(
    ("form", "read"),
    [
        ("last_30_days", "last 30 days"),
        ("mtd", "month to date"),
        ("2026-01-01..2026-02-01", "2026-01-01..2026-02-01"),
        ("", "present state"),
    ],
)
def test_a_window_is_read_in_words(form: str, read: str) -> None:
    assert window_words(form) == read
