"""ops.kpi_daily is the exact aggregate of ev_claim by local day, region and device type."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW, Rows

Ask = Callable[[str], Rows]
FROM_CLAIMS = """
SELECT (opened_at AT TIME ZONE 'Europe/Lisbon')::DATE, coalesce(region_name, 'Unknown'), device_type,
  count(claim_id), count(*) FILTER (WHERE is_repeat), count(*) FILTER (WHERE resolution = 'repair'),
  count(*) FILTER (WHERE resolution = 'replacement'),
  coalesce(sum(cost_avoided_usd) FILTER (WHERE status <> 'rejected'), 0),
  coalesce(sum(replacement_cost_usd) FILTER (WHERE status <> 'rejected'), 0),
  coalesce(sum(satisfaction), 0), count(satisfaction)
FROM l3_claims.ev_claim
  LEFT JOIN l3_claims.dim_region USING (region_id) JOIN l3_claims.dim_product USING (product_id)
GROUP BY ALL
"""
FROM_DAYS = """
SELECT kpi_date, region_name, device_type, claims_opened, claims_repeat, repairs, replacements,
  cost_avoided_usd, replacement_cost_usd, satisfaction_sum, satisfaction_count
FROM ops.kpi_daily
"""


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=30), timedelta(days=3)])
def test_daily_figures_are_the_sum_of_the_claims(
    places: Places, lake: Ask, ops: Ask, later: timedelta
) -> None:
    seed(places=places, now=NOW, claims=4000, days=120)
    if later:
        seed(places=places, now=NOW + later)

    assert sorted(ops(FROM_DAYS)) == sorted(lake(FROM_CLAIMS))


def test_every_offer_belongs_to_a_claim_of_the_same_channel(places: Places, lake: Ask, ops: Ask) -> None:
    seed(places=places, now=NOW, claims=3000, days=100)

    channels = dict(lake("SELECT claim_id, channel FROM l3_claims.ev_claim"))

    offers = ops("SELECT action_id, channel FROM ops.next_best_action")
    assert len(offers) > 300
    assert all(channels[action_id] == channel for action_id, channel in offers)


def test_the_next_day_takes_a_day_from_the_front(places: Places, lake: Ask, ops: Ask) -> None:
    seed(places=places, now=datetime(2026, 11, 20, 12, tzinfo=UTC), claims=3000, days=60)

    seed(places=places, now=datetime(2026, 11, 22, 12, tzinfo=UTC))

    assert str(ops("SELECT min(kpi_date) FROM ops.kpi_daily")[0][0]) == "2026-09-23"
    assert str(lake("SELECT min(opened_at)::DATE FROM l3_claims.ev_claim")[0][0]) == "2026-09-23"
