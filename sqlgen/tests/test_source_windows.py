"""A source may cover a window of its own: a question that names none is asked for that one there."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def metric() -> GovernedMetric:
    source = {"table": "ops.kpi_daily", "measure": "SUM(n)", "time": "kpi_date"}
    definition = MetricDefinition.model_validate(
        {
            "name": "saved",
            "label": "Saved",
            "default": {"window": "mtd"},
            "sources": [
                {**source, "backends": ["duckdb"]},
                {**source, "backends": ["postgres"], "window": "month_to_yesterday"},
            ],
        }
    )
    return GovernedMetric(definition=definition, revision=1, hash="h", closure_hash="c", author="somebody")


@pytest.mark.parametrize(
    ("backend", "asked", "end"),
    [
        ("duckdb", None, "2026-11-21"),
        ("postgres", None, "2026-11-20"),
        ("postgres", "mtd", "2026-11-21"),
        (None, None, "2026-11-21"),
    ],
)
def test_the_window_nobody_named_is_the_source_s(
    metric: GovernedMetric, backend: str | None, asked: str | None, end: str
) -> None:
    spec = IntentSpec(metric="saved", window=asked)

    intent = resolve_intent(spec, metric, now=NOW, zone=ZoneInfo("Europe/Lisbon"), backend=backend)

    assert intent.window is not None
    assert intent.window.end.date().isoformat() == end
