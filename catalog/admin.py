"""The catalog in the admin: metrics changed through the service, history and dictionary to be read."""

import difflib
from datetime import datetime
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from unfold.admin import ModelAdmin
from unfold.decorators import action

from accounts.acting import acting
from catalog.admin_links import links_for
from catalog.admin_views import DictionaryView
from catalog.definitions import MetricDefinition
from catalog.forms import MetricForm
from catalog.models import Metric, MetricRevision
from catalog.services import retire, save_definition
from catalog.yaml_text import definition_yaml
from metrics_portal.admin_read_only import ReadOnlyAdmin
from metrics_portal.admin_text import preformatted


class InForce(admin.SimpleListFilter):
    title = "in force"
    parameter_name = "in_force"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("live", "Live"), ("retired", "Retired")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Metric]) -> QuerySet[Metric]:
        if self.value() == "live":
            return queryset.filter(retired_at__isnull=True)
        return queryset.filter(retired_at__isnull=False) if self.value() == "retired" else queryset


@admin.register(Metric)
class MetricAdmin(ModelAdmin):  # type: ignore[misc]
    form = MetricForm
    list_display = ("name", "label", "domain", "owner", "revision", "retired")
    list_filter = (InForce, "domain", "owner", "live_revision__origin")
    list_select_related = ("live_revision",)
    search_fields = ("name", "label", "live_revision__definition__description")
    readonly_fields = ("links", "closure_hash", "retired")
    fields = ("definition", "note", "seen_hash", *readonly_fields)
    actions = ("retire_selected",)
    actions_list = ("open_dictionary",)

    def get_fields(self, request: HttpRequest, obj: Metric | None = None) -> tuple[str, ...]:
        return self.fields if obj else ("definition", "note", "seen_hash")

    def has_delete_permission(self, request: HttpRequest, obj: Metric | None = None) -> bool:
        """A metric's history stays: it is retired, never deleted."""
        return False

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(DictionaryView.as_view(model_admin=self))
        return [path("dictionary/", page, name="catalog_dictionary"), *super().get_urls()]

    @admin.display(description="revision", ordering="live_revision__number")
    def revision(self, metric: Metric) -> str:
        live = metric.live_revision
        return f"r{live.number} by {live.author_name}" if live else "none"

    @admin.display(description="retired at", ordering="retired_at", empty_value="not retired")
    def retired(self, metric: Metric) -> datetime | None:
        return metric.retired_at

    @admin.display(description="see also")
    def links(self, metric: Metric) -> SafeString:
        count = metric.revisions.count()
        revisions = f"{reverse('admin:catalog_metricrevision_changelist')}?metric__id__exact={metric.pk}"
        told = f"{count} revision" if count == 1 else f"{count} revisions"
        listed = [(revisions, told), *((link.url, link.label) for link in links_for(metric))]
        return format_html_join(" · ", '<a href="{}">{}</a>', listed)

    def save_model(self, request: HttpRequest, obj: Metric, form: Any, change: bool) -> None:
        saved = save_definition(
            definition=form.cleaned_data["parsed"],
            author=acting(request),
            origin=MetricRevision.Origin.ADMIN,
            note=form.cleaned_data["note"],
            expected_hash=form.cleaned_data["seen_hash"],
        )
        obj.pk = saved.metric.pk
        obj.refresh_from_db()
        if not saved.changed:
            messages.info(request, f"{obj.name} says the same as before: no new revision.")
        elif saved.affected:
            messages.warning(request, f"Numbers may change in: {', '.join(saved.affected)}.")

    @admin.action(description="Retire selected metrics", permissions=["change"])
    def retire_selected(self, request: HttpRequest, queryset: QuerySet[Metric]) -> None:
        for metric in queryset:
            affected = retire(metric=metric, actor=acting(request), at=timezone.now())
            if affected:
                using = f"{metric.name} is retired; its last revision goes on in: {', '.join(affected)}."
                messages.warning(request, using)

    @action(description="Data dictionary", permissions=["view"])  # type: ignore[untyped-decorator]
    def open_dictionary(self, request: HttpRequest) -> HttpResponse:
        return redirect("admin:catalog_dictionary")


@admin.register(MetricRevision)
class MetricRevisionAdmin(ReadOnlyAdmin):
    """Revisions are immutable: to be read and compared."""

    list_display = ("metric", "number", "origin", "author", "note", "created_at")
    list_filter = ("origin", "metric__domain", "metric")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "author_name", "note", "hash")
    date_hierarchy = "created_at"
    fields = (
        "metric_link",
        *("number", "origin", "author_name", "note", "created_at", "hash", "changes", "definition_text"),
    )
    readonly_fields = fields

    @admin.display(description="by", ordering="author_name")
    def author(self, revision: MetricRevision) -> str:
        return revision.author_name

    @admin.display(description="metric")
    def metric_link(self, revision: MetricRevision) -> SafeString:
        url = reverse("admin:catalog_metric_change", args=[revision.metric_id])
        return format_html('<a href="{}">{}</a>', url, revision.metric.name)

    @admin.display(description="changes")
    def changes(self, revision: MetricRevision) -> SafeString:
        """The definition's lines beside the revision's before it."""
        before = revision.metric.revisions.filter(number=revision.number - 1).first()
        if before is None:
            return format_html("{}", "The first revision.")
        lines = difflib.unified_diff(
            _text(before).splitlines(),
            _text(revision).splitlines(),
            fromfile=f"r{before.number}",
            tofile=f"r{revision.number}",
            lineterm="",
        )
        return preformatted("\n".join(lines))

    @admin.display(description="definition")
    def definition_text(self, revision: MetricRevision) -> SafeString:
        return preformatted(_text(revision))


def _text(revision: MetricRevision) -> str:
    return definition_yaml(MetricDefinition.model_validate(revision.definition))
