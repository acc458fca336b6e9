"""Rows of an engine become an answer without holes."""

from datetime import date
from typing import Any

from sqlgen.contracts import Row, Totals
from sqlgen.series import align
from sqlgen.tests.asking import compiled, intent_of

MON, TUE, WED = date(2025, 11, 17), date(2025, 11, 18), date(2025, 11, 19)


def _aligned(
    metric: str, rows: list[tuple[Any, ...]], *, truncated: bool = False, **asked: Any
) -> tuple[tuple[Row, ...], Totals | None]:
    return align(intent_of(metric, **asked), compiled(metric, **asked).columns, rows, truncated=truncated)


def test_a_day_without_claims_counts_nought() -> None:
    rows, totals = _aligned("claims", [(MON, 4), (WED, 1)], grain="day", window="last_3_days")

    assert [(row.bucket, row.value) for row in rows] == [(MON, 4), (TUE, 0), (WED, 1)]
    assert totals is None


def test_what_the_row_cap_cut_off_is_not_nought() -> None:
    rows, totals = _aligned(
        "claims", [(MON, 4)], grain="day", window="last_3_days", totals=True, truncated=True
    )

    assert [row.value for row in rows] == [4, None, None]
    assert totals == Totals(value=None)


def test_a_day_without_answers_has_no_average() -> None:
    rows, _ = _aligned("csat", [(MON, 4.5)], grain="day", window="last_3_days")

    assert [row.value for row in rows] == [4.5, None, None]


def test_every_group_has_every_bucket() -> None:
    rows, _ = _aligned(
        "claims",
        [(MON, "web", 2), (WED, "app", 3)],
        grain="day",
        window="last_3_days",
        dimensions=["channel"],
    )

    assert [(row.bucket, *row.dimensions, row.value) for row in rows] == [
        (MON, "web", 2),
        (MON, "app", 0),
        (TUE, "web", 0),
        (TUE, "app", 0),
        (WED, "web", 0),
        (WED, "app", 3),
    ]


def test_the_nth_bucket_is_compared_with_the_nth_before() -> None:
    engine = [
        ("current", None, 9),
        ("previous", None, 5),
        ("current", MON, 9),
        ("previous", date(2025, 11, 15), 5),
    ]

    rows, totals = _aligned(
        "claims", engine, grain="day", window="last_3_days", compare="previous_period", totals=True
    )

    assert [(row.previous_bucket, row.value, row.previous_value) for row in rows] == [
        (date(2025, 11, 14), 9, 0),
        (date(2025, 11, 15), 0, 5),
        (date(2025, 11, 16), 0, 0),
    ]
    assert totals == Totals(value=9, previous_value=5)


def test_a_shorter_period_before_leaves_the_last_buckets_without_one() -> None:
    rows, _ = _aligned("claims", [], grain="day", window="2024-01-31..2024-03-01", compare="previous_year")

    assert len(rows) == 30
    assert rows[0].previous_bucket == date(2023, 1, 31)
    assert rows[28].previous_bucket == date(2023, 2, 28)
    assert (rows[29].previous_bucket, rows[29].previous_value) == (None, None)


def test_descending_buckets_stay_descending() -> None:
    rows, _ = _aligned("claims", [], grain="day", window="last_3_days", order=["-bucket"])

    assert [row.bucket for row in rows] == [WED, TUE, MON]


def test_weeks_cut_by_the_window_keep_their_monday() -> None:
    rows, _ = _aligned("claims", [], grain="week", window="2021-01-01..2021-01-06")

    assert [row.bucket for row in rows] == [date(2020, 12, 28), date(2021, 1, 4)]


def test_groups_missing_before_are_nought_for_counts_and_unknown_for_ratios() -> None:
    asked: dict[str, Any] = {"dimensions": ["channel"], "compare": "previous_period"}

    counted, _ = _aligned("claims", [("web", 3, None)], **asked)
    rated, _ = _aligned("repeat_rate", [("web", 0.5, None)], **asked)

    assert (counted[0].value, counted[0].previous_value) == (3, 0)
    assert (rated[0].value, rated[0].previous_value) == (0.5, None)


def test_nothing_at_all_sums_to_nought() -> None:
    [row], _ = _aligned("cost", [(None,)])

    assert row.value == 0


def test_a_difference_of_counts_is_nought_where_neither_is() -> None:
    rows, _ = _aligned("net", [], grain="day", window="last_3_days")

    assert {row.value for row in rows} == {0}
