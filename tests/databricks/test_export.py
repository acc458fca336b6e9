"""Every row of a metric, streamed from a warehouse: whole, or broken off and told, and nothing left of it."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from django.utils import timezone

from accounts.models import User
from routing.contracts import BackendError, ErrorKind
from sqlgen.intent import IntentSpec
from tests.databricks import world
from tests.databricks.portal import PortalOnWorkspace
from tests.databricks.world import ROWS
from tests.emulators.statement_execution import INLINE_BYTES
from widgets.csv_file import CsvFile
from widgets.exporting import Export, export
from widgets.selectors import question_of_metric

Warehouse = Callable[..., PortalOnWorkspace]
BATCH = 7


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", BATCH)


@pytest.fixture
def portal(warehouse: Warehouse) -> Iterator[PortalOnWorkspace]:
    """Chunks of the API are as small as the batches over Thrift. With two slots an export has one of them."""
    portal = warehouse(slots=2)
    portal.workspace.statements.rows_per_chunk = BATCH
    yield portal
    assert portal.backend.running() == ()


def exported(metric: str = "revenue", dimension: str = "ticket") -> Export:
    actor = User.objects.filter(username="somebody").first() or User.objects.create_user("somebody")
    question = question_of_metric(IntentSpec(metric=metric, dimensions=(dimension,)))
    return export(question, actor, actor.as_viewer(), now=timezone.now())


def test_every_row_comes_and_says_where_from(portal: PortalOnWorkspace) -> None:
    found = exported()

    with closing(CsvFile(found, taken_by="somebody")) as file:
        lines = b"".join(file).decode().split("\r\n")

    assert lines[0] == "ticket,value"
    assert sorted(lines[1:-1]) == sorted(f"T{number},10.25" for number in range(ROWS))
    assert found.rows.query_url.endswith(found.rows.query_id)


def test_more_than_comes_inline_comes_all_the_same(
    portal: PortalOnWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", 2_000)
    portal.workspace.statements.rows_per_chunk = 10_000

    with closing(CsvFile(exported("entries", "entry"), taken_by="somebody")) as file:
        whole = b"".join(file)

    entries = (f"{number}{'e' * world.ENTRY_BYTES},1" for number in range(world.LEDGER_ROWS))
    assert len(whole) > INLINE_BYTES
    assert sorted(whole.decode().split("\r\n")[1:-1]) == sorted(entries)


def test_the_rows_come_in_batches(portal: PortalOnWorkspace) -> None:
    with closing(exported().rows) as rows:
        sizes = [len(batch) for batch in rows]

    assert sizes == [BATCH] * (ROWS // BATCH) + [ROWS % BATCH]


def test_an_export_after_another_opens_no_connection(portal: PortalOnWorkspace) -> None:
    for _ in range(3):
        with closing(exported().rows) as rows:
            assert sum(len(batch) for batch in rows) == ROWS

    assert portal.backend.export_pool.living == 1


def test_what_is_left_midway_is_over_at_the_warehouse(portal: PortalOnWorkspace) -> None:
    rows = exported().rows
    next(iter(rows))

    rows.close()

    portal.wait_until(portal.nothing_runs)
    portal.wait_until(lambda: portal.backend.export_pool.living == 0)


def test_a_warehouse_that_goes_midway_is_told(portal: PortalOnWorkspace) -> None:
    batches = iter(exported().rows)
    next(batches)

    portal.workspace.unplug()
    portal.workspace.thrift.disown_sessions()
    with pytest.raises(BackendError) as gone:
        for _ in batches:
            pass
    portal.workspace.plug_in()

    assert gone.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "cannot be reached" in gone.value.detail


def test_a_statement_that_takes_too_long_is_cancelled(portal: PortalOnWorkspace) -> None:
    portal.backend.exports = type(portal.backend.exports)(deadline_seconds=2.0, max_rows=1_000, at_once=1)

    with pytest.raises(BackendError) as stopped:
        exported("slow_revenue")

    assert stopped.value.kind is ErrorKind.BACKEND_TIMEOUT
    portal.wait_until(portal.nothing_runs)


def test_an_export_may_outlast_the_deadline_of_a_tile(warehouse: Warehouse) -> None:
    portal = warehouse(slots=2, deadline_seconds=2.0)
    portal.backend.exports = type(portal.backend.exports)(deadline_seconds=9.0, max_rows=1_000, at_once=1)
    told = portal.ask("slow_revenue", "ticket")

    with pytest.raises(BackendError) as stopped:
        exported("slow_revenue")

    assert "within 2 s" in told.words
    assert "within 9 s" in stopped.value.detail
    portal.wait_until(portal.nothing_runs)
