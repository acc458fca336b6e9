"""metrics.yaml and the database are brought together: nobody's edit is lost, nothing is half applied."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import AuditEvent
from catalog.models import Metric, MetricRevision
from catalog.selectors import governed_metric, live_metrics
from catalog.services import SyncReport, save_definition, sync_catalog
from catalog.tests.builders import simple
from catalog.tests.conftest import METRICS_YAML, NOW
from metrics_portal.threeway import Merge

pytestmark = pytest.mark.usefixtures("shop_catalog")

Edit = Callable[[str, str, str], None]
ORDER_VALUE = METRICS_YAML[METRICS_YAML.index("- name: order_value") :]


def sync(**choices: list[str]) -> SyncReport:
    return sync_catalog(at=NOW, **choices)


def edit_in_the_portal(label: str) -> None:
    definition = governed_metric("revenue").definition.model_copy(update={"label": label})
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.ADMIN)


def label() -> str:
    return governed_metric("revenue").definition.label


def test_the_first_sync_brings_every_metric() -> None:
    assert [metric.name for metric in live_metrics()] == ["order_count", "order_value", "revenue"]
    assert AuditEvent.objects.filter(action="catalog.metric.created").count() == 3
    assert governed_metric("revenue").author == "metrics.yaml"


def test_a_second_sync_changes_nothing() -> None:
    report = sync()

    assert report.applied
    assert len(report.names(Merge.SAME)) == 3
    assert MetricRevision.objects.count() == 3


def test_a_change_of_the_file_is_applied_and_what_it_affects_is_told(edit_file: Edit) -> None:
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")

    (step,) = (step for step in sync().steps if step.action is Merge.APPLY)

    assert (step.name, step.affected) == ("revenue", ("order_value",))
    assert label() == "Sales"


def test_an_edit_in_the_portal_is_kept() -> None:
    edit_in_the_portal("Takings")

    report = sync()

    assert report.names(Merge.KEEP) == ("revenue",)
    assert label() == "Takings"


def test_what_both_say_the_same_is_remembered(edit_file: Edit) -> None:
    edit_in_the_portal("Sales")
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")

    assert sync().names(Merge.ADOPT) == ("revenue",)
    assert sync().names(Merge.SAME) == ("order_count", "order_value", "revenue")


def test_a_conflict_stops_everything(edit_file: Edit) -> None:
    edit_in_the_portal("Takings")
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")
    edit_file("metrics.yaml", "label: Orders", "label: Orders placed")

    report = sync()

    assert (report.applied, report.names(Merge.CONFLICT)) == (False, ("revenue",))
    assert label() == "Takings"
    assert governed_metric("order_count").definition.label == "Orders"


@pytest.mark.parametrize(
    ("choice", "chosen"), [({"take_file": ["revenue"]}, "Sales"), ({"keep_database": ["revenue"]}, "Takings")]
)
def test_a_conflict_is_decided_once(edit_file: Edit, choice: dict[str, list[str]], chosen: str) -> None:
    edit_in_the_portal("Takings")
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")

    assert sync(**choice).applied
    assert label() == chosen
    assert sync().applied
    assert label() == chosen


def test_a_metric_that_leaves_the_file_is_retired_and_comes_back_with_it(edit_file: Edit) -> None:
    edit_file("metrics.yaml", ORDER_VALUE, "")
    removed = sync()
    retired_at = Metric.objects.get(name="order_value").retired_at
    edit_file("metrics.yaml", "- name: order_count", ORDER_VALUE + "- name: order_count")
    sync()

    assert removed.names(Merge.REMOVE) == ("order_value",)
    assert retired_at == NOW
    assert governed_metric("order_value").revision == 1


def test_a_retired_metric_is_not_among_the_unchanged(edit_file: Edit) -> None:
    edit_file("metrics.yaml", ORDER_VALUE, "")
    sync()
    said = StringIO()

    call_command("sync_catalog", stdout=said)

    assert said.getvalue() == "Applied: 2 metrics, 2 unchanged.\n"


def test_an_edited_metric_that_leaves_the_file_is_a_conflict(edit_file: Edit) -> None:
    edited = governed_metric("order_value").definition.model_copy(update={"label": "Basket"})
    save_definition(definition=edited, author=None, origin=MetricRevision.Origin.ADMIN)
    edit_file("metrics.yaml", ORDER_VALUE, "")

    assert sync().names(Merge.CONFLICT) == ("order_value",)
    assert sync(keep_database=["order_value"]).applied
    assert sync().names(Merge.KEEP) == ("order_value",)
    assert governed_metric("order_value").definition.label == "Basket"


def test_removing_a_part_that_the_file_still_uses_is_refused(edit_file: Edit) -> None:
    start = METRICS_YAML.index("- name: order_count")
    edit_file("metrics.yaml", METRICS_YAML[start : METRICS_YAML.index("- name: order_value")], "")

    report = sync()

    assert not report.applied
    assert [(finding.line, finding.message) for finding in report.findings] == [
        (20, "There is no metric order_count.")
    ]


def test_metrics_made_in_the_portal_stay_out_of_it() -> None:
    save_definition(definition=simple("own"), author=None, origin=MetricRevision.Origin.ADMIN)

    assert sync().names(Merge.KEEP) == ("own",)


def test_an_invalid_file_changes_nothing_and_says_where(edit_file: Edit) -> None:
    edit_file("metrics.yaml", "SUM(amount)", "SUM(amuont)")
    edit_file("metrics.yaml", "label: Orders", "label: Orders placed")

    report = sync()

    assert not report.applied
    assert [str(finding) for finding in report.findings] == [
        "error metrics.yaml:9:revenue.sources[0].measure: shop.orders has no column amuont. Did you mean amount?"
    ]
    assert governed_metric("order_count").definition.label == "Orders"


def test_a_plan_changes_nothing(edit_file: Edit) -> None:
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")
    said = StringIO()

    call_command("sync_catalog", plan=True, stdout=said)

    assert "revenue: taken from the file (affects order_value)" in said.getvalue()
    assert "Planned only: 3 metrics, 1 taken from the file, 2 unchanged." in said.getvalue()
    assert label() == "Revenue"


def test_the_command_reports_as_json_and_fails_on_a_conflict(edit_file: Edit) -> None:
    edit_in_the_portal("Takings")
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")
    said = StringIO()

    with pytest.raises(SystemExit) as ended:
        call_command("sync_catalog", json=True, stdout=said)

    report = json.loads(said.getvalue())
    assert ended.value.code == 1
    assert (report["applied"], report["blocked"]) == (False, True)
    assert {"name": "revenue", "action": "conflict", "affected": ["order_value"]} in report["metrics"]


def test_the_command_takes_decisions(edit_file: Edit) -> None:
    edit_in_the_portal("Takings")
    edit_file("metrics.yaml", "label: Revenue", "label: Sales")

    call_command("sync_catalog", "--take-file", "revenue", stdout=StringIO())

    assert label() == "Sales"
    with pytest.raises(CommandError, match="no metric revenu to decide"):
        call_command("sync_catalog", "--take-file", "revenu", stdout=StringIO())
