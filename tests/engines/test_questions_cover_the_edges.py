"""What the engines are asked holds every pair that matters; needs no engine."""

from itertools import combinations, product
from typing import Any

import pytest

from sqlgen.shape import dimension_names, has_time
from tests.engines.asked import demo_questions
from tests.engines.filters import AWKWARD, PATTERNS, is_text
from tests.engines.questions import COMPARISONS, EVERYTHING, GRAINS, WINDOWS, ZONES, Question

METRICS, ASKED = demo_questions()
TIMED = [name for name, metric in METRICS.items() if has_time(metric)]
EVERY = [question for asked in ASKED.values() for question in asked]
FILTERS = [given for question in EVERY for given in question.asked["filters"]]
TEXTS = sorted({name for metric in METRICS.values() for name in dimension_names(metric) if is_text(name)})


def _dimensions(name: str) -> set[str]:
    """What the metric is cut by; one that keeps days is asked for no hours."""
    keeps_hours = any("hour" in question.asked["dimensions"] for question in ASKED[name])
    return {one for one in dimension_names(METRICS[name]) if one != "hour" or keeps_hours}


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_is_asked_by_each_dimension_in_every_grain_and_alone(name: str) -> None:
    grains = GRAINS if name in TIMED else (None,)
    asked = [question.asked for question in ASKED[name]]
    met = {(dimension, one.get("grain")) for one in asked for dimension in one["dimensions"]}

    assert met == set(product(_dimensions(name), grains))
    assert any(not one["dimensions"] for one in asked)


@pytest.mark.parametrize("name", TIMED)
def test_a_metric_is_asked_for_every_window_and_comparison(name: str) -> None:
    asked = [question.asked for question in ASKED[name]]

    assert {one["window"] for one in asked} == set(WINDOWS)
    assert {one["compare"] for one in asked} == set(COMPARISONS)


def test_hours_are_asked_of_most_metrics() -> None:
    without = [name for name in TIMED if "hour" not in _dimensions(name)]

    assert 0 < len(without) < len(TIMED) / 2


@pytest.mark.parametrize("dimension", TEXTS)
def test_a_dimension_is_filtered_by_every_awkward_value(dimension: str) -> None:
    given = {
        (one["op"], value) for one in FILTERS if one["dimension"] == dimension for value in one["values"]
    }

    assert given >= set(product(("in", "not_in"), (*AWKWARD, None)))
    assert given >= set(product(("contains", "starts_with"), PATTERNS))


@pytest.mark.parametrize("dimension", TEXTS)
def test_a_dimension_is_filtered_by_null(dimension: str) -> None:
    assert {one["op"] for one in FILTERS if one["dimension"] == dimension} >= {"is_null", "not_null"}


@pytest.mark.parametrize(
    ("dimension", "ops"),
    [
        ("hour", {"lt", "lte", "gt", "gte", "in", "not_in"}),
        ("weekday", {"lt", "lte", "gt", "gte", "in", "not_in"}),
        ("is_repeat", {"in", "not_in", "is_null"}),
    ],
)
def test_numbers_and_truths_are_filtered_too(dimension: str, ops: set[str]) -> None:
    assert {one["op"] for one in FILTERS if one["dimension"] == dimension} >= ops


AXES: dict[str, set[Any]] = {
    "grain": set(GRAINS),
    "window": set(WINDOWS),
    "compare": set(COMPARISONS),
    "zone": {zone.key for zone in ZONES},
    "totals": {True, False},
    "dimensions": {0, 1, 2},
    "limit": {None, 3},
    "filter": {None, "in", "not_in", "is_null", "not_null", "contains", "starts_with"},
    "type": {"simple", "ratio", "derived", "cumulative"},
}
# What cannot be: more buckets than an answer holds, and a limit of groups where there are none.
IMPOSSIBLE = {
    (("grain", "day"), ("window", EVERYTHING)),
    (("dimensions", 0), ("limit", 3)),
}


@pytest.mark.parametrize("axes", list(combinations(AXES, 2)), ids=" x ".join)
def test_each_value_of_an_axis_meets_each_of_every_other(axes: tuple[str, str]) -> None:
    met = {
        ((axes[0], one), (axes[1], other))
        for name in TIMED
        for question in ASKED[name]
        for one in _values(name, question, axes[0])
        for other in _values(name, question, axes[1])
    }
    every = {((axes[0], one), (axes[1], other)) for one, other in product(*(AXES[axis] for axis in axes))}

    assert every - met <= IMPOSSIBLE


def _values(name: str, question: Question, axis: str) -> list[Any]:
    """Where a question stands on an axis: with two filters it stands at two points."""
    asked = question.asked
    match axis:
        case "zone":
            return [question.zone.key]
        case "type":
            return [METRICS[name].definition.type]
        case "dimensions":
            return [len(asked["dimensions"])]
        case "filter":
            return [given["op"] for given in asked["filters"]] or [None]
        case _:
            return [asked.get(axis)]
