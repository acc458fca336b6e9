"""What a tile says: numbers in the metric's own unit, better or worse by its direction, every state with its reason."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from catalog.definitions import MetricDefinition
from routing.contracts import ErrorKind
from widgets.contracts import TileError, TileState
from widgets.pages import gallery
from widgets.presentation import render_body, render_panel, render_tile
from widgets.presentation.ages import age_words, live_age
from widgets.presentation.formats import Formats, formats_for
from widgets.presentation.highlight import highlight

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Lisbon")


def _formats(unit: str, direction: str = "neutral") -> Formats:
    definition = MetricDefinition.model_validate(
        {"name": "m", "label": "M", "unit": unit, "direction": direction, "type": "simple"}
    )
    return formats_for(definition, "en_US")


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("usd", 1_412_345, "$1.41 M"),
        ("usd", -51_900, "−$51.9 k"),
        ("count", 18_472, "18,472"),
        ("count", 2_500_000, "2.50 M"),
        ("percent", Decimal("0.916"), "91.6%"),
        ("days", 3.4, "3.4 days"),
        ("days", 1, "1 day"),
        ("score", 4.15, "4.15"),
        ("usd", None, "–"),
    ],
)
def test_a_figure_has_three_digits_and_its_unit(unit: str, value: float | None, written: str) -> None:
    assert str(_formats(unit).figure(value)) == written


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("usd", Decimal("1412345.5"), "$1,412,345.50"),
        ("count", 18_472, "18,472"),
        ("percent", 0.91634, "91.63%"),
        ("days", Decimal("3.41250"), "3.4125"),
    ],
)
def test_a_table_has_every_digit(unit: str, value: float, written: str) -> None:
    assert _formats(unit).exact(value) == written


@pytest.mark.parametrize(
    ("unit", "word"),
    [("percent", "Rate"), ("count", "Count"), ("usd", "US$"), ("days", "Days"), ("score", "Score")],
)
def test_one_word_stands_above_a_narrow_column(unit: str, word: str) -> None:
    assert _formats(unit).column_word() == word


@pytest.mark.parametrize(
    ("unit", "direction", "now", "before", "words", "verdict"),
    [
        ("usd", "up", 108.2, 100, "8.2%", "better"),
        ("usd", "down", 108.2, 100, "8.2%", "worse"),
        ("count", "neutral", 97, 100, "3%", ""),
        ("percent", "up", 0.916, 0.902, "1.4 pt", "better"),
        ("days", "down", 3.4, 2.9, "0.5 d", "worse"),
        ("percent", "up", 0.9001, 0.9, "<0.1 pt", "better"),
        ("count", "up", 5, 5, "no change", ""),
        ("count", "up", 5, 0, "from 0", "better"),
    ],
)
def test_a_change_is_in_the_metrics_own_unit(
    unit: str, direction: str, now: float, before: float, words: str, verdict: str
) -> None:
    change = _formats(unit, direction).change(now, before)

    assert change is not None
    assert (change.words, change.verdict) == (words, verdict)


def test_without_a_comparison_no_change_is_told() -> None:
    assert _formats("count").change(5, None) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "just now"), (12.7, "12 s"), (130, "2 min"), (7300, "2 h"), (200_000, "2 d"), (-5, "just now")],
)
def test_an_age_is_never_finer_than_what_can_be_told_apart(seconds: float, words: str) -> None:
    assert age_words(seconds) == words


def test_an_age_carries_its_seconds_for_the_script() -> None:
    assert 'data-age="130"' in live_age(130.9, before="cached ")


def test_highlighting_keeps_every_character_and_escapes_it() -> None:
    assert highlight("SELECT '<b>' AS x") == (
        '<span class="k">SELECT</span> <span class="s">\'&lt;b&gt;\'</span> <span class="k">AS</span> x'
    )


def _tile(state: TileState) -> str:
    return render_tile(gallery.example_frame(state), gallery.example_answer(state, NOW, ZONE), NOW)


def test_a_degraded_tile_keeps_its_value_and_says_why_and_how_old() -> None:
    said = _tile(TileState.DEGRADED)

    assert "Last good value, 47 min old." in re.sub(r"<[^>]+>", "", said)
    assert "DuckDB gave no answer in 20 s." in said
    assert "Retry" in said
    assert 'class="big"' in said


def test_a_degraded_tile_tells_one_age_wherever_it_tells_it() -> None:
    asked = NOW - timedelta(seconds=2830.7)
    answer = gallery.example_answer(TileState.DEGRADED, NOW, ZONE)
    assert answer.ready is not None
    data = gallery.example_data(TileState.DEGRADED, asked, ZONE)
    ready = replace(answer.ready, asked_at=asked, panel_html=render_panel(data, gallery.SPEC))

    said = render_tile(
        gallery.example_frame(TileState.DEGRADED), replace(answer, ready=ready, age_seconds=2830.7), NOW
    )

    notice, badge, query, loaded = re.findall(r'data-age="(\d+)"', said)
    assert notice == badge == query == "2830"
    assert loaded == str(2830 + 38 * 60)


@pytest.mark.parametrize("state", [TileState.DENIED, TileState.FAILED, TileState.STARTING])
def test_a_tile_without_an_answer_hints_at_no_value(state: TileState) -> None:
    said = _tile(state)

    assert 'class="big"' not in said
    assert 'svg class="chart"' not in said


def test_a_sample_has_no_source_to_open() -> None:
    said = _tile(TileState.SAMPLE)

    assert "Sample data, not a measurement." in re.sub("<[^>]*>", "", said)
    assert '<summary class="badge"' not in said


def test_the_panel_tells_three_ages_apart() -> None:
    said = _tile(TileState.CACHED)

    assert "Query age" in said
    assert 'data-age="130"' in said
    assert f'data-age="{130 + 38 * 60}"' in said
    assert "<dd>Hit</dd>" in said
    assert "<!--" not in said


def test_unknown_data_age_is_said_plainly() -> None:
    data = gallery.example_data(TileState.FRESH, NOW, ZONE)
    assert data.provenance is not None
    said = render_panel(replace(data, provenance=replace(data.provenance, data_loaded_at=None)), gallery.SPEC)

    assert "<dd>Unknown</dd>" in said


def test_words_of_a_failure_are_escaped() -> None:
    answer = replace(
        gallery.example_answer(TileState.FAILED, NOW, ZONE),
        error=TileError(kind=ErrorKind.NO_SOURCE, detail="<script>alert(1)</script>"),
    )

    assert "<script>" not in render_tile(gallery.example_frame(TileState.FAILED), answer, NOW)


def test_an_answer_without_rows_says_what_matched_nothing() -> None:
    said = render_body(gallery.example_data(TileState.EMPTY, NOW, ZONE), gallery.SPEC)

    assert "Nothing fell in this window" in said
    assert "Nov 6, 2026" in said


@pytest.mark.parametrize(
    ("state", "asked", "trigger"),
    [
        (TileState.REFRESHING, False, "load, every 2s"),
        (TileState.REFRESHING, True, "every 2s"),
        (TileState.CACHED, False, "every 120s"),
    ],
)
def test_a_stale_tile_read_out_of_the_cache_asks_at_once_and_then_patiently(
    state: TileState, asked: bool, trigger: str
) -> None:
    frame = replace(gallery.example_frame(state), live=True)

    said = render_tile(frame, gallery.example_answer(state, NOW, ZONE), NOW, asked=asked)

    assert f'hx-trigger="{trigger}, portal:changed' in said
