"""The gallery: the real tile in each of its states, drawn from example values that no engine measured."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.safestring import SafeString, mark_safe

from catalog.definitions import Direction, MetricDefinition
from routing.contracts import ErrorKind
from sqlgen.contracts import ColumnKind, Comparison, Grain, Intent, OutputColumn, Row, Totals, Window
from sqlgen.intent import IntentSpec
from sqlgen.windows import key_of, resolve_window
from widgets.contracts import Answer, Provenance, ReadyAnswer, TileData, TileError, TileState
from widgets.presentation import Frame, render_body, render_loading, render_panel, render_tile
from widgets.specs import WidgetSpec

_ENGINE = "DuckDB"
_NOW = (46.2, 46.6, 42.7, 44.1, 51.4, 50.2, 53.2, 48.6, 50.3, 43.9, 41.5, 53.8, 52.1, 51.9)
_THEN = (47.0, 46.1, 40.9, 39.2, 43.9, 44.6, 46.6, 43.1, 42.8, 39.5, 36.6, 45.8, 46.9, 48.5)

_DEFINITION = MetricDefinition(
    name="cost_avoided",
    label="Cost avoided",
    description="An example: replacement cost avoided by steering claims to repair.",
    owner="claims-analytics",
    unit="usd",
    direction=Direction.UP,
)
SPEC = WidgetSpec(
    title="Cost avoided",
    visual="line",
    intent=IntentSpec(
        metric="cost_avoided", grain=Grain.DAY, window="last_14_days", compare="previous_period", totals=True
    ),
)
_SQL = """SELECT
  CAST(DATE_TRUNC('DAY', c.opened_at) AS DATE) AS bucket,
  SUM(c.cost_avoided_usd) AS value
FROM l3_claims.ev_claim AS c
WHERE c.status <> 'rejected'
GROUP BY 1
LIMIT 5000"""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One tile of the gallery; `name` is one word, for its anchor."""

    name: str
    title: str
    words: str
    tile: SafeString


@dataclass(frozen=True, slots=True)
class KeyRow:
    icon: str
    tone: str
    name: str
    quote: str
    act: str


KEY = (
    KeyRow("spin", "", "Loading", "Not yet", "Wait"),
    KeyRow("check", "good", "Fresh", "Yes", "Open the source"),
    KeyRow("clock", "", "Cached", "Yes, with its age", "Open the source, ask again"),
    KeyRow("redo", "", "Refreshing", "Yes, with its age", "Keep reading"),
    KeyRow("tri", "warn", "Degraded", "With its age and reason", "Retry, read the age first"),
    KeyRow("flask", "warn", "Sample", "No", "Retry; never quote it"),
    KeyRow("inbox", "", "Empty", "Yes: zero rows", "Loosen a filter"),
    KeyRow("lock", "", "Denied", "No", "Ask the owner"),
    KeyRow("stop", "bad", "Failed", "No", "Retry, or send the id"),
    KeyRow("power", "", "Starting", "Not yet", "Wait; it carries on"),
)

_WORDS = {
    TileState.LOADING: "First time, nothing known yet. The shape of the answer is shown, never a made-up number.",
    TileState.FRESH: "The engine was asked just now.",
    TileState.CACHED: "Asked a moment ago by someone with the same view of the rows: the same answer.",
    TileState.REFRESHING: "The last answer stays readable while a new one is fetched. Nothing jumps when it lands.",
    TileState.DEGRADED: "The engine did not answer. The last good value, its age, the reason, and a way to try again.",
    TileState.SAMPLE: "No answer was ever stored, so the widget's own sample is drawn, hatched, and said to be one.",
    TileState.EMPTY: "The query ran and no row matched. That is an answer, so it keeps its source.",
    TileState.DENIED: "The reader may not see these rows. No value is hinted at.",
    TileState.FAILED: "No last good value to fall back on. Our words, what to do, and an id for support.",
    TileState.STARTING: "The engine was asleep. The tile waits, last good value in hand, and carries on by itself.",
}
_ERRORS = {
    TileState.DEGRADED: TileError(kind=ErrorKind.BACKEND_TIMEOUT, detail="DuckDB gave no answer in 20 s."),
    TileState.SAMPLE: TileError(kind=ErrorKind.BACKEND_UNAVAILABLE, detail="No good value is stored yet."),
    TileState.DENIED: TileError(
        kind=ErrorKind.PERMISSION_DENIED,
        detail="The engine does not show these rows to your account. The owner, claims-analytics, can grant it.",
    ),
    TileState.FAILED: TileError(
        kind=ErrorKind.GUARD_VIOLATION,
        detail="It asks for a column marked restricted, customer_email. The engine was never reached.",
    ),
    TileState.STARTING: TileError(
        kind=ErrorKind.BACKEND_STARTING,
        detail="DuckDB is waking up, for 12 s.",
        starting_seconds=12.0,
    ),
}
_AGES = {
    TileState.FRESH: 4.0,
    TileState.CACHED: 130.0,
    TileState.REFRESHING: 372.0,
    TileState.DEGRADED: 2830.0,
    TileState.EMPTY: 6.0,
    TileState.SAMPLE: 0.0,
}


