"""A tile around an answer: header, notice, body, source badge, seal. Composed per answer: plain strings only."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape

from widgets.contracts import Answer, TileState
from widgets.presentation.ages import age_words, live_age
from widgets.presentation.days import AS_ASKED, Covered, Reach, days_covered
from widgets.presentation.icons import engine_mark, icon
from widgets.presentation.notices import notice_html, replacement_html
from widgets.presentation.panel import fill_panel
from widgets.presentation.skeletons import skeleton
from widgets.specs import Visual

# How soon a tile asks by itself again: quickly while an answer is on its way, slowly while an engine is down.
_TRIGGERS = {
    TileState.LOADING: "load",
    TileState.REFRESHING: "every 2s",
    TileState.STARTING: "every 4s",
    TileState.DEGRADED: "every 20s",
    TileState.SAMPLE: "every 20s",
    TileState.FAILED: "every 20s",
}
_USUAL_TRIGGER = "every 120s"
_CHANGED = "portal:changed from:body"  # metrics, routes or widgets changed: see widgets.views.changes
_STATES = {
    TileState.FRESH: ("check", "good", "Fresh"),
    TileState.CACHED: ("clock", "", "Cached"),
    TileState.REFRESHING: ("redo", "acc", "Refreshing"),
    TileState.DEGRADED: ("tri", "warn", "Degraded"),
    TileState.SAMPLE: ("flask", "warn", "Sample"),
    TileState.EMPTY: ("check", "good", "0 rows"),
    TileState.DENIED: ("lock", "", "Denied"),
    TileState.FAILED: ("stop", "bad", "Failed"),
    TileState.STARTING: ("power", "", "Starting"),
    TileState.LOADING: ("spin", "", "Loading"),
}
_STANDS_IN = "A model is to write this tile's SQL and has none to give yet: the compiled SQL stands in."
_QUIET = (TileState.FRESH, TileState.CACHED)
_DRAWN = ("line", "bar", "stacked", "heatmap", "mix")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What of a tile does not change with its answer. `url` answers the tile itself; `export_url` ends before `csv`.

    `live` is False in the gallery, where a tile shows a state and asks nothing. `page_window` is the range of the
    page around it, empty where there is none.
    """

    tile_id: str
    title: str
    subtitle: str
    visual: Visual
    span: int
    revision: int
    engine_label: str
    url: str
    export_url: str
    spec_url: str
    metric_url: str
    live: bool = True
    heading: str = "h2"
    say_state: bool = False
    reach: Reach = AS_ASKED
    page_window: str = ""


def render_tile(frame: Frame, answer: Answer, now: datetime, *, instead: str = "", asked: bool = True) -> str:
    """The tile as markup. Raises nothing: every state has a form. `instead` is shown in place of the body.

    One that was only read out of the cache, not `asked`, fetches nothing yet: it asks as soon as it is on the page.
    """
    state = answer.state
    shown = answer.ready if state not in (TileState.DENIED, TileState.FAILED) else None
    body = instead or (shown.body_html if shown else replacement_html(answer))
    return (
        f"{_opening(frame, state, asked=asked)}"
        f"{'<span class=bar-run></span>' if state is TileState.REFRESHING else ''}"
        f"{_header(frame, _covers(frame, answer, now))}{notice_html(answer)}"
        f'<div class="body v-{frame.visual}">{body}</div>{_footer(frame, answer, now)}</article>'
    )


def render_loading(frame: Frame, window_key: str | None, now: datetime) -> str:
    """The tile before its answer: the shape of what is coming, and for which window; never a number."""
    covers = _days(frame, window_key, now)
    return (
        f"{_opening(frame, TileState.LOADING)}{_header(frame, covers)}"
        f'<div class="body v-{frame.visual}"><span class="vh">Loading {escape(frame.title)}</span>'
        f"{skeleton(frame.visual)}"
        f'</div><footer class="foot"><span class="badge">{icon("spin", "i-sm spin")}'
        f"Asking {escape(frame.engine_label) or 'the engine'} {live_age(0)}</span></footer></article>"
    )


def state_tag(state: TileState) -> str:
    symbol, tone, words = _STATES[state]
    return f'<span class="tag {tone}">{icon(symbol, "i-xs")}{words}</span>'


def _opening(frame: Frame, state: TileState, *, asked: bool = True) -> str:
    asks = ""
    if frame.live:
        trigger = f"{_TRIGGERS.get(state, _USUAL_TRIGGER)}, {_CHANGED}"
        if state is TileState.REFRESHING and not asked:
            trigger = f"load, {trigger}"
        asks = f' hx-get="{escape(frame.url)}" hx-trigger="{trigger}" hx-swap="outerHTML" hx-target="this"'
    busy = ' aria-busy="true"' if state in (TileState.LOADING, TileState.REFRESHING) else ""
    kind = "kpi" if frame.visual == "kpi" else "tile"
    return (
        f'<article id="tile-{frame.tile_id}" class="{kind} span-{frame.span}" data-state="{state}" '
        f'aria-labelledby="name-{frame.tile_id}"{busy}{asks}>'
    )


