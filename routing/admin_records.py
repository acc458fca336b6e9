"""What operators read and nobody changes: parity reports, flip requests, route changes."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from metrics_portal.admin_read_only import ReadOnlyAdmin
from routing.admin_flips import flip_url
from routing.backends.registry import label_of
from routing.models import FlipRequest, ParityReport
from sqlgen.windows import window_words


def moved(from_backend: str, to_backend: str) -> str:
    """`PostgreSQL → DuckDB`; nothing before a first route and after the last."""
    before, after = (label_of(name) if name else "nothing" for name in (from_backend, to_backend))
    return f"{before} → {after}"


@admin.register(ParityReport)
class ParityReportAdmin(ReadOnlyAdmin):
    list_display = (
        "at",
        "metric",
        "compared",
        "verdict",
        "window",
        "trigger",
        "who",
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
        "compared",
        "verdict",
        "window",
        "trigger",
        "who",
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).defer("groups", "sides")

    @admin.display(description="engines")
    def compared(self, report: ParityReport) -> str:
        return f"{label_of(report.backend_a)}, {label_of(report.backend_b)}"

    @admin.display(description="window", ordering="window_label")
    def window(self, report: ParityReport) -> str:
        return window_words(report.window_label)

    @admin.display(description="by", ordering="actor_name")
    def who(self, report: ParityReport) -> str:
        return report.actor_name

    @admin.display(description="report")
    def page(self, report: ParityReport) -> str:
        return format_html('<a href="{}">read it</a>', reverse("routing:parity-report", args=[report.pk]))


@admin.register(FlipRequest)
class FlipRequestAdmin(ReadOnlyAdmin):
    list_display = (
        "proposed_at",
        "metric",
        "move",
        "status",
        "who",
        "decide",
    )
    fields = ("metric", "move", "status", "reason", "proposed_at", "who", "decide", "decided_at", "change")
    list_filter = ("status",)
    list_select_related = ("metric",)
    search_fields = ("metric__name", "proposed_by_name", "reason")
    date_hierarchy = "proposed_at"

    @admin.display(description="move")
    def move(self, request: FlipRequest) -> str:
        return moved(request.from_backend, request.to_backend)

    @admin.display(description="asked by", ordering="proposed_by_name")
    def who(self, request: FlipRequest) -> str:
        return request.proposed_by_name

    @admin.display(description="decision")
    def decide(self, request: FlipRequest) -> str:
        if request.status != FlipRequest.Status.OPEN:
            return f"by {request.decided_by_name}"
        return format_html('<a href="{}">approve or withdraw</a>', flip_url(request.metric.name))