def gallery(now: datetime, zone: ZoneInfo) -> tuple[Exhibit, ...]:
    """All ten states, as of `now`."""
    return tuple(_exhibit(state, now, zone) for state in TileState)


def _exhibit(state: TileState, now: datetime, zone: ZoneInfo) -> Exhibit:
    frame = example_frame(state)
    tile = (
        render_loading(frame, _window_key(now, zone), now)
        if state is TileState.LOADING
        else render_tile(frame, example_answer(state, now, zone), now)
    )
    return Exhibit(state, state.value.capitalize(), _WORDS[state], mark_safe(tile))  # noqa: S308 — escaped where composed


def example_frame(state: TileState) -> Frame:
    return Frame(
        tile_id=f"example-{state}",
        title=SPEC.title,
        subtitle="US$ per day",
        visual=SPEC.visual,
        span=3,
        revision=14,
        engine_label=_ENGINE,
        url="",
        export_url="",
        spec_url="",
        metric_url="",
        live=False,
        heading="h3",
        say_state=True,
    )


def example_answer(state: TileState, now: datetime, zone: ZoneInfo) -> Answer:
    age = _AGES.get(state)
    shown = None if age is None else _ready(state, now - timedelta(seconds=age), zone)
    return Answer(
        state=state,
        ready=shown,
        backend="duckdb",
        engine_label=_ENGINE,
        cache_hit=state in (TileState.CACHED, TileState.REFRESHING, TileState.DEGRADED),
        executed=state in (TileState.FRESH, TileState.EMPTY),
        age_seconds=age,
        execution_ms=12.4,
        error=_ERRORS.get(state),
        generated_sql="",
        correlation_id="req-8a3f20b914ce",
        window_key=_window_key(now, zone),
    )


def _window_key(now: datetime, zone: ZoneInfo) -> str:
    return key_of(resolve_window(f"last_{len(_NOW)}_days", now=now, zone=zone))


def _ready(state: TileState, asked_at: datetime, zone: ZoneInfo) -> ReadyAnswer:
    data = example_data(state, asked_at, zone)
    return ReadyAnswer(
        etag="",
        asked_at=asked_at,
        window_key="",
        empty=not data.rows,
        execution_ms=12.4,
        body_html=render_body(data, SPEC),
        panel_html=render_panel(data, SPEC),
    )


def example_data(state: TileState, asked_at: datetime, zone: ZoneInfo) -> TileData:
    today = asked_at.astimezone(zone).date()
    days = [today - timedelta(days=len(_NOW) - index) for index in range(len(_NOW))]
    rows = () if state is TileState.EMPTY else tuple(_row(index, day) for index, day in enumerate(days))
    start, end = (datetime.combine(day, datetime.min.time(), zone) for day in (days[0], today))
    before = Window(start=start - (end - start), end=start, label="previous_period")
    return TileData(
        definition=_DEFINITION,
        intent=Intent(
            metric="cost_avoided",
            grain=Grain.DAY,
            window=Window(start=start, end=end, label="last_14_days"),
            compare=Comparison(kind="previous_period", window=before),
            totals=True,
        ),
        columns=(OutputColumn("bucket", ColumnKind.BUCKET), OutputColumn("value", ColumnKind.VALUE)),
        rows=rows,
        totals=Totals(value=sum(_NOW) * 2_000, previous_value=sum(_THEN) * 2_054),
        truncated=False,
        state=state,
        provenance=None if state is TileState.SAMPLE else _provenance(asked_at, start, end, zone),
        correlation_id="req-8a3f20b914ce",
    )


def _row(index: int, day: date) -> Row:
    return Row(
        bucket=day,
        previous_bucket=day - timedelta(days=len(_NOW)),
        value=_NOW[index] * 1_000,
        previous_value=_THEN[index] * 1_000,
    )


def _provenance(asked_at: datetime, start: datetime, end: datetime, zone: ZoneInfo) -> Provenance:
    return Provenance(
        metric="cost_avoided",
        metric_label="Cost avoided",
        revision=14,
        definition_hash=_DEFINITION.fingerprint(),
        defined_by="an example",
        owner="claims-analytics",
        backend="duckdb",
        dialect="duckdb",
        engine_label=_ENGINE,
        generation="compiled",
        sql=_SQL,
        query_id="example",
        asked_at=asked_at,
        data_loaded_at=asked_at - timedelta(minutes=38),
        execution_ms=12.4,
        window_start=start,
        window_end=end,
        time_zone=str(zone),
        cache_seconds=300,
        correlation_id="req-8a3f20b914ce",
    )
