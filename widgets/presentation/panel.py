"""The source panel: where a number came from. Drawn once with the answer; what ages is filled in when it is read."""

import re
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from django.urls import reverse

from widgets.contracts import Answer, Provenance, TileData
from widgets.presentation.ages import age_words, clock, live_age
from widgets.presentation.highlight import sql_block
from widgets.presentation.icons import engine_mark, icon
from widgets.specs import WidgetSpec

# Comments, because nothing a user wrote can hold one: everything else in the panel is escaped.
_SINCE = re.compile(r"<!--since:(\d+(?:\.\d+)?)-->")
_CACHE, _STATE = "<!--cache-->", "<!--state-->"


def render_panel(data: TileData, spec: WidgetSpec) -> str:
    """The panel as markup with marks for its ages (see `fill_panel`); a sample has no source and says so."""
    source = data.provenance
    if source is None:
        return '<p class="pad">These are the sample values of the widget. No engine was asked.</p>'
    return "".join(
        (
            _header(source),
            _ages(source),
            _facts(data, source),
            sql_block(source.sql),
            f'<div class="prov-f"><button class="link" type="button" data-act="again">{icon("redo", "i-sm")}Ask again'
            f'</button><a class="push" href="{_metric_url(source.metric)}">Definition</a></div>',
        )
    )


def fill_panel(panel_html: str, answer: Answer, state_tag: str, now: datetime) -> str:
    """The panel as of `now`, for this answer: its ages, its state, and whether it came from the cache."""
    epoch = now.timestamp()
    aged = _SINCE.sub(lambda found: live_age(epoch - float(found.group(1))), panel_html)
    return aged.replace(_CACHE, "Hit" if answer.cache_hit else "Miss", 1).replace(_STATE, state_tag, 1)


def _header(source: Provenance) -> str:
    close = (
        '<button class="btn quiet icon sm push" type="button" data-act="close" aria-label="Close">'
        f"{icon('x')}</button>"
    )
    backend = f'<span class="muted">{escape(source.backend)}</span>'
    name = f"<h3>{escape(source.engine_label)}</h3>"
    return f'<div class="prov-h">{engine_mark(source.engine_label)}{name}{backend}{_STATE}{close}</div>'


def _ages(source: Provenance) -> str:
    zone = ZoneInfo(source.time_zone)
    asked = source.asked_at
    loaded = source.data_loaded_at
    data_age = "Unknown" if loaded is None else _since(loaded)
    loaded_words = "the source does not say" if loaded is None else f"loaded {_moment(loaded, asked, zone)}"
    kept = f"kept for {age_words(source.cache_seconds)}" if source.cache_seconds else "not kept"
    return (
        '<dl class="ages">'
        f"<div><dt>Query age</dt><dd>{_since(asked)}</dd>"
        f"<dd>asked at {clock(asked.astimezone(zone))}</dd></div>"
        f"<div><dt>Data age</dt><dd>{data_age}</dd><dd>{loaded_words}</dd></div>"
        f"<div><dt>Cache</dt><dd>{_CACHE}</dd><dd>{kept}</dd></div></dl>"
    )


def _since(at: datetime) -> str:
    return f"<!--since:{at.timestamp():.3f}-->"


def _facts(data: TileData, source: Provenance) -> str:
    rows = f"{len(data.rows):,} row{'' if len(data.rows) == 1 else 's'}"
    cut = "cut off at the cap" if data.truncated else "none cut off"
    facts = (
        ("Window", _window(source)),
        (
            "Definition",
            f'r{source.revision} <span class="mono">{source.definition_hash[:8]}</span>',
        ),
        *_authors(source),
        (
            "Defined by",
            f'{escape(source.defined_by)} <span class="muted">· owner {escape(source.owner or "unknown")}</span>',
        ),
        (
            "Backend",
            f'<span class="mono">{escape(source.backend)}</span> '
            f'<span class="muted">· {_milliseconds(source.execution_ms)}, {rows}, {cut}</span>',
        ),
        *_rights(source),
        ("Query id", _query_id(source)),
        ("Correlation id", f'<span class="mono">{escape(source.correlation_id)}</span>'),
    )
    return f'<dl class="kv">{"".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts)}</dl>'


def _authors(source: Provenance) -> tuple[tuple[str, str], ...]:
    """Who wrote the SQL; of a model's, who let it run."""
    compiler = "the portal's compiler"
    if source.generation == "compiled":
        return (("SQL by", compiler),)
    if not source.written_by:
        return (
            (
                "SQL by",
                f'{compiler} <span class="muted">· stands in for a model</span>',
            ),
        )
    approved = 'nobody <span class="muted">· its route trusts the checks</span>'
    if source.approved_by and source.approved_at:
        at = _moment_of(source.approved_at, source)
        approved = f'{escape(source.approved_by)} <span class="muted">· {at}</span>'
    return (("SQL by", f'<span class="mono">{escape(source.written_by)}</span>'), ("Approved by", approved))


def _rights(source: Provenance) -> tuple[tuple[str, str], ...]:
    """Told where they are the reader's own: everywhere else the portal asks as itself."""
    if source.asked_as == "portal":
        return ()
    return (("Rights", f'your own <span class="muted">· in {escape(source.engine_label)}</span>'),)


def _moment_of(at: datetime, source: Provenance) -> str:
    return at.astimezone(ZoneInfo(source.time_zone)).strftime("%Y-%m-%d %H:%M")


def _query_id(source: Provenance) -> str:
    told = f'<span class="mono">{escape(source.query_id)}</span>'
    if not source.query_url:
        return told
    link = f'<a href="{escape(source.query_url)}" rel="noreferrer" target="_blank">{told}</a>'
    return f'{link} <span class="muted">· in the query history of {escape(source.engine_label)}</span>'


def _window(source: Provenance) -> str:
    if source.window_start is None or source.window_end is None:
        return "none: a metric of the present state"
    zone = ZoneInfo(source.time_zone)
    start, end = (_edge(at.astimezone(zone)) for at in (source.window_start, source.window_end))
    return f'<span class="mono">[{start}, {end})</span> <span class="muted">{escape(source.time_zone)}</span>'


def _edge(at: datetime) -> str:
    return at.strftime("%Y-%m-%d" if at.hour == at.minute == at.second == 0 else "%Y-%m-%d %H:%M")


def _moment(at: datetime, beside: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return local.strftime("at %H:%M" if local.date() == beside.astimezone(zone).date() else "%Y-%m-%d %H:%M")


def _milliseconds(spent: float) -> str:
    return f"{spent:.0f} ms" if spent >= 10 else f"{spent:.1f} ms"


def _metric_url(name: str) -> str:
    return reverse("catalog:metric", args=[name])
