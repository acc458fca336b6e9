"""From plain words to compiled SQL on the example, in one call."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalog.contracts import GovernedMetric
from sqlgen.compiler import compile_intent
from sqlgen.contracts import CompiledQuery, Dialect, Intent
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.tests import example


def intent_of(
    metric: GovernedMetric | str,
    *,
    now: datetime = example.NOW,
    zone: ZoneInfo = example.ZONE,
    **asked: Any,
) -> Intent:
    governed = example.metric(metric) if isinstance(metric, str) else metric
    spec = IntentSpec.model_validate({"metric": governed.name, **asked})
    return resolve_intent(spec, governed, now=now, zone=zone)


def compiled(
    metric: GovernedMetric | str,
    *,
    dialect: Dialect = "duckdb",
    backend: str = "lake",
    zone: ZoneInfo = example.ZONE,
    pretty: bool = False,
    **asked: Any,
) -> CompiledQuery:
    governed = example.metric(metric) if isinstance(metric, str) else metric
    return compile_intent(
        intent_of(governed, zone=zone, **asked),
        governed,
        backend=backend,
        dialect=dialect,
        dictionary=example.dictionary(),
        zone=zone,
        pretty=pretty,
    )
