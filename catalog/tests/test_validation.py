"""A source that makes no sense is refused, with the place and the nearest valid name."""

from typing import Any

import pytest

from catalog.contracts import Dictionary
from catalog.tests.builders import simple, source, told


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"measure": "COUNT(*)"},
        {"measure": "COUNT(DISTINCT customer_id)"},
        {"measure": "SUM(amount) / COUNT(order_id)"},
        {"measure": "AVG(amount) FILTER (WHERE status = 'open')"},
        {"measure": "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY amount)"},
        {"measure": "COALESCE(SUM(CASE WHEN status = 'open' THEN amount END), 0)"},
        {"where": "status <> 'void' AND ordered_at < loaded_at"},
        {
            "dimensions": [
                "status",
                "segment",
                {"name": "size", "expr": "CASE WHEN amount < 9 THEN 's' ELSE 'l' END"},
            ]
        },
        {"time": "region.opened_on", "time_via": [{"table": "region", "on": "ship_region_id"}]},
        {"time": None},
        {"overrides": {"postgres": "SUM(amount::numeric)"}},
        # Numbers, or what is not known to be none.
        {"measure": "MAX(items) - MIN(amount)"},
        {"measure": "SUM(CAST(status AS INT))"},
        {"measure": "MAX(LENGTH(status))"},
        {"measure": "COUNT(DISTINCT status)"},
        {"measure": "MAX(REVERSE(status))"},
        {"measure": "MAX(ordered_at) - MIN(ordered_at)"},
        {"measure": "AVG(CASE WHEN status = 'open' THEN 1 ELSE 0 END)"},
        {"measure": "MAX(CASE WHEN status = 'open' THEN NULL ELSE items END)"},
        {"measure": "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY items)"},
        {"measure": "MAX_BY(amount, status)"},
        {"measure": "SUM(status = 'open')"},  # DuckDB adds up what is true
    ],
)
def test_accepts(shop: Dictionary, members: dict[str, Any]) -> None:
    assert told(shop, simple(sources=[source(**members)])) == []


