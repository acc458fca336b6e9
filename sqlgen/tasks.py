"""Background work on generated SQL."""

from typing import Any

from celery.schedules import crontab
from django.utils import timezone

from metrics_portal.celery import app
from sqlgen.generation.upkeep import delete_old, delete_old_evaluations


@app.task(name="sqlgen.delete_old_generations")  # type: ignore[untyped-decorator]
def delete_old_generations(**_later: Any) -> int:
    """Delete the rows of the generation log that are past their age; gives how many."""
    return delete_old(now=timezone.now())


@app.task(name="sqlgen.delete_old_evaluations")  # type: ignore[untyped-decorator]
def delete_evaluations(**_later: Any) -> int:
    """Delete the evaluations that are past their age; gives how many."""
    return delete_old_evaluations(now=timezone.now())


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    sender.add_periodic_task(
        crontab(hour=4, minute=30), delete_old_generations.s(), name="sqlgen: delete old generations"
    )
    sender.add_periodic_task(
        crontab(hour=4, minute=35), delete_evaluations.s(), name="sqlgen: delete old evaluations"
    )
