"""Widgets and dashboards for operators."""

import json
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from unfold.admin import ModelAdmin, TabularInline
from unfold.widgets import UnfoldAdminTextareaWidget

from accounts.acting import acting
from metrics_portal.problems import PortalProblem
from widgets import services
from widgets.models import Dashboard, Placement, Widget


class _OverLines(json.JSONEncoder):
    """A spec as people read and edit it: one member a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "indent": 2})


def _first_spec() -> dict[str, Any]:
    """A spec to begin with; its metric is to be named."""
    return {
        "spec_version": 1,
        "title": "",
        "visual": "kpi",
        "intent": {"metric": "", "window": "last_30_days", "compare": "previous_period"},
    }


class WidgetForm(forms.ModelForm):  # type: ignore[type-arg]
    spec = forms.JSONField(
        encoder=_OverLines,
        initial=_first_spec,
        help_text="What is asked and how it is drawn; docs/api/openapi.yaml describes it.",
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 24, "spellcheck": "false", "class": "font-mono"}),
    )

    class Meta:
        model = Widget
        fields = ("key", "spec")

    def clean_spec(self) -> dict[str, Any]:
        """A spec that can be drawn and asked; everything else about the widget follows from it."""
        spec: dict[str, Any] = self.cleaned_data["spec"]
        try:
            services.checked_spec(spec)
        except PortalProblem as problem:
            raise ValidationError(problem.detail) from problem
        return spec


@admin.register(Widget)
class WidgetAdmin(ModelAdmin):  # type: ignore[misc]
    form = WidgetForm
    list_display = ("title", "visual", "metric_link", "owner", "updated_at")
    list_filter = ("metric__domain", "metric")
    list_select_related = ("metric", "owner")
    search_fields = ("title", "key", "metric__name", "metric__label")
    readonly_fields = ("title", "metric_link", "owner", "created_at", "updated_at")
    fields = ("key", "spec", *readonly_fields)

    def get_fields(self, request: HttpRequest, obj: Widget | None = None) -> tuple[str, ...]:
        return self.fields if obj else ("key", "spec")

    def get_readonly_fields(self, request: HttpRequest, obj: Widget | None = None) -> tuple[str, ...]:
        """A key stands in files: it is chosen once."""
        return (*self.readonly_fields, "key") if obj else self.readonly_fields

    @admin.display(description="visual")
    def visual(self, widget: Widget) -> str:
        return str(widget.spec.get("visual", ""))

    @admin.display(description="metric", ordering="metric__name")
    def metric_link(self, widget: Widget) -> str:
        if widget.metric_id is None:
            return "—"
        url = reverse("admin:catalog_metric_change", args=[widget.metric_id])
        return format_html('<a href="{}">{}</a>', url, widget.metric)

    def save_model(self, request: HttpRequest, obj: Widget, form: WidgetForm, change: bool) -> None:
        spec, actor = form.cleaned_data["spec"], acting(request)
        if change:
            services.update_widget(widget=obj, actor=actor, spec=spec)
        else:
            obj.pk = services.create_widget(spec=spec, actor=actor, key=form.cleaned_data["key"]).pk
        obj.refresh_from_db()

    def delete_model(self, request: HttpRequest, obj: Widget) -> None:
        services.delete_widget(widget=obj, actor=acting(request))

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        for widget in queryset:
            services.delete_widget(widget=widget, actor=acting(request))


class PlacementInline(TabularInline):  # type: ignore[misc]
    model = Placement
    extra = 0
    hide_title = True
    autocomplete_fields = ("widget",)
    ordering = ("section", "position")


@admin.register(Dashboard)
class DashboardAdmin(ModelAdmin):  # type: ignore[misc]
    list_display = ("title", "slug", "position")
    search_fields = ("title", "slug", "description")
    prepopulated_fields = {"slug": ("title",)}
    inlines = (PlacementInline,)
