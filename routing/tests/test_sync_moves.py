"""A line of the routing file moves its metric, and leaves behind what the move stood on."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from routing.flipping.requests import approve
from routing.flipping.services import Asker, flip
from routing.models import Origin, ParityReport, Route, RouteChange
from routing.parity.models import Trigger
from routing.parity.services import run_parity
from routing.sync import sync_routing
from routing.tests.parity_world import WINDOW, daily, govern, source

REASON = "The operational server is moved tonight."
pytestmark = pytest.mark.usefixtures("trade")


@pytest.fixture
def file(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.ROUTING_FILE = tmp_path / "metric_routing.yaml"
    return Path(settings.ROUTING_FILE)


@pytest.fixture
def routed(file: Path) -> Callable[..., None]:
    """Governs `taken` with the sources and window given, routes it to books by the file, then lets the file say
    lakehouse."""

    def make(*sources: dict[str, Any], window: str = WINDOW, more: str = "") -> None:
        govern("taken", *sources, default={"window": window})
        file.write_text(f"taken: {{backend: books{more}}}\n")
        assert sync_routing(path=file).applied
        file.write_text(f"taken: {{backend: lakehouse{more}}}\n")

    return make


def last() -> RouteChange:
    return RouteChange.objects.latest("pk")


def synced(*arguments: str) -> str:
    out = StringIO()
    call_command("sync_routing", *arguments, stdout=out)
    return out.getvalue()


def test_a_first_route_needs_no_proof(file: Path, trade: Path) -> None:
    govern("taken", source("lakehouse", "books"))
    file.write_text("taken: {backend: books}\n")

    assert sync_routing(path=file).applied
    assert not ParityReport.objects.exists()


def test_the_sync_compares_and_moves_on_what_is_equal(routed: Callable[..., None]) -> None:
    routed(daily("books"), source("lakehouse"))

    told = synced()

    change = last()
    assert Route.objects.get().backend == "lakehouse"
    assert change.report is not None
    assert (change.report.verdict, change.report.trigger, change.reason) == ("equal", "flip", "")
    assert f"stands on: parity report {change.report.pk}: equal" in told
    assert "WARNING" not in told


def test_a_fresh_equal_report_is_not_made_again(routed: Callable[..., None]) -> None:
    routed(daily("books"), source("lakehouse"))
    report = run_parity(
        metric_name="taken",
        backend_a="books",
        backend_b="lakehouse",
        now=timezone.now(),
        actor=None,
        trigger=Trigger.MANUAL,
        window=WINDOW,
    )

    synced()

    assert (last().report, ParityReport.objects.count()) == (report, 1)


def test_the_reviewed_file_moves_it_though_they_differ_and_says_so(routed: Callable[..., None]) -> None:
    routed(source("books", "lakehouse", table="trade.altered"))

    told = synced()

    change = last()
    assert Route.objects.get().backend == "lakehouse"
    assert change.report is not None
    assert change.report.verdict == "different"
    assert change.reason == "metric_routing.yaml, line 1, says so. Parity found them different."
    assert "stands on: WARNING: parity report" in told


def test_an_engine_that_is_away_does_not_keep_the_file_from_moving_off_it(
    routed: Callable[..., None], trade: Path
) -> None:
    routed(daily("books"), source("lakehouse"))
    away = trade.with_suffix(".away")
    trade.rename(away)
    try:
        synced()
    finally:
        away.rename(trade)

    assert Route.objects.get().backend == "lakehouse"
    assert "They could not be compared: " in last().reason
    assert last().report is None


def test_a_reason_given_is_kept_and_nothing_is_compared(routed: Callable[..., None]) -> None:
    routed(source("books", "lakehouse", table="trade.altered"))

    synced("--reason", REASON)

    assert (last().reason, last().report) == (REASON, None)
    with pytest.raises(CommandError, match="10 to 400 characters"):
        synced("--reason", "so")


def test_the_plan_says_what_a_move_would_stand_on_and_asks_no_engine(routed: Callable[..., None]) -> None:
    routed(daily("books"), source("lakehouse"))

    told = synced("--plan")

    assert (
        "stands on: PostgreSQL (books) and DuckDB (lakehouse) were never compared for it. The sync compares them"
        in told
    )
    assert not ParityReport.objects.exists()
    assert Route.objects.get().backend == "books"


def test_two_people_are_not_replaced_by_a_line(
    routed: Callable[..., None], file: Path, operator: User
) -> None:
    routed(daily("books"), source("lakehouse"), more=", two_people: true")

    with pytest.raises(
        CommandError, match=r":1:taken.backend: taken moves from books to lakehouse when two people want it"
    ):
        synced()

    assert Route.objects.get().backend == "books"
    asker = Asker(user=operator, origin=Origin.ADMIN)
    request = flip(
        metric_name="taken", backend="lakehouse", asker=asker, at=timezone.now(), reason=REASON
    ).request
    assert request is not None
    second = User.objects.create_user("second", password="second-correct-horse", role="operator")
    approve(request_id=request.pk, actor=second, token=False, origin=Origin.ADMIN, at=timezone.now())
    assert "adopt taken" in synced()
