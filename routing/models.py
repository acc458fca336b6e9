"""Which backend answers which metric, and every time that changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from routing.backends.registry import label_of
from routing.flipping.models import FlipRequest
from routing.parity.models import ParityReport
from routing.route_settings import DAY_SECONDS, RouteSettings
from routing.warehouse.models import WarehouseCheck

__all__ = ["FlipRequest", "Origin", "ParityReport", "Route", "RouteChange", "WarehouseCheck"]


class Origin(models.TextChoices):
    FILE = "file", "the routing file"
    ADMIN = "admin", "the admin"
    API = "api", "the API"
    COMMAND = "command", "manage.py"


class Route(models.Model):
    metric = models.OneToOneField("catalog.Metric", on_delete=models.PROTECT, related_name="route")
    backend = models.CharField(max_length=40, db_index=True)
    cache_seconds = models.PositiveIntegerField(
        default=300, help_text="An answer this young is served as it is, without asking the engine."
    )
    stale_seconds = models.PositiveIntegerField(
        default=3600,
        help_text="Up to this age an answer is served while a new one is fetched; at most a day.",
    )
    generation = models.CharField(
        max_length=16,
        default="compiled",
        choices=[
            ("compiled", "compiled"),
            ("model", "written by a model"),
            ("template", "written by a model, else compiled and marked"),
        ],
    )
    trust = models.CharField(
        max_length=16,
        default="reviewed",
        choices=[("reviewed", "after a person approved it"), ("checked", "as soon as every check passed")],
        help_text="When SQL that a model wrote may run.",
    )
    warm = models.BooleanField(default=False, help_text="Refresh its tiles ahead of time.")
    shadow = models.CharField(
        max_length=40, blank=True, help_text="A second backend whose numbers are compared on a schedule."
    )
    two_people = models.BooleanField(
        default=False, help_text="A flip is asked for by one person and approved by another."
    )
    file_hash = models.CharField(
        max_length=64, blank=True, editable=False, help_text="What the routing file said at the last sync."
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["metric__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stale_seconds__gte=F("cache_seconds"), stale_seconds__lte=DAY_SECONDS),
                name="routing_route_stale_bound",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.metric.name} → {label_of(self.backend)}"

    def as_settings(self) -> RouteSettings:
        """What the row says, in the words of the routing file."""
        return RouteSettings.model_validate(
            {name: getattr(self, name) for name in RouteSettings.model_fields}
        )


class RouteChange(models.Model):
    """A flip: kept for the audit, and drawn as an annotation on the metric's series. Rows are never changed.

    `from_backend` is empty for a first route, `to_backend` for one taken away. A move stands on its `report` or
    its written `reason`, or both; one that takes another back names it in `undoes`, which only one can.
    """

    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="route_changes")
    from_backend = models.CharField(max_length=40, blank=True)
    to_backend = models.CharField(max_length=40, blank=True)
    origin = models.CharField(max_length=8, choices=Origin)
    reason = models.CharField(max_length=400, blank=True)
    report = models.ForeignKey(
        ParityReport, null=True, blank=True, on_delete=models.PROTECT, related_name="route_changes"
    )
    undoes = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    actor_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.metric.name}: {_side(self.from_backend)} → {_side(self.to_backend)}"


def _side(backend: str) -> str:
    return label_of(backend) if backend else "nothing"
