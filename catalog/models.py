"""Governed metrics and their immutable revisions."""

from django.conf import settings
from django.db import models


class Metric(models.Model):
    """A governed, named number: its live revision says what it means, `retired_at` hides it."""

    name = models.CharField(max_length=80, unique=True)
    label = models.CharField(max_length=120)
    domain = models.CharField(max_length=60, blank=True, db_index=True)
    owner = models.CharField(max_length=80, blank=True)
    live_revision = models.ForeignKey(
        "MetricRevision", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closure_hash = models.CharField(
        max_length=64, blank=True, help_text="Hash of the definition and of its parts."
    )
    file_hash = models.CharField(
        max_length=64, blank=True, help_text="What metrics.yaml said at the last sync."
    )
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MetricRevision(models.Model):
    """One immutable version of a definition, numbered from 1 within its metric."""

    class Origin(models.TextChoices):
        FILE = "file", "metrics.yaml"
        ADMIN = "admin", "the admin"

    metric = models.ForeignKey(Metric, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    definition = models.JSONField()
    hash = models.CharField(max_length=64)
    origin = models.CharField(max_length=8, choices=Origin)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    author_name = models.CharField(max_length=150)
    note = models.CharField(max_length=400, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["metric_id", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["metric", "number"], name="catalog_revision_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.metric.name} r{self.number}"
