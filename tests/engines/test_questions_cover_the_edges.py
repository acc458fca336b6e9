"""What the engines are asked holds every pair that matters; needs no engine."""

from itertools import product

import pytest

from sqlgen.shape import dimension_names, has_time
from tests.engines.questions import COMPARISONS, GRAINS, WINDOWS, Question, questions_for
from tests.engines.variants import variants

METRICS = variants()
ASKED: dict[str, list[Question]] = {
    name: list(questions_for(metric, by_day=False)) for name, metric in METRICS.items()
}
TIMED = [name for name, metric in METRICS.items() if has_time(metric)]


@pytest.mark.parametrize("name", TIMED)
def test_a_metric_is_asked_for_every_window_grain_and_comparison(name: str) -> None:
    asked = [question.asked for question in ASKED[name]]

    assert {one["window"] for one in asked} == set(WINDOWS)
    assert {one["grain"] for one in asked} == set(GRAINS)
    assert {one["compare"] for one in asked} == set(COMPARISONS)


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_is_cut_or_filtered_by_most_of_its_dimensions(name: str) -> None:
    touched = {
        dimension
        for question in ASKED[name]
        for dimension in (
            *question.asked["dimensions"],
            *(given["dimension"] for given in question.asked["filters"]),
        )
    }

    assert len(touched) >= min(3, len(dimension_names(METRICS[name])))


def test_every_grain_meets_every_window() -> None:
    asked = [question.asked for name in TIMED for question in ASKED[name]]
    met = {(one["grain"], one["window"]) for one in asked}

    # A day over everything holds more buckets than an answer.
    assert set(product(GRAINS, WINDOWS)) - met <= {("day", "2020-12-01..2027-02-01")}


def test_every_kind_of_filter_is_asked() -> None:
    ops = {given["op"] for asked in ASKED.values() for one in asked for given in one.asked["filters"]}

    assert ops >= {"in", "not_in", "is_null", "not_null", "contains", "starts_with", "lt", "gte"}
