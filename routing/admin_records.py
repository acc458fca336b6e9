"""What operators read and nobody changes: parity reports, flip requests, route changes."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from unfold.admin import ModelAdmin

from routing.admin_flips import flip_url
from routing.models import FlipRequest, ParityReport


class Record(ModelAdmin):  # type: ignore[misc]
    """Rows that are looked at only; what changes them is elsewhere."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(ParityReport)
class ParityReportAdmin(Record):
    list_display = (
        "at",
        "metric",
        "backend_a",
        "backend_b",
        "verdict",
        "window_label",
        "trigger",
        "actor_name",
        "page",
    )
    list_filter = ("verdict", "trigger")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "actor_name")
    date_hierarchy = "at"
    fields = (
        "page",
        "metric",
        "at",
        "backend_a",
        "backend_b",
        "verdict",
        "window_label",
        "trigger",
        "actor_name",
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("groups", "sides")

    @admin.display(description="report")
    def page(self, report: ParityReport) -> str:
        return format_html('<a href="{}">read it</a>', reverse("routing:parity-report", args=[report.pk]))


@admin.register(FlipRequest)
class FlipRequestAdmin(Record):
    list_display = (
        "proposed_at",
        "metric",
        "from_backend",
        "to_backend",
        "status",
        "proposed_by_name",
        "decide",
    )
    list_filter = ("status",)
    list_select_related = ("metric",)
    search_fields = ("metric__name", "proposed_by_name", "reason")
    date_hierarchy = "proposed_at"

    @admin.display(description="decide")
    def decide(self, request: FlipRequest) -> str:
        if request.status != FlipRequest.Status.OPEN:
            return f"by {request.decided_by_name}"
        return format_html('<a href="{}">approve or withdraw</a>', flip_url(request.metric.name))
