"""Shape of the demo's rows: what a reader of a dashboard would notice if it were missing."""

from collections.abc import Callable, Iterator

import pytest

from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW, Rows, places_in

Ask = Callable[[str], Rows]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """One seeding for all tests here: they only read."""
    with places_in(tmp_path_factory.mktemp("demo")) as places:
        yield places


@pytest.fixture(scope="module")
def many(places: Places) -> None:
    seed(places=places, now=NOW, claims=60_000, days=400)


@pytest.mark.usefixtures("many")
def test_has_the_claims_it_was_asked_for_and_today_so_far(lake: Ask) -> None:
    whole = lake("SELECT count(*) FROM l3_claims.ev_claim WHERE opened_at < '2026-11-20'")[0][0]
    today = lake("SELECT count(*), max(opened_at) FROM l3_claims.ev_claim WHERE opened_at >= '2026-11-20'")[0]

    assert 59_950 <= whole <= 60_000  # a few late arrivals are still under way
    assert 30 < today[0] < 150
    assert today[1] < NOW


@pytest.mark.usefixtures("many")
def test_monday_at_ten_is_the_peak(lake: Ask) -> None:
    peak = lake(
        "SELECT isodow(opened_at), hour(opened_at) FROM l3_claims.ev_claim "
        "GROUP BY ALL ORDER BY count(*) DESC LIMIT 1"
    )

    assert peak == [(1, 10)]


@pytest.mark.usefixtures("many")
def test_some_values_are_missing_and_some_rows_come_late(lake: Ask) -> None:
    shares = lake(
        "SELECT avg((region_id IS NULL)::INT), avg((channel IS NULL)::INT), "
        "avg((satisfaction IS NULL)::INT), "
        "avg((status = 'closed' AND resolution IS NULL)::INT), "
        "avg((loaded_at - opened_at > INTERVAL 2 HOUR)::INT) FROM l3_claims.ev_claim"
    )[0]

    region, channel, satisfaction, resolution, late = shares
    assert 0.005 < region < 0.02
    assert 0.005 < channel < 0.02
    assert 0.5 < satisfaction < 0.8
    assert 0.005 < resolution < 0.02
    assert 0.01 < late < 0.03


@pytest.mark.usefixtures("many")
def test_status_fits_the_age_of_a_claim(lake: Ask) -> None:
    def claims(where: str) -> int:
        return int(lake(f"SELECT count(*) FROM l3_claims.ev_claim WHERE {where}")[0][0])

    assert claims("status = 'open'") > 20
    assert claims("status = 'in_progress'") > 100
    assert claims("status IN ('open', 'in_progress') AND opened_at < '2026-10-01'") == 0
    assert claims("(closed_at IS NULL) <> (status IN ('open', 'in_progress'))") == 0
    assert claims("closed_at > TIMESTAMPTZ '2026-11-20 15:30:00+00'") == 0


@pytest.mark.usefixtures("many")
def test_a_repeat_claim_is_on_a_device_that_had_one(lake: Ask) -> None:
    orphans = lake(
        "SELECT count(*) FROM l3_claims.ev_claim r "
        "WHERE is_repeat AND opened_at >= '2026-03-01' AND NOT EXISTS ("
        "FROM l3_claims.ev_claim e WHERE e.device_id = r.device_id AND e.opened_at < r.opened_at "
        "AND e.opened_at > r.opened_at - INTERVAL 90 DAY)"
    )

    assert orphans == [(0,)]
    assert 0.06 < lake("SELECT avg(is_repeat::INT) FROM l3_claims.ev_claim")[0][0] < 0.1


@pytest.mark.usefixtures("many")
def test_names_keep_their_letters_on_both_sides(lake: Ask, ops: Ask) -> None:
    regions = {name for (name,) in lake("SELECT region_name FROM l3_claims.dim_region")}
    partners = {name for (name,) in lake("SELECT DISTINCT partner_name FROM l3_claims.ev_service_request")}

    assert {"Zürich", "São Paulo", "東京", "Kraków", "İzmir"} <= regions
    assert "修理工房さくら" in partners
    assert {name for (name,) in ops("SELECT DISTINCT region_name FROM ops.kpi_daily")} == regions | {
        "Unknown"
    }


@pytest.mark.usefixtures("many")
def test_products_sell_from_their_launch_on(lake: Ask) -> None:
    early = lake(
        "SELECT count(*) FROM l3_claims.ev_claim JOIN l3_claims.dim_product USING (product_id) "
        "WHERE NOT is_repeat AND opened_at::DATE < launched_on"
    )
    launched = lake("SELECT count(*) FROM l3_claims.dim_product WHERE launched_on > '2025-11-01'")

    assert early == [(0,)]
    assert launched[0][0] >= 5


@pytest.mark.usefixtures("many")
def test_alerts_reach_into_the_last_minutes(ops: Ask) -> None:
    recent = ops(
        "SELECT count(*) FROM ops.alert WHERE severity = 'critical' "
        "AND raised_at >= '2026-11-20 14:30:00+00' AND raised_at <= '2026-11-20 15:30:00+00'"
    )

    assert recent[0][0] > 3


@pytest.mark.usefixtures("many")
def test_the_file_is_in_the_order_of_opening(lake: Ask) -> None:
    out_of_order = lake(
        "SELECT count(*) FROM ("
        "SELECT opened_at < lag(opened_at) OVER (ORDER BY rowid) AS back FROM l3_claims.ev_claim) WHERE back"
    )

    assert out_of_order == [(0,)]
