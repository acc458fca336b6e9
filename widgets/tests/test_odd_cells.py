"""What a source may hold and a chart has no place for: NaN, infinity, numbers beyond a float, very long names."""

import math
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from sqlgen.contracts import ColumnKind, Grain, Intent, OutputColumn, Row, Totals
from widgets.contracts import TileData, TileState
from widgets.pages import gallery
from widgets.presentation import render_body
from widgets.presentation.body import NOT_A_NUMBER
from widgets.specs import Visual, WidgetSpec

NOW = datetime(2026, 11, 20, tzinfo=UTC)
_EXAMPLE = gallery.example_data(TileState.FRESH, NOW, ZoneInfo("Europe/Lisbon"))
_ODD = [math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("Infinity")]


def _drawn(visual: Visual, value: Any, *, name: str = "Lisboa", unit: str = "count") -> str:
    dimensions = {
        "bar": ("region",),
        "mix": ("region",),
        "table": ("region", "channel"),
        "heatmap": ("region", "channel"),
    }
    cut = dimensions.get(visual, ())
    grain = Grain.DAY if visual in ("line", "kpi") else None
    names = (name,) * len(cut)
    known = Row(
        bucket=NOW.date() if grain else None, dimensions=("Porto",) * len(cut), value=5, previous_value=4
    )
    odd = replace(known, dimensions=names, value=value)
    data: TileData = replace(
        _EXAMPLE,
        definition=_EXAMPLE.definition.model_copy(update={"unit": unit}),
        intent=Intent(metric="cost_avoided", dimensions=cut, grain=grain),
        columns=(
            *(OutputColumn(each, ColumnKind.DIMENSION) for each in cut),
            OutputColumn("value", ColumnKind.VALUE),
        ),
        rows=(known, odd),
        totals=Totals(value=value, previous_value=1) if grain else None,
    )
    intent = {"metric": "cost_avoided", "dimensions": list(cut), **({"grain": "day"} if grain else {})}
    return render_body(data, WidgetSpec.model_validate({"title": "T", "visual": visual, "intent": intent}))


@pytest.mark.parametrize("unit", ["count", "usd", "percent", "days"])
@pytest.mark.parametrize("value", _ODD, ids=str)
@pytest.mark.parametrize("visual", ["kpi", "line", "bar", "mix", "heatmap", "table"])
def test_what_is_no_number_is_a_missing_value_and_said(visual: Visual, value: Any, unit: str) -> None:
    said = _drawn(visual, value, unit=unit)

    assert NOT_A_NUMBER in said
    assert "–" in said
    assert not [word for word in ("nan", "NaN%", "inf%") if f">{word}" in said or f'="{word}' in said]


def test_numbers_that_are_numbers_need_no_such_words() -> None:
    assert NOT_A_NUMBER not in _drawn("table", 7)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (2**53 + 1, "9,007,199,254,740,993"),
        (-(2**63), "−9,223,372,036,854,775,808"),
        (10**38, "100,000,000,000,000,000,000,000,000,000,000,000,000"),
        (
            Decimal("12345678901234567890123456789012345678"),
            "12,345,678,901,234,567,890,123,456,789,012,345,678",
        ),
    ],
)
def test_a_table_writes_every_digit_of_a_large_number(value: Any, written: str) -> None:
    assert f"<span>{written}</span>" in _drawn("table", value)


def test_what_rounds_to_nought_has_no_sign() -> None:
    assert "<span>$0.00</span>" in _drawn("table", Decimal("-0.001"), unit="usd")


def test_a_very_long_name_is_cut_in_its_cell_and_whole_behind_it() -> None:
    name = "Reparatur " * 200

    said = _drawn("table", 7, name=name)

    assert said.count(f'<span class="cut-text" title="{name}">') == 2
