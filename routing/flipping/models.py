"""A move that one person asked for and another has to approve."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from routing.backends.registry import label_of


class FlipRequest(models.Model):
    """A flip of a route that needs two people. At most one is open for a metric.

    It stands for what its author saw: the route at `from_backend`, the definition at `closure_hash`.
    """

    class Status(models.TextChoices):
        OPEN = "open", "waits for a second person"
        APPROVED = "approved", "approved and done"
        WITHDRAWN = "withdrawn", "withdrawn"

    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="flip_requests")
    from_backend = models.CharField(max_length=40)
    to_backend = models.CharField(max_length=40)
    reason = models.CharField(max_length=400, blank=True)
    report = models.ForeignKey(
        "routing.ParityReport", null=True, blank=True, on_delete=models.PROTECT, related_name="flip_requests"
    )
    closure_hash = models.CharField(max_length=64)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_by_name = models.CharField(max_length=150)
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_by_name = models.CharField(max_length=150, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    change = models.OneToOneField(
        "routing.RouteChange", null=True, blank=True, on_delete=models.PROTECT, related_name="request"
    )

    class Meta:
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["metric"], condition=Q(status="open"), name="routing_one_open_flip_request"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.metric.name}: {label_of(self.from_backend)} → {label_of(self.to_backend)}"
