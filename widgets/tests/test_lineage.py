"""What a metric is made from: every table its number reads, whatever is asked of it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from pytest_django import Settings

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.selectors import governed_metric
from catalog.services import save_definition
from catalog.tests.conftest import SHOP_FILES
from widgets.pages.lineage import lineage_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _shop(tmp_path: Path, settings: Settings) -> None:
    settings.DATA_DICTIONARY_URI = written(tmp_path / "shop", SHOP_FILES)


def written(folder: Path, files: Mapping[str, str]) -> str:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


def refunds(time: str) -> GovernedMetric:
    definition = MetricDefinition.model_validate(
        {
            "name": "refunds",
            "label": "Refunds",
            "domain": "sales",
            "sources": [
                {
                    "backends": ["duckdb"],
                    "table": "shop.refund",
                    "measure": "COUNT(refund_id)",
                    "time": time,
                    "dimensions": ["segment"],
                }
            ],
        }
    )
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
    return governed_metric("refunds")


def test_a_time_on_a_joined_table_brings_that_table_along() -> None:
    lineage = lineage_of(refunds("orders.ordered_at"))

    assert lineage.tables == ("shop.orders", "shop.refund")
    assert lineage.counts.startswith("2 tables")


def test_otherwise_it_is_the_sources_own_alone() -> None:
    assert lineage_of(refunds("refunded_on")).tables == ("shop.refund",)


def test_a_way_that_the_dictionary_lost_since_hides_no_page(tmp_path: Path, settings: Settings) -> None:
    metric = refunds("orders.ordered_at")
    without = SHOP_FILES["join_map.csv"].replace(
        "shop,refund,order_id,shop,orders,order_id,many_to_one\n", ""
    )
    settings.DATA_DICTIONARY_URI = written(tmp_path / "later", {**SHOP_FILES, "join_map.csv": without})

    assert lineage_of(metric).tables == ("shop.refund",)
