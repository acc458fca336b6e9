"""Whatever would keep a live metric from being answered is told before a process starts, all of it, with
hints."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.checks import ERROR, run_checks
from pytest_django import Settings

from catalog.definitions import MetricDefinition
from catalog.models import Metric, MetricRevision
from catalog.services import save_definition
from routing.checks import backends_are_bounded, boot_findings, exports_are_bounded
from routing.models import Route
from routing.tests.conftest import Server

BOUNDS: dict[str, Any] = {"deadline_seconds": 5, "max_rows": 100, "slots": 2}


@pytest.fixture
def backends(settings: Settings) -> dict[str, dict[str, Any]]:
    settings.SQL_BACKENDS = {
        "duckdb": {"engine": "duckdb", **BOUNDS},
        "lake": {"engine": "duckdb", **BOUNDS},
    }
    return settings.SQL_BACKENDS


def _found() -> list[tuple[str | None, str]]:
    return [(finding.id, str(finding.msg)) for finding in boot_findings()]


@pytest.mark.parametrize("bound", ["EXPORT_DEADLINE_SECONDS", "EXPORT_MAX_ROWS", "EXPORT_SLOTS"])
@pytest.mark.parametrize("value", [0, -1])
def test_exports_without_an_end_are_refused(db: None, settings: Settings, bound: str, value: int) -> None:
    setattr(settings, bound, value)

    (finding,) = exports_are_bounded()

    assert (finding.id, bound in finding.msg) == ("routing.E012", True)
    assert finding in boot_findings()
    assert "above 0" in str(finding.hint)


def test_a_sound_installation_has_no_findings(backends: object, make_metric: Callable[..., Metric]) -> None:
    Route.objects.create(metric=make_metric("opened", "duckdb"), backend="duckdb")

    assert _found() == []


@pytest.mark.parametrize("bound", ["deadline_seconds", "max_rows", "slots"])
@pytest.mark.parametrize("value", [None, 0, -1, True, "10"])
def test_a_backend_without_an_end_is_refused(
    backends: dict[str, dict[str, Any]], bound: str, value: object
) -> None:
    backends["duckdb"][bound] = value

    (finding,) = backends_are_bounded()

    assert (finding.id, finding.level) == ("routing.E002", ERROR)
    assert finding.msg == f"Backend duckdb has no {bound}."


def test_an_unknown_engine_is_refused_with_the_nearest(backends: dict[str, dict[str, Any]]) -> None:
    backends["lake"]["engine"] = "duckbd"

    (finding,) = backends_are_bounded()

    assert finding.id == "routing.E001"
    assert "Did you mean duckdb?" in str(finding.hint)


def test_every_finding_comes_at_once(
    backends: dict[str, dict[str, Any]], make_metric: Callable[..., Metric], make_ratio: Callable[..., Metric]
) -> None:
    del backends["lake"]["slots"]
    make_metric("unrouted", "duckdb")
    Route.objects.create(metric=make_metric("elsewhere", "duckdb"), backend="databricks")
    Route.objects.create(metric=make_metric("wrong", "lake"), backend="duckdb")
    Route.objects.create(metric=make_metric("both", "duckdb", "lake"), backend="lake")
    Route.objects.create(metric=make_ratio("share", "both", "unrouted"), backend="lake")
    Route.objects.create(metric=Metric.objects.create(name="gone", label="Gone"), backend="duckdb")

    assert _found() == [
        ("routing.E002", "Backend lake has no slots."),
        ("routing.E003", "The metric unrouted has no route."),
        ("routing.E004", "The metric elsewhere is routed to databricks, which is not configured."),
        (
            "routing.E005",
            "The metric share is routed to lake, on which it has no source (its part unrouted has none).",
        ),
        ("routing.E005", "The metric wrong is routed to duckdb, on which it has no source."),
        ("routing.W001", "The route of gone leads nowhere: no live metric has that name."),
    ]


def test_a_metric_that_no_engine_may_run_is_refused(
    backends: object, make_metric: Callable[..., Metric]
) -> None:
    metric = make_metric("opened", "duckdb")
    measure = "COUNT_IF(RANDOM() > 0.5)"  # sound as a definition; never the same twice, so on no list
    save_definition(definition=_counting("opened", measure), author=None, origin=MetricRevision.Origin.ADMIN)
    Route.objects.create(metric=metric, backend="duckdb")

    ((code, message),) = _found()

    assert code == "routing.E008"
    assert message.startswith("The metric opened cannot be asked on duckdb: ")


def test_a_dictionary_that_cannot_be_used_is_told(
    backends: object, make_metric: Callable[..., Metric], settings: Settings
) -> None:
    Route.objects.create(metric=make_metric("opened", "duckdb"), backend="duckdb")
    settings.DATA_DICTIONARY_URI = "/nowhere"

    assert [code for code, _ in _found()] == ["routing.E009"]


def test_boot_asks_and_migrate_does_not(backends: object, make_metric: Callable[..., Metric]) -> None:
    make_metric("unrouted", "duckdb")

    found = run_checks(tags=["routing"], include_deployment_checks=True)

    assert [finding.id for finding in found] == ["routing.E003"]
    assert not [finding for finding in run_checks(databases=["default"]) if finding.id == "routing.E003"]


def _counting(name: str, measure: str) -> MetricDefinition:
    source = {"backends": ["duckdb"], "table": "l3_claims.ev_claim", "measure": measure, "time": "opened_at"}
    return MetricDefinition.model_validate({"name": name, "label": name, "sources": [source]})


def _postgres(settings: Settings, url: str) -> None:
    settings.SQL_BACKENDS = {"postgres": {"engine": "postgres", "url": url, **BOUNDS}}


def test_a_reader_that_can_only_read_is_fine(db: None, settings: Settings, server: Server) -> None:
    _postgres(settings, server.reader_url)

    assert _found() == []


def test_a_role_that_can_write_is_refused(db: None, settings: Settings, server: Server) -> None:
    _postgres(settings, server.owner_url)

    ((code, message),) = _found()

    assert code == "routing.E006"
    assert "can write to hidden.secret, shop.refund, shop.sale" in message


def test_the_portal_s_own_user_is_refused(db: None, settings: Settings) -> None:
    _postgres(settings, settings.DATABASE_URL)

    assert "routing.E007" in [code for code, _ in _found()]


def test_a_server_that_is_down_does_not_stop_the_start(db: None, settings: Settings) -> None:
    _postgres(settings, "postgresql://reader@/nothing?host=%2Fnowhere")

    assert [code for code, _ in _found()] == ["routing.W002"]
