"""Each time the warehouse was looked after."""

from django.db import models


class Status(models.TextChoices):
    UP = "up", "answered"
    STARTING = "starting", "starting"
    STOPPED = "stopped", "stopped"
    DOWN = "down", "gave no answer"


class WarehouseCheck(models.Model):
    """One look at a warehouse: what it said, or why it did not. Rows are never changed, and kept for 30 days."""

    backend = models.CharField(max_length=40)
    at = models.DateTimeField(db_index=True)
    status = models.CharField(max_length=8, choices=Status)
    latency_ms = models.FloatField(null=True, help_text="Of the sample query, with its fetch.")
    rows_sampled = models.PositiveIntegerField(null=True)
    detail = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.backend} {self.get_status_display()}"