@pytest.mark.parametrize(
    ("members", "place", "words"),
    [
        ({"table": "shop.ordres"}, "sources[0].table", "Did you mean shop.orders?"),
        ({"measure": "amount"}, "sources[0].measure", "no aggregate"),
        ({"measure": "SUM(amount"}, "sources[0].measure", "cannot be read"),
        ({"measure": "SUM(amount); SELECT 1"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SELECT 1"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SUM(amount) AS total"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SUM(amount) + items"}, "sources[0].measure", "items stands outside"),
        ({"measure": "SUM(amuont)"}, "sources[0].measure", "Did you mean amount?"),
        ({"measure": "SUM(customer.segment)"}, "sources[0].measure", "without a table's name"),
        ({"measure": "COUNT(email)"}, "sources[0].measure", "restricted"),
        ({"measure": "SUM(COUNT(items))"}, "sources[0].measure", "an aggregate of an aggregate"),
        ({"measure": "SUM(SUM(items)) OVER ()"}, "sources[0].measure", "window function"),
        ({"measure": "SUM((SELECT 1))"}, "sources[0].measure", "may not hold a query"),
        ({"measure": "SUM(SECRET_FUNCTION(items))"}, "sources[0].measure", "no function known"),
        ({"where": "SUM(amount) > 1"}, "sources[0].where", "one row at a time"),
        ({"where": "email IS NOT NULL"}, "sources[0].where", "restricted"),
        ({"where": "EXISTS (SELECT 1)"}, "sources[0].where", "may not hold a query"),
        ({"time": "ordered"}, "sources[0].time", "Did you mean ordered_at?"),
        ({"time": "status"}, "sources[0].time", "A time is a date or a timestamp."),
        ({"time": None, "time_via": ["region"]}, "sources[0].time", "leads to no time"),
        ({"dimensions": ["statsu"]}, "sources[0].dimensions[0]", "Did you mean status?"),
        ({"dimensions": ["status", "email"]}, "sources[0].dimensions[1]", "restricted"),
        ({"dimensions": ["region_name"]}, "sources[0].dimensions[0]", "2 ways lead from"),
        ({"dimensions": ["refunded_on"]}, "sources[0].dimensions[0]", "count rows several times"),
        ({"dimensions": ["status", "status"]}, "sources[0].dimensions[1]", "there twice"),
        ({"dimensions": [{"name": "hour", "column": "status"}]}, "sources[0].dimensions[0]", "reserved"),
        (
            {"dimensions": [{"name": "d", "expr": "SUM(amount)"}]},
            "sources[0].dimensions[0]",
            "one row at a time",
        ),
        (
            {"dimensions": [{"name": "d", "expr": "status", "column": "status"}]},
            "sources[0].dimensions[0]",
            "choose one",
        ),
        ({"overrides": {"oracle": "SUM(amount)"}}, "sources[0].overrides.oracle", "no dialect"),
        ({"overrides": {"duckdb": "amount"}}, "sources[0].overrides.duckdb", "no aggregate"),
    ],
)
def test_refuses_a_source(shop: Dictionary, members: dict[str, Any], place: str, words: str) -> None:
    issues = told(shop, simple(sources=[source(**members)]))

    assert any(issue.startswith(f"{place}: ") and words in issue for issue in issues), issues


_STATUS, _TIME = (
    "shop.orders.status is a string; varchar",
    "shop.orders.ordered_at is a timestamp; timestamptz",
)


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("MAX(status)", f"MAX(status) gives a text ({_STATUS})"),
        ("MIN(ordered_at) FILTER (WHERE items > 1)", f"gives a time ({_TIME})"),
        ("SUM(status)", f"SUM(status): SUM takes numbers, and is given a text ({_STATUS})"),
        (
            "SUM(DISTINCT status) / COUNT(*)",
            f"SUM(DISTINCT status) / COUNT(*): SUM takes numbers, and is given a text ({_STATUS})",
        ),
        ("AVG(ordered_at)", f"AVG takes numbers, and is given a time ({_TIME})"),
        ("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY status)", f"is given a text ({_STATUS})"),
        ("PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY status)", f"gives a text ({_STATUS})"),
        ("MODE(status)", f"gives a text ({_STATUS})"),
        ("MAX_BY(status, amount)", f"gives a text ({_STATUS})"),
        ("COALESCE(MAX(CASE WHEN items > 1 THEN status END), 'none')", f"gives a text ({_STATUS})"),
        ("ARRAY_AGG(items)", "gives a list or struct."),
        ("COLLECT_SET(items)", "gives a list or struct."),
        ("STRING_AGG(status, ', ')", "gives a text."),
        ("CAST(SUM(amount) AS STRING)", "gives a text."),
        ("MAX(UPPER(status))", "gives a text."),
        ("MAX('=1+1')", "gives a text."),
        ("SUM(amount) > 3", "gives true or false."),
        ("MAX(items > 3)", "gives true or false."),
    ],
)
def test_refuses_a_measure_that_gives_no_number(shop: Dictionary, measure: str, words: str) -> None:
    (issue,) = told(shop, simple(sources=[source(measure=measure)]))

    assert issue.startswith("sources[0].measure: ")
    assert words in issue
    assert issue.endswith("A metric's value is a number: COUNT, SUM or AVG, or MIN and MAX of a number.")


def test_refuses_an_engines_own_measure_that_gives_no_number(shop: Dictionary) -> None:
    (issue,) = told(shop, simple(sources=[source(overrides={"duckdb": "LIST(items)"})]))

    assert issue.startswith("sources[0].overrides.duckdb: ")
    assert "gives a list or struct." in issue


def test_refuses_two_sources_for_one_backend_and_a_mix_of_times(shop: Dictionary) -> None:
    issues = told(shop, simple(sources=[source(), source(time=None)]))

    assert len(issues) == 2
    assert "Two sources answer on duckdb" in issues[0]
    assert "has no time, another one has" in issues[1]
