"""The night the clock goes back has an hour twice, and claims in both."""

from collections.abc import Callable

from demo.places import Places
from demo.services import seed
from demo.tests.conftest import NOW, Rows


def test_the_repeated_hour_holds_claims_of_both_its_halves(
    places: Places, lake: Callable[[str], Rows]
) -> None:
    seed(places=places, now=NOW, claims=150_000, days=30)  # enough for a Sunday night

    halves = lake(
        "SELECT hour(opened_at), timezone_hour(opened_at), count(*) FROM l3_claims.ev_claim "
        "WHERE opened_at >= TIMESTAMPTZ '2026-10-25 00:00:00+00' "
        "AND opened_at < TIMESTAMPTZ '2026-10-25 02:00:00+00' GROUP BY ALL ORDER BY 2 DESC"
    )

    assert [(hour, offset) for hour, offset, _ in halves] == [(1, 1), (1, 0)]
