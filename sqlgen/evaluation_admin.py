"""Evaluations in the admin: the runs with their trend, and each question of a run with what came of it."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import display_for_value
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.acting import acting
from metrics_portal.admin_read_only import ReadOnlyAdmin
from metrics_portal.admin_text import preformatted
from sqlgen.admin_figures import dollars, duration
from sqlgen.evaluation_trend import trend
from sqlgen.models import EvaluationCase, EvaluationRun

_ROWS = "Rows, those apart first"
RIGHT = (EvaluationCase.Verdict.CORRECT, EvaluationCase.Verdict.REFUSED_AS_EXPECTED)


@admin.register(EvaluationRun)
class EvaluationRunAdmin(ReadOnlyAdmin):
    list_display = ("started_at", "suite", "who", "right", "again", "refusals", "cost", "took", "ended")
    list_filter = ("suite", "provider", "model")
    search_fields = ("suite", "provider", "model", "actor_name")
    date_hierarchy = "started_at"
    list_before_template = "sqlgen/admin/evaluation_trend.html"
    change_form_template = "sqlgen/admin/evaluation_run.html"
    fieldsets = (
        (None, {"fields": ("suite", "who", "started_at", "ended_how", "windows_as_of", "actor")}),
        (
            "Figures",
            {
                "fields": (
                    *(
                        "right",
                        "again",
                        "times_put",
                        "refusals",
                        "refused_as_expected",
                        "not_measured",
                        "not_put",
                    ),
                    *("counted", "cost", "took", "suite_hash", "dictionary_version"),
                )
            },
        ),
    )

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        page: HttpResponse = super().changelist_view(request, {**(extra_context or {}), "trend": trend()})
        return page

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = {**(extra_context or {}), **_outcomes(object_id), "rows_shown": _sees_every_row(request)}
        page: HttpResponse = super().change_view(request, object_id, form_url, context)
        return page

    @admin.display(description="who answered", ordering="provider")
    def who(self, run: EvaluationRun) -> str:
        return f"{run.provider}, {run.model}" if run.model else run.provider

    @admin.display(description="started by")
    def actor(self, run: EvaluationRun) -> str:
        return run.actor_name

    @admin.display(description="ended")
    def ended_how(self, run: EvaluationRun) -> str:
        return f"early. {run.stopped}" if run.stopped else self.ended(run)

    @admin.display(description="windows as of")
    def windows_as_of(self, run: EvaluationRun) -> str:
        return display_for_value(run.as_of, "")

    @admin.display(description="each question put")
    def times_put(self, run: EvaluationRun) -> str:
        return "once" if run.repeats == 1 else f"{run.repeats} times"

    @admin.display(description="questions not put")
    def not_put(self, run: EvaluationRun) -> int:
        return run.skipped

    @admin.display(description="tokens")
    def counted(self, run: EvaluationRun) -> str:
        return f"{run.tokens:,}"

    @admin.display(description="accuracy", ordering="accuracy")
    def right(self, run: EvaluationRun) -> str:
        return f"{_share(run.accuracy)} ({run.correct} of {run.attempts - run.not_measured})"

    @admin.display(description="repeatable", ordering="repeatability")
    def again(self, run: EvaluationRun) -> str:
        return _share(run.repeatability)

    @admin.display(description="refused without need", ordering="false_refusals")
    def refusals(self, run: EvaluationRun) -> str:
        return _share(run.false_refusals)

    @admin.display(description="refused as expected")
    def refused_as_expected(self, run: EvaluationRun) -> str:
        return _share(run.expected_refusals)

    @admin.display(description="cost", ordering="cost_usd")
    def cost(self, run: EvaluationRun) -> str:
        if not run.tokens:
            return "none"
        return dollars(run.cost_usd)

    @admin.display(description="median time to SQL", ordering="median_ms")
    def took(self, run: EvaluationRun) -> str:
        return "not measured" if run.median_ms is None else f"{run.median_ms:,.0f} ms"

    @admin.display(description="ended")
    def ended(self, run: EvaluationRun) -> str:
        if run.finished_at is None:
            return "still running, or its process was ended"
        if run.stopped:
            return "early"
        return f"complete, {run.skipped} not put" if run.skipped else "complete"


@admin.register(EvaluationCase)
class EvaluationCaseAdmin(ReadOnlyAdmin):
    """One question of a run; reached from its run, not from the menu."""

    list_display = ("case", "repeat", "verdict", "question", "run")
    list_filter = ("verdict", "run__provider")
    list_select_related = ("run",)
    search_fields = ("case", "question", "reason", "correlation_id")
    fieldsets = (
        (None, {"fields": ("run_link", "case", "repeat", "question", "intent", "verdict", "reason", "code")}),
        ("SQL", {"fields": ("written", "expected_written")}),
        (_ROWS, {"fields": ("expected_rows", "rows")}),
        ("The call", {"fields": ("tokens", "cost", "took", "calls")}),
    )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [group for group in self.fieldsets if group[0] != _ROWS or _sees_every_row(request)]

    @admin.display(description="evaluation")
    def run_link(self, case: EvaluationCase) -> SafeString:
        url = reverse("admin:sqlgen_evaluationrun_change", args=[case.run_id])
        return format_html('<a href="{}">{}</a>', url, case.run)

    @admin.display(description="SQL")
    def written(self, case: EvaluationCase) -> SafeString:
        return preformatted(case.sql or "No SQL came.")

    @admin.display(description="expected SQL")
    def expected_written(self, case: EvaluationCase) -> SafeString:
        return preformatted(case.expected_sql or "None was run.")

    @admin.display(description="expected")
    def expected_rows(self, case: EvaluationCase) -> SafeString:
        return preformatted(_lines(case.expected))

    @admin.display(description="what came")
    def rows(self, case: EvaluationCase) -> SafeString:
        return preformatted(_lines(case.got))

    @admin.display(description="cost")
    def cost(self, case: EvaluationCase) -> str:
        return dollars(case.cost_usd) if case.tokens else "none"

    @admin.display(description="time to SQL")
    def took(self, case: EvaluationCase) -> str:
        return duration(case.latency_ms)

    @admin.display(description="calls of the model")
    def calls(self, case: EvaluationCase) -> SafeString:
        if not case.tokens:
            return format_html("{}", "None.")
        url = f"{reverse('admin:sqlgen_generationlog_changelist')}?q={case.correlation_id}"
        return format_html('<a href="{}">in the generation log</a>', url)


def _sees_every_row(request: HttpRequest) -> bool:
    """An evaluation runs over every row: what came of it is not for people who may see only some."""
    return not acting(request).as_viewer().row_policy.rules


def _outcomes(run: str) -> dict[str, Any]:
    """What a run's page shows below its figures: verdicts by number, failures in full, the rest by name."""
    cases = EvaluationCase.objects.filter(run=int(run) if run.isdigit() else None)
    counted = cases.order_by("verdict").values_list("verdict").annotate(Count("pk"))
    return {
        "verdicts": [(EvaluationCase.Verdict(verdict).label, count) for verdict, count in counted],
        "failures": cases.exclude(verdict__in=RIGHT),
        "passed": cases.filter(verdict__in=RIGHT).only("pk", "case", "repeat", "question", "verdict"),
    }


def _share(share: float | None) -> str:
    return "not measured" if share is None else f"{share:.1%}"


def _lines(rows: list[list[str]]) -> str:
    return "\n".join("  |  ".join(row) for row in rows) or "No rows."
