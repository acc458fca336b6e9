"""The gallery's strips: a key figure, with less room than a tile has, in each of its states."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from widgets.contracts import Answer, TileState
from widgets.pages import gallery
from widgets.presentation import render_body, render_loading, render_tile

_PER_STRIP = 5
SPEC = gallery.SPEC.model_copy(update={"visual": "kpi"})


def figure_gallery(now: datetime, zone: ZoneInfo) -> tuple[tuple[SafeString, ...], ...]:
    """All ten states in two strips, each figure named by its state."""
    figures = [_figure(state, now, zone) for state in TileState]
    return tuple(tuple(figures[at : at + _PER_STRIP]) for at in range(0, len(figures), _PER_STRIP))


def _figure(state: TileState, now: datetime, zone: ZoneInfo) -> SafeString:
    frame = replace(
        gallery.example_frame(state),
        tile_id=f"figure-{state}",
        title=state.value.capitalize(),
        visual="kpi",
    )
    answer = gallery.example_answer(state, now, zone)
    drawn = (
        render_loading(frame, answer.window_key, now)
        if state is TileState.LOADING
        else render_tile(frame, _as_figure(answer, state, now, zone), now)
    )
    return mark_safe(drawn)  # noqa: S308 — escaped where composed


def _as_figure(answer: Answer, state: TileState, now: datetime, zone: ZoneInfo) -> Answer:
    if answer.ready is None:
        return answer
    body = render_body(gallery.example_data(state, answer.ready.asked_at, zone), SPEC)
    return replace(answer, ready=replace(answer.ready, body_html=body))
