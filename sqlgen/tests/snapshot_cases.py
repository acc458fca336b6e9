"""The questions whose SQL is kept for review. `backend` where it is not the lake, `zone` and `now` where they
matter.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlgen.tests import example


@dataclass(frozen=True, slots=True)
class Case:
    intent: dict[str, Any]
    backend: str = "lake"
    now: datetime = example.NOW
    zone: ZoneInfo = example.ZONE


def _filter(dimension: str, op: str, *values: object) -> dict[str, Any]:
    return {"dimension": dimension, "op": op, "values": list(values)}


CASES: dict[str, Case] = {
    # ── one value
    "count_default_window": Case({"metric": "claims"}),
    "sum_with_condition_mtd": Case({"metric": "cost", "window": "mtd"}),
    "distinct_count_previous_quarter": Case({"metric": "customers", "window": "previous_quarter"}),
    "count_if_ytd": Case({"metric": "repeats", "window": "ytd"}),
    "aggregate_filter": Case({"metric": "web_claims", "window": "yesterday"}),
    "median": Case({"metric": "median_cost", "window": "last_4_weeks"}),
    "hours_between": Case({"metric": "hours_to_close", "window": "previous_month"}),
    "days_between": Case({"metric": "days_to_close", "window": "previous_month"}),
    "division_inside_a_measure": Case({"metric": "cost_each"}),
    "last_15_minutes": Case({"metric": "claims", "window": "last_15_minutes"}),
    "present_state": Case({"metric": "open_now"}),
    "present_state_by_group": Case({"metric": "open_now", "dimensions": ["channel"]}),
    # ── time
    "series_by_day": Case({"metric": "claims", "grain": "day", "window": "last_7_days"}),
    "series_by_iso_week": Case({"metric": "claims", "grain": "week", "window": "2020-12-21..2021-01-11"}),
    "series_by_month": Case({"metric": "claims", "grain": "month", "window": "last_12_months"}),
    "series_by_quarter": Case({"metric": "claims", "grain": "quarter", "window": "ytd"}),
    "series_by_year": Case({"metric": "claims", "grain": "year", "window": "2023-01-01..2026-01-01"}),
    "clocks_go_forward": Case({"metric": "claims", "grain": "day", "window": "2025-03-29..2025-04-01"}),
    "clocks_go_back": Case({"metric": "claims", "grain": "day", "window": "2025-10-25..2025-10-28"}),
    "another_zone": Case(
        {"metric": "claims", "grain": "day", "window": "today"}, zone=ZoneInfo("America/New_York")
    ),
    "leap_day_against_the_year_before": Case(
        {"metric": "cost", "grain": "day", "window": "mtd", "compare": "previous_year"},
        now=datetime(2024, 2, 29, 12, tzinfo=UTC),
    ),
    "daily_source_by_week": Case({"metric": "cost", "grain": "week", "window": "last_8_weeks"}, "postgres"),
    "local_timestamps": Case({"metric": "visits", "grain": "day", "window": "last_3_days"}),
    "time_on_a_joined_table": Case({"metric": "visits_by_claim_day", "grain": "month", "window": "ytd"}),
    "heat_map_weekday_by_hour": Case({"metric": "claims", "dimensions": ["weekday", "hour"]}),
    # ── groups
    "group_by_own_column": Case({"metric": "claims", "dimensions": ["status"]}),
    "group_by_joined_column": Case({"metric": "claims", "dimensions": ["product_name"]}),
    "group_across_two_joins": Case({"metric": "claims", "dimensions": ["maker_name"]}),
    "two_paths_to_one_table": Case({"metric": "claims", "dimensions": ["region", "repair_region"]}),
    "group_by_expression": Case({"metric": "cost", "dimensions": ["size"]}),
    "group_by_number_and_boolean": Case({"metric": "claims", "dimensions": ["satisfaction", "is_repeat"]}),
    "top_groups": Case({"metric": "cost", "dimensions": ["product_name"], "limit": 5}),
    "ordered_by_name": Case({"metric": "cost", "dimensions": ["region"], "order": ["region", "-value"]}),
    "top_groups_as_series": Case(
        {
            "metric": "cost",
            "dimensions": ["product_name"],
            "grain": "day",
            "window": "last_7_days",
            "limit": 3,
            "totals": True,
        }
    ),
    # ── filters
    "filter_in_with_quotes": Case(
        {"metric": "claims", "filters": [_filter("status", "in", "o'pen", 'a"b', "c\\d")]}
    ),
    "filter_in_unicode": Case(
        {"metric": "claims", "filters": [_filter("region", "in", "Évora", "東京", "🙂")]}
    ),
    "filter_unknown_group": Case(
        {"metric": "claims", "filters": [_filter("channel", "in", "web", "Unknown")]}
    ),
    "filter_not_in_keeps_unknown": Case(
        {"metric": "claims", "filters": [_filter("channel", "not_in", "web")]}
    ),
    "filter_not_in_nor_unknown": Case(
        {"metric": "claims", "filters": [_filter("channel", "not_in", "web", None)]}
    ),
    "filter_contains_metacharacters": Case(
        {"metric": "claims", "filters": [_filter("product_name", "contains", r"100%_of!\x")]}
    ),
    "filter_starts_with": Case(
        {"metric": "claims", "filters": [_filter("product_name", "starts_with", "Pix")]}
    ),
    "filter_null_and_not_null": Case(
        {"metric": "claims", "filters": [_filter("channel", "is_null"), _filter("status", "not_null")]}
    ),
    "filter_typed_comparisons": Case(
        {
            "metric": "claims",
            "filters": [
                _filter("satisfaction", "gte", "4"),
                _filter("due_date", "lt", "2025-12-24"),
                _filter("is_repeat", "in", "true"),
                _filter("hour", "in", 9, 10),
            ],
        }
    ),
    "filter_on_expression": Case({"metric": "cost", "filters": [_filter("size", "in", "small")]}),
    # ── comparison and totals
    "compare_one_value": Case({"metric": "cost", "window": "mtd", "compare": "previous_period"}),
    "compare_groups": Case(
        {"metric": "cost", "dimensions": ["region"], "compare": "previous_year", "limit": 10}
    ),
    "compare_series_with_totals": Case(
        {
            "metric": "claims",
            "grain": "day",
            "window": "last_7_days",
            "compare": "previous_period",
            "totals": True,
        }
    ),
    "totals_of_distinct_count": Case(
        {"metric": "customers", "grain": "week", "dimensions": ["channel"], "totals": True}
    ),
    # ── made of other metrics
    "ratio": Case({"metric": "repeat_rate"}),
    "ratio_series_with_totals": Case(
        {"metric": "repeat_rate", "grain": "month", "dimensions": ["region"], "window": "qtd", "totals": True}
    ),
    "ratio_compared": Case({"metric": "repeat_rate", "window": "mtd", "compare": "previous_period"}),
    "derived_difference": Case({"metric": "net", "dimensions": ["channel"]}),
    "derived_division": Case({"metric": "cost_per_customer", "grain": "month", "window": "ytd"}),
    # ── cumulative
    "trailing_days": Case({"metric": "claims_28d", "grain": "day", "window": "last_3_days"}),
    "trailing_days_one_value": Case({"metric": "claims_28d", "window": "last_3_days"}),
    "trailing_days_by_group_with_totals": Case(
        {
            "metric": "claims_28d",
            "grain": "week",
            "dimensions": ["region"],
            "window": "last_2_weeks",
            "totals": True,
        }
    ),
    "trailing_distinct_count": Case({"metric": "customers_7d", "grain": "day", "window": "last_2_days"}),
    "to_date_by_day": Case({"metric": "cost_mtd", "grain": "day", "window": "2025-10-30..2025-11-03"}),
    "to_date_on_daily_source": Case({"metric": "cost_mtd", "grain": "month", "window": "ytd"}, "postgres"),
    "cumulative_compared": Case(
        {"metric": "claims_28d", "grain": "day", "window": "last_2_days", "compare": "previous_year"}
    ),
}
