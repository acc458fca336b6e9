"""The portal on seeded demo data, for tests that put the golden questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.cache import caches

from catalog.services import sync_catalog
from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW
from routing.sync import sync_routing
from sqlgen.models import EvaluationRun
from widgets.evaluation.contenders import contender
from widgets.evaluation.contracts import RIGHT, Scored, Summary
from widgets.evaluation.running import evaluate
from widgets.evaluation.suites import load
from widgets.selectors import remembered_annotations, remembered_questions

CLAIMS, DAYS = 12_000, 400
_BOUNDS = {"deadline_seconds": 20.0, "max_rows": 10_000, "slots": 4}


@contextmanager
def portal_on(places: Places, settings: Any) -> Iterator[None]:
    """Catalog, routes and backends of the demo, its data as of NOW."""
    seed(places=places, now=NOW, claims=CLAIMS, days=DAYS)
    settings.SQL_BACKENDS = {
        "duckdb": {
            "engine": "duckdb",
            "path": places.lakehouse,
            "memory_limit": "500MB",
            "threads": 2,
            **_BOUNDS,
        },
        "postgres": {"engine": "postgres", "url": places.operational_url, **_BOUNDS},
    }
    _forget()
    sync_catalog(at=NOW)
    sync_routing(path=Path(settings.BASE_DIR) / "config" / "metric_routing.yaml")
    yield
    _forget()


def put(provider: str, *, at: datetime = NOW, **options: Any) -> tuple[EvaluationRun, Summary, list[Scored]]:
    """Evaluate the demo's suite; the attempts too."""
    scored: list[Scored] = []
    who = contender(provider, actor=None)
    run, summary = evaluate(load("demo"), who, at=at, tell=scored.append, **options)
    return run, summary, scored


def failures(scored: list[Scored]) -> dict[str, str]:
    """What went wrong, by question: readable where a test fails."""
    return {
        one.case.id: f"{one.attempt.verdict}: {one.attempt.reason} {one.attempt.intent or ''}"
        for one in scored
        if one.attempt.verdict not in RIGHT
    }


def _forget() -> None:
    remembered_annotations.clear()
    remembered_questions.clear()
    for name in ("answers", "leases"):
        caches[name].clear()
