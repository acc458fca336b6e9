"""Lines over time: gaps, labels at their ends, thresholds, pins, ticks; and the line in a tile of one figure."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from widgets.charts.line import Limit, LineChart, Pin, Series, draw_line
from widgets.charts.paths import Values, line_path
from widgets.charts.scale import Linear, Points
from widgets.charts.sparkline import draw_sparkline
from widgets.tests.drawn import texts


def _line(*series: Values, **more: object) -> ET.Element:
    styles = ["now", "then", "s3"]
    chart = LineChart(
        label="Claims",
        series=tuple(
            Series(values=values, style=style, title="")
            for values, style in zip(series, styles, strict=False)
        ),
        ticks=more.pop("ticks", ((0, "1 Jan"),)),  # type: ignore[arg-type]
        tick_label=lambda value, step: f"{value:g}",
        end_label=lambda value: f"{value:g}",
        **more,  # type: ignore[arg-type]
    )
    return ET.fromstring(draw_line(chart))  # noqa: S314 — our own markup


@pytest.mark.parametrize(
    "values",
    [
        (),
        (None, None),
        (5.0,),
        (0.0, 0.0, 0.0),
        (7.0, 7.0),
        (-3.0, 4.0, None, 2.0),
        (1e13, 2e13),
        tuple(float(n % 17) for n in range(400)),
    ],
)
def test_a_line_is_well_formed_whatever_it_is_given(values: Values) -> None:
    drawn = _line(values)

    assert drawn.find("svg") is not None
    assert "nan" not in ET.tostring(drawn, encoding="unicode")


def test_a_missing_value_leaves_a_gap() -> None:
    path = line_path((1.0, 2.0, None, 4.0, 5.0), Points(5), Linear(0, 5, 100, 0))

    assert path.count("M") == 2


def test_a_value_alone_between_gaps_is_a_dot() -> None:
    assert line_path((None, 2.0, None), Points(3), Linear(0, 4, 100, 0)) == "M500 500h0"


def test_a_path_comes_back_to_the_values_it_was_drawn_from() -> None:
    values = (3.0, 9.0, 1.0, 4.5)
    path = line_path(values, Points(4), Linear(0, 10, 100, 0))

    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    y = numbers[1]
    found = [y]
    for move in numbers[3::2]:
        y += move
        found.append(y)
    assert found == [round((10 - value) * 100) for value in values]


def test_long_series_stay_compact() -> None:
    values = tuple(float(n * 37 % 101) for n in range(400))

    assert len(line_path(values, Points(400), Linear(0, 101, 100, 0))) < 400 * 8


def test_end_labels_of_equal_lines_do_not_meet() -> None:
    drawn = _line((1.0, 2.0), (1.5, 2.0), (1.2, 2.0))

    ends = [each for each in drawn.iter("text") if each.get("x") == "100%" and each.get("dx") == "10"]
    places = sorted(float(str(each.get("y")).rstrip("%")) * 1.5 for each in ends)
    assert len(places) == 3
    assert all(after - before >= 13.9 for before, after in itertools.pairwise(places))


def test_a_far_threshold_does_not_flatten_the_line() -> None:
    near = _line((10.0, 20.0), limits=(Limit(25.0, "Warning 25"),))
    far = _line((10.0, 20.0), limits=(Limit(9_000.0, "Warning 9000"),))

    assert "Warning 25" in texts(near)
    assert "Warning 9000" not in texts(far)


def test_several_pins_are_numbered_and_a_single_one_is_told() -> None:
    one = _line((1.0, 2.0, 3.0), pins=(Pin(1, "moved"),))
    two = _line((1.0, 2.0, 3.0), pins=(Pin(1, "moved"), Pin(2, "back")))

    assert "moved" in texts(one)
    assert {"1", "2"} <= set(texts(two))
    assert "moved" not in texts(two)


def test_a_line_needs_no_style_attribute() -> None:
    assert " style=" not in ET.tostring(_line((1.0, 2.0)), encoding="unicode")


def test_a_sparkline_needs_two_values() -> None:
    assert "path" not in draw_sparkline((5.0,))
    assert "path" in draw_sparkline((5.0, 6.0))


def test_three_ticks_or_fewer_are_written_in_every_tile() -> None:
    drawn = _line((1.0, 2.0, 3.0), ticks=((0, "wk 21"), (1, "wk 34")))

    assert not [each for each in drawn.iter("text") if each.get("class") in ("alt", "mid")]


@pytest.mark.parametrize(("count", "kept"), [(4, [0, 3]), (5, [0, 4]), (6, [0, 4]), (7, [0, 6])])
def test_the_narrowest_tile_writes_the_first_tick_and_the_last_of_those_it_keeps(
    count: int, kept: list[int]
) -> None:
    names = [f"wk {number}" for number in range(count)]
    drawn = _line(tuple(map(float, range(count))), ticks=tuple(enumerate(names)))

    written = [each.text for each in drawn.iter("text") if each.get("class") is None and each.text in names]

    assert written == [names[at] for at in kept]
