"""Pages and partials: load, call, present."""

import json
from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.views.decorators.http import require_GET

from accounts.models import User
from routing.asking import viewer_of
from sqlgen.errors import IntentRefused
from widgets import selectors
from widgets.charts.labels import words
from widgets.contracts import Answer, Form, Question
from widgets.pages.address import address_of
from widgets.pages.dashboard import dashboard_page
from widgets.pages.exports import as_csv, as_json
from widgets.pages.figure_gallery import figure_gallery
from widgets.pages.finding import find
from widgets.pages.framing import frame_for, page_window_of, span_of
from widgets.pages.gallery import KEY, gallery
from widgets.pages.metric import metric_question
from widgets.pages.model_gallery import model_gallery
from widgets.pages.refusals import render_refused
from widgets.pages.start import start_page
from widgets.pages.time_range import range_of
from widgets.presentation import render_tile
from widgets.presentation.highlight import sql_block
from widgets.resolver import resolve


@login_required
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The first dashboard; where there is none yet, what comes before one."""
    slug = selectors.first_dashboard()
    if slug is not None:
        return redirect("widgets:dashboard", slug=slug)
    context = {"section": "dashboards", "start": start_page(cast(User, request.user))}
    return render(request, "widgets/start.html", context)


@login_required
@require_GET
def dashboard(request: HttpRequest, slug: str) -> HttpResponse:
    address, now = address_of(request.GET), timezone.now()
    board = selectors.dashboard(slug)
    page = dashboard_page(board, address, viewer_of(request), now)
    language = words(settings.PORTAL_LOCALE)
    context = {
        "section": "dashboards",
        "dashboard": board,
        "page": page,
        "range": range_of(address, usual=page.usual_window, now=now, zone=_zone(), words=language),
    }
    return _own(render(request, "widgets/dashboard.html", context))


@login_required
@require_GET
def tile(request: HttpRequest, reference: str) -> HttpResponse:
    """A saved widget's tile, answered."""
    return _tile(request, selectors.question_of_widget(reference), reference)


@login_required
@require_GET
def metric_tile(request: HttpRequest, name: str) -> HttpResponse:
    """A metric over its usual window, as the tile of its own page."""
    return _tile(request, metric_question(name), f"metric-{name}")


@login_required
@require_GET
def export(request: HttpRequest, reference: str) -> HttpResponse:
    question = selectors.question_of_widget(reference)
    return _export(
        request, question, slugify(question.spec.title if question.spec else "", allow_unicode=True)
    )


@login_required
@require_GET
def metric_export(request: HttpRequest, name: str) -> HttpResponse:
    return _export(request, metric_question(name), name)


@login_required
@require_GET
def spec(request: HttpRequest, reference: str) -> HttpResponse:
    return _spec(request, selectors.question_of_widget(reference))


@login_required
@require_GET
def metric_spec(request: HttpRequest, name: str) -> HttpResponse:
    return _spec(request, metric_question(name))


@login_required
@require_GET
def search(request: HttpRequest) -> HttpResponse:
    q = request.GET.get("q", "").strip()[:80]
    return render(request, "widgets/found.html", {"q": q, **find(q)})


@login_required
@require_GET
def changes(request: HttpRequest) -> HttpResponse:
    """Tells an open page whether metrics, routes or widgets changed since it asked last: its tiles ask again then."""
    version, since = selectors.configuration_version(), request.GET.get("since", "")
    if since == str(version):
        return _own(HttpResponse(status=204))
    response = render(request, "widgets/changes.html", {"version": version})
    if since:
        response.headers["HX-Trigger"] = "portal:changed"
    return _own(response)


@login_required
@require_GET
def states(request: HttpRequest) -> HttpResponse:
    now, zone = timezone.now(), _zone()
    tiles = {
        "gallery": gallery(now, zone),
        "strips": figure_gallery(now, zone),
        "models": model_gallery(now, zone),
    }
    context = {"section": "states", **tiles, "key": KEY}
    return render(request, "widgets/states.html", context)


def _tile(request: HttpRequest, question: Question, reference: str) -> HttpResponse:
    now = timezone.now()
    frame = frame_for(
        question,
        reference,
        span=span_of(request.GET),
        page_window=page_window_of(request.GET, now),
        query=address_of(request.GET).query(),
    )
    try:
        answer = _answer(request, question, now, refresh=request.GET.get("refresh") == "1")
        drawn = render_tile(frame, answer, now)
    except IntentRefused as problem:
        # The page's range or filter does not fit this tile: the tile says so, the others answer.
        drawn = render_refused(frame, question, problem, now)
    return _own(HttpResponse(drawn))


def _export(request: HttpRequest, question: Question, name: str) -> HttpResponse:
    answer = _answer(request, question, timezone.now(), form=Form.JSON)
    kind = "json" if request.GET.get("format") == "json" else "csv"
    body, type_ = (
        (as_json(answer), "application/json")
        if kind == "json"
        else (as_csv(answer), "text/csv; charset=utf-8")
    )
    response = HttpResponse(body, content_type=type_)
    response.headers["Content-Disposition"] = str(
        content_disposition_header(True, f"{name or 'rows'}.{kind}")
    )
    return _own(response)


def _spec(request: HttpRequest, question: Question) -> HttpResponse:
    """The spec as it is saved, and the SQL it would run now: nothing is asked of an engine."""
    answer = _answer(request, question, timezone.now(), dry_run=True)
    shown = question.spec.model_dump(mode="json", exclude_defaults=True) if question.spec else {}
    written = json.dumps(shown, indent=2, ensure_ascii=False)
    context = {
        "title": question.spec.title if question.spec else question.intent.metric,
        "engine_label": answer.engine_label,
        "spec_block": mark_safe(sql_block(written, "Spec")),  # noqa: S308 — escaped by sql_block
        "sql_block": mark_safe(sql_block(answer.generated_sql)) if answer.generated_sql else "",  # noqa: S308
        "reason": answer.error.detail if answer.error else "",
    }
    return render(request, "widgets/spec.html", context)


def _answer(
    request: HttpRequest,
    question: Question,
    now: datetime,
    *,
    refresh: bool = False,
    dry_run: bool = False,
    form: Form = Form.TILE,
) -> Answer:
    viewer = viewer_of(request)
    overrides = address_of(cast(QueryDict, request.GET)).overrides()
    return resolve(
        question, viewer, now=now, overrides=overrides, refresh=refresh, dry_run=dry_run, form=form
    )


def _own(response: HttpResponse) -> HttpResponse:
    """Numbers are shown under a reader's own row policy: nothing between us and them keeps the response."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)
