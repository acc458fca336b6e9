"""The words of the live catalog: names, labels, synonyms; values from the engine, under a row policy."""

from datetime import datetime

import pytest

from accounts.contracts import RowPolicy, RowRule
from widgets.clarifier.catalog import GovernedCatalog
from widgets.clarifier.rules import RulesInterpreter

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]
EVERYTHING = RowPolicy()
NORTH = RowPolicy((RowRule("shop.sale", "region", ("North",)),))


def test_it_knows_live_metrics_and_their_dimensions(now: datetime) -> None:
    metrics = {each.name: each for each in GovernedCatalog(now=now, row_policy=EVERYTHING).metrics()}

    assert {"revenue", "sales", "sales_on_hand"} <= set(metrics)
    assert metrics["revenue"].phrases == ("Revenue", "revenue")
    assert [each.name for each in metrics["revenue"].dimensions] == ["region", "status", "weekday", "hour"]
    assert (metrics["revenue"].has_time, metrics["sales_on_hand"].has_time) == (True, False)


@pytest.mark.parametrize("metric", ["revenue", "sales"])  # DuckDB, PostgreSQL
def test_values_are_what_the_engine_holds(metric: str, now: datetime) -> None:
    catalog = GovernedCatalog(now=now, row_policy=EVERYTHING)

    assert set(catalog.values(metric, "region")) == {"North", "South", "Åland"}  # NULL is no value


def test_values_that_nobody_may_see_are_not_known(now: datetime) -> None:
    catalog = GovernedCatalog(now=now, row_policy=NORTH)

    assert catalog.values("revenue", "region") == ("North",)
    assert RulesInterpreter().interpret("revenue in Åland", catalog).not_understood == ("Åland",)
