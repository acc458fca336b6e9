"""Metrics against SQL somebody wrote by hand, on both engines: local days, missing values, row rules."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from accounts.contracts import RowPolicy, RowRule
from catalog.contracts import GovernedMetric
from catalog.selectors import dictionary, live_metrics
from catalog.services import sync_catalog
from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW, Rows, places_in
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect
from sqlgen.guard import Policy, check
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent

Ask = Callable[[str], Rows]
ZONE = ZoneInfo("Europe/Lisbon")
CLOCK_CHANGE = {"grain": "day", "window": "2026-10-24..2026-10-27"}  # the middle day has 25 hours
EVERY_ROW = RowPolicy()
LOCAL_DAY = "CAST(opened_at AT TIME ZONE 'Europe/Lisbon' AS DATE)"

ON_DUCKDB: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "claim_volume",
        CLOCK_CHANGE,
        f"SELECT {LOCAL_DAY}, count(*) FROM l3_claims.ev_claim "
        f"WHERE {LOCAL_DAY} >= '2026-10-24' AND {LOCAL_DAY} <= '2026-10-26' GROUP BY 1",
    ),
    (
        "cost_avoided",
        {"dimensions": ("region",), "window": "mtd"},
        "SELECT coalesce(region_name, 'Unknown'), sum(cost_avoided_usd) FROM l3_claims.ev_claim "
        "LEFT JOIN l3_claims.dim_region USING (region_id) "
        f"WHERE status <> 'rejected' AND {LOCAL_DAY} >= '2026-11-01' AND {LOCAL_DAY} <= '2026-11-20' GROUP BY 1",
    ),
    (
        "repeat_claim_rate",
        {"dimensions": ("region",), "window": "last_90_days"},
        "SELECT coalesce(region_name, 'Unknown'), avg(CASE WHEN is_repeat THEN 1.0 ELSE 0.0 END) "
        "FROM l3_claims.ev_claim LEFT JOIN l3_claims.dim_region USING (region_id) "
        f"WHERE {LOCAL_DAY} >= '2026-08-22' AND {LOCAL_DAY} < '2026-11-20' GROUP BY 1",
    ),
    (
        "time_to_close",
        {"window": "previous_month"},
        "SELECT quantile_cont(floor(epoch(closed_at) - epoch(opened_at)), 0.5) / 86400 FROM l3_claims.ev_claim "
        "WHERE strftime(closed_at AT TIME ZONE 'Europe/Lisbon', '%Y-%m') = '2026-10'",
    ),
    (
        "claim_arrivals",
        {"dimensions": ("weekday", "hour"), "window": "last_8_weeks"},
        "SELECT CAST(isodow(t) AS VARCHAR), CAST(hour(t) AS VARCHAR), count(*) FROM "
        "(SELECT opened_at AT TIME ZONE 'Europe/Lisbon' AS t FROM l3_claims.ev_claim) "
        "WHERE t >= '2026-09-21' AND t < '2026-11-16' GROUP BY 1, 2",
    ),
)
ON_POSTGRES: tuple[tuple[str, dict[str, Any], str], ...] = (
    (
        "claim_volume",
        CLOCK_CHANGE,
        "SELECT kpi_date, sum(claims_opened) FROM ops.kpi_daily "
        "WHERE kpi_date BETWEEN '2026-10-24' AND '2026-10-26' GROUP BY 1",
    ),
    (
        "csat",
        {"dimensions": ("device_type",), "window": "last_30_days"},
        "SELECT device_type, sum(satisfaction_sum)::float8 / nullif(sum(satisfaction_count), 0) "
        "FROM ops.kpi_daily WHERE kpi_date >= '2026-10-21' AND kpi_date < '2026-11-20' GROUP BY 1",
    ),
    (
        "nba_taken_pct",
        {"dimensions": ("channel",), "window": "last_30_days"},
        "SELECT coalesce(channel, 'Unknown'), avg(taken::int::float8) FROM ops.next_best_action "
        "WHERE (offered_at AT TIME ZONE 'Europe/Lisbon')::date BETWEEN '2026-10-21' AND '2026-11-19' GROUP BY 1",
    ),
    (
        "active_issues_count",
        {"dimensions": ("region",)},
        "SELECT coalesce(region_name, 'Unknown'), count(*) FROM ops.issue WHERE status <> 'resolved' GROUP BY 1",
    ),
    (
        "claim_volume_28d",
        CLOCK_CHANGE,
        "SELECT d::date, (SELECT sum(claims_opened) FROM ops.kpi_daily "
        "WHERE kpi_date BETWEEN d::date - 27 AND d::date) "
        "FROM generate_series(date '2026-10-24', date '2026-10-26', interval '1 day') AS d",
    ),
)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """One seeding for all tests here: they only read."""
    with places_in(tmp_path_factory.mktemp("demo")) as places:
        seed(places=places, now=NOW, claims=20_000, days=300)
        yield places


@pytest.fixture
def metrics(db: None) -> dict[str, GovernedMetric]:
    sync_catalog(at=NOW)
    return {metric.name: metric for metric in live_metrics()}


@pytest.mark.parametrize(("name", "question", "by_hand"), ON_DUCKDB)
def test_duckdb(
    lake: Ask, metrics: dict[str, GovernedMetric], name: str, question: dict[str, Any], by_hand: str
) -> None:
    sql = _sql(metrics[name], question, "duckdb")

    assert _plain(lake(sql)) == _plain(lake(by_hand))


@pytest.mark.parametrize(("name", "question", "by_hand"), ON_POSTGRES)
def test_postgresql(
    ops: Ask, metrics: dict[str, GovernedMetric], name: str, question: dict[str, Any], by_hand: str
) -> None:
    sql = _sql(metrics[name], question, "postgres")

    assert _plain(ops(sql)) == _plain(ops(by_hand))


def test_a_row_rule_leaves_only_its_rows(lake: Ask, metrics: dict[str, GovernedMetric]) -> None:
    rules = RowPolicy((RowRule("l3_claims.ev_claim", "region_id", ("1", "4")),))
    question = {"dimensions": ("region",), "window": "last_90_days"}

    rows = lake(_sql(metrics["claim_volume"], question, "duckdb", rules))

    assert _plain(rows) == _plain(
        lake(
            "SELECT region_name, count(*) FROM l3_claims.ev_claim JOIN l3_claims.dim_region USING (region_id) "
            f"WHERE region_id IN (1, 4) AND {LOCAL_DAY} >= '2026-08-22' AND {LOCAL_DAY} < '2026-11-20' GROUP BY 1"
        )
    )


def _sql(
    metric: GovernedMetric, question: dict[str, Any], dialect: Dialect, rules: RowPolicy = EVERY_ROW
) -> str:
    intent = resolve_intent(IntentSpec(metric=metric.name, **question), metric, now=NOW, zone=ZONE)
    known = dictionary()
    compiled = compile_intent(intent, metric, backend=dialect, dialect=dialect, dictionary=known, zone=ZONE)
    policy = Policy.from_dictionary(known, dialect=dialect, row_cap=10_000, row_policy=rules)
    return check(compiled.sql, dialect=dialect, policy=policy).sql


def _plain(rows: Rows) -> list[tuple[Any, ...]]:
    assert rows
    told = (tuple(round(float(v), 6) if isinstance(v, Decimal | float) else v for v in row) for row in rows)
    return sorted(told, key=str)
