"""What a metric is made from: every table its number reads, whatever is asked of it."""

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
    for name, text in SHOP_FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    settings.DATA_DICTIONARY_URI = str(tmp_path)


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


@pytest.mark.parametrize("time", ["refunded_on", "gone.since_the_dictionary_changed"])
def test_otherwise_it_is_the_sources_own_alone(time: str) -> None:
    assert lineage_of(refunds(time)).tables == ("shop.refund",)
