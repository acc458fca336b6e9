"""The same question on the same data gives the same numbers in DuckDB and in PostgreSQL."""

import math
import statistics
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from sqlgen.series import align
from sqlgen.tests import example
from sqlgen.tests.asking import compiled, intent_of
from sqlgen.tests.engines import DuckDB, PostgreSQL, claims
from sqlgen.tests.snapshot_cases import CASES

Engine = DuckDB | PostgreSQL


def _answer(engine: Engine, metric: str, **asked: Any) -> list[tuple[Any, ...]]:
    return engine.rows(compiled(metric, dialect=engine.dialect, **asked).sql)


def _same(left: Any, right: Any) -> bool:
    if isinstance(left, float) or isinstance(right, float):
        return None not in (left, right) and math.isclose(left, right, rel_tol=1e-12)
    return bool(left == right)


def _assert_same(left: list[tuple[Any, ...]], right: list[tuple[Any, ...]]) -> None:
    assert len(left) == len(right)
    for ours, theirs in zip(sorted(left, key=_keys), sorted(right, key=_keys), strict=True):
        assert all(map(_same, ours, theirs)), (ours, theirs)


def _keys(row: tuple[Any, ...]) -> str:
    return repr([value for value in row if value is None or isinstance(value, (str, date))])


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.backend == "lake"])
def test_duckdb_and_postgresql_agree(name: str, lake: DuckDB, operational: PostgreSQL) -> None:
    case = CASES[name]
    asked = {**case.intent, "now": case.now, "zone": case.zone}

    first, second = _answer(lake, **asked), _answer(operational, **asked)

    _assert_same(first, second)


@pytest.mark.parametrize("grain", [None, "day", "week", "month"])
@pytest.mark.parametrize("metric", ["claims", "cost", "claims_28d", "cost_mtd"])
def test_a_daily_source_agrees_with_the_events_it_was_made_of(
    metric: str, grain: str | None, lake: DuckDB, operational: PostgreSQL
) -> None:
    asked: dict[str, Any] = {"window": "2025-03-01..2025-04-15", "grain": grain}

    events = lake.rows(compiled(metric, **asked).sql)
    daily = operational.rows(compiled(metric, dialect="postgres", backend="postgres", **asked).sql)

    intent = intent_of(metric, **asked)
    columns = compiled(metric, **asked).columns
    assert align(intent, columns, events) == align(intent, columns, daily)


