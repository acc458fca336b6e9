"""Background work on routes: compare shadowed routes, throw old reports away."""

from typing import Any

from celery.schedules import crontab
from django.utils import timezone

from metrics_portal import correlation
from metrics_portal.celery import app
from routing.parity import services, shadow


@app.task(name="routing.compare_shadows")  # type: ignore[untyped-decorator]
def compare_shadows(**_later: Any) -> int:
    """One round of scheduled comparisons; gives how many were made."""
    correlation.adopt(None)
    return len(shadow.compare_shadows(now=timezone.now()))


@app.task(name="routing.purge_parity_reports")  # type: ignore[untyped-decorator]
def purge_parity_reports(**_later: Any) -> int:
    """Delete parity reports that are too old; gives how many."""
    return services.purge_reports(now=timezone.now())


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    # A round that found no worker is dropped, so that one that comes back late does not run them all.
    sender.add_periodic_task(
        float(shadow.ROUND_SECONDS),
        compare_shadows.s(),
        name="routing: compare shadows",
        expires=shadow.ROUND_SECONDS,
    )
    sender.add_periodic_task(
        crontab(hour=4, minute=30), purge_parity_reports.s(), name="routing: purge parity reports"
    )
