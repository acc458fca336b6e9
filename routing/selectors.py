"""Reads across routes."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import cast

from django.db import connection
from django.db.models import QuerySet

from routing.backends import by_reader, registry
from routing.contracts import Generation, NoRoute, Trust
from routing.contracts import Route as RouteContract
from routing.models import Route, RouteChange

_MEMO_SECONDS = 1.0
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """A metric moved to another backend, on a parity report or for a written reason, or both."""

    at: datetime
    to_backend: str
    reason: str
    report: int | None
    verdict: str | None

    @property
    def words(self) -> str:
        """One line: where to, and what it stood on."""
        stood_on = [f"parity: {self.verdict.replace('_', ' ')}"] if self.verdict else []
        moved = f"moved to {registry.label_of(self.to_backend)}"
        return "; ".join([moved, *stood_on, *([self.reason] if self.reason else [])])


class RouteTable:
    """All routes, read in one query and kept for at most one second: a changed route moves every process
    within it.

    `clock` gives monotonic seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._read: tuple[float, Mapping[str, Route]] | None = None

    def get(self) -> Mapping[str, Route]:
        with self._lock:
            # Taken before reading, so that age counts from the oldest moment the rows may be from.
            now = self._clock()
            if self._read is None or now - self._read[0] >= _MEMO_SECONDS:
                self._read = (now, {row.metric.name: row for row in routes()})
            return self._read[1]

    def forget(self) -> None:
        with self._lock:
            self._read = None


_table = RouteTable()
forget = _table.forget


def route_for(metric_name: str) -> RouteContract:
    """The metric's route; a change of it is seen within one second. Raises NoRoute."""
    row = _table.get().get(metric_name)
    if row is None:
        raise NoRoute(
            f"{metric_name} has no route. Add its line to the routing file and run manage.py sync_routing.",
            metric=metric_name,
        )
    return as_contract(row)


def as_contract(row: Route) -> RouteContract:
    """A row as other apps see it; raises NoRoute when its backend is not configured here."""
    try:
        engine = registry.engine_of(row.backend)
    except registry.UnknownBackendError as error:
        raise NoRoute(
            f"{row.metric.name} is routed to {row.backend}, which is not configured here."
            " Configure it, or change the route.",
            metric=row.metric.name,
            backend=row.backend,
        ) from error
    return RouteContract(
        metric=row.metric.name,
        backend=row.backend,
        dialect=engine.dialect,
        engine_label=engine.label,
        cache_seconds=row.cache_seconds,
        stale_seconds=row.stale_seconds,
        generation=cast(Generation, row.generation),
        trust=cast(Trust, row.trust),
        warm=row.warm,
        by_reader=by_reader(row.backend),
    )


def routes() -> QuerySet[Route]:
    """All routes with their metrics, by metric name; one query."""
    return Route.objects.select_related("metric").order_by("metric__name")


def flips(metric_name: str, *, start: datetime, end: datetime) -> tuple[Flip, ...]:
    """When the metric moved from one backend to another within [start, end), oldest first."""
    with connection.cursor() as cursor:
        cursor.execute(_flips_sql(), [metric_name, start, end, "", ""])
        return tuple(
            Flip(at=at, to_backend=to, reason=reason, report=report, verdict=verdict)
            for at, to, reason, report, verdict in cursor.fetchall()
        )


@cache
def _flips_sql() -> str:
    """Compiled once: it stands behind every new answer, and building it costs more than running it."""
    # In the order of the values: one joined condition would be sorted by name.
    moved = RouteChange.objects.filter(metric__name="")
    moved = moved.filter(at__gte=_ANY_TIME).filter(at__lt=_ANY_TIME)
    moved = moved.exclude(from_backend="").exclude(to_backend="")  # a first route, a removed one: no flips
    told = moved.order_by("at").values_list("at", "to_backend", "reason", "report", "report__verdict")
    sql: str = told.query.sql_with_params()[0]
    return sql
