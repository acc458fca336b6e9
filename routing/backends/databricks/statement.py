"""The warehouse over the Statement Execution API, through databricks-sdk."""

import logging
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from databricks.sdk import WorkspaceClient
from databricks.sdk.service.sql import (
    ColumnInfo,
    Disposition,
    ExecuteStatementRequestOnWaitTimeout,
    Format,
    QueryTag,
    ResultData,
    ResultManifest,
    StatementParameterListItem,
    StatementResponse,
    StatementState,
)

from metrics_portal.databricks_auth import Principal
from routing.backends.databricks.access import ANSWER_SECONDS, workspace_client
from routing.backends.databricks.channel import MOST_BYTES, Result, Running, Statement, Streamed
from routing.backends.databricks.chunks import following
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.options import Warehouse
from routing.backends.databricks.statement_checks import AnsiCheck, check_zone
from routing.backends.databricks.statement_faults import RETRY_SECONDS, check, faults, of_known_statement
from routing.backends.databricks.statement_values import columns_of, rows_of

logger = logging.getLogger(__name__)

_FIRST_WAIT = "5s"  # the least the API waits for; a longer one would hold a cancel up
_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 0.1, 1.0
_LOOK_SECONDS = 30.0  # how long one look may wait, before another one is taken
_REFUSALS = (Trouble.NO_WAREHOUSE, Trouble.FORBIDDEN)  # as 400 and 403 are understood
_UNDER_WAY = (StatementState.PENDING, StatementState.RUNNING)


