"""Numbers and dates in the words of a locale."""

from datetime import date

import pytest

from widgets.charts.labels import words
from widgets.charts.periods import bucket_name, time_ticks

EN = words("en_US")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1_412_345, "1.41 M"),
        (51_900, "51.9 k"),
        (999_950, "1.00 M"),
        (482, "482"),
        (3.4, "3.4"),
        (0.0451, "0.0451"),
        (0, "0"),
        (-1_500_000, "−1.50 M"),
        (7_200_000_000_000_000, "7200 T"),
        (float("nan"), "–"),
    ],
)
def test_three_significant_digits_with_a_scale(value: float, written: str) -> None:
    assert str(EN.significant(value)).replace(",", "") == written


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en_US", "1,234,567.5"), ("de_DE", "1.234.567,5"), ("hi_IN", "12,34,567.5"), ("pt-PT", "1 234 567,5")],
)
def test_exact_numbers_follow_the_locale(locale: str, written: str) -> None:
    assert words(locale).exact(1_234_567.5, 1).replace("\xa0", " ") == written


def test_axis_labels_keep_the_precision_of_their_step() -> None:
    assert [EN.tick(value, 500) for value in (0, 500, 1_500, 2_000)] == ["0", "500", "1.5 k", "2 k"]
    assert EN.tick(-1_500_000, 500_000) == "−1.5 M"


def test_day_ticks_fall_on_weeks() -> None:
    days = [date(2026, 1, 1 + offset) for offset in range(30)]

    assert [index for index, _ in time_ticks(days, "day", EN)] == [0, 7, 14, 21, 28]


def test_four_hundred_days_have_few_ticks() -> None:
    days = [date.fromordinal(date(2025, 1, 1).toordinal() + offset) for offset in range(400)]

    assert len(time_ticks(days, "day", EN)) <= 6


def test_weeks_and_quarters_are_named_by_their_number() -> None:
    assert bucket_name(date(2026, 11, 16), "week", EN) == "week 47, 2026"
    assert bucket_name(date(2026, 10, 1), "quarter", EN) == "Q4 2026"
