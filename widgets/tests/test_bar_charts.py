"""Bars by group: what is folded into others, the shares, names that are long or strange."""

import xml.etree.ElementTree as ET

import pytest

from widgets.charts.bar import BarChart, draw_bars
from widgets.charts.groups import Group, fold, shares, whole_percents
from widgets.charts.svg import fitted, text_width
from widgets.tests.drawn import texts


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

    assert "إصلاح" in texts(drawn)


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


def _bars(*groups: Group) -> ET.Element:
    chart = BarChart(label="Claims", groups=groups, value_label=lambda value: f"{value:g}")
    return ET.fromstring(draw_bars(chart))  # noqa: S314 — our own markup


def test_other_is_broken_where_it_would_dwarf_the_named() -> None:
    drawn = _bars(Group("Lisboa", 30.0), Group("Porto", 20.0), Group("Other", 900.0, 800.0, folded=True))

    bars = [(bar.get("class"), bar.get("width")) for bar in drawn.iter("rect")]
    assert bars == [("f1", "100%"), ("f1", "66.67%"), ("rest", "100%")]
    assert len([line for line in drawn.iter("line") if line.get("class") == "break"]) == 2
    assert not [line for line in drawn.iter("line") if line.get("class") == "was"]
    assert {"Other", "900"} <= set(texts(drawn))


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

    shown = texts(drawn)[0]
    assert shown.endswith("…")
    assert text_width(shown, 12) <= 132
    assert [title.text for title in drawn.iter("title")] == [words]


def test_what_fits_is_not_shortened() -> None:
    assert fitted("Phone", 60, 12) == "Phone"
