"""Generated SQL in the admin: the log to be read, pinned SQL to be judged."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from unfold.decorators import action

from accounts.acting import acting
from accounts.models import User
from metrics_portal.admin_read_only import ReadOnlyAdmin
from metrics_portal.admin_text import preformatted
from sqlgen.admin_figures import dollars, duration
from sqlgen.admin_views import DecideView
from sqlgen.evaluation_admin import EvaluationRunAdmin
from sqlgen.generation.presenting import (
    applies,
    comparison_words,
    difference,
    intent_words,
    passed_the_guard,
)
from sqlgen.models import LIVE, GenerationLog, PinnedSql

__all__ = ["EvaluationRunAdmin"]  # registers itself
_BUDGET = (
    "The settings are GENERATION_DAILY_LIMIT (questions) and GENERATION_DAILY_TOKENS; a restart applies them."
)
TOKENS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens")


class WrittenSqlAdmin(ReadOnlyAdmin):
    """What a model was asked, and wrote, for a metric."""

    @admin.display(description="metric", ordering="metric__name")
    def metric_link(self, row: GenerationLog | PinnedSql) -> SafeString:
        url = reverse("admin:catalog_metric_change", args=[row.metric_id])
        return format_html('<a href="{}">{}</a>', url, row.metric.name)

    @admin.display(description="asked for")
    def asked_for(self, row: GenerationLog | PinnedSql) -> str:
        return intent_words(row.intent)

    @admin.display(description="SQL of the model")
    def written(self, row: GenerationLog | PinnedSql) -> SafeString:
        return preformatted(row.sql)

    @admin.display(description="against the compiled SQL")
    def against_compiled(self, row: GenerationLog | PinnedSql) -> SafeString:
        if not row.sql:
            return preformatted("No SQL came.")
        return preformatted(difference(row.compiled_sql, row.sql, row.dialect, guarded=passed_the_guard(row)))


@admin.register(GenerationLog)
class GenerationLogAdmin(WrittenSqlAdmin):
    list_display = ("at", "metric", "verdict", "reason", "model", "tokens", "cost", "took", "asked_by")
    list_filter = ("verdict", "provider", "model", "backend", "dry_run", "metric")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "asker_name", "prompt_hash", "correlation_id", "sql", "message", "code")
    date_hierarchy = "at"
    actions_list = ("open_language_model", "open_evaluations")
    fieldsets = (
        (None, {"fields": ("at", "asked_by", "metric_link", "asked_for", "note", "dry_run", "backend")}),
        ("Verdict", {"fields": ("verdict", "code", "position", "told", "retry_at")}),
        ("SQL", {"fields": ("written", "explanation", "tables", "against_compiled", "results")}),
        (
            "The call",
            {
                "fields": (
                    *("provider", "model", "prompt_hash", "request_id", *TOKENS),
                    *("cost", "took", "correlation_id"),
                )
            },
        ),
    )

    @action(description="Language model", permissions=["view"])  # type: ignore[untyped-decorator]
    def open_language_model(self, request: HttpRequest) -> HttpResponse:
        return redirect("language_model")

    @action(description="Evaluations", permissions=["view"])  # type: ignore[untyped-decorator]
    def open_evaluations(self, request: HttpRequest) -> HttpResponse:
        return redirect("admin:sqlgen_evaluationrun_changelist")

    @admin.display(description="reason", ordering="code")
    def reason(self, row: GenerationLog) -> str:
        return row.code.replace("_", " ")

    @admin.display(description="tokens")
    def tokens(self, row: GenerationLog) -> str:
        return f"{sum(getattr(row, name) for name in TOKENS):,}"

    @admin.display(description="cost", ordering="cost_usd")
    def cost(self, row: GenerationLog) -> str:
        unasked = row.verdict == GenerationLog.Verdict.OVER_BUDGET
        return "none" if unasked else dollars(row.cost_usd)

    @admin.display(description="asked by", ordering="asker_name")
    def asked_by(self, row: GenerationLog) -> str:
        return row.asker_name

    @admin.display(description="took", ordering="latency_ms")
    def took(self, row: GenerationLog) -> str:
        return duration(row.latency_ms)

    @admin.display(description="message")
    def told(self, row: GenerationLog) -> str:
        spent = row.verdict == GenerationLog.Verdict.OVER_BUDGET
        return f"{row.message} {_BUDGET}" if spent else row.message

    @admin.display(description="tables it says it used")
    def tables(self, row: GenerationLog) -> str:
        return ", ".join(row.tables_used)

    @admin.display(description="results")
    def results(self, row: GenerationLog) -> str:
        pin = row.pins.first()
        return comparison_words(pin.comparison) if pin else "Nothing is pinned from it."


@admin.register(PinnedSql)
class PinnedSqlAdmin(WrittenSqlAdmin):
    list_display = (
        *("metric", "asked_for", "backend", "status", "in_force", "compared"),
        *("model", "asked_by", "approver"),
    )
    list_filter = ("status", "backend", "model", "metric")
    list_select_related = ("metric",)
    search_fields = ("metric__name", "asker_name", "approved_by_name", "model", "sql")
    date_hierarchy = "written_at"
    actions_detail = ("open_decision",)
    fieldsets = (
        (None, {"fields": ("metric_link", "asked_for", "backend", "status", "in_force", "asked_by")}),
        ("SQL", {"fields": ("written", "explanation", "against_compiled", "results")}),
        (
            "Decisions",
            {
                "fields": (
                    *("written_at", "approver", "approved_at", "ended_by", "ended_at", "reason"),
                    *("provider", "model", "log_link"),
                )
            },
        ),
    )

    def get_urls(self) -> list[Any]:
        page = self.admin_site.admin_view(DecideView.as_view(model_admin=self))
        return [path("<int:pk>/decide/", page, name="sqlgen_pinnedsql_decide"), *super().get_urls()]

    def has_decide_permission(self, request: HttpRequest, object_id: Any = None) -> bool:
        """Whether they decide about SQL at all, and about this one still."""
        ended = (
            object_id is not None and PinnedSql.objects.exclude(status__in=LIVE).filter(pk=object_id).exists()
        )
        return acting(request).is_at_least(User.Role.STEWARD) and not ended

    @action(description="Approve, reject or retire", url_path="decision", permissions=["decide"])  # type: ignore[untyped-decorator]
    def open_decision(self, request: HttpRequest, object_id: int) -> HttpResponse:
        return redirect("admin:sqlgen_pinnedsql_decide", pk=object_id)

    @admin.display(description="applies", boolean=True)
    def in_force(self, pin: PinnedSql) -> bool:
        return pin.status in LIVE and applies(pin)

    @admin.display(description="asked by", ordering="asker_name")
    def asked_by(self, pin: PinnedSql) -> str:
        return pin.asker_name

    @admin.display(description="approved by", ordering="approved_by_name")
    def approver(self, pin: PinnedSql) -> str:
        trusted = pin.status == PinnedSql.Status.APPROVED
        return pin.approved_by_name or ("nobody: every check passed" if trusted else "")

    @admin.display(description="results")
    def compared(self, pin: PinnedSql) -> str:
        return str(pin.comparison["verdict"]) if pin.comparison else "not compared yet"

    @admin.display(description="ended by")
    def ended_by(self, pin: PinnedSql) -> str:
        return pin.ended_by_name

    @admin.display(description="results")
    def results(self, pin: PinnedSql) -> str:
        return comparison_words(pin.comparison)

    @admin.display(description="the call")
    def log_link(self, pin: PinnedSql) -> SafeString:
        if pin.log_id is None:
            return format_html("{}", "Its row of the log was deleted by age.")
        url = reverse("admin:sqlgen_generationlog_change", args=[pin.log_id])
        return format_html('<a href="{}">generation {}</a>', url, pin.log_id)
