"""Scales and ticks."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from widgets.charts.scale import Linear, Points, axis, nice_step, spread

FINITE = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([31, 57], (30.0, 40.0, 50.0, 60.0)),
        ([0, 0], (0.0, 0.5, 1.0)),
        ([], (0.0, 0.5, 1.0)),
        ([-5, 5], (-5.0, 0.0, 5.0)),
        ([0.1, 0.3], (0.1, 0.2, 0.3)),
    ],
)
def test_ticks_are_round_and_cover_the_values(values: list[float], ticks: tuple[float, ...]) -> None:
    assert axis(values).ticks == ticks


def test_counted_things_have_whole_ticks() -> None:
    assert all(tick == int(tick) for tick in axis([1, 2], whole=True).ticks)


def test_equal_values_stand_inside_their_axis() -> None:
    scale = axis([42, 42, 42])

    assert scale.low < 42 < scale.high


@given(st.lists(FINITE, min_size=1, max_size=30))
@example([0.0, 5e-324])
@example([-5e-324, 5e-324])
def test_every_value_lies_on_its_axis(values: list[float]) -> None:
    scale = axis(values)
    slack = scale.step * 1e-6

    assert scale.low - slack <= min(values)
    assert scale.high + slack >= max(values)
    assert len(scale.ticks) <= 8


@pytest.mark.parametrize(("span", "step"), [(30, 10), (3, 1), (0.3, 0.1), (61, 50), (1_200_000, 500_000)])
def test_steps_are_one_two_or_five_times_a_power_of_ten(span: float, step: float) -> None:
    assert nice_step(span, 3) == pytest.approx(step)


def test_a_single_point_stands_in_the_middle() -> None:
    assert Points(1)(0) == 50.0
    assert Linear(3, 3)(3) == 50.0


@given(st.lists(st.floats(min_value=0, max_value=150), min_size=1, max_size=8))
def test_spread_labels_keep_apart_and_inside(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, room=14, low=0, high=150))

    assert placed[0] >= -1e-6
    assert placed[-1] <= 150 + 1e-6
    assert all(after - before >= 14 - 1e-6 for before, after in itertools.pairwise(placed))
