"""Routes for operators: where each metric's numbers come from, and every time that changed."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from pydantic import ValidationError as RefusedSettings
from unfold.admin import ModelAdmin

from accounts.acting import acting
from catalog.models import Metric
from metrics_portal.problems import PortalProblem
from routing import services
from routing.difference import difference_from_file
from routing.models import Route, RouteChange
from routing.route_settings import RouteSettings

_EDITABLE = (
    "backend",
    "cache_seconds",
    "stale_seconds",
    "generation",
    "trust",
    "warm",
    "shadow",
    "two_people",
)


class RouteForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Route
        fields = ("metric", *_EDITABLE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # What is stored stays a choice, so that a route to a backend that is gone can be seen and mended.
            names = {self.instance.backend, *services.backend_choices(self.instance.metric.name)}
            self.fields["backend"] = forms.ChoiceField(choices=[(name, name) for name in sorted(names)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        metric = self.instance.metric if self.instance.pk else cleaned.get("metric")
        if metric is None or self.errors:
            return cleaned
        try:
            cleaned["settings"] = RouteSettings.model_validate({name: cleaned[name] for name in _EDITABLE})
            services.check_backend(metric.name, cleaned["backend"])
        except RefusedSettings as refused:
            reasons = [str(error["msg"]).removeprefix("Value error, ") for error in refused.errors()]
            raise ValidationError(reasons) from refused
        except PortalProblem as problem:
            raise ValidationError({"backend": problem.detail}) from problem
        return cleaned


@admin.register(Route)
class RouteAdmin(ModelAdmin):  # type: ignore[misc]
    form = RouteForm
    list_display = ("metric", "backend", "cache_seconds", "stale_seconds", "warm", "changed_at")
    list_filter = ("backend", "warm", "metric__domain")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "metric__label", "backend")
    autocomplete_fields = ("metric",)
    readonly_fields = ("metric_link", "file_says", "changed_at")

    def get_fields(self, request: HttpRequest, obj: Route | None = None) -> tuple[str, ...]:
        return (
            ("metric_link", *_EDITABLE, "file_says", "changed_at")
            if obj
            else ("metric", *_EDITABLE)
        )

    def has_delete_permission(self, request: HttpRequest, obj: Route | None = None) -> bool:
        """A live metric needs a route. One that is not wanted any more goes with its line of the file."""
        return False

    @admin.display(description="metric", ordering="metric__name")
    def metric_link(self, route: Route) -> str:
        url = reverse("admin:catalog_metric_change", args=[route.metric_id])
        return format_html('<a href="{}">{}</a>', url, route.metric)

    @admin.display(description="the routing file")
    def file_says(self, route: Route) -> str:
        return difference_from_file(route)

    def save_model(self, request: HttpRequest, obj: Route, form: RouteForm, change: bool) -> None:
        metric: Metric = obj.metric
        saved = services.change_route(
            metric=metric, settings=form.cleaned_data["settings"], actor=acting(request)
        )
        obj.pk = saved.pk


@admin.register(RouteChange)
class RouteChangeAdmin(ModelAdmin):  # type: ignore[misc]
    list_display = ("at", "metric", "from_backend", "to_backend", "origin", "actor_name")
    list_filter = ("origin", "to_backend")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "actor_name")
    date_hierarchy = "at"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: RouteChange | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: RouteChange | None = None) -> bool:
        return False
