"""Stacks, heat maps, mixes and gauges are drawn from what they are given."""

import itertools
import xml.etree.ElementTree as ET

import pytest

from widgets.charts.gauge import Gauge, draw_gauge, zone
from widgets.charts.heatmap import Heatmap, draw_heatmap
from widgets.charts.mix import Part, draw_mix
from widgets.charts.stacked import Layer, StackedChart, draw_stacked
from widgets.tests.drawn import texts


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
    assert "Previous" not in texts(drawn)


@pytest.mark.parametrize(
    ("value", "where"), [(10, "good"), (7, "good"), (6, "warn"), (5, "warn"), (4, "bad")]
)
def test_a_value_on_a_threshold_has_not_passed_it(value: float, where: str) -> None:
    up = Gauge(value=value, warn=7, critical=5, good_is_up=True)
    down = Gauge(value=-value, warn=-7, critical=-5, good_is_up=False)

    assert zone(up) == where
    assert zone(down) == where
    assert f"z-{where} here" in draw_gauge(up)
