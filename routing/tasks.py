"""Background work on routes: compare shadowed routes, throw old reports away."""

from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.utils import timezone

from metrics_portal import correlation
from metrics_portal.celery import app
from routing.parity import services, shadow
from routing.warehouse import services as warehouse

_WARM_SECONDS = 240.0  # shorter than the five minutes a serverless warehouse may be told to stop after


@app.task(name="routing.compare_shadows")  # type: ignore[untyped-decorator]
def compare_shadows(**_later: Any) -> int:
    """One round of scheduled comparisons; gives how many were made."""
    correlation.adopt(None)
    return len(shadow.compare_shadows(now=timezone.now()))


@app.task(name="routing.purge_parity_reports")  # type: ignore[untyped-decorator]
def purge_parity_reports(**_later: Any) -> int:
    """Delete parity reports that are too old; gives how many."""
    return services.purge_reports(now=timezone.now())


@app.task(name="routing.keep_warehouse_warm")  # type: ignore[untyped-decorator]
def keep_warehouse_warm(**_later: Any) -> str:
    """Within the hours of DATABRICKS_WARM_HOURS keep the warehouse awake; gives how it is."""
    correlation.adopt(None)
    hours = settings.DATABRICKS_WARM_HOURS
    if hours is None or not hours.hold(timezone.localtime()):
        return "not now"
    return warehouse.keep_warm(now=timezone.now()).status.value


@app.task(name="routing.purge_warehouse_checks")  # type: ignore[untyped-decorator]
def purge_warehouse_checks(**_later: Any) -> int:
    """Delete looks at the warehouse that are too old; gives how many."""
    return warehouse.purge_checks(now=timezone.now())


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    # A round that found no worker is dropped, so that one that comes back late does not run them all.
    sender.add_periodic_task(
        float(shadow.ROUND_SECONDS),
        compare_shadows.s(),
        name="routing: compare shadows",
        expires=shadow.ROUND_SECONDS,
    )
    if settings.DATABRICKS_WARM_HOURS:
        sender.add_periodic_task(
            _WARM_SECONDS,
            keep_warehouse_warm.s(),
            name="routing: keep the warehouse warm",
            expires=_WARM_SECONDS,
        )
    sender.add_periodic_task(
        crontab(hour=4, minute=40), purge_warehouse_checks.s(), name="routing: purge warehouse checks"
    )
    sender.add_periodic_task(
        crontab(hour=4, minute=30), purge_parity_reports.s(), name="routing: purge parity reports"
    )
