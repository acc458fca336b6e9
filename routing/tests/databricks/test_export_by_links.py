"""An export over the Statement Execution API comes by links into the workspace's storage: whole, or broken off and
told; and nobody else learns of the links."""

import logging
import time
import traceback
from dataclasses import replace
from pathlib import Path

import pytest

from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.databricks.channel import Running
from routing.backends.databricks.faults import Fault as Failed
from routing.backends.databricks.storage import Link, Storage
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import EXPORTS
from routing.tests.databricks.conftest import (
    CHUNK,
    ROWS,
    MakeBackend,
    all_of,
    count,
    refused,
    sales,
    stream,
    wait_until,
)
from tests.emulators.faults import Drop, Fault
from tests.emulators.workspace import TOKEN, Workspace

TOLD_WITHIN_SECONDS = 10
BY_LINK = "GET /results/"
TYPED = """
    SELECT CAST(1.50 AS DECIMAL(12, 2)) AS price, CAST(9007199254740993 AS BIGINT) AS big, DATE '2024-02-29' AS day,
           CAST('2024-03-31 01:30:00.123456' AS TIMESTAMP) AS at, TRUE AS yes, CAST('Infinity' AS DOUBLE) AS endless,
           NULL AS nil, ARRAY(1, 2) AS several, 'O\\'Brien ü' AS name,
           STRUCT(CAST(2 AS DECIMAL(6, 2)) AS price, DATE '2026-01-01' AS day) AS offer
"""
REFUSED = "leads to nothing, or that its storage refuses"
BROKEN = "cannot be reached, or broke off"


def expected() -> list[int]:
    return list(range(ROWS))


def ids(rows: list[tuple[object, ...]]) -> list[object]:
    return [row[0] for row in rows]


def failure_of(backend: DatabricksBackend) -> BackendError:
    """What an export ends with, before its first row or after."""
    with pytest.raises(BackendError) as failed:
        all_of(stream(backend))
    return failed.value


def in_small_batches(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """One chunk, written in batches of a hundred rows."""
    workspace.statements.rows_per_chunk = ROWS
    monkeypatch.setattr("tests.emulators.external_storage._ROWS_PER_BATCH", CHUNK)


# ── All of it


def test_tiles_come_inline_and_exports_by_links(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.emulators.statement_execution.INLINE_BYTES", 10_000)

    tile = refused(backend, sales())
    rows = all_of(stream(backend))

    assert "more than the portal takes" in tile.detail
    assert ids(rows) == expected()
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


# ── A link is a key


def test_the_storage_gets_no_token_of_ours_and_the_headers_it_wants(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login portal password of-another-service\n")
    monkeypatch.setenv("NETRC", str(netrc))

    all_of(stream(backend))

    calls = workspace.storage.server.calls(BY_LINK)
    assert [call.status for call in calls] == [200] * (ROWS // CHUNK)
    assert not [call for call in calls if "authorization" in call.request.headers]
    assert not [call for call in calls if TOKEN in str(call.request)]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(operation=BY_LINK, after=3, status=403),
        Fault(operation=BY_LINK, after=3, drop=Drop.UNHEARD),
        Fault(operation=BY_LINK, after=3, drop=Drop.HALFWAY),
        Fault(operation=BY_LINK, after=3, status=200, body=b"nothing of the kind"),
        Fault(operation=BY_LINK, after=3, status=200, headers={"a b": "no header"}),
    ],
    ids=["refused", "unheard", "dropped", "garbled", "bad header"],
)
def test_a_link_is_in_no_log_and_no_error(
    backend: DatabricksBackend, workspace: Workspace, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    workspace.storage.faults.add(fault)

    with caplog.at_level(logging.DEBUG):
        failure = failure_of(backend)

    given = {call.request.query["X-Signature"] for call in workspace.storage.server.calls(BY_LINK)}
    told = caplog.text + failure.detail + "".join(traceback.format_exception(failure))
    assert len(given) > 3
    assert not [signature for signature in given if signature in told]
    assert "X-Signature" not in told


def test_a_redirect_is_not_followed(backend: DatabricksBackend, workspace: Workspace) -> None:
    elsewhere = {"Location": f"{workspace.url}/elsewhere"}
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=307, headers=elsewhere))

    failure = failure_of(backend)

    assert REFUSED in failure.detail
    assert not workspace.server.calls("/elsewhere")


@pytest.mark.parametrize(
    "url", ["http://192.0.2.1/results", "http://[", "file:///etc/passwd", "https:///results", "results"]
)
def test_an_address_that_is_not_safe_is_not_followed(
    backend: DatabricksBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setattr(workspace.storage, "link", lambda statement, index: {"external_link": url})

    failure = failure_of(backend)
    monkeypatch.undo()

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert REFUSED in failure.detail


def test_a_workspace_elsewhere_leads_nobody_to_this_machine(workspace: Workspace) -> None:
    url = f"{workspace.storage.server.url}/results/s/0"
    link = Link(chunk=0, url=url, headers={}, rows=None, expires_at=None, following=None)
    storage = Storage("https://dbc-1.cloud.databricks.com", Running(), silent_seconds=1.0)

    with pytest.raises(Failed, match="no https address"):
        list(storage.rows(link, skip=0, most_rows=1))
    storage.close()

    assert workspace.storage.server.calls() == []
    assert url not in repr(link)


# ── A link does not last


def test_a_link_that_is_about_to_end_is_asked_for_anew(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.link_seconds = 3.0

    rows = all_of(stream(backend))
    workspace.storage.link_seconds = 900.0

    assert ids(rows) == expected()
    assert len(workspace.server.calls("/result/chunks/0$")) >= 1


def test_a_link_that_has_ended_is_asked_for_anew(backend: DatabricksBackend, workspace: Workspace) -> None:
    workspace.storage.faults.add(Fault(operation=BY_LINK, status=403, times=1, after=4))

    rows = all_of(stream(backend))

    assert ids(rows) == expected()
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

    assert ids(rows) == expected()
    assert workspace.storage.faults.struck == fault.times


# ── What fails is told


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(status=403), REFUSED),
        (Fault(status=404), REFUSED),
        (Fault(status=503), REFUSED),
        (Fault(drop=Drop.UNHEARD), BROKEN),
        (Fault(drop=Drop.HALFWAY), BROKEN),
        (Fault(status=200, body=b"nothing of the kind"), BROKEN),
        (Fault(delay_seconds=60), BROKEN),
        (Fault(drip_seconds=60), BROKEN),
    ],
    ids=["403", "404", "503", "unheard", "dropped", "garbled", "late", "silent halfway"],
)
def test_a_storage_that_fails_midway_is_told(
    backend: DatabricksBackend, workspace: Workspace, fault: Fault, words: str
) -> None:
    workspace.storage.faults.add(replace(fault, operation=BY_LINK, after=5))
    streamed = stream(backend)
    batches = iter(streamed)
    came = [len(next(batches)) for _ in range(5)]
    waits_since = time.monotonic()

    with pytest.raises(BackendError) as failed:
        next(batches)
    told_after = time.monotonic() - waits_since
    streamed.close()

    assert came == [CHUNK] * 5
    assert failed.value.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert words in failed.value.detail
    assert "transport thrift" in failed.value.detail
    assert told_after <= TOLD_WITHIN_SECONDS