class StatementChannel:
    """Each statement stands alone, so there is no session to lose, and none whose end would end one. Before the first
    one, two of its own show whether the warehouse is what it must be.

    `patient` is the client that looks at what the warehouse took: a busy one may let it wait. Whoever asked says when
    that is too long.
    """

    expires_at: float | None = None  # the SDK renews what it signs in with

    def __init__(
        self, client: WorkspaceClient, patient: WorkspaceClient, warehouse: Warehouse, ansi: AnsiCheck
    ) -> None:
        self._client, self._patient, self._warehouse, self._ansi = client, patient, warehouse, ansi
        self._checked = False
        self._unfinished = ""  # the id of a statement that may still run

    def run(self, statement: Statement, running: Running) -> tuple[Result, Callable[[], None]]:
        self._check(running)
        return self._ran(statement, running), _nothing_left

    def stream(self, statement: Statement, running: Running) -> Streamed:
        # For exports alone: they bring pyarrow, which tiles over this transport do without. Before the links come.
        from routing.backends.databricks.linked import LinkedResult
        from routing.backends.databricks.patience import Patience
        from routing.backends.databricks.storage import Storage

        self._check(running)
        try:
            response = self._asked(statement, running, in_storage=True)
        except Fault as fault:
            if fault.trouble in _REFUSALS and Disposition.EXTERNAL_LINKS.value in fault.detail:
                raise Fault(Trouble.NO_LINKS, fault.detail) from fault
            raise
        manifest = response.manifest or ResultManifest()
        if manifest.truncated:
            raise Fault(Trouble.TOO_LARGE, "the result was cut off at the API's own bound")
        silent_seconds = self._warehouse.answer_seconds
        patience = Patience(running, seconds=silent_seconds)
        ask = partial(self._chunk, self._client, response.statement_id or "")
        storage = Storage(self._warehouse.url, patience, silent_seconds=silent_seconds)
        linked = LinkedResult(manifest, ask, storage, patience)
        return Streamed(
            columns=columns_of(_described(response)),
            batches=linked.batches(response.result, most_rows=statement.limit),
            close=_nothing_left,
        )

    def ping(self) -> None:
        self.run(Statement(sql="SELECT 1", limit=1), Running())

    def close(self) -> None:
        """Cancels what a failure left running: over this transport the warehouse has no bound that would end it."""
        if self._unfinished:
            try:
                self._cancel(self._unfinished, seconds=ANSWER_SECONDS)
            except Fault as fault:
                logger.warning("statement %s was left to run on the warehouse: %s", self._unfinished, fault)

    def _check(self, running: Running) -> None:
        """Raises Fault, also for a warehouse whose own settings would make its numbers false: there is no session to
        tell them to."""

        def run(statement: Statement) -> Result:
            return self._ran(statement, Running(unwanted=running.unwanted, ahead_of=running))

        if not self._checked:
            check_zone(run)
            self._ansi.check(run)
            self._checked = True

    def _ran(self, statement: Statement, running: Running) -> Result:
        return self._result(self._asked(statement, running), statement, running)

    def _asked(
        self, statement: Statement, running: Running, *, in_storage: bool = False
    ) -> StatementResponse:
        """Send it and wait for its end. Each call is bounded by itself: a statement may take longer than one."""
        running.begin(lambda: self._cancel_when_known(running))
        with faults():
            response = self._submit(statement, in_storage=in_storage)
        self._unfinished = response.statement_id or ""
        running.take(self._unfinished)
        running.hear()
        response = self._finished(response, running)
        self._unfinished = ""
        check(response)
        return response

    def _submit(self, statement: Statement, *, in_storage: bool) -> StatementResponse:
        """Its result comes with the answers, at most `limit` rows; or waits in the storage, all of them."""
        return self._client.statement_execution.execute_statement(
            statement=statement.sql,
            warehouse_id=self._warehouse.id,
            catalog=self._warehouse.catalog or None,
            disposition=Disposition.EXTERNAL_LINKS if in_storage else Disposition.INLINE,
            format=Format.ARROW_STREAM if in_storage else Format.JSON_ARRAY,
            wait_timeout=_FIRST_WAIT,
            on_wait_timeout=ExecuteStatementRequestOnWaitTimeout.CONTINUE,
            row_limit=None if in_storage else statement.limit,
            parameters=[
                StatementParameterListItem(name=name, value=value, type="STRING")
                for name, value in statement.parameters.items()
            ]
            or None,
            query_tags=[QueryTag(key=key, value=value) for key, value in statement.tags.items()] or None,
        )

    def _finished(self, response: StatementResponse, running: Running) -> StatementResponse:
        """Wait for the end; whoever asked bounds it, by cancelling. A failed query is an HTTP 200 too."""
        pause = _FIRST_PAUSE_SECONDS
        ends_at = time.monotonic() + self._warehouse.statement_seconds
        while response.status and response.status.state in _UNDER_WAY:
            if time.monotonic() > ends_at:
                self._cancel_unfinished()
                raise Fault(Trouble.TIMED_OUT, f"still {response.status.state}")
            if running.ahead_of is not None and running.unwanted.done():
                fault = Fault(Trouble.NOT_SENT, "nobody waits any more for what this was asked ahead of")
                fault.after = self._cancel_unfinished
                raise fault
            time.sleep(pause)
            pause = min(pause * 1.5, _LONGEST_PAUSE_SECONDS)
            response = self._looked(response, running)
        return response

    def _looked(self, response: StatementResponse, running: Running) -> StatementResponse:
        """How the statement is now; as it was where the look was not answered and somebody waits still."""
        try:
            with of_known_statement():
                response = self._patient.statement_execution.get_statement(self._unfinished)
            running.hear()
        except Fault as fault:
            if not fault.silent or running.unwanted.done():
                raise
        return response

    def _result(self, response: StatementResponse, statement: Statement, running: Running) -> Result:
        described = _described(response)
        rows: list[list[Any]] = []
        size = 0
        for chunk in self._chunks(response, running):
            piece = chunk.data_array or []
            size += sum(len(value) for row in piece for value in row if value)
            if size > MOST_BYTES:
                raise Fault(Trouble.TOO_LARGE, f"{size} bytes in {len(rows)} rows")
            rows += piece
        manifest = response.manifest
        if manifest and manifest.truncated and len(rows) < statement.limit:
            raise Fault(Trouble.TOO_LARGE, "the result was cut off at the API's own bound")
        return Result(columns=columns_of(described), rows=rows_of(described, rows))

    def _chunks(self, response: StatementResponse, running: Running) -> Iterator[ResultData]:
        """The parts of a result, each asked for when it is wanted."""
        chunk, index = response.result, 0
        manifest = response.manifest or ResultManifest()
        while chunk is not None:
            yield chunk
            after = following(index, chunk.next_chunk_index, manifest)
            if after is None:
                return
            if running.unwanted.done():
                raise Fault(Trouble.CANCELLED, "nobody takes the rows any more")
            chunk, index = self._chunk(self._patient, response.statement_id or "", after), after
            running.hear()

    def _chunk(self, client: WorkspaceClient, statement_id: str, index: int) -> ResultData:
        with of_known_statement():
            return client.statement_execution.get_statement_result_chunk_n(statement_id, index)

    def _cancel_when_known(self, running: Running) -> None:
        # The first answer, which tells the id, may take as long as the API was asked to wait.
        while not running.query_id:
            if running.over.wait(_FIRST_PAUSE_SECONDS):
                return
        self._cancel(running.query_id)

    def _cancel_unfinished(self) -> None:
        self._cancel(self._unfinished)
        self._unfinished = ""

    def _cancel(self, statement_id: str, *, seconds: float = RETRY_SECONDS) -> None:
        with faults(seconds):
            self._client.statement_execution.cancel_execution(statement_id)


def _described(response: StatementResponse) -> list[ColumnInfo]:
    manifest = response.manifest
    return (manifest.schema.columns if manifest and manifest.schema else None) or []


def open_statement(warehouse: Warehouse, principal: Principal, ansi: AnsiCheck) -> StatementChannel:
    """A way for statements; raises Fault. Only the first statement asks the warehouse itself."""
    with faults():
        patient = workspace_client(principal, answer_seconds=_LOOK_SECONDS)
        return StatementChannel(workspace_client(principal), patient, warehouse, ansi)


def _nothing_left() -> None:
    """A statement whose result was fetched needs no closing."""