def _in(claim_local: datetime, first: date, end: date) -> bool:
    return first <= claim_local.date() < end


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_days_around_clock_changes_hold_what_happened_on_them(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    first, end = date(2025, 10, 25), date(2025, 10, 28)
    expected: dict[date, int] = {}
    for claim in claims():
        if _in(claim.local, first, end):
            expected[claim.local.date()] = expected.get(claim.local.date(), 0) + 1

    rows = _answer(request.getfixturevalue(fixture), "claims", grain="day", window=f"{first}..{end}")

    assert dict(rows) == expected
    assert len(expected) == 3


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_sums_are_exact_decimals_by_region(fixture: str, request: pytest.FixtureRequest) -> None:
    first, end = date(2025, 1, 1), date(2025, 11, 20)
    expected: dict[str, Decimal | None] = {}
    for claim in claims():
        if _in(claim.local, first, end) and claim.status not in (None, "rejected"):
            known = expected.setdefault(claim.region, None)
            expected[claim.region] = known if claim.cost is None else (known or Decimal(0)) + claim.cost

    rows = _answer(request.getfixturevalue(fixture), "cost", dimensions=["region"], window=f"{first}..{end}")

    assert dict(rows) == expected
    assert all(isinstance(value, Decimal) for _, value in rows)


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_trailing_distinct_customers_are_counted_from_rows(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    rows = _answer(
        request.getfixturevalue(fixture), "customers_7d", grain="day", window="2025-10-25..2025-10-29"
    )

    for bucket, value in rows:
        span = [claim for claim in claims() if 0 <= (bucket - claim.local.date()).days < 7]
        assert value == len({claim.customer_id for claim in span})
    assert len(rows) == 4


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_a_ratio_is_a_ratio_of_sums_and_nothing_over_nothing_is_unknown(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    engine = request.getfixturevalue(fixture)
    first, end = date(2025, 10, 1), date(2025, 11, 1)
    inside = [claim for claim in claims() if _in(claim.local, first, end)]
    repeats = sum(1 for claim in inside if claim.is_repeat)

    [(value,)] = _answer(engine, "repeat_rate", window=f"{first}..{end}")
    [(nothing,)] = _answer(engine, "repeat_rate", window="2030-01-01..2030-02-01")

    assert value == repeats / len(inside)
    assert nothing is None


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_a_group_without_numerators_has_a_rate_of_nought(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    without = {"filters": [{"dimension": "status", "op": "not_in", "values": ["rejected"]}]}

    rows = _answer(request.getfixturevalue(fixture), "reject_rate", dimensions=["region"], **without)

    assert {value for _, value in rows} == {0.0}


@pytest.mark.parametrize("fixture", ["lake", "operational"])
@pytest.mark.parametrize("metric", ["claims", "customers", "repeats", "web_claims"])
def test_a_count_of_nothing_is_nought(fixture: str, metric: str, request: pytest.FixtureRequest) -> None:
    assert _answer(request.getfixturevalue(fixture), metric, window="2030-01-01..2030-02-01") == [(0,)]


@pytest.mark.parametrize("fixture", ["lake", "operational"])
@pytest.mark.parametrize(
    ("op", "values", "keeps"),
    [
        ("in", ["web"], lambda channel: channel == "web"),
        ("in", ["web", "Unknown"], lambda channel: channel in ("web", "Unknown", None)),
        ("in", [None], lambda channel: channel is None),
        ("not_in", ["web"], lambda channel: channel != "web"),
        ("not_in", ["web", "Unknown"], lambda channel: channel == "app"),
        ("is_null", [], lambda channel: channel is None),
        ("not_null", [], lambda channel: channel is not None),
        ("contains", ["p"], lambda channel: channel == "app"),
        ("starts_with", ["w"], lambda channel: channel == "web"),
    ],
)
def test_a_filter_keeps_what_it_says(
    fixture: str, op: str, values: list[Any], keeps: Any, request: pytest.FixtureRequest
) -> None:
    expected = sum(1 for claim in claims() if keeps(claim.channel))
    asked = {"filters": [{"dimension": "channel", "op": op, "values": values}]}

    [(value,)] = _answer(request.getfixturevalue(fixture), "claims", window="2024-01-01..2026-01-01", **asked)

    assert value == expected


@pytest.mark.parametrize("fixture", ["lake", "operational"])
@pytest.mark.parametrize("text", ["100%_!", "%", "_", "a_b", "!"])
def test_like_metacharacters_are_plain_characters(
    fixture: str, text: str, request: pytest.FixtureRequest
) -> None:
    names = {1: "Pixel 100%_!", 2: "Fairphone"}
    expected = sum(1 for claim in claims() if text in names.get(claim.product_id or 0, ""))
    asked = {"filters": [{"dimension": "product_name", "op": "contains", "values": [text]}]}

    [(value,)] = _answer(request.getfixturevalue(fixture), "claims", window="2024-01-01..2026-01-01", **asked)

    assert value == expected


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_whole_hours_and_local_days_between_two_instants(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    engine = request.getfixturevalue(fixture)
    closed = [claim for claim in claims() if claim.closed_at]
    hours = [int((claim.closed_at - claim.opened_at).total_seconds() // 3600) for claim in closed]
    days = [(claim.closed_at.astimezone(example.ZONE).date() - claim.local.date()).days for claim in closed]

    [(mean_hours,)] = _answer(engine, "hours_to_close", window="2024-01-01..2026-01-01")
    [(mean_days,)] = _answer(engine, "days_to_close", window="2024-01-01..2026-01-01")

    assert math.isclose(mean_hours, sum(hours) / len(hours), rel_tol=1e-12)
    assert math.isclose(mean_days, sum(days) / len(days), rel_tol=1e-12)


@pytest.mark.parametrize("fixture", ["lake", "operational"])
@pytest.mark.parametrize("days", range(10, 24))  # odd and even numbers of claims, odd and even cents
def test_a_median_lies_between_the_middle_two(
    fixture: str, days: int, request: pytest.FixtureRequest
) -> None:
    first, end = date(2025, 10, 1), date(2025, 10, days)
    costs = [claim.cost for claim in claims() if _in(claim.local, first, end) and claim.cost is not None]

    [(value,)] = _answer(request.getfixturevalue(fixture), "median_cost", window=f"{first}..{end}")

    assert math.isclose(value, statistics.median(costs), rel_tol=1e-12)


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_weekday_and_hour_are_those_of_the_portals_zone(fixture: str, request: pytest.FixtureRequest) -> None:
    expected: dict[tuple[str, str], int] = {}
    for claim in claims():
        key = (str(claim.local.isoweekday()), str(claim.local.hour))
        expected[key] = expected.get(key, 0) + 1

    rows = _answer(
        request.getfixturevalue(fixture),
        "claims",
        dimensions=["weekday", "hour"],
        window="2024-01-01..2026-01-01",
    )

    assert {(weekday, hour): value for weekday, hour, value in rows} == expected


@pytest.mark.parametrize("fixture", ["lake", "operational"])
def test_top_groups_keep_their_whole_series_and_the_total_keeps_everyone(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    engine = request.getfixturevalue(fixture)
    asked: dict[str, Any] = {"window": "2025-01-01..2025-11-01", "dimensions": ["region"]}
    ranked = _answer(engine, "claims", **asked)

    rows = _answer(engine, "claims", **asked, grain="quarter", limit=2, totals=True)

    assert {region for bucket, region, _ in rows if bucket} == {region for region, _ in ranked[:2]}
    assert [value for bucket, _, value in rows if bucket is None] == [sum(value for _, value in ranked)]
