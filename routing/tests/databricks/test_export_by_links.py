"""An export over the Statement Execution API comes by links into the workspace's storage: whole, or broken off and
told."""

from dataclasses import replace

import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.tests.databricks.conftest import (
    BY_LINK,
    IDS,
    ROWS,
    all_of,
    ids,
    in_small_batches,
    refused,
    sales,
    stream,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import Workspace

TYPED = """
    SELECT CAST(1.50 AS DECIMAL(12, 2)) AS price, CAST(9007199254740993 AS BIGINT) AS big, DATE '2024-02-29' AS day,
           CAST('2024-03-31 01:30:00.123456' AS TIMESTAMP) AS at, TRUE AS yes, CAST('Infinity' AS DOUBLE) AS endless,
           NULL AS nil, ARRAY(1, 2) AS several, 'O\\'Brien ü' AS name,
           STRUCT(CAST(2 AS DECIMAL(6, 2)) AS price, DATE '2026-01-01' AS day) AS offer
"""


# ── All of it


def test_tiles_come_inline_and_exports_by_links(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.emulators.statement_execution.INLINE_BYTES", 10_000)

    tile = refused(backend, sales())
    rows = all_of(stream(backend))

    assert "more than the portal takes" in tile.detail
    assert ids(rows) == IDS
    of_tile, of_export = (each.disposition for each in workspace.statements.statements()[-2:])
    assert (of_tile, of_export) == ("INLINE", "EXTERNAL_LINKS")


def test_values_are_what_they_are_inline(backend: DatabricksBackend) -> None:
    inline = backend._bounded(lambda session: session.fetch(TYPED, limit=1), 10.0)
    with backend._at_work(10.0, query_id="q", tags={}) as (session, _):
        columns, batches = session.stream(TYPED, batch_rows=10)
        linked = columns, [row for batch in batches for row in batch]

    assert linked == inline


def test_a_result_without_rows_has_its_columns(backend: DatabricksBackend) -> None:
    with backend._at_work(10.0, query_id="q", tags={}) as (session, _):
        columns, batches = session.stream("SELECT id FROM shop.sale WHERE id < 0", batch_rows=10)

        assert [column.name for column in columns] == ["id"]
        assert list(batches) == []


def test_a_batch_is_no_larger_than_asked_for_however_large_the_chunk(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("routing.backends.base._BATCH_ROWS", 300)
    workspace.statements.rows_per_chunk = ROWS

    streamed = stream(backend)
    sizes = [len(batch) for batch in streamed]
    streamed.close()

    assert max(sizes) == 300
    assert sum(sizes) == ROWS


# ── A link does not last


def test_a_link_that_is_about_to_end_is_asked_for_anew(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.link_seconds = 3.0

    rows = all_of(stream(backend))
    workspace.storage.link_seconds = 900.0

    assert ids(rows) == IDS
    assert len(workspace.server.calls("/result/chunks/0$")) >= 1


def test_a_link_that_has_ended_is_asked_for_anew(backend: DatabricksBackend, workspace: Workspace) -> None:
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=403, times=1, after=4))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS
    assert len(workspace.server.calls("/result/chunks/4$")) == 2


@pytest.mark.parametrize(
    "fault",
    [Fault(drop=Drop.HALFWAY, times=1), Fault(drop=Drop.UNHEARD, times=2), Fault(status=503, times=2)],
    ids=["halfway", "unheard", "503"],
)
def test_what_breaks_off_goes_on_where_it_was(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    in_small_batches(workspace, monkeypatch)
    workspace.storage.faults.add(replace(fault, operation=BY_LINK))

    rows = all_of(stream(backend))

    assert ids(rows) == IDS
    assert workspace.storage.faults.struck == fault.times