def _covers(frame: Frame, answer: Answer, now: datetime) -> Covered:
    # A sample was invented: it is of no day.
    return Covered() if answer.state is TileState.SAMPLE else _days(frame, answer.window_key, now)


def _days(frame: Frame, window_key: str | None, now: datetime) -> Covered:
    return days_covered(frame.reach, shown=window_key, page=frame.page_window, visual=frame.visual, now=now)


@lru_cache(maxsize=2048)
def _header(frame: Frame, covers: Covered) -> str:
    level = frame.heading
    days = _caption(covers)
    words = f"<span>{escape(frame.subtitle)}</span>" if frame.subtitle and frame.visual != "kpi" else ""
    subtitle = f"<p>{days}{words}</p>" if days or words else ""
    return (
        f'<header><div><{level} id="name-{frame.tile_id}">{escape(frame.title)}</{level}>{subtitle}</div>'
        f"{_menu(frame)}</header>"
    )


def _caption(covers: Covered) -> str:
    if covers == Covered():
        return ""
    # In words for those who listen; for those who look the icon and the days are the sign, and leave room.
    own = '<span class="vh">own range: </span>' if covers.own else ""
    between = "; " if covers.reaching and covers.window else ""
    words = f"{escape(covers.reaching)}{between}{own}{escape(covers.window)}"
    return f'<span class="days">{icon("cal", "i-xs")}{words}</span>'


def _menu(frame: Frame) -> str:
    picture = frame.visual in _DRAWN
    table = "" if frame.visual == "table" else _item("table", "Show as table", "rows")
    pictures = (
        _item("svg", "Download SVG", "down-to") + _item("png", "Download PNG", "down-to") if picture else ""
    )
    export = escape(frame.export_url)
    return (
        f'<details class="menu"><summary class="btn quiet icon sm" aria-label="More for {escape(frame.title)}">'
        f'{icon("more")}</summary><ul class="pop">{table}{_item("again", "Ask again", "redo")}'
        f'<li><button type="button" hx-get="{escape(frame.spec_url)}" hx-target="#sheet" hx-swap="innerHTML" '
        f'hx-trigger="click">{icon("code")}Show spec</button></li>'
        f'<li><a href="{export}csv" download>{icon("down-to")}Download CSV</a></li>'
        f'<li><a href="{export}json" download>{icon("down-to")}Download JSON</a></li>{pictures}</ul></details>'
    )


def _item(act: str, words: str, symbol: str) -> str:
    return f'<li><button type="button" data-act="{act}">{icon(symbol)}<span>{words}</span></button></li>'


def _footer(frame: Frame, answer: Answer, now: datetime) -> str:
    source = _source(frame, answer, now)
    symbol, tone, words = _STATES[answer.state]
    said = ""
    if frame.say_state or answer.state not in _QUIET:
        said = f'<span class="st {tone}">{icon(symbol, "i-sm")}<span>{words}</span></span>'
    if answer.ready is not None and answer.ready.stands_in:
        said = _stand_in(answer.state, said)
    if answer.state in (TileState.DENIED, TileState.FAILED):
        return f'<footer class="foot">{said}<span class="mono id">{escape(answer.correlation_id)}</span></footer>'
    seal = (
        f'<a class="cert" href="{escape(frame.metric_url)}" aria-label="Definition, revision {frame.revision}">'
        f'<svg aria-hidden="true"><use href="#seal"/></svg>'
        f'<span><span class="cw">Definition </span>r{frame.revision}</span></a>'
    )
    if answer.state is TileState.SAMPLE:
        badge = f'<span class="badge">{icon("flask", "i-sm")}From its sample</span>'
        return f'<footer class="foot">{badge}{seal}</footer>'
    return f'<footer class="foot">{source}{said}{seal}</footer>'


def _stand_in(state: TileState, said: str) -> str:
    """Whose SQL it is not, in words where the state needs none; beside a state that does, as a sign."""
    words = f'<span class="{"" if state in _QUIET else "vh"}">Stand-in SQL</span>'
    mark = f'<span class="st warn" title="{_STANDS_IN}">{icon("code", "i-sm")}{words}</span>'
    return mark if state in _QUIET else f"{said}{mark}"


def _source(frame: Frame, answer: Answer, now: datetime) -> str:
    engine = escape(answer.engine_label)
    if answer.ready is None:
        return f'<span class="badge">{engine_mark(answer.engine_label)}{engine}</span>'
    age = answer.age_seconds or 0.0
    before = "cached " if answer.state is TileState.CACHED and frame.visual != "kpi" else ""
    after = " ago" if answer.state in (TileState.FRESH, TileState.EMPTY) else ""
    panel = fill_panel(answer.ready.panel_html, answer, state_tag(answer.state), now)
    return (
        f'<details class="source"><summary class="badge" aria-label="Source: {engine}, {before}{age_words(age)}{after}'
        f'. How this was computed">{engine_mark(answer.engine_label)}<span class="eng-n">{engine}</span>'
        f"{live_age(age, before=before, after=after)}{icon('down', 'i-xs')}</summary>"
        f'<div class="prov" role="group" aria-label="Where {escape(frame.title)} comes from">{panel}</div></details>'
    )
