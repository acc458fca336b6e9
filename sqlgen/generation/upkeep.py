"""What old generations leave behind, and how long it is kept."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings

from sqlgen.generation.presenting import applies
from sqlgen.models import LIVE, EvaluationRun, GenerationBudget, GenerationLog, PinnedSql

_SHORT = ("status", "backend", "closure_hash", "metric__name", "metric__closure_hash", "metric__retired_at")


def delete_old(*, now: datetime) -> int:
    """Delete the log's rows past GENERATION_LOG_DAYS; gives how many. A row whose SQL is in use, or waits for
    approval, is kept: it says where that came from."""
    before = now - timedelta(days=settings.GENERATION_LOG_DAYS)
    GenerationBudget.objects.filter(day__lt=before.date()).delete()
    old = GenerationLog.objects.filter(at__lt=before).exclude(pins__status__in=LIVE)
    return old.delete()[1].get("sqlgen.GenerationLog", 0)


def delete_undecided(*, now: datetime, trusted: Collection[tuple[str, str]]) -> int:
    """Delete SQL that nobody decided about for GENERATION_PENDING_DAYS; gives how many. What is in use is kept.

    `trusted` holds the metric and backend of each route that runs what passed the checks without a person.
    """
    before = now - timedelta(days=settings.GENERATION_PENDING_DAYS)
    undecided = PinnedSql.objects.filter(status__in=LIVE, approved_by=None)
    old = undecided.filter(written_at__lt=before).select_related("metric").only(*_SHORT)
    unused = [pin.pk for pin in old.iterator() if not _may_be_in_use(pin, trusted)]
    # Whoever approves one of them at this moment comes first, or finds it gone: one statement decides.
    return undecided.filter(pk__in=unused).delete()[0]


def delete_old_evaluations(*, now: datetime) -> int:
    """Delete evaluations past EVALUATION_DAYS, with their questions; gives how many."""
    before = now - timedelta(days=settings.EVALUATION_DAYS)
    deleted = EvaluationRun.objects.filter(started_at__lt=before).delete()[1]
    return deleted.get("sqlgen.EvaluationRun", 0)


def _may_be_in_use(pin: PinnedSql, trusted: Collection[tuple[str, str]]) -> bool:
    """What a route let run without a person keeps its place where the route asks for one now."""
    ran = pin.status == PinnedSql.Status.APPROVED
    return applies(pin) and (ran or (pin.metric.name, pin.backend) in trusted)
