"""The routing file applied three-way: an operator's change is not overwritten, a file's change not
ignored."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from accounts.models import AuditEvent, User
from catalog.models import Metric
from metrics_portal.threeway import Merge
from routing.flipping.services import Asker, flip
from routing.models import Origin, Route, RouteChange
from routing.route_settings import RouteSettings
from routing.selectors import route_for
from routing.services import change_route
from routing.sync import Prefer, sync_routing


@pytest.fixture
def file(settings: Settings, tmp_path: Path, make_metric: Callable[..., Metric]) -> Path:
    """A routing file for two metrics that both backends can answer, applied once."""
    make_metric("opened", "duckdb", "postgres")
    make_metric("closed", "duckdb", "postgres")
    settings.SQL_BACKENDS = {"duckdb": {"engine": "duckdb"}, "postgres": {"engine": "postgres"}}
    settings.ROUTING_FILE = tmp_path / "metric_routing.yaml"
    settings.ROUTING_FILE.write_text("opened: {backend: duckdb}\nclosed: {backend: duckdb}\n")
    sync_routing(path=settings.ROUTING_FILE)
    return settings.ROUTING_FILE


def _write(file: Path, opened: str) -> None:
    file.write_text(f"opened: {opened}\nclosed: {{backend: duckdb}}\n")


def _operator_moves_opened(operator: User, **members: object) -> None:
    asker = Asker(user=operator, origin=Origin.ADMIN)
    reason = "The lakehouse is rebuilt today."
    flip(metric_name="opened", backend="postgres", asker=asker, at=timezone.now(), reason=reason)
    metric = Metric.objects.get(name="opened")
    change_route(metric=metric, settings=RouteSettings(**{"backend": "postgres", **members}), actor=operator)


def _actions(file: Path, **options: object) -> dict[str, Merge]:
    return {step.metric: step.action for step in sync_routing(path=file, **options).steps}


def test_a_first_sync_makes_the_routes(file: Path) -> None:
    assert {row.metric.name: row.backend for row in Route.objects.all()} == {
        "opened": "duckdb",
        "closed": "duckdb",
    }
    assert RouteChange.objects.filter(from_backend="", to_backend="duckdb", origin="file").count() == 2


def test_a_second_sync_changes_and_records_nothing(file: Path) -> None:
    before = AuditEvent.objects.count()

    assert _actions(file) == {"opened": Merge.SAME, "closed": Merge.SAME}
    assert AuditEvent.objects.count() == before


def test_one_changed_line_moves_one_metric_and_back(file: Path) -> None:
    for backend in ("postgres", "duckdb"):
        _write(file, f"{{backend: {backend}}}")
        assert _actions(file) == {"opened": Merge.APPLY, "closed": Merge.SAME}
        assert route_for("opened").backend == backend

    flips = list(
        RouteChange.objects.exclude(from_backend="").values_list("from_backend", "to_backend").order_by("pk")
    )
    assert flips == [("duckdb", "postgres"), ("postgres", "duckdb")]
    event = AuditEvent.objects.filter(action="routing.route.changed").latest("pk")
    assert event.subject == "opened"
    assert event.details["from"]["backend"] == "postgres"


def test_an_operator_s_change_is_kept(file: Path, operator: User) -> None:
    _operator_moves_opened(operator)

    assert _actions(file)["opened"] is Merge.KEEP
    assert route_for("opened").backend == "postgres"
    assert RouteChange.objects.latest("pk").actor == operator


def test_the_route_of_a_retired_metric_goes_with_its_line(file: Path) -> None:
    Metric.objects.filter(name="opened").update(retired_at=timezone.now())
    file.write_text("closed: {backend: duckdb}\n")

    assert _actions(file)["opened"] is Merge.REMOVE
    assert not Route.objects.filter(metric__name="opened").exists()
    assert str(RouteChange.objects.latest("pk")) == "opened: DuckDB → nothing"


def test_a_live_metric_keeps_its_route_when_its_line_is_lost(file: Path) -> None:
    file.write_text("opned: {backend: duckdb}\nclosed: {backend: postgres}\n")

    with pytest.raises(CommandError, match="opened is a live metric and has no line"):
        call_command("sync_routing", stdout=StringIO())

    assert route_for("opened").backend == "duckdb"
    assert route_for("closed").backend == "duckdb"


def test_a_file_that_cannot_be_read_tells_its_fault_and_no_steps(file: Path) -> None:
    file.write_text("opened: {backend: duckdb\n")

    with pytest.raises(CommandError) as refused:
        call_command("sync_routing", stdout=StringIO())

    assert "This is not YAML" in str(refused.value)
    assert "remove" not in str(refused.value)


def test_a_conflict_stops_everything_until_a_person_decides(file: Path, operator: User) -> None:
    _operator_moves_opened(operator, cache_seconds=10)
    file.write_text("opened: {backend: duckdb, cache_seconds: 77}\nclosed: {backend: postgres}\n")

    report = sync_routing(path=file)

    assert [step.metric for step in report.conflicts] == ["opened"]
    assert not report.applied
    assert route_for("closed").backend == "duckdb"


@pytest.mark.parametrize(("prefer", "cache_seconds"), [(Prefer.FILE, 77), (Prefer.DATABASE, 10)])
def test_a_decided_conflict_is_settled_for_good(
    file: Path, operator: User, prefer: Prefer, cache_seconds: int
) -> None:
    _operator_moves_opened(operator, cache_seconds=10)
    _write(file, "{backend: duckdb, cache_seconds: 77}")

    assert sync_routing(path=file, prefer=prefer).applied
    assert route_for("opened").cache_seconds == cache_seconds
    assert not sync_routing(path=file).conflicts
    assert route_for("opened").cache_seconds == cache_seconds


def test_both_saying_the_same_is_remembered_without_a_change(file: Path, operator: User) -> None:
    _operator_moves_opened(operator)
    _write(file, "{backend: postgres}")
    changes = RouteChange.objects.count()

    assert _actions(file)["opened"] is Merge.ADOPT
    assert _actions(file)["opened"] is Merge.SAME
    assert RouteChange.objects.count() == changes


def test_a_fault_anywhere_applies_nothing(file: Path) -> None:
    file.write_text("opened: {backend: postgres}\nclosed: {backend: dukdb}\n")

    report = sync_routing(path=file)

    assert not report.applied
    assert route_for("opened").backend == "duckdb"


def test_a_plan_changes_nothing(file: Path) -> None:
    _write(file, "{backend: postgres}")

    assert _actions(file, plan_only=True)["opened"] is Merge.APPLY
    assert route_for("opened").backend == "duckdb"


def test_the_number_of_queries_does_not_grow_with_the_routes(
    file: Path, make_metric: Callable[..., Metric], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(10):
        make_metric(f"more_{number}", "duckdb")
    lines = "".join(f"more_{number}: {{backend: duckdb}}\n" for number in range(10))
    file.write_text(file.read_text() + lines)
    sync_routing(path=file)

    with django_assert_max_num_queries(7):
        sync_routing(path=file)


def test_the_command_tells_each_step_as_json(file: Path) -> None:
    _write(file, "{backend: postgres}")
    out = StringIO()

    call_command("sync_routing", "--plan", "--json", stdout=out)

    report = json.loads(out.getvalue())
    assert not report["applied"]
    opened = next(step for step in report["steps"] if step["metric"] == "opened")
    assert (opened["action"], opened["line"], opened["file"]["backend"]) == ("apply", 1, "postgres")


def test_the_command_fails_on_a_conflict_and_names_it(file: Path, operator: User) -> None:
    _operator_moves_opened(operator)
    _write(file, "{backend: duckdb, warm: true}")
    out = StringIO()

    told = (
        r"conflict opened \(line 1\): the file says duckdb with warm true, "
        r"the database postgres with warm false(.|\n)*--take-file"
    )
    with pytest.raises(CommandError, match=told):
        call_command("sync_routing", stdout=out)

    call_command("sync_routing", "--take-file", stdout=out)
    assert route_for("opened").warm


def test_a_missing_file_is_a_finding(file: Path) -> None:
    file.unlink()

    with pytest.raises(CommandError):
        call_command("sync_routing", stdout=StringIO())
    assert Route.objects.count() == 2


def test_the_command_says_what_became_of_how_many_routes(file: Path, operator: User) -> None:
    _operator_moves_opened(operator)
    file.write_text("opened: {backend: duckdb}\nclosed: {backend: duckdb, warm: true}\n")
    planned, done = StringIO(), StringIO()

    call_command("sync_routing", "--plan", stdout=planned)
    call_command("sync_routing", stdout=done)

    assert planned.getvalue().endswith(
        "2 routes: 1 to take from the file, 1 to keep as the database has them\n"
    )
    assert done.getvalue().endswith("2 routes: 1 taken from the file, 1 kept as the database has them\n")


def test_a_metric_that_nothing_routes_is_told_and_stops_nothing(
    file: Path, make_metric: Callable[..., Metric]
) -> None:
    make_metric("reopened", "duckdb")
    _write(file, "{backend: postgres}")
    out = StringIO()

    call_command("sync_routing", stdout=out)

    assert f"warning {file.name}:reopened: reopened is a live metric and has no line." in out.getvalue()
    assert route_for("opened").backend == "postgres"


def test_a_brief_report_leaves_out_first_routes_and_tells_moves(
    file: Path, make_metric: Callable[..., Metric]
) -> None:
    make_metric("reopened", "duckdb")
    file.write_text("opened: {backend: postgres}\nclosed: {backend: duckdb}\nreopened: {backend: duckdb}\n")
    out = StringIO()

    call_command("sync_routing", "--brief", stdout=out)

    moved, stands_on, outcome = out.getvalue().splitlines()
    assert moved.startswith("apply opened")
    assert "stands on" in stands_on
    assert outcome == "3 routes: 2 taken from the file, 1 the same"
