"""Revisions written, metrics retired, closures kept true. The caller holds the lock and has validated."""

from datetime import datetime

from django.db.models import Max

from accounts.models import User
from accounts.services import record_event
from catalog.closure import closure_hash
from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.selectors import stored_metrics

FILE_AUTHOR = "metrics.yaml"


def write_revision(
    *,
    definition: MetricDefinition,
    metric: Metric | None,
    author: User | None,
    origin: MetricRevision.Origin,
    note: str,
) -> tuple[Metric, bool]:
    """Make the definition live and audit it; returns the metric, and False when it said the same already."""
    metric = metric or Metric(name=definition.name)
    live = metric.live_revision
    if live is not None and live.hash == definition.fingerprint():
        return metric, _revive(metric, author)
    metric.label, metric.domain, metric.owner = definition.label, definition.domain, definition.owner
    metric.retired_at = None
    metric.save()
    metric.live_revision = _next_revision(definition, metric, author=author, origin=origin, note=note)
    metric.save(update_fields=["live_revision"])
    record_event(
        actor=author,
        action="catalog.metric.changed" if live else "catalog.metric.created",
        subject=metric.name,
        details={
            "revision": metric.live_revision.number,
            "hash": metric.live_revision.hash,
            "before": live.hash if live else "",
            "origin": str(origin),
            "note": note,
        },
    )
    return metric, True


def retire_metric(*, metric: Metric, actor: User | None, at: datetime, affected: tuple[str, ...]) -> None:
    """Hide the metric and audit it; its revisions stay."""
    metric.retired_at = at
    metric.save(update_fields=["retired_at"])
    record_event(
        actor=actor,
        action="catalog.metric.retired",
        subject=metric.name,
        details={"affected": list(affected)},
    )


def refresh_closures() -> None:
    """Recompute the closure hash of every metric and write those that changed, in three queries at most."""
    everything = stored_metrics()
    stale = []
    for metric in Metric.objects.filter(live_revision__isnull=False):
        fresh = closure_hash(metric.name, everything)
        if metric.closure_hash != fresh:
            metric.closure_hash = fresh
            stale.append(metric)
    Metric.objects.bulk_update(stale, ["closure_hash"])


def _revive(metric: Metric, actor: User | None) -> bool:
    if metric.retired_at is None:
        return False
    metric.retired_at = None
    metric.save(update_fields=["retired_at"])
    record_event(actor=actor, action="catalog.metric.revived", subject=metric.name)
    return True


def _next_revision(
    definition: MetricDefinition,
    metric: Metric,
    *,
    author: User | None,
    origin: MetricRevision.Origin,
    note: str,
) -> MetricRevision:
    last = metric.revisions.aggregate(last=Max("number"))["last"] or 0
    return MetricRevision.objects.create(
        metric=metric,
        number=last + 1,
        definition=definition.model_dump(mode="json", exclude_defaults=True),
        hash=definition.fingerprint(),
        origin=origin,
        author=author,
        author_name=author.as_viewer().name if author else FILE_AUTHOR,
        note=note,
    )
