"""An answer as an HTTP response: ready bytes, with what ages written in front of them."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from widgets.contracts import Answer, Question, TileState
from widgets.serialise import dumps, no_members


def data_response(request: HttpRequest, question: Question, answer: Answer) -> HttpResponse:
    """The API's answer; 304 when the caller holds it already."""
    etag = f'W/"{answer.ready.etag}-{answer.state}"' if answer.ready else ""
    response: HttpResponse
    if etag and etag in request.headers.get("If-None-Match", ""):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(_body(question, answer), content_type="application/json")
    if etag:
        response.headers["ETag"] = etag
    # Each viewer's row policy has its own answer, and so has each reader an engine knows: only the caller may keep it,
    # and must ask whether it still stands.
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = ", ".join(("Authorization", "Cookie", *_known_by()))
    return response


def _known_by() -> tuple[str, ...]:
    """The header by which an engine knows its reader, where one is looked at."""
    header = settings.DATABRICKS_USER_TOKEN_HEADER
    return (header,) if header else ()


def _body(question: Question, answer: Answer) -> bytes:
    ready = (
        answer.ready.json_members
        if answer.ready
        else no_members(question.intent.metric, backend=answer.backend, sql=answer.generated_sql)
    )
    return b"".join((b"{", dumps(_ageing(question.widget_id, question, answer))[1:-1], b",", ready, b"}"))


def _ageing(widget_id: UUID | None, question: Question, answer: Answer) -> dict[str, Any]:
    error = answer.error
    starting = answer.state is TileState.STARTING  # not an error: the answer comes by itself
    return {
        "widget_id": str(widget_id) if widget_id else None,
        "state": answer.state,
        "source": _source(question, answer),
        "executed": answer.executed,
        "cache_hit": answer.cache_hit,
        "freshness_seconds": None if answer.age_seconds is None else round(answer.age_seconds, 3),
        "live_data_unavailable": error is not None,
        "error_kind": error.kind if error and not starting else None,
        "error_detail": error.detail if error and not starting else None,
        "retry_after": error.retry_after if error else None,
        "starting_seconds": error.starting_seconds if error else None,
        "correlation_id": answer.correlation_id,
    }


def _source(question: Question, answer: Answer) -> str | None:
    """The engine that answered, or the cache; nothing where neither did."""
    if answer.ready is None or question.route is None or answer.state is TileState.SAMPLE:
        return None
    return "cache" if answer.cache_hit else question.route.dialect
