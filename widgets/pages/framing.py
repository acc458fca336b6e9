"""The frame around an answered tile, remembered: it changes with the definition, not with the answer."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse

from catalog.selectors import governed_metric
from metrics_portal.problems import InvalidInput
from sqlgen.errors import IntentRefused
from sqlgen.windows import resolve_window
from widgets.contracts import Question
from widgets.memo import Memo
from widgets.presentation import Frame
from widgets.presentation.frames import frame_of

_LEAST_SPAN, _MOST_SPAN, _USUAL_SPAN = 2, 12, 4
_frames: Memo[object, Frame] = Memo(4096)


def frame_for(
    question: Question, reference: str, *, span: int, page_window: str = "", query: str = ""
) -> Frame:
    """The frame of a question that has a spec; the metric is read once per definition. Raises UnknownMetric."""
    label = question.route.engine_label if question.route else ""
    key = (reference, question.spec, question.closure_hash, label, span, page_window, query)
    return _frames.get_or_make(key, lambda: _frame(question, reference, label, span, page_window, query))


def span_of(query: QueryDict) -> int:
    """The width a tile was placed with, which its page passes along."""
    given = query.get("span", "")
    return (
        min(max(int(given), _LEAST_SPAN), _MOST_SPAN) if given.isdecimal() and len(given) < 4 else _USUAL_SPAN
    )


def page_window_of(query: QueryDict, now: datetime) -> str:
    """The range of the page that a tile stands on, which the page passes along; raises InvalidInput for no window."""
    given = query.get("page", "")
    if given:
        try:
            resolve_window(given, now=now, zone=ZoneInfo(settings.TIME_ZONE))
        except IntentRefused as problem:
            raise InvalidInput(problem.detail, **{**problem.members, "field": "page"}) from problem
    return given


def _frame(question: Question, reference: str, label: str, span: int, page_window: str, query: str) -> Frame:
    metric = governed_metric(question.intent.metric)
    assert question.spec is not None  # noqa: S101 — a tile is always drawn from a spec
    address = (
        reverse("widgets:metric-tile", args=[metric.name])
        if question.widget_id is None
        else reverse("widgets:tile", args=[reference])
    )
    return frame_of(
        reference=reference,
        address=address,
        spec=question.spec,
        metric=metric,
        engine_label=label,
        span=span,
        page_window=page_window,
        query=query,
    )
