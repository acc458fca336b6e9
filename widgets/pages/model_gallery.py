"""The gallery's tiles whose SQL a model is to write: approved, standing in, and each way it may not come."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.safestring import mark_safe

from routing.contracts import ErrorKind
from widgets.contracts import Answer, Provenance, TileError, TileState
from widgets.pages import gallery
from widgets.pages.gallery import Exhibit
from widgets.presentation import render_panel, render_tile

_MODEL = "eu.anthropic.claude-sonnet-4-5"
_REFUSALS = (
    (
        ErrorKind.APPROVAL_PENDING,
        "Waiting for approval",
        "Every check passed. It answers once a person has approved it.",
        "A model wrote the SQL for this and a person has not approved it yet.",
    ),
    (
        ErrorKind.UNFAITHFUL_SQL,
        "Not what was asked",
        "The SQL is harmless, and it does not compute the metric. What is missing is said.",
        "The metric counts only rows where status <> 'rejected', and the SQL does not.",
    ),
    (
        ErrorKind.MODEL_UNAVAILABLE,
        "No model",
        "Down, busy, not configured, or today's budget is spent. Nothing takes its place.",
        "Amazon Bedrock takes no more questions for the moment. Ask again.",
    ),
)


def model_gallery(now: datetime, zone: ZoneInfo) -> tuple[Exhibit, ...]:
    """Five tiles, as of `now`."""
    approved = _shown(now, zone, generation="model", written_by=_MODEL, approved_by="an example")
    stands_in = _shown(now, zone, generation="template")
    refused = (_refused(*one, now=now, zone=zone) for one in _REFUSALS)
    return (
        _exhibit(
            "approved",
            "Approved",
            "Its source says which model wrote it, and who approved it.",
            approved,
            now,
        ),
        _exhibit(
            "stand-in",
            "Stand-in SQL",
            "The route asks for a model's SQL and allows the compiled SQL meanwhile. The tile says so.",
            stands_in,
            now,
        ),
        *refused,
    )


def _refused(
    kind: ErrorKind, title: str, words: str, detail: str, *, now: datetime, zone: ZoneInfo
) -> Exhibit:
    failed = gallery.example_answer(TileState.FAILED, now, zone)
    answer = replace(failed, error=TileError(kind=kind, detail=detail))
    return _exhibit(kind.value.replace("_", "-"), title, words, answer, now)


def _exhibit(name: str, title: str, words: str, answer: Answer, now: datetime) -> Exhibit:
    frame = replace(gallery.example_frame(answer.state), tile_id=f"example-{name}")
    return Exhibit(name, title, words, mark_safe(render_tile(frame, answer, now)))  # noqa: S308 — escaped where composed


def _shown(
    now: datetime, zone: ZoneInfo, *, generation: str, written_by: str = "", approved_by: str = ""
) -> Answer:
    fresh = gallery.example_answer(TileState.FRESH, now, zone)
    data = gallery.example_data(TileState.FRESH, now, zone)
    assert fresh.ready is not None and isinstance(data.provenance, Provenance)  # noqa: S101, PT018 — a fresh example has both
    source = replace(
        data.provenance,
        generation=generation,
        written_by=written_by,
        approved_by=approved_by,
        approved_at=now - timedelta(days=2) if approved_by else None,
    )
    panel = render_panel(replace(data, provenance=source), gallery.SPEC)
    ready = replace(fresh.ready, panel_html=panel, stands_in=generation == "template")
    return replace(fresh, ready=ready)
