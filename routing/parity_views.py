"""Parity for people: a metric's comparisons, and one report that can be read in ten seconds."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.acting import acting
from accounts.models import User
from catalog.models import Metric
from catalog.selectors import governed_metric
from metrics_portal.problems import Forbidden, PortalProblem
from routing.asking import check_sees_every_row
from routing.flipping.services import last_move
from routing.models import Route
from routing.parity.export import as_csv
from routing.parity.models import ParityReport, Trigger
from routing.parity.presentation import report_view
from routing.parity.selectors import history, report_by_id, sides_of
from routing.parity.services import run_parity
from routing.parity.trend import HEIGHT, WIDTH, bars, history_rows
from routing.possible import backend_choices

_LISTED = 40
View = Callable[..., HttpResponse]


def for_stewards(view: View) -> View:
    """Let stewards and operators in whom no row policy binds: a report is made of all rows."""

    @wraps(view)
    @login_required
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user = acting(request)
        if not user.is_at_least(User.Role.STEWARD):
            raise Forbidden("Parity reports are for stewards and operators.")
        check_sees_every_row(user)
        return view(request, *args, **kwargs)

    return checked


@for_stewards
@require_http_methods(["GET", "POST"])
def metric_parity(request: HttpRequest, metric: str) -> HttpResponse:
    """The metric's comparisons over time; a POST makes a new one and leads to it."""
    governed_metric(metric)
    if request.method != "POST":
        return _metric_page(request, metric)
    asked = {name: request.POST.get(name, "").strip() for name in ("backend_a", "backend_b", "window")}
    try:
        a, b = sides_of(metric, asked["backend_a"] or None, asked["backend_b"] or None)
        report = run_parity(
            metric_name=metric,
            backend_a=a,
            backend_b=b,
            now=timezone.now(),
            actor=acting(request),
            trigger=Trigger.MANUAL,
            window=asked["window"] or None,
        )
    except PortalProblem as problem:
        return _metric_page(request, metric, asked=asked, problem=problem)
    return redirect("routing:parity-report", report=report.pk)


@for_stewards
@require_GET
def parity_report(request: HttpRequest, report: int) -> HttpResponse:
    found = report_by_id(report)
    context = {"section": "routes", "view": report_view(found), "metric": governed_metric(found.metric.name)}
    return render(request, "routing/parity_report.html", context)


@for_stewards
@require_GET
def parity_export(request: HttpRequest, report: int) -> HttpResponse:
    found = report_by_id(report)
    name = f"parity-{found.metric.name}-{found.backend_a}-{found.backend_b}-{found.pk}.csv"
    return HttpResponse(
        as_csv(found),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _metric_page(
    request: HttpRequest,
    name: str,
    *,
    asked: dict[str, str] | None = None,
    problem: PortalProblem | None = None,
) -> HttpResponse:
    row = Metric.objects.get(name=name)
    route = Route.objects.filter(metric=row).first()
    reports = history(row, limit=_LISTED)
    context = {
        "section": "routes",
        "metric": governed_metric(name),
        "route": route,
        "choices": backend_choices(name),
        "asked": asked or _usual(name, route),
        "problem": problem,
        "rows": history_rows(reports),
        "trend": _trend([report for report in reports if report.trigger == Trigger.SHADOW]),
        "last_move": last_move(row),
        "move_url": reverse("admin:routing_flip") + f"?metric={name}",
    }
    return render(request, "routing/parity.html", context, status=problem.status if problem else 200)


def _usual(name: str, route: Route | None) -> dict[str, str]:
    """What the form asks for unless somebody says otherwise."""
    try:
        a, b = sides_of(name, None, None)
    except PortalProblem:  # one backend only, or several to choose from
        a, b = (route.backend if route else ""), ""
    return {"backend_a": a, "backend_b": b, "window": ""}


def _trend(reports: list[ParityReport]) -> dict[str, Any] | None:
    if len(reports) < 2:
        return None
    return {"bars": bars(reports), "width": len(reports) * WIDTH, "height": HEIGHT, "bar": WIDTH - 2}
