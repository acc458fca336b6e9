"""Background work on answers: fetch behind a stale one, keep warm ones warm, throw away what expired."""

from typing import Any

from celery.schedules import crontab
from django.conf import settings
from django.utils import timezone

from metrics_portal import correlation
from metrics_portal.celery import app
from sqlgen.generation.upkeep import delete_undecided
from sqlgen.intent import IntentSpec
from sqlgen.models import PinnedSql
from widgets import comparing, flight, housekeeping, selectors, written
from widgets.contracts import Form
from widgets.refreshing import REFRESH_TASK, system_viewer
from widgets.resolver import resolve
from widgets.warming import ROUND_SECONDS, warm
from widgets.writing import COMPARE_TASK, WRITE_TASK, write_for


@app.task(name=REFRESH_TASK)  # type: ignore[untyped-decorator]
def refresh_answer(
    *,
    intent: dict[str, Any],
    row_rules: list[tuple[str, str, list[str]]],
    lease: tuple[str, str],
    correlation_id: str,
    **_later: Any,
) -> None:
    """Ask the engine again for what readers were given a stale answer to, under their row policy."""
    correlation.adopt(correlation_id)
    question = selectors.question_of_metric(IntentSpec.model_validate(intent))
    try:
        resolve(question, system_viewer(row_rules), now=timezone.now(), refresh=True, form=Form.JSON)
    finally:
        flight.give_back_lease(*lease)


@app.task(name=WRITE_TASK)  # type: ignore[untyped-decorator]
def write_sql(*, intent: dict[str, Any], user_id: int, correlation_id: str, **_later: Any) -> None:
    """Have a model write the SQL that the compiled SQL stands in for."""
    correlation.adopt(correlation_id)
    write_for(IntentSpec.model_validate(intent), user_id=user_id, now=timezone.now())


@app.task(name=COMPARE_TASK)  # type: ignore[untyped-decorator]
def compare_pin(*, pin_id: int, correlation_id: str, **_later: Any) -> None:
    """Compare what a model's SQL answers with what the compiled SQL answers; nothing where it is gone."""
    correlation.adopt(correlation_id)
    for pin in PinnedSql.objects.select_related("metric").filter(pk=pin_id):
        comparing.compare_pin(pin)


@app.task(name="widgets.compare_new_pins")  # type: ignore[untyped-decorator]
def compare_new_pins(**_later: Any) -> int:
    """Compare what no worker compared when it was written; gives how many."""
    correlation.adopt(None)
    return comparing.compare_new(now=timezone.now())


@app.task(name="widgets.delete_undecided_sql")  # type: ignore[untyped-decorator]
def delete_undecided_sql(**_later: Any) -> int:
    """Delete SQL of models that nobody decided about in time and no route runs; gives how many."""
    return delete_undecided(now=timezone.now(), trusted=written.trusted())


@app.task(name="widgets.warm_answers")  # type: ignore[untyped-decorator]
def warm_answers(**_later: Any) -> int:
    """Refresh the answers of warm routes ahead of their expiry; gives how many were asked for."""
    correlation.adopt(None)
    return warm(now=timezone.now())


@app.task(name="widgets.purge_expired_answers")  # type: ignore[untyped-decorator]
def purge_expired_answers(**_later: Any) -> int:
    """Delete expired entries of caches kept in the database; gives how many."""
    return sum(housekeeping.purge_expired(name, now=timezone.now()) for name in settings.CACHES)


@app.on_after_finalize.connect  # type: ignore[untyped-decorator]
def _schedule(sender: Any, **_more: Any) -> None:
    # A round that found no worker is dropped, so that one that comes back late does not run them all.
    sender.add_periodic_task(
        float(ROUND_SECONDS), warm_answers.s(), name="widgets: keep warm answers warm", expires=ROUND_SECONDS
    )
    sender.add_periodic_task(
        300.0, compare_new_pins.s(), name="widgets: compare new SQL of models", expires=300
    )
    sender.add_periodic_task(
        crontab(hour=4, minute=10), purge_expired_answers.s(), name="widgets: purge caches"
    )
    sender.add_periodic_task(
        crontab(hour=4, minute=20), delete_undecided_sql.s(), name="widgets: delete undecided SQL of models"
    )
