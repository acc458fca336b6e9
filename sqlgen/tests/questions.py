"""Any question that fits the example, for properties."""

from typing import Any

from hypothesis import strategies as st

METRICS = (
    "claims",
    "cost",
    "customers",
    "csat",
    "biggest",
    "median_cost",
    "repeats",
    "web_claims",
    "hours_to_close",
    "days_to_close",
    "cost_each",
    "repeat_rate",
    "net",
    "cost_per_customer",
    "claims_28d",
    "cost_mtd",
    "customers_7d",
)
ADDITIVE = ("claims", "cost", "repeats", "web_claims", "net", "claims_28d", "cost_mtd")
DIMENSIONS = (
    "status",
    "channel",
    "is_repeat",
    "satisfaction",
    "due_date",
    "product_name",
    "maker_name",
    "region",
    "repair_region",
    "size",
    "weekday",
    "hour",
)
WINDOWS = (
    "last_7_days",
    "mtd",
    "qtd",
    "previous_month",
    "last_3_weeks",
    "2025-10-25..2025-10-28",
    "yesterday",
)

# Every character a filter takes: no control characters, and not the two the guard keeps from Databricks.
_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff$"), max_size=12
)
_TEXT_FILTER = st.fixed_dictionaries(
    {
        "dimension": st.sampled_from(["status", "channel", "product_name", "region", "size"]),
        "op": st.sampled_from(["in", "not_in", "contains", "starts_with"]),
        "values": st.lists(_TEXT, min_size=1, max_size=1),
    }
)
_MEMBERSHIP = st.fixed_dictionaries(
    {
        "dimension": st.sampled_from(["status", "channel"]),
        "op": st.sampled_from(["in", "not_in"]),
        "values": st.lists(st.sampled_from(["web", "open", "Unknown", None, "a_b%"]), min_size=1, max_size=3),
    }
)
_NUMBER_FILTER = st.fixed_dictionaries(
    {
        "dimension": st.sampled_from(["satisfaction", "hour", "weekday"]),
        "op": st.sampled_from(["lt", "lte", "gt", "gte", "in", "not_in"]),
        "values": st.lists(st.integers(-9, 30), min_size=1, max_size=1),
    }
)
FILTERS = st.lists(st.one_of(_TEXT_FILTER, _MEMBERSHIP, _NUMBER_FILTER), max_size=3)


@st.composite
def questions(draw: st.DrawFn, metrics: tuple[str, ...] = METRICS) -> dict[str, Any]:
    grain = draw(st.sampled_from([None, "day", "week", "month", "quarter", "year"]))
    dimensions = draw(st.lists(st.sampled_from(DIMENSIONS), unique=True, max_size=3))
    asked: dict[str, Any] = {
        "metric": draw(st.sampled_from(metrics)),
        "dimensions": dimensions,
        "filters": draw(FILTERS),
        "grain": grain,
        "window": draw(st.sampled_from(WINDOWS)),
        "compare": draw(st.sampled_from([None, "previous_period", "previous_year"])),
        "totals": draw(st.booleans()),
    }
    if dimensions:
        asked["limit"] = draw(st.sampled_from([None, 1, 5]))
    valid = ["value", *dimensions, *(["bucket"] if grain else [])]
    asked["order"] = [
        draw(st.sampled_from(["", "-"])) + name
        for name in draw(st.lists(st.sampled_from(valid), unique=True, max_size=2))
    ]
    return asked
