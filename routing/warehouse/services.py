"""Look after the warehouse: is it awake, does it answer, since when not."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from metrics_portal.problems import PortalProblem
from routing import backends
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.explain import explained
from routing.backends.databricks.faults import Trouble
from routing.backends.databricks.state import Condition, Seen
from routing.contracts import BackendStarting
from routing.warehouse.models import Status, WarehouseCheck
from routing.warehouse.sample import sample_query

KEPT = timedelta(days=30)
_AGAIN_SECONDS = 10
_LOOK_SECONDS = 8.0  # a workspace that is silent is told within ten seconds
_BESIDE_SECONDS = 10.0  # to wait for a slot, to be stopped, to be kept


class NotConfigured(PortalProblem):
    """No warehouse is configured: nothing pretends to be one."""

    status = 503
    code = "not_configured"
    title = "Databricks is not configured"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarehouseHealth:
    """One look. `detail` is our words, empty when it answered; `last_success` is when a sample last came."""

    backend: str
    status: Status
    latency_ms: float | None
    rows_sampled: int | None
    warehouse_id: str
    warehouse_name: str
    warehouse_state: Condition
    warehouse_size: str
    detail: str
    retry_after: int | None
    last_success: datetime | None
    checked_at: datetime


def warehouse() -> DatabricksBackend:
    """The configured warehouse, the first by name; raises NotConfigured with what is missing."""
    for name in backends.configured():
        if settings.SQL_BACKENDS[name].get("engine") == "databricks":
            backend = backends.get(name)
            assert isinstance(backend, DatabricksBackend)  # noqa: S101 - by its engine
            return backend
    raise NotConfigured(
        "Set DATABRICKS_HOST, DATABRICKS_HTTP_PATH and DATABRICKS_TOKEN (or DATABRICKS_CLIENT_ID and"
        " DATABRICKS_CLIENT_SECRET), and start the portal again. See docs/databricks.md."
    )


def check_warehouse(*, now: datetime) -> WarehouseHealth:
    """Ask for a few rows, unless it is asleep: a look does not wake it. What was seen is kept."""
    backend = warehouse()
    seen = backend.state.look(wait_seconds=_LOOK_SECONDS)
    if seen.asleep:
        return _recorded(backend, seen, Status(seen.condition.value), now=now, detail=_ASLEEP)
    if (
        seen.fault and seen.fault.trouble is Trouble.UNREACHABLE
    ):  # silent: a question would only wait as long again
        failure = explained(seen.fault, label=backend.engine_label, backend=backend.name, deadline_seconds=0)
        return _down(backend, seen, failure, now=now)
    try:
        result = backend.execute(sample_query(backend.name, backend.dialect))
    except BackendStarting as starting:
        return _recorded(backend, seen, Status.STARTING, now=now, detail=starting.fact)
    except PortalProblem as failure:
        return _down(backend, seen, failure, now=now)
    return _recorded(
        backend, seen, Status.UP, now=now, latency_ms=result.execution_ms, rows_sampled=len(result.rows)
    )


def longest_look_seconds() -> float:
    """How long `check_warehouse` may take; raises NotConfigured."""
    return _LOOK_SECONDS + warehouse().bounds.deadline_seconds + _BESIDE_SECONDS


def keep_warm(*, now: datetime) -> WarehouseHealth:
    """Wake it when it is asleep, else ask for a few rows, which puts off its going to sleep."""
    backend = warehouse()
    if backend.state.look(wait_seconds=_LOOK_SECONDS).condition is Condition.STOPPED:
        backend.state.wake()
    return check_warehouse(now=now)


def purge_checks(*, now: datetime) -> int:
    """Delete looks older than 30 days; gives how many."""
    deleted, _ = WarehouseCheck.objects.filter(at__lt=now - KEPT).delete()
    return deleted


_ASLEEP = (
    "The warehouse is asleep or waking up. The first question wakes it; it is not woken to be looked at."
)


def _down(
    backend: DatabricksBackend, seen: Seen, failure: PortalProblem, *, now: datetime
) -> WarehouseHealth:
    return _recorded(
        backend, seen, Status.DOWN, now=now, detail=failure.detail, retry_after=failure.retry_after
    )


def _recorded(
    backend: DatabricksBackend,
    seen: Seen,
    status: Status,
    *,
    now: datetime,
    latency_ms: float | None = None,
    rows_sampled: int | None = None,
    detail: str = "",
    retry_after: int | None = _AGAIN_SECONDS,
) -> WarehouseHealth:
    WarehouseCheck.objects.create(
        backend=backend.name,
        at=now,
        status=status,
        latency_ms=latency_ms,
        rows_sampled=rows_sampled,
        detail=detail[:400],
    )
    last = WarehouseCheck.objects.filter(backend=backend.name, status=Status.UP).first()
    return WarehouseHealth(
        backend=backend.name,
        status=status,
        latency_ms=latency_ms,
        rows_sampled=rows_sampled,
        warehouse_id=backend.warehouse.id,
        warehouse_name=seen.name,
        warehouse_state=seen.condition,
        warehouse_size=seen.size,
        detail=detail,
        retry_after=retry_after,
        last_success=last.at if last else None,
        checked_at=now,
    )
