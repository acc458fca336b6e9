"""Reads across widgets, dashboards, metrics and routes."""

import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast

from accounts.models import ConfigurationVersion
from catalog.models import Metric
from metrics_portal.problems import NotFound
from routing.contracts import NoRoute
from routing.contracts import Route as RouteContract
from routing.models import Route
from routing.selectors import as_contract, flips
from sqlgen.contracts import Intent
from sqlgen.intent import IntentSpec
from widgets.contracts import Annotation, Question
from widgets.memo import Memo
from widgets.models import Dashboard, Placement, Widget
from widgets.specs import WidgetSpec

_KEY = re.compile(r"[-a-zA-Z0-9_]{1,80}")
_ANY: dict[str, str | UUID] = {"id": UUID(int=0), "key": "any"}
remembered_questions: Memo[tuple[str, int], Question] = Memo(2_000)
remembered_annotations: Memo[tuple[str, datetime, datetime, int], tuple[Annotation, ...]] = Memo(500)
_ROUTE = ("backend", "cache_seconds", "stale_seconds", "generation", "trust", "warm")


class UnknownWidget(NotFound):
    code = "unknown_widget"
    title = "There is no such widget"


class UnknownDashboard(NotFound):
    code = "unknown_dashboard"
    title = "There is no such dashboard"


def question_of_widget(reference: str | UUID, *, version: int | None = None) -> Question:
    """What a saved widget asks, its metric's live hash and its route; raises UnknownWidget.

    One query, or none when this process has asked it before at the same configuration version.
    """
    if version is None:
        return _asked_question(reference)
    return remembered_questions.get_or_make(
        (str(reference), version), lambda: replace(_asked_question(reference), version=version)
    )


def _asked_question(reference: str | UUID) -> Question:
    column, value = _referenced(reference)
    with connection.cursor() as cursor:
        cursor.execute(_question_sql(column), [value])
        row = cursor.fetchone()
    if row is None:
        raise _unknown(reference)
    widget_id, text, name, revision, retired_at, closure_hash, *route = row
    spec = parsed_spec(text)
    return Question(
        intent=spec.intent,
        closure_hash=closure_hash if revision and retired_at is None else "",
        route=_route(name, *route),
        widget_id=widget_id,
        spec=spec,
    )


def question_of(widget: Widget) -> Question:
    """The same for a widget that is loaded with its metric and that metric's route: no query at all."""
    metric, route = widget.metric, getattr(widget.metric, "route", None)
    spec = parsed_spec(json.dumps(widget.spec))
    return Question(
        intent=spec.intent,
        closure_hash=metric.closure_hash if metric.live_revision_id and metric.retired_at is None else "",
        route=_route(metric.name, *(getattr(route, name) for name in _ROUTE)) if route else None,
        widget_id=widget.pk,
        spec=spec,
    )


@cache
def _question_sql(column: str) -> str:
    """The query above, compiled once: it stands before every tile, and building it costs more than running it."""
    columns: tuple[str | Cast, ...] = (
        "id",
        Cast("spec", TextField()),
        "metric__name",
        "metric__live_revision_id",
        "metric__retired_at",
        "metric__closure_hash",
        *(f"metric__route__{name}" for name in _ROUTE),
    )
    rows = Widget.objects.filter(Q((column, _ANY[column]))).order_by().values_list(*columns)
    sql: str = rows.query.sql_with_params()[0]
    return sql


def question_of_metric(intent: IntentSpec, *, version: int | None = None) -> Question:
    """A metric asked directly. Of an unknown metric the hash is empty: resolving it says so.

    One query, or none when this process has asked for the metric before at the same configuration version.
    """
    if version is None:
        return _asked_metric(intent)
    # No widget's reference has a colon, so the two never meet.
    asked = remembered_questions.get_or_make(
        (f"metric:{intent.metric}", version), lambda: replace(_asked_metric(intent), version=version)
    )
    return replace(asked, intent=intent)


