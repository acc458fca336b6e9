"""One metric on two real engines: equal, different, or not comparable and why."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from catalog.selectors import governed_metric
from routing.parity.compare import compare
from routing.parity.contracts import Comparison, Verdict, Why
from routing.tests.parity_world import WINDOW, daily, govern, source
from sqlgen.errors import IntentRefused

NOW = datetime(2026, 7, 11, 12, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("trade")


def compared(name: str, **asked: Any) -> Comparison:
    asked = {"now": NOW, "window": WINDOW, **asked}
    return compare(governed_metric(name), "books", "lakehouse", **asked)


def why(found: Comparison) -> set[Why]:
    return {reason.code for reason in found.reasons}


def test_a_copy_is_equal_to_the_cent_in_every_group() -> None:
    govern("taken", source("lakehouse", "books"))

    found = compared("taken")

    assert (found.verdict, found.reasons) == (Verdict.EQUAL, ())
    assert found.total.value_a == found.total.value_b
    assert isinstance(found.total.value_a, Decimal)
    assert found.dimensions == ("region",)
    assert {group.dimensions[0] for group in found.groups} == {"North", "Åland", "Unknown"}
    assert sum(group.value_a or 0 for group in found.groups) == found.total.value_a


def test_both_receipts_are_kept() -> None:
    govern("taken", source("lakehouse", "books"))

    found = compared("taken")

    assert (found.a.backend, found.a.engine_label, found.b.backend) == ("books", "PostgreSQL", "lakehouse")
    for side in (found.a, found.b):
        assert "2026-05-31" in side.sql  # the evening before, in UTC
        assert side.query_id
        assert side.execution_ms > 0
        assert side.row_count == len(found.groups) + 1  # and the whole window's
        assert side.data_loaded_at == datetime(2026, 7, 10, 6, tzinfo=UTC)


def test_two_ways_of_writing_one_number_are_equal() -> None:
    govern("sold", source("lakehouse", measure="COUNT(sale_id)"), daily("books", measure="SUM(n)"))

    assert compared("sold").verdict is Verdict.EQUAL


def test_a_cent_is_found_in_its_group() -> None:
    govern("taken", source("lakehouse", "books", table="trade.altered"))

    found = compared("taken")

    assert (found.verdict, found.reasons) == (Verdict.DIFFERENT, ())
    worst, *others = found.groups
    assert (worst.absolute, worst.within) == (Decimal("0.01"), False)
    assert worst.bucket is not None
    assert worst.bucket.isoformat() == "2026-06-11"
    assert all(group.within for group in others)


@pytest.mark.parametrize("parity", [{"relative_tolerance": 0.001}, {"absolute_tolerance": 0.01}])
def test_a_cent_is_within_a_tolerance_of_a_cent(parity: dict[str, float]) -> None:
    govern("taken", source("lakehouse", "books", table="trade.altered"), parity=parity)

    assert compared("taken", grain="month").verdict is Verdict.EQUAL


def test_a_metric_of_parts_is_compared_on_each_side_s_parts() -> None:
    govern("taken", source("lakehouse"), daily("books"))
    govern("sold", source("lakehouse", measure="COUNT(sale_id)"), daily("books", measure="SUM(n)"))
    govern(
        "mean_sale", type="ratio", numerator="taken", denominator="sold", parity={"relative_tolerance": 1e-9}
    )

    found = compared("mean_sale")

    assert found.verdict is Verdict.EQUAL
    assert found.total.value_a


def test_missing_groups_are_told_by_side() -> None:
    paid = source("books", where="region <> 'North'", dimensions=["region"])
    govern("taken", daily("lakehouse"), paid)

    found = compared("taken", grain="month")

    assert found.verdict is Verdict.DIFFERENT
    assert {group.dimensions[0]: group.missing for group in found.groups} == {
        "North": "a",
        "Unknown": "a",  # NULL <> 'North' is not true
        "Åland": "",
    }


def test_a_metric_of_the_present_state_has_no_window() -> None:
    govern("taken", source("lakehouse", "books", time=None))

    found = compared("taken", window=None)

    assert (found.verdict, found.window, found.grain) == (Verdict.EQUAL, None, None)
    assert found.total.value_a == found.total.value_b
    assert len(found.groups) == 3
    with pytest.raises(IntentRefused, match="takes no window"):
        compared("taken")


def test_present_states_of_two_loads_differ_without_a_fault() -> None:
    govern("taken", source("lakehouse", "books", table="trade.altered", time=None))

    found = compared("taken", window=None)

    assert (found.verdict, why(found)) == (Verdict.NOT_COMPARABLE, {Why.OTHER_STATE})


def test_a_dimension_only_one_side_has_is_named_and_left_out() -> None:
    govern("taken", source("lakehouse"), daily("books", dimensions=[]))

    found = compared("taken", dimensions=("region",))

    assert (found.verdict, why(found), found.dimensions) == (
        Verdict.NOT_COMPARABLE,
        {Why.DIMENSION},
        (),
    )
    assert compared("taken").verdict is Verdict.EQUAL  # nobody asked for it


def test_other_windows_are_not_comparable_even_where_the_numbers_agree() -> None:
    govern(
        "taken", source("lakehouse"), daily("books", window="month_to_yesterday"), default={"window": "mtd"}
    )

    found = compared("taken", window=None)

    assert (found.verdict, why(found)) == (Verdict.NOT_COMPARABLE, {Why.WINDOW})
    assert (
        "month to yesterday on PostgreSQL (books) and month to date on DuckDB (lakehouse)"
        in found.reasons[0].detail
    )
    assert found.total.within
    assert "previous_month was compared instead" in found.notes[0]


@pytest.mark.parametrize(
    "members",
    [{"where": "region = 'North'"}, {"measure": "SUM(amount) * 2"}, {"time": "loaded_at"}],
)
def test_one_table_read_in_two_ways_is_another_definition(members: dict[str, str]) -> None:
    govern("taken", source("lakehouse"), source("books", **members))

    assert Why.DEFINITION in why(compared("taken"))


def test_estimates_are_not_compared() -> None:
    approximate = source("lakehouse", measure="APPROX_COUNT_DISTINCT(sale_id)")
    govern("sold", approximate, daily("books", measure="SUM(n)"))

    found = compared("sold")

    assert (found.verdict, why(found)) == (Verdict.NOT_COMPARABLE, {Why.APPROXIMATE})


def test_a_window_that_one_side_does_not_hold_is_not_different() -> None:
    govern("taken", source("lakehouse", "books", table="trade.early"))

    found = compared("taken")

    assert (found.verdict, why(found)) == (Verdict.NOT_COMPARABLE, {Why.NOT_LOADED})
    assert "trade.early on PostgreSQL (books) ends on 2026-06-20; the window ends on 2026-06-30." in [
        reason.detail for reason in found.reasons
    ]
    assert compared("taken", window="2026-05-10..2026-06-10").verdict is Verdict.EQUAL


def test_a_window_that_was_over_after_the_last_load_is_not_held() -> None:
    govern("taken", source("lakehouse", "books"))

    found = compared("taken", window="2026-07-01..2026-07-11")

    assert why(found) == {Why.NOT_LOADED}
    assert "was last loaded at 2026-07-10 07:00, before the window was over" in found.reasons[0].detail


def test_days_of_another_zone_are_recognised() -> None:
    utc_days = daily("books", table="trade.daily_utc")
    govern("taken", source("lakehouse"), utc_days)

    found = compared("taken")

    assert (found.verdict, why(found)) == (Verdict.NOT_COMPARABLE, {Why.TIME_ZONE})
    assert "PostgreSQL (books) counts its days in UTC, not in Europe/Lisbon" in found.reasons[0].detail


def test_nothing_on_either_side_proves_nothing() -> None:
    govern("taken", source("lakehouse", "books"))

    found = compared("taken", window="2026-01-01..2026-02-01")

    assert (found.verdict, found.total.within) == (Verdict.NOT_COMPARABLE, True)
    assert Why.NO_ROWS in why(found)


def test_groups_beyond_the_row_cap(settings: Any) -> None:
    for name, options in dict(settings.SQL_BACKENDS).items():
        settings.SQL_BACKENDS[f"small_{name}"] = {**options, "max_rows": 40}
    govern("taken", source("small_lakehouse", "small_books"))
    metric, sides = governed_metric("taken"), ("small_books", "small_lakehouse")

    asked_for = compare(metric, *sides, now=NOW, window=WINDOW, dimensions=("region",))
    chosen = compare(metric, *sides, now=NOW, window=WINDOW)

    assert why(asked_for) == {Why.CUT}
    assert (chosen.verdict, chosen.dimensions) == (Verdict.EQUAL, ())
    assert "too many groups of region" in chosen.notes[0]


@pytest.mark.parametrize(
    ("default", "compared_window"),
    [
        ("mtd", "previous_month"),
        ("today", "yesterday"),
        ("last_30_days", "last_30_days"),
        ("last_15_minutes", "yesterday"),
        ("2026-06-01..2026-08-01", "2026-06-01..2026-07-11"),
    ],
)
def test_a_metric_s_own_window_moves_to_the_last_closed_one(default: str, compared_window: str) -> None:
    govern("taken", source("lakehouse", "books"), default={"window": default})

    found = compared("taken", window=None)

    assert found.window is not None
    assert found.window.label == compared_window
    assert bool(found.notes) == (default != compared_window)


def test_an_open_window_is_cut_and_one_of_today_refused() -> None:
    govern("taken", source("lakehouse", "books"))

    cut = compared("taken", window="ytd")

    assert cut.window is not None
    assert cut.window.label == "2026-01-01..2026-07-11"
    assert "cut at the start of 2026-07-11" in cut.notes[0]
    for window in ("today", "last_15_minutes"):
        with pytest.raises(IntentRefused, match="is not over"):
            compared("taken", window=window)
