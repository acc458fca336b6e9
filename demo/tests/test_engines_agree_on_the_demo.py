"""Every metric with a source on two engines gives the same numbers on both, over the demo's data."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from django.conf import settings

from catalog.selectors import dictionary, governed_metric
from catalog.services import sync_catalog
from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW
from routing.backends.duckdb import DuckDBBackend
from routing.backends.postgres import PostgresBackend
from routing.backends.registry import ENGINES
from routing.contracts import Backend
from sqlgen.compiler import compile_intent
from sqlgen.guard import Policy, check
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent

ZONE = ZoneInfo("Europe/Lisbon")
BOUNDS = {"deadline_seconds": 20.0, "max_rows": 10_000, "slots": 2}
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"grain": "day", "window": "last_60_days"},
    {"dimensions": ("region", "device_type"), "window": "last_90_days"},
    {
        "dimensions": ("device_type",),
        "grain": "month",
        "window": "last_3_months",
        "compare": "previous_period",
    },
)


def metrics_on_both() -> list[str]:
    """Names of the metrics whose parts all have a source on DuckDB and on PostgreSQL."""
    path = Path(settings.BASE_DIR) / "data-dictionary" / "metrics.yaml"
    by_name = {entry["name"]: entry for entry in yaml.safe_load(path.read_text(encoding="utf-8"))}

    def backends(name: str) -> set[str]:
        entry = by_name[name]
        if sources := entry.get("sources"):
            return {backend for source in sources for backend in source["backends"]}
        span = entry.get("cumulative", {}).get("metric")
        parts = [entry.get("numerator"), entry.get("denominator"), span, *entry.get("metrics", ())]
        return set.intersection(*(backends(part) for part in parts if part))

    return [name for name in by_name if {"duckdb", "postgres"} <= backends(name)]


@pytest.fixture
def engines(places: Places, db: None) -> Iterator[dict[str, Backend]]:
    sync_catalog(at=NOW)
    seed(places=places, now=NOW, claims=20_000, days=300)
    lake = {**BOUNDS, "path": places.lakehouse, "memory_limit": "500MB", "threads": 2}
    duckdb = DuckDBBackend.from_options("duckdb", ENGINES["duckdb"], lake)
    postgres = PostgresBackend.from_options(
        "postgres", ENGINES["postgres"], {**BOUNDS, "url": places.operational_url}
    )
    yield {"duckdb": duckdb, "postgres": postgres}
    postgres.close()


def test_many_metrics_can_be_answered_by_both() -> None:
    assert {"claim_volume", "cost_avoided", "csat", "repair_rate", "claim_volume_28d"} <= set(
        metrics_on_both()
    )


def test_both_engines_give_the_same_numbers(engines: dict[str, Backend]) -> None:
    for metric in metrics_on_both():
        for question in QUESTIONS:
            lake, operational = (_rows(engines[name], metric, question) for name in ("duckdb", "postgres"))

            assert lake, (metric, question)
            assert lake == operational, (metric, question)


def _rows(backend: Backend, metric: str, question: dict[str, Any]) -> list[tuple[Any, ...]]:
    governed = governed_metric(metric)
    intent = resolve_intent(IntentSpec(metric=metric, **question), governed, now=NOW, zone=ZONE)
    known = dictionary()
    compiled = compile_intent(
        intent, governed, backend=backend.name, dialect=backend.dialect, dictionary=known, zone=ZONE
    )
    policy = Policy.from_dictionary(known, dialect=backend.dialect, row_cap=10_000)
    answer = backend.execute(check(compiled.sql, dialect=backend.dialect, policy=policy))
    return sorted((tuple(_plain(value) for value in row) for row in answer.rows), key=str)


def _plain(value: Any) -> Any:
    return round(float(value), 6) if isinstance(value, Decimal | float) else value
