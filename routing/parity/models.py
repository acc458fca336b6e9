"""Comparisons as they are kept: evidence for a flip, and a trend for shadowed routes."""

from django.conf import settings
from django.db import models

from routing.backends.registry import label_of
from routing.parity.contracts import VERDICTS


class Trigger(models.TextChoices):
    MANUAL = "manual", "by hand"
    SHADOW = "shadow", "on schedule"
    FLIP = "flip", "before a move"


class ParityReport(models.Model):
    """One comparison of a metric on two backends. Rows are never changed; old ones that no move stands on are
    deleted (settings.PARITY_KEPT_DAYS).

    `groups` holds the worst ones only, `group_count` counts all. Numbers in JSON are exact, as text.
    """

    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="parity_reports")
    backend_a = models.CharField(max_length=40)
    backend_b = models.CharField(max_length=40)
    verdict = models.CharField(max_length=16, choices=VERDICTS)
    reasons = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    window_label = models.CharField(max_length=40, blank=True)
    window_start = models.DateTimeField(null=True)
    window_end = models.DateTimeField(null=True)
    grain = models.CharField(max_length=8, blank=True)
    dimensions = models.JSONField(default=list)
    relative_tolerance = models.CharField(max_length=40)
    absolute_tolerance = models.CharField(max_length=40)
    total = models.JSONField()
    groups = models.JSONField(default=list)
    group_count = models.PositiveIntegerField()
    differing_count = models.PositiveIntegerField()
    missing_a_count = models.PositiveIntegerField()
    missing_b_count = models.PositiveIntegerField()
    sides = models.JSONField(help_text="The receipts: SQL, query id, times, rows, data age of both.")
    closure_hash = models.CharField(max_length=64, help_text="What the metric meant when it was compared.")
    revision = models.PositiveIntegerField()
    trigger = models.CharField(max_length=8, choices=Trigger)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    actor_name = models.CharField(max_length=150)
    at = models.DateTimeField(db_index=True)
    duration_ms = models.FloatField()
    correlation_id = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["metric", "-at"], name="routing_parity_latest")]

    def __str__(self) -> str:
        sides = f"{label_of(self.backend_a)} and {label_of(self.backend_b)}"
        return f"{self.metric.name}: {sides}, {self.get_verdict_display()}"

    @property
    def backends(self) -> tuple[str, str]:
        return self.backend_a, self.backend_b