def _asked_metric(intent: IntentSpec) -> Question:
    row = (
        Metric.objects.filter(name=intent.metric, retired_at=None, live_revision__isnull=False)
        .values_list("closure_hash", *(f"route__{name}" for name in _ROUTE))
        .order_by()
        .first()
    )
    if row is None:
        return Question(intent=intent, closure_hash="", route=None)
    closure_hash, *route = row
    return Question(intent=intent, closure_hash=closure_hash, route=_route(intent.metric, *route))


def configuration_version() -> int:
    """A number that grows with every change to metrics, routes and widgets, by whoever and however."""
    return ConfigurationVersion.objects.values_list("number", flat=True).get()


def widget(reference: str | UUID) -> Widget:
    """A widget by its id or its key; raises UnknownWidget."""
    found = Widget.objects.select_related("metric", "owner").filter(_referenced(reference)).first()
    if found is None:
        raise _unknown(reference)
    return found


def widgets(*, metric: str = "") -> QuerySet[Widget]:
    """Every widget, or those of one metric, by title."""
    every = Widget.objects.select_related("metric", "owner")
    return every.filter(metric__name=metric) if metric else every


def warm_widgets() -> QuerySet[Widget]:
    """The placed widgets whose metric's route is kept warm."""
    return Widget.objects.filter(metric__route__warm=True, placements__isnull=False).distinct()


def first_dashboard() -> str | None:
    """The slug of the dashboard that comes first; None where there is none yet."""
    return Dashboard.objects.values_list("slug", flat=True).first()


def dashboard(slug: str) -> Dashboard:
    """A dashboard with its tiles, in two queries; raises UnknownDashboard.

    Its `placements` are loaded in order, each with its widget, the widget's metric and that metric's route.
    """
    tiles = Prefetch("placements", Placement.objects.select_related("widget__metric__route"))
    found = Dashboard.objects.prefetch_related(tiles).filter(slug=slug).first()
    if found is None:
        raise UnknownDashboard(f"There is no dashboard {slug}. The first page leads to those there are.")
    return found


def annotations(intent: Intent, *, asked_at: datetime, version: int | None = None) -> tuple[Annotation, ...]:
    """The flips of the metric's route inside the window of a series, oldest first; of one that ends with yesterday
    today's too, since all of it comes from there now. One query, or none when this process has asked for them before
    at the same configuration version."""
    if intent.window is None or intent.grain is None:
        return ()
    start, end = intent.window.start, intent.window.end
    if end <= asked_at < end + timedelta(days=1):
        end += timedelta(days=1)
    if version is None:
        return _annotations(intent.metric, start, end)
    return remembered_annotations.get_or_make(
        (intent.metric, start, end, version), lambda: _annotations(intent.metric, start, end)
    )


def _annotations(metric: str, start: datetime, end: datetime) -> tuple[Annotation, ...]:
    return tuple(
        Annotation(at=flip.at, text=flip.words, report=flip.report)
        for flip in flips(metric, start=start, end=end)
    )


@lru_cache(maxsize=2048)
def parsed_spec(text: str) -> WidgetSpec:
    """A stored spec; it was validated when it was saved, and is parsed once per process."""
    return WidgetSpec.model_validate_json(text)


@lru_cache(maxsize=1024)
def _route(metric: str, backend: str | None, *values: Any) -> RouteContract | None:
    """The route a row holds; None where there is none, or its backend is not configured in this process."""
    if backend is None:
        return None
    row = Route(metric=Metric(name=metric), backend=backend, **dict(zip(_ROUTE[1:], values, strict=True)))
    try:
        return as_contract(row)
    except NoRoute:
        return None


def _referenced(reference: str | UUID) -> tuple[str, str | UUID]:
    """The column a reference is looked up in, and its value there."""
    if isinstance(reference, UUID):
        return "id", reference
    try:
        return "id", UUID(reference)
    except ValueError:
        if not _KEY.fullmatch(reference):
            raise _unknown(reference) from None
        return "key", reference


def _unknown(reference: str | UUID) -> UnknownWidget:
    return UnknownWidget(f"There is no widget {reference}. See GET /v1/widgets for all of them.")
