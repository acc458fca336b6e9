"""Charts as markup: well-formed, honest about gaps, and whole whatever they are given."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from widgets.charts.bar import BarChart, draw_bars
from widgets.charts.gauge import Gauge, draw_gauge, zone
from widgets.charts.groups import Group, fold, shares, whole_percents
from widgets.charts.heatmap import Heatmap, draw_heatmap
from widgets.charts.line import Limit, LineChart, Pin, Series, draw_line
from widgets.charts.mix import Part, draw_mix
from widgets.charts.paths import Values, line_path
from widgets.charts.scale import Linear, Points
from widgets.charts.sparkline import draw_sparkline
from widgets.charts.stacked import Layer, StackedChart, draw_stacked
from widgets.charts.svg import fitted, text_width


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


def _texts(element: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in element.iter("text")]


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

    assert "Warning 25" in _texts(near)
    assert "Warning 9000" not in _texts(far)


def test_several_pins_are_numbered_and_a_single_one_is_told() -> None:
    one = _line((1.0, 2.0, 3.0), pins=(Pin(1, "moved"),))
    two = _line((1.0, 2.0, 3.0), pins=(Pin(1, "moved"), Pin(2, "back")))

    assert "moved" in _texts(one)
    assert {"1", "2"} <= set(_texts(two))
    assert "moved" not in _texts(two)


def test_no_chart_needs_a_style_attribute() -> None:
    assert " style=" not in ET.tostring(_line((1.0, 2.0)), encoding="unicode")


def test_bars_start_at_zero_also_below_it() -> None:
    chart = BarChart(
        label="x", groups=(Group("a", 10.0), Group("b", -5.0)), value_label=lambda value: f"{value:g}"
    )

    drawn = ET.fromstring(draw_bars(chart))  # noqa: S314

    up, down = (each for each in drawn.iter("rect"))
    assert up.get("x") == "33.33%"
    assert down.get("x") == "0%"


def test_names_are_escaped_and_long_ones_told_whole() -> None:
    name = "Überlandwerkstätten <Nord> & Süd"
    markup = draw_bars(BarChart(label=name, groups=(Group(name, 1.0),), value_label=str))

    drawn = ET.fromstring(markup)  # noqa: S314

    assert any(each.text == name for each in drawn.iter("title"))
    assert "<Nord>" not in markup


def test_a_right_to_left_name_survives() -> None:
    drawn = ET.fromstring(draw_bars(BarChart(label="x", groups=(Group("إصلاح", 3.0),), value_label=str)))  # noqa: S314

    assert "إصلاح" in _texts(drawn)


def test_more_groups_than_can_be_told_apart_become_other() -> None:
    found = fold([Group(f"g{n}", float(n), 1.0) for n in range(1, 10)], 4)

    assert [group.name for group in found] == ["g9", "g8", "g7", "Other"]
    assert found[-1].value == sum(range(1, 7))
    assert found[-1].previous == 6


def test_shares_are_told_only_of_parts_of_a_whole() -> None:
    assert shares([Group("a", 3.0), Group("b", 1.0)]) == (0.75, 0.25)
    assert shares([Group("a", 3.0), Group("b", -1.0)]) == (None, None)
    assert shares([Group("a", 0.0)]) == (None,)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((0.635, 0.296, 0.062, 0.007), (63, 30, 6, 1)),  # each rounded alone: 64, 30, 6, 1
        ((1 / 3, 1 / 3, 1 / 3), (34, 33, 33)),
        ((0.29, 0.71), (29, 71)),
        ((None, None), (None, None)),
        ((), ()),
    ],
)
def test_shown_shares_add_up_to_a_hundred(
    parts: tuple[float | None, ...], said: tuple[int | None, ...]
) -> None:
    assert whole_percents(parts) == said


def test_a_stack_is_as_high_as_its_sum() -> None:
    chart = StackedChart(
        label="x",
        layers=(Layer("a", (2.0, None)), Layer("b", (3.0, 4.0))),
        ticks=((0, "1"),),
        count=2,
        tick_label=lambda value, step: f"{value:g}",
    )

    drawn = ET.fromstring(draw_stacked(chart))  # noqa: S314

    heights = [float(str(each.get("height")).rstrip("%")) for each in drawn.iter("rect")]
    assert heights[0] + heights[1] == pytest.approx(100 * 5 / 6, abs=0.1)
    assert len(heights) == 3


def _stack(*last: float) -> ET.Element:
    chart = StackedChart(
        label="x",
        layers=tuple(Layer(f"part {number}", (value,)) for number, value in enumerate(last)),
        ticks=((0, "1"),),
        count=1,
        tick_label=lambda value, step: f"{value:g}",
    )
    return ET.fromstring(draw_stacked(chart))  # noqa: S314


def test_names_of_thin_segments_are_led_to_them_and_do_not_overlap() -> None:
    drawn = _stack(90.0, 2.0, 2.0, 2.0)

    names = [
        float(str(each.get("y")).rstrip("%"))
        for each in drawn.iter("text")
        if each.get("class", "")[:3] == "lbl"
    ]
    segments = [
        (float(str(each.get("y")).rstrip("%")), float(str(each.get("height")).rstrip("%")))
        for each in drawn.iter("rect")
    ]
    leaders = drawn.findall(".//g[@class='leaders']/svg/line")
    ends = [
        (float(str(each.get("y1")).rstrip("%")), float(str(each.get("y2")).rstrip("%"))) for each in leaders
    ]
    assert all(
        lower - upper >= 9 for upper, lower in itertools.pairwise(reversed(names))
    )  # 11 px type in 138 px
    assert len(ends) >= 2
    for start, end in ends:
        assert end in names
        top, height = segments[names.index(end)]
        assert top <= start <= top + height


def test_names_beside_their_own_segments_need_no_leader() -> None:
    drawn = _stack(30.0, 40.0, 30.0)

    assert drawn.find(".//g[@class='leaders']") is None


def test_a_heat_map_outlines_its_peak_and_leaves_holes() -> None:
    chart = Heatmap(label="x", rows=("Mon",), columns=("00", "01", "02"), cells=((1.0, 9.0, None),))

    drawn = ET.fromstring(draw_heatmap(chart))  # noqa: S314

    styles = [each.get("class") for each in drawn.iter("rect")]
    assert styles == ["q1", "q12", "hole", "peak"]


def test_a_heat_map_of_nothing_has_no_peak() -> None:
    drawn = draw_heatmap(Heatmap(label="x", rows=("Mon",), columns=("00",), cells=((0.0,),)))

    assert "peak" not in drawn
    assert "q0" in drawn


def test_a_mix_without_comparison_has_one_bar() -> None:
    parts = (Part("a", 0.6, None, "60%"), Part("b", 0.4, None, "40%"))

    drawn = ET.fromstring(draw_mix(parts, label="x", now_word="Now", before_word="Previous"))  # noqa: S314

    assert len(list(drawn.iter("rect"))) == 2
    assert "Previous" not in _texts(drawn)


@pytest.mark.parametrize(
    ("value", "where"), [(10, "good"), (7, "good"), (6, "warn"), (5, "warn"), (4, "bad")]
)
def test_a_value_on_a_threshold_has_not_passed_it(value: float, where: str) -> None:
    up = Gauge(value=value, warn=7, critical=5, good_is_up=True)
    down = Gauge(value=-value, warn=-7, critical=-5, good_is_up=False)

    assert zone(up) == where
    assert zone(down) == where
    assert f"z-{where} here" in draw_gauge(up)


def test_a_sparkline_needs_two_values() -> None:
    assert "path" not in draw_sparkline((5.0,))
    assert "path" in draw_sparkline((5.0, 6.0))


def _bars(*groups: Group) -> ET.Element:
    chart = BarChart(label="Claims", groups=groups, value_label=lambda value: f"{value:g}")
    return ET.fromstring(draw_bars(chart))  # noqa: S314 — our own markup


def test_other_is_broken_where_it_would_dwarf_the_named() -> None:
    drawn = _bars(Group("Lisboa", 30.0), Group("Porto", 20.0), Group("Other", 900.0, 800.0, folded=True))

    bars = [(bar.get("class"), bar.get("width")) for bar in drawn.iter("rect")]
    assert bars == [("f1", "100%"), ("f1", "66.67%"), ("rest", "100%")]
    assert len([line for line in drawn.iter("line") if line.get("class") == "break"]) == 2
    assert not [line for line in drawn.iter("line") if line.get("class") == "was"]
    assert {"Other", "900"} <= set(_texts(drawn))


def test_other_that_has_room_is_drawn_to_scale_with_its_tick() -> None:
    drawn = _bars(Group("Lisboa", 30.0), Group("Other", 15.0, 12.0, folded=True))

    assert [bar.get("width") for bar in drawn.iter("rect")] == ["100%", "50%"]
    assert [line.get("x1") for line in drawn.iter("line") if line.get("class") == "was"] == ["40%"]
    assert not [line for line in drawn.iter("line") if line.get("class") == "break"]


def test_a_group_that_is_called_other_in_the_data_is_a_group() -> None:
    drawn = _bars(Group("Lisboa", 30.0), Group("Other", 60.0))

    assert [(bar.get("class"), bar.get("width")) for bar in drawn.iter("rect")] == [
        ("f1", "50%"),
        ("f1", "100%"),
    ]


@pytest.mark.parametrize(
    "words", ["Reparatur & Ersatzteilzentrum Nord", "月光ノートパソコン保証プラン", "MWMWMWMWMWMWMW"]
)
def test_a_name_is_shortened_to_its_room_and_kept_whole_behind_it(words: str) -> None:
    chart = BarChart(label="Claims", groups=[Group(words, 1.0)], value_label=str)

    drawn = ET.fromstring(draw_bars(chart))  # noqa: S314 — our own markup

    shown = _texts(drawn)[0]
    assert shown.endswith("…")
    assert text_width(shown, 12) <= 132
    assert [title.text for title in drawn.iter("title")] == [words]


def test_what_fits_is_not_shortened() -> None:
    assert fitted("Phone", 60, 12) == "Phone"


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
