"""One side of a comparison: compiled, guarded, run under the backend's slots, its rows read as exact numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import sqlglot

from catalog.contracts import Dictionary, GovernedMetric
from metrics_portal import correlation
from routing import backends
from routing.contracts import ResultSet
from routing.freshness import loaded_at
from routing.parity.contracts import Side
from routing.parity.numbers import Key, exact
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Intent
from sqlgen.guard import GuardedQuery, Policy, check

TOTAL: Key = (None, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """How both sides are asked: the same but for the backend. Every row is looked at: no row policy binds."""

    metric: GovernedMetric
    dictionary: Dictionary
    zone: ZoneInfo
    slot_wait_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideAnswer:
    """A side's receipt and its numbers: the whole window's under TOTAL, each group's under its key."""

    side: Side
    total: Decimal | None
    groups: Mapping[Key, Decimal | None]
    truncated: bool


def ask(asking: Asking, backend: str, intent: Intent) -> SideAnswer:
    """Ask one backend. A series brings its total along; without a grain the groups are a second query.

    Raises BackendError, IntentRefused, NoSource and GuardViolation.
    """
    if intent.grain is not None or not intent.dimensions:
        return _answer(asking, backend, intent)
    whole = _answer(asking, backend, _without_dimensions(intent))
    cut = _answer(asking, backend, intent)
    return SideAnswer(side=cut.side, total=whole.total, groups=cut.groups, truncated=cut.truncated)


def _without_dimensions(intent: Intent) -> Intent:
    return Intent(metric=intent.metric, filters=intent.filters, window=intent.window)


def _answer(asking: Asking, backend_name: str, intent: Intent) -> SideAnswer:
    backend = backends.get(backend_name)
    compiled = compile_intent(
        intent,
        asking.metric,
        backend=backend_name,
        dialect=backend.dialect,
        dictionary=asking.dictionary,
        zone=asking.zone,
    )
    policy = Policy.from_dictionary(asking.dictionary, dialect=backend.dialect, row_cap=backend.row_cap)
    guarded = check(compiled.sql, dialect=backend.dialect, policy=policy)
    loaded = loaded_at(backend_name, guarded.tables)
    result = backend.execute(
        guarded,
        slot_wait_seconds=asking.slot_wait_seconds,
        tags={"metric": asking.metric.name, "purpose": "parity", "correlation_id": correlation.current()},
    )
    names = [column.name for column in compiled.columns]
    groups = _read(result, names, intent)
    return SideAnswer(
        side=_receipt(backend_name, backend.engine_label, guarded, result, loaded),
        total=groups.pop(TOTAL, None),
        groups=groups,
        truncated=result.truncated,
    )


def _read(result: ResultSet, names: list[str], intent: Intent) -> dict[Key, Decimal | None]:
    """Every row's value by bucket and dimensions; the row of the whole window has neither."""
    at = {name: position for position, name in enumerate(names)}
    found: dict[Key, Decimal | None] = {}
    for row in result.rows:
        bucket: date | None = row[at["bucket"]] if intent.grain else None
        total = intent.grain is not None and bucket is None
        dimensions = () if total else tuple(str(row[at[name]]) for name in intent.dimensions)
        found[bucket, dimensions] = exact(row[at["value"]])
    return found


def _receipt(
    backend: str, label: str, guarded: GuardedQuery, result: ResultSet, loaded: datetime | None
) -> Side:
    return Side(
        backend=backend,
        engine_label=label,
        sql=sqlglot.transpile(guarded.sql, read=guarded.dialect, write=guarded.dialect, pretty=True)[0],
        query_id=result.query_id,
        query_url=result.query_url,
        asked_at=result.asked_at,
        execution_ms=result.execution_ms,
        row_count=len(result.rows),
        data_loaded_at=loaded,
    )
