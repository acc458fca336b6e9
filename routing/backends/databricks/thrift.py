"""The warehouse over Thrift, through databricks-sql-connector."""

import logging
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow
import thrift.Thrift
import urllib3
from databricks import sql
from databricks.sql.client import Connection, Cursor
from databricks.sql.exc import Error, RequestError
from databricks.sql.parameters.native import StringParameter

from metrics_portal import databricks_auth
from metrics_portal.databricks_auth import Principal
from metrics_portal.databricks_login import LoginRefusedError
from routing.backends.databricks.access import ANSWER_SECONDS, expires_at
from routing.backends.databricks.channel import MOST_BYTES, Result, Running, Statement, Streamed
from routing.backends.databricks.faults import Fault, Trouble, by_silence, of_message, of_status
from routing.backends.databricks.options import Warehouse
from routing.backends.databricks.sdk_faults import fault_of
from routing.backends.databricks.values import arrow_columns, arrow_rows
from routing.contracts import Batch

_FETCH_BYTES = 16 * 1024 * 1024
_EXPIRES_BEFORE_SECONDS = 60.0
_UNTIL_KNOWN_SECONDS = 0.05
_SILENT_SECONDS = 4.0  # what is refused or broken off is so at once, and again after a short pause
# Retries are ours to decide: reads only, once, on a new connection. The connector's newer way of retrying
# sleeps 5 s at least on every 429 and 503, hides their status and Retry-After, and sends a statement again
# whose reply was lost. The older one does none of that.
_RETRIES: dict[str, object] = {
    "_enable_v3_retries": False,
    "_retry_stop_after_attempts_count": 2,
    "_retry_stop_after_attempts_duration": 5,
    "_retry_delay_min": 0.1,
    "_retry_delay_max": 3600,  # so that a Retry-After is told as it came; the duration above ends the wait
    "_retry_delay_default": 1,
}
# It logs what it raises before we can say which failure it was, and warns of the setting above each time.
logging.getLogger("databricks.sql").setLevel(logging.CRITICAL)


class ThriftChannel:
    """One session. Its settings hold for every statement: UTC, ANSI, and a time the server itself minds."""

    def __init__(self, connection: Connection, expires_at: float | None) -> None:
        self._connection = connection
        self.expires_at = expires_at

    def run(self, statement: Statement, running: Running) -> tuple[Result, Callable[[], None]]:
        cursor = self._connection.cursor(
            arraysize=statement.limit,
            buffer_size_bytes=_FETCH_BYTES,
            row_limit=statement.limit if statement.may_exceed else None,
        )
        with self._tidied(cursor, running):
            running.begin(lambda: _cancel(cursor, running), known=lambda: _is_known(cursor))
            cursor.execute(
                statement.sql,
                [StringParameter(name=name, value=value) for name, value in statement.parameters.items()]
                or None,
                query_tags=dict(statement.tags) or None,
            )
            running.take(cursor.query_id or "")
            return self._fetched(cursor, statement.limit), lambda: self._close(cursor)

    def stream(self, statement: Statement, running: Running) -> Streamed:
        # A fetch brings one batch: what the connector holds of the rest stays small, too.
        cursor = self._connection.cursor(arraysize=statement.limit, buffer_size_bytes=_FETCH_BYTES)
        with self._tidied(cursor, running):
            running.begin(lambda: _cancel(cursor, running), known=lambda: _is_known(cursor))
            cursor.execute(statement.sql, query_tags=dict(statement.tags) or None)
            running.take(cursor.query_id or "")
            return Streamed(
                columns=arrow_columns(cursor.description or ()),
                batches=self._batches(cursor, statement.limit, running),
                close=lambda: self._close(cursor),
            )

    def _batches(self, cursor: Cursor, most_rows: int, running: Running) -> Generator[Batch, None, None]:
        with self._tidied(cursor, running):
            while (piece := _next_piece(cursor, most_rows)).num_rows:
                if piece.nbytes > MOST_BYTES:
                    raise Fault(Trouble.TOO_LARGE, f"{piece.nbytes} bytes in {piece.num_rows} rows")
                yield arrow_rows(piece)

    @contextmanager
    def _tidied(self, cursor: Cursor, running: Running) -> Iterator[None]:
        """A fault inside leaves the statement to be closed, where the connection still works."""
        try:
            with _faults():
                yield
        except Fault as fault:
            running.query_id = running.query_id or cursor.query_id or ""
            fault.after = lambda: self._close_failed(cursor)
            self._discard(cursor)
            raise

    def ping(self) -> None:
        self.run(Statement(sql="SELECT 1", limit=1), Running())[1]()

    def close(self) -> None:
        try:
            self._connection.close()
        except Exception as error:
            # It is being thrown away: what a dead server says about that concerns nobody.
            logging.getLogger(__name__).info("a session was not closed: %s", type(error).__name__)

    def _fetched(self, cursor: Cursor, limit: int) -> Result:
        pieces: list[pyarrow.Table] = []
        rows = size = 0
        while rows < limit:
            piece = _next_piece(cursor, limit - rows)
            pieces.append(piece)
            rows, size = rows + piece.num_rows, size + piece.nbytes
            if size > MOST_BYTES:
                raise Fault(Trouble.TOO_LARGE, f"{size} bytes in {rows} rows")
            if piece.num_rows == 0:
                break
        columns = arrow_columns(cursor.description or ())
        return Result(columns=columns, rows=[row for piece in pieces for row in arrow_rows(piece)])

    def _close(self, cursor: Cursor) -> None:
        with _faults():
            self._discard(cursor)
            cursor.close()

    def _close_failed(self, cursor: Cursor) -> None:
        # The connector closes results only; a statement that failed has none, and stays open at the server.
        with _faults():
            if cursor.active_result_set is not None:
                cursor.close()
            elif cursor.active_command_id is not None:
                cursor.backend.close_command(cursor.active_command_id)

    def _discard(self, cursor: Cursor) -> None:
        # The connection would otherwise keep every cursor it ever made.
        if cursor in self._connection._cursors:
            self._connection._cursors.remove(cursor)