def test_a_storage_that_is_gone_is_told_before_the_first_row_and_stops_no_tile(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.server.stop()

    failures = [failure_of(backend) for _ in range(6)]
    tile = backend.execute(count())
    workspace.storage.server.start()

    assert {failure.kind for failure in failures} == {ErrorKind.BACKEND_UNAVAILABLE}
    assert all(BROKEN in failure.detail for failure in failures)
    assert list(tile.rows) == [(ROWS,)]


def test_a_chunk_that_lost_rows_is_no_whole_one(backend: DatabricksBackend, workspace: Workspace) -> None:
    whole = workspace.statements._rows_by_link
    workspace.storage.holds(lambda statement, index: whole(statement, index).slice(0, 99))  # type: ignore[union-attr]

    failure = failure_of(backend)
    workspace.storage.holds(whole)

    assert BROKEN in failure.detail


def test_a_workspace_that_gives_no_links_is_told_as_such(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.statements.gives_links = False

    failure = failure_of(backend)
    tile = backend.execute(count())
    workspace.statements.gives_links = True

    assert failure.kind is ErrorKind.BACKEND_UNAVAILABLE
    assert "gives no links" in failure.detail
    assert list(tile.rows) == [(ROWS,)]


# ── Slow, and nobody waits


def test_a_storage_that_is_slow_is_waited_for(make: MakeBackend, workspace: Workspace) -> None:
    backend = make(answer_seconds=2.0)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=0.3, times=1))

    rows = all_of(stream(backend))

    assert ids(rows) == expected()


@pytest.mark.parametrize("drip_seconds", [0.5, 60.0], ids=["drop by drop", "silent"])
def test_an_export_that_is_closed_while_its_storage_is_slow_leaves_nothing(
    make: MakeBackend, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, drip_seconds: float
) -> None:
    backend = make(answer_seconds=2.0)
    in_small_batches(workspace, monkeypatch)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=drip_seconds))
    streamed = stream(backend)
    next(iter(streamed))

    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
    assert backend.running() == ()


def test_an_export_that_takes_too_long_because_its_storage_is_slow_is_told_so(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    backend.exports = type(EXPORTS)(deadline_seconds=2.0, max_rows=10_000, at_once=2)
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=1.0, after=2))

    failure = failure_of(backend)
    backend.exports = EXPORTS

    assert failure.kind is ErrorKind.BACKEND_TIMEOUT
    assert "within 2 s" in failure.detail


def test_an_export_is_cancelled_by_its_id_while_its_storage_is_slow(
    backend: DatabricksBackend, workspace: Workspace
) -> None:
    workspace.storage.faults.add(Fault(operation=BY_LINK, drip_seconds=1.0, after=2))
    streamed = stream(backend)

    backend.cancel(backend.running()[0])
    with pytest.raises(BackendError, match="cancelled"):
        all_of(streamed)
    streamed.close()

    wait_until(lambda: backend.export_pool.living == 0)
