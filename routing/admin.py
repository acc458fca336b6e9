"""Routes for operators: where each metric's numbers come from, and every time that changed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from pydantic import ValidationError as RefusedSettings
from unfold.admin import ModelAdmin
from unfold.widgets import UnfoldAdminSelectWidget

from accounts.acting import acting
from catalog.models import Metric
from metrics_portal.admin_read_only import ReadOnlyAdmin
from metrics_portal.problems import PortalProblem
from routing import services
from routing.admin_flips import FlipView, flip_url
from routing.admin_records import moved
from routing.asking import check_sees_every_row
from routing.backends.registry import configured, label_of
from routing.difference import difference_from_file
from routing.models import Route, RouteChange
from routing.parity.services import Compared, compare_each
from routing.route_settings import RouteSettings
from routing.warehouse import admin as warehouse_admin

__all__ = ["warehouse_admin"]  # registers itself

_EDITABLE = tuple(RouteSettings.model_fields)


def _choice(choices: list[tuple[str, str]], *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(choices=choices, required=required, widget=UnfoldAdminSelectWidget)


def _named(backends: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, label_of(name)) for name in backends]


class RouteForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Route
        fields = ("metric", *_EDITABLE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            # A move is a flip, with its own page and proof.
            self.fields.pop("backend", None)
            names = services.backend_choices(self.instance.metric.name)
            # What is stored stays a choice, so that a shadow that is gone can be seen and mended.
            others = sorted({*names, self.instance.shadow} - {self.instance.backend, ""})
            self.fields["shadow"] = _choice([("", "none"), *_named(others)], required=False)
        else:
            self.fields["backend"] = _choice(_named(configured()))
            self.fields["shadow"] = _choice([("", "none"), *_named(configured())], required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        metric = self.instance.metric if self.instance.pk else cleaned.get("metric")
        if metric is None or self.errors:
            return cleaned
        try:
            given = {"backend": self.instance.backend, **{n: cleaned[n] for n in _EDITABLE if n in cleaned}}
            cleaned["settings"] = RouteSettings.model_validate(given)
            services.check_route(metric=metric, settings=cleaned["settings"])
        except RefusedSettings as refused:
            reasons = [str(error["msg"]).removeprefix("Value error, ") for error in refused.errors()]
            raise ValidationError(reasons) from refused
        except PortalProblem as problem:
            field = problem.members.get("field")
            told = {field: problem.detail} if field in self.fields else problem.detail
            raise ValidationError(told) from problem
        return cleaned


@admin.register(Route)
class RouteAdmin(ModelAdmin):  # type: ignore[misc]
    form = RouteForm
    list_display = ("metric", "engine", "cache_seconds", "stale_seconds", "kept_warm", "changed_at")
    list_filter = ("backend", "warm", "metric__domain")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "metric__label", "backend")
    autocomplete_fields = ("metric",)
    readonly_fields = ("metric_link", "answered_by", "file_says", "changed_at")
    actions = ("move", "compare")

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(FlipView.as_view(model_admin=self))
        return [path("flip/", page, name="routing_flip"), *super().get_urls()]

    @admin.action(description="Move to another backend, or undo", permissions=["change"])
    def move(self, request: HttpRequest, chosen: QuerySet[Route]) -> HttpResponse:
        return redirect(flip_url(*chosen.values_list("metric__name", flat=True)))

    def get_fields(self, request: HttpRequest, obj: Route | None = None) -> tuple[str, ...]:
        if obj is None:
            return ("metric", *_EDITABLE)
        settings = tuple(name for name in _EDITABLE if name != "backend")
        return ("metric_link", "answered_by", *settings, "file_says", "changed_at")

    def has_delete_permission(self, request: HttpRequest, obj: Route | None = None) -> bool:
        """A live metric needs a route. One that is not wanted any more goes with its line of the file."""
        return False

    @admin.action(description="Compare with the shadow, or the other backend", permissions=["view"])
    def compare(self, request: HttpRequest, chosen: QuerySet[Route]) -> None:
        check_sees_every_row(acting(request))
        names = list(chosen.values_list("metric__name", flat=True))
        for compared in compare_each(metric_names=names, actor=acting(request), now=timezone.now()):
            level = messages.SUCCESS if compared.equal else messages.WARNING
            self.message_user(request, _told(compared), level)

    @admin.display(description="metric", ordering="metric__name")
    def metric_link(self, route: Route) -> str:
        url = reverse("admin:catalog_metric_change", args=[route.metric_id])
        return format_html('<a href="{}">{}</a>', url, route.metric)

    @admin.display(description="engine", ordering="backend")
    def engine(self, route: Route) -> str:
        return label_of(route.backend)

    @admin.display(description="warm", ordering="warm")
    def kept_warm(self, route: Route) -> str:
        return "yes" if route.warm else "no"

    @admin.display(description="engine")
    def answered_by(self, route: Route) -> str:
        return format_html(
            '{} · <a href="{}">move or undo</a> · <a href="{}">compare</a>',
            label_of(route.backend),
            flip_url(route.metric.name),
            reverse("routing:parity", args=[route.metric.name]),
        )

    @admin.display(description="the routing file")
    def file_says(self, route: Route) -> str:
        return difference_from_file(route)

    def save_model(self, request: HttpRequest, obj: Route, form: RouteForm, change: bool) -> None:
        metric: Metric = obj.metric
        saved = services.change_route(
            metric=metric, settings=form.cleaned_data["settings"], actor=acting(request)
        )
        obj.pk = saved.pk


def _told(compared: Compared) -> str:
    if compared.report is None:
        return compared.words
    return format_html(
        '{} <a href="{}">Read the report</a>',
        compared.words,
        reverse("routing:parity-report", args=[compared.report.pk]),
    )


@admin.register(RouteChange)
class RouteChangeAdmin(ReadOnlyAdmin):
    list_display = ("at", "metric", "move", "reason", "verdict", "origin", "who")
    list_filter = ("origin", "to_backend")
    list_select_related = ("metric", "report")
    search_fields = ("metric__name", "actor_name", "reason")
    date_hierarchy = "at"

    fields = ("metric", "move", "at", "who", "origin", "reason", "verdict", "undoes")

    @admin.display(description="move")
    def move(self, change: RouteChange) -> str:
        return moved(change.from_backend, change.to_backend)

    @admin.display(description="parity report")
    def verdict(self, change: RouteChange) -> str:
        if change.report is None:
            return "none"
        address = reverse("routing:parity-report", args=[change.report.pk])
        return format_html('<a href="{}">{}</a>', address, change.report.get_verdict_display())

    @admin.display(description="by", ordering="actor_name")
    def who(self, change: RouteChange) -> str:
        return change.actor_name

    def get_queryset(self, request: HttpRequest) -> QuerySet[RouteChange]:
        changes: QuerySet[RouteChange] = super().get_queryset(request)
        return changes.defer("report__groups", "report__sides")