def open_thrift(warehouse: Warehouse, principal: Principal) -> ThriftChannel:
    """Open a session; raises Fault."""
    with _faults():
        # First, because the connector would hide why no token was given out.
        expiry = _expiry(principal)
        connection = sql.connect(
            server_hostname=warehouse.url.partition("//")[2],
            http_path=warehouse.http_path,
            catalog=warehouse.catalog or None,
            session_configuration={
                "STATEMENT_TIMEOUT": warehouse.statement_seconds,
                "TIMEZONE": "UTC",
                "ANSI_MODE": "true",
            },
            user_agent_entry="metrics-portal",
            enable_telemetry=False,
            use_cloud_fetch=False,
            _connection_uri=f"{warehouse.url}{warehouse.http_path}",
            _socket_timeout=warehouse.answer_seconds,
            **_RETRIES,
            **_credentials(principal),
        )
        return ThriftChannel(connection, expiry)


def _credentials(principal: Principal) -> dict[str, Any]:
    if not principal.is_service_principal:
        return {"access_token": principal.token}
    config = databricks_auth.sdk_config(principal, http_timeout_seconds=ANSWER_SECONDS)
    return {"credentials_provider": lambda: config.authenticate}


def _next_piece(cursor: Cursor, most_rows: int) -> pyarrow.Table:
    """What is left of one reply: the connector would go on until it has the rows it was asked for, however long they
    are. Without rows at the end."""
    if held := _in_hand(cursor):
        return cursor.fetchmany_arrow(min(held, most_rows))
    first = cursor.fetchmany_arrow(1)  # brings the next reply
    rest = min(_in_hand(cursor), most_rows - 1) if first.num_rows else 0
    return pyarrow.concat_tables([first, cursor.fetchmany_arrow(rest)]) if rest else first


def _in_hand(cursor: Cursor) -> int:
    """Rows of the last reply that the connector has not given out yet."""
    queue: Any = cursor.active_result_set and cursor.active_result_set.results
    return int(queue.n_valid_rows - queue.cur_row_index)


def _expiry(principal: Principal) -> float | None:
    end = expires_at(principal)
    return end - _EXPIRES_BEFORE_SECONDS if end else None


def _cancel(cursor: Cursor, running: Running) -> None:
    """From another thread. The connector learns the statement's id only when the warehouse took it."""
    while not running.over.wait(_UNTIL_KNOWN_SECONDS):
        if _is_known(cursor):
            with _faults():
                cursor.cancel()
            return


def _is_known(cursor: Cursor) -> bool:
    return cursor.active_command_id is not None


@contextmanager
def _faults() -> Iterator[None]:
    try:
        yield
    except Error as error:
        raise _fault_of(error) from error
    except (LoginRefusedError, OSError) as error:  # the SDK's own errors are of the latter
        raise fault_of(error) from error
    except (urllib3.exceptions.HTTPError, thrift.Thrift.TException) as error:
        silent = by_silence(error)
        raise Fault(Trouble.UNREACHABLE, f"{type(error).__name__}: {error}", silent=silent) from error
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError) as error:
        # How the connector meets an answer it does not understand.
        raise Fault(Trouble.UNREACHABLE, f"{type(error).__name__}: {error}") from error


def _fault_of(error: Error) -> Fault:
    message = str(error.message or "")
    if not isinstance(error, RequestError):
        return Fault(of_message(message), message)
    status = error.context.get("http-code")
    if not isinstance(status, int) or status < 400:
        return Fault(Trouble.UNREACHABLE, message, silent=_took_long(error))
    trouble = of_status(status)
    detail = str(error.context.get("error-message") or message)
    return Fault(trouble, f"HTTP {status}: {detail}", retry_after=_retry_after(error))


def _took_long(error: RequestError) -> bool:
    """Whether nothing was heard for long. Of a poll the connector keeps no more than how long it took, over how long it
    was to be tried."""
    elapsed = str(error.context.get("elapsed-seconds") or "0").partition("/")[0]
    return float(elapsed) >= _SILENT_SECONDS


def _retry_after(error: RequestError) -> int | None:
    delay = error.context.get("bounded-retry-delay")
    return max(1, round(float(delay))) if delay else None
