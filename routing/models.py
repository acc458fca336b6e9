"""Which backend answers which metric."""

from django.db import models


class Route(models.Model):
    metric = models.OneToOneField("catalog.Metric", on_delete=models.PROTECT, related_name="route")
    backend = models.CharField(max_length=40, db_index=True)
    cache_seconds = models.PositiveIntegerField(default=300)
    stale_seconds = models.PositiveIntegerField(default=3600)
    generation = models.CharField(max_length=16, default="compiled")
    warm = models.BooleanField(default=False)
    file_hash = models.CharField(max_length=64, blank=True, help_text="What the routing file said at the last sync.")
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["metric__name"]

    def __str__(self) -> str:
        return f"{self.metric.name} → {self.backend}"


class RouteChange(models.Model):
    """A flip: kept for the audit, and drawn as an annotation on the metric's series."""

    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="route_changes")
    from_backend = models.CharField(max_length=40, blank=True)
    to_backend = models.CharField(max_length=40)
    origin = models.CharField(max_length=8, help_text="file or admin")
    actor_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.metric.name}: {self.from_backend or 'nothing'} → {self.to_backend}"
