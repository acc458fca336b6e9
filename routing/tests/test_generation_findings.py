"""Routes that want a model to write their SQL: told at the start where none can."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django import Settings

from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.checks import boot_findings
from routing.models import Route


@pytest.fixture(autouse=True)
def _backends(settings: Settings) -> None:
    bounds: dict[str, Any] = {"deadline_seconds": 5, "max_rows": 100, "slots": 2}
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb", **bounds}}


@pytest.fixture
def opened(make_metric: Callable[..., Metric]) -> Metric:
    return make_metric("opened", "duckdb")


def _found() -> list[tuple[str | None, str, str]]:
    return [(finding.id, str(finding.msg), str(finding.hint)) for finding in boot_findings()]


@pytest.mark.parametrize("generation", ["model", "template"])
def test_a_model_that_is_not_configured_is_a_warning_with_what_to_set(
    opened: Metric, generation: str
) -> None:
    Route.objects.create(metric=opened, backend="duckdb", generation=generation)

    ((code, message, hint),) = _found()

    assert code == "routing.W010"
    assert "opened" in message
    assert "SQL_MODEL_PROVIDER and SQL_MODEL" in hint


def test_a_configured_model_has_no_finding(opened: Metric, settings: Settings) -> None:
    settings.SQL_MODEL_PROVIDER, settings.SQL_MODEL = "bedrock", "eu.anthropic.claude"
    Route.objects.create(metric=opened, backend="duckdb", generation="model")

    assert _found() == []


@pytest.mark.parametrize("generation", ["model", "template"])
@pytest.mark.parametrize("of_parts", [False, True])
def test_a_cumulative_metric_or_one_made_of_it_is_refused(
    opened: Metric, settings: Settings, generation: str, of_parts: bool
) -> None:
    settings.SQL_MODEL_PROVIDER, settings.SQL_MODEL = "bedrock", "eu.anthropic.claude"
    _save("running", type="cumulative", cumulative={"metric": "opened", "trailing": "7d"})
    _save("share", type="ratio", numerator="opened", denominator="running")
    for metric in Metric.objects.all():
        wanted = metric.name == ("share" if of_parts else "running")
        Route.objects.create(metric=metric, backend="duckdb", generation=generation if wanted else "compiled")

    found = [one for one in _found() if one[0] == "routing.E010"]

    ((_, message, hint),) = found
    assert ("share" if of_parts else "running") in message
    assert "generation: compiled" in hint


def _save(name: str, **members: Any) -> None:
    definition = MetricDefinition.model_validate({"name": name, "label": name, **members})
    save_definition(definition=definition, author=None, origin=MetricRevision.Origin.FILE)
