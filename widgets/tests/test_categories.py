"""Stored codes read as words on a tile, and stay as stored for programs."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from sqlgen.contracts import ColumnKind, Grain, Intent, OutputColumn, Row
from widgets.contracts import TileData, TileState
from widgets.pages import gallery
from widgets.presentation import render_body
from widgets.presentation.categories import category
from widgets.serialise import json_members
from widgets.specs import Visual, WidgetSpec

_EXAMPLE = gallery.example_data(
    TileState.FRESH, datetime(2026, 11, 20, tzinfo=UTC), ZoneInfo("Europe/Lisbon")
)
_DAYS = (date(2026, 11, 18), date(2026, 11, 19))


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("self_repair", "Self repair"),
        ("web", "Web"),
        ("call centre", "Call centre"),
        ("in_progress", "In progress"),
        ("Nordfix", "Nordfix"),
        ("Re:Cell Works", "Re:Cell Works"),
        ("ab12", "ab12"),
        ("us", "us"),
        ("e-bike", "e-bike"),
        ("_hidden", "_hidden"),
        ("two__marks", "two__marks"),
        ("São Paulo", "São Paulo"),
        ("são", "são"),
        ("月", "月"),
        ("iPhone", "iPhone"),
        ("n" * 41, "n" * 41),
        ("", ""),
    ],
)
def test_a_code_reads_as_words_and_a_name_stays(stored: str, written: str) -> None:
    assert category(stored) == written


def _cut(
    visual: Visual, dimensions: tuple[str, ...], values: tuple[tuple[str, ...], ...]
) -> tuple[TileData, WidgetSpec]:
    grain = Grain.DAY if visual in ("line", "stacked") else None
    days = _DAYS if grain else (None,)
    columns = [OutputColumn(name, ColumnKind.DIMENSION) for name in dimensions]
    data = replace(
        _EXAMPLE,
        intent=Intent(metric="cost_avoided", dimensions=dimensions, grain=grain),
        columns=(*columns, OutputColumn("value", ColumnKind.VALUE)),
        rows=tuple(Row(bucket=day, dimensions=names, value=5) for day in days for names in values),
        totals=None,
    )
    intent = {"metric": "cost_avoided", "dimensions": list(dimensions), **({"grain": "day"} if grain else {})}
    return data, WidgetSpec.model_validate({"title": "Cost avoided", "visual": visual, "intent": intent})


@pytest.mark.parametrize("visual", ["line", "bar", "stacked", "mix", "table"])
def test_every_visual_says_it_in_words(visual: Visual) -> None:
    data, spec = _cut(visual, ("resolution",), (("self_repair",), ("Ångström",)))

    said = render_body(data, spec)

    assert "Self repair" in said
    assert "Ångström" in said
    assert "self_repair" not in said


def test_a_matrix_says_both_of_its_dimensions_in_words() -> None:
    data, spec = _cut("heatmap", ("resolution", "channel"), (("self_repair", "call_centre"),))

    said = render_body(data, spec)

    assert "at Self repair, Call centre." in said
    assert "_" not in said.split('aria-label="')[1].split('"')[0]


def test_programs_read_what_is_stored() -> None:
    data, _ = _cut("bar", ("resolution",), (("self_repair",),))

    members = json.loads(b"{" + json_members(data) + b"}")

    assert members["data"] == [{"resolution": "self_repair", "value": 5}]
