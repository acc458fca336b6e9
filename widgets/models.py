"""Saved questions with a visual, and the dashboards they stand on."""

import uuid

from django.conf import settings
from django.db import models


class Widget(models.Model):
    """A saved intent + a visual. `spec` is validated by widgets.specs.WidgetSpec before it is saved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.SlugField(
        max_length=80, unique=True, null=True, blank=True, help_text="A stable name for files."
    )
    title = models.CharField(max_length=120)
    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="widgets")
    spec = models.JSONField()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class Dashboard(models.Model):
    slug = models.SlugField(max_length=80, unique=True)
    title = models.CharField(max_length=120)
    description = models.CharField(max_length=300, blank=True)
    position = models.PositiveIntegerField(default=0)
    widgets = models.ManyToManyField(Widget, through="Placement", related_name="dashboards")

    class Meta:
        ordering = ["position", "title"]

    def __str__(self) -> str:
        return self.title


class Placement(models.Model):
    """A tile: one widget placed on a dashboard. `span` is its width in twelfths of the grid."""

    class Section(models.TextChoices):
        KPI = "kpi", "KPI strip"
        MAIN = "main", "Main"

    dashboard = models.ForeignKey(Dashboard, on_delete=models.CASCADE, related_name="placements")
    widget = models.ForeignKey(Widget, on_delete=models.CASCADE, related_name="placements")
    section = models.CharField(max_length=8, choices=Section, default=Section.MAIN)
    position = models.PositiveIntegerField(default=0)
    span = models.PositiveSmallIntegerField(default=4)

    class Meta:
        ordering = ["section", "position"]
        constraints = [
            models.UniqueConstraint(fields=["dashboard", "widget"], name="widgets_placement_once"),
            models.CheckConstraint(
                condition=models.Q(span__gte=2, span__lte=12), name="widgets_placement_span"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.widget} on {self.dashboard}"
