"""One statement's life on an emulated warehouse: PENDING, RUNNING, then SUCCEEDED, FAILED or CANCELED."""

import threading
import time
import uuid
from collections.abc import Mapping
from enum import StrEnum

import pyarrow as pa

from tests.emulators.access import Principal
from tests.emulators.sql_engine import Question, SqlEngine, SqlError, SqlSession
from tests.emulators.warehouses import State, Warehouse

_LOOK_AGAIN_SECONDS = 0.02


class StatementState(StrEnum):
    PENDING = "PENDING"
    RUNNING = "RUNNING"
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"


class Statement:
    """Runs in a thread of its own from `start()`; `done` is set when it has ended one way or the other.

    While `held` is set the statement stays RUNNING: so a test has one that takes as long as it likes.
    """

    def __init__(
        self,
        *,
        question: Question,
        warehouse: Warehouse,
        principal: Principal,
        tags: Mapping[str, str | None],
        row_limit: int | None,
        disposition: str,
    ) -> None:
        self.id = str(uuid.uuid4())
        self.question, self.warehouse, self.principal, self.tags = question, warehouse, principal, tags
        self.disposition = disposition
        self.state = StatementState.PENDING
        self.table: pa.Table | None = None
        self.truncated = False
        self.error: SqlError | None = None
        self.held, self.done = threading.Event(), threading.Event()
        self._row_limit = row_limit
        self._cancelled = threading.Event()
        self._lock = threading.Lock()
        self._session: SqlSession | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_inline(self) -> bool:
        return self.disposition == "INLINE"

    def start(self, engine: SqlEngine) -> None:
        self._thread = threading.Thread(
            target=self._run, args=[engine], name=f"statement-{self.id}", daemon=True
        )
        self._thread.start()

    def cancel(self) -> None:
        """Stop it where it stands; nothing happens to one that has ended. Returns at once."""
        self._cancelled.set()
        threading.Thread(target=self._stop_until_ended, name=f"cancel-{self.id}", daemon=True).start()

    def _stop_until_ended(self) -> None:
        # Again and again: a session told before its query began has nothing to stop.
        while not self.done.is_set():
            with self._lock:
                if self._session is not None:
                    self._session.cancel()
            self.done.wait(_LOOK_AGAIN_SECONDS)

    def join(self, seconds: float) -> None:
        if self._thread is not None:
            self._thread.join(seconds)

    def _run(self, engine: SqlEngine) -> None:
        try:
            if self._warehouse_is_up() and self._released():
                self._answer(engine)
        except SqlError as error:
            self.error = error
        finally:
            self._end()

    def _end(self) -> None:
        if self._cancelled.is_set():
            self.state = StatementState.CANCELED
        else:
            self.state = StatementState.SUCCEEDED if self.table is not None else StatementState.FAILED
        self.done.set()

    def _warehouse_is_up(self) -> bool:
        """Wait for the warehouse, which a statement starts; False when cancelled meanwhile."""
        self.warehouse.start()
        while self.warehouse.state is not State.RUNNING and not self._cancelled.is_set():
            time.sleep(_LOOK_AGAIN_SECONDS)
        self.state = StatementState.RUNNING
        return not self._cancelled.is_set()

    def _released(self) -> bool:
        while self.held.is_set() and not self._cancelled.is_set():
            time.sleep(_LOOK_AGAIN_SECONDS)
        return not self._cancelled.is_set()

    def _answer(self, engine: SqlEngine) -> None:
        session = engine.session()
        try:
            with self._lock:
                self._session = session
            table = session.run(self.question)
        finally:
            with self._lock:
                self._session = None
            session.close()
        if self._row_limit is not None and table.num_rows > self._row_limit:
            table, self.truncated = table.slice(0, self._row_limit), True
        self.table = table
