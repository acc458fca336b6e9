"""The Statement Execution API, `/api/2.0/sql/statements`: results in chunks, INLINE in JSON_ARRAY or by
EXTERNAL_LINKS in ARROW_STREAM.

Source: databricks-sdk 0.156, databricks/sdk/service/sql.py. A statement that fails is HTTP 200 with state FAILED.
"""

import re
import threading
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from sqlglot.errors import ParseError

from tests.emulators.access import Access, permission_denied
from tests.emulators.external_storage import ExternalStorage
from tests.emulators.http import Reply, Request, Route
from tests.emulators.json_array import columns_of, rows_of
from tests.emulators.sql_engine import Question, SqlEngine, SqlError, tables_read
from tests.emulators.statements import Statement, StatementState
from tests.emulators.warehouses import Warehouse, Warehouses

INLINE_BYTES = 25 * 1024 * 1024
_PATH = "/api/2.0/sql/statements"
_WAIT = re.compile(r"(\d+)s")
_SERVED = {
    "statement", "warehouse_id", "wait_timeout", "on_wait_timeout", "parameters", "query_tags", "row_limit",
    "catalog", "schema", "disposition", "format",
}  # fmt: skip


_FORMAT_OF = {"INLINE": "JSON_ARRAY", "EXTERNAL_LINKS": "ARROW_STREAM"}


class BadRequest(Exception):
    """What is wrong with a request; answered with 400."""


class StatementExecution:
    """`rows_per_chunk` is how many rows a test wants in one chunk, `gives_links` whether the workspace allows
    EXTERNAL_LINKS, which lead to `storage`."""

    def __init__(
        self,
        engine: SqlEngine,
        warehouses: Warehouses,
        access: Access,
        storage: ExternalStorage,
        *,
        rows_per_chunk: int = 10_000,
    ) -> None:
        self.rows_per_chunk, self.gives_links = rows_per_chunk, True
        self._engine, self._warehouses, self._access = engine, warehouses, access
        self._storage = storage
        storage.holds(self._rows_by_link)
        self._lock = threading.Lock()
        self._statements: dict[str, Statement] = {}
        self._hold = ""

    # ── Arranged and looked at by a test

    def hold(self, words: str) -> None:
        """Statements that come from now on and hold these words run until they are released or cancelled."""
        self._hold = words

    def release(self) -> None:
        self._hold = ""
        for statement in self.statements():
            statement.held.clear()

    def statements(self) -> list[Statement]:
        with self._lock:
            return list(self._statements.values())

    def close(self) -> None:
        """End whatever still runs."""
        for statement in self.statements():
            statement.cancel()
            statement.join(10)

    # ── The API

    def routes(self) -> Iterator[Route]:
        yield Route("POST", _PATH, self._execute)
        yield Route("GET", _PATH + "/{id}", self._get)
        yield Route("GET", _PATH + "/{id}/result/chunks/{index}", self._chunk)
        yield Route("POST", _PATH + "/{id}/cancel", self._cancel)

    def _execute(self, request: Request) -> Reply:
        body: dict[str, Any] = request.json
        warehouse = self._warehouses.usable(request, str(body.get("warehouse_id", "")))
        if isinstance(warehouse, Reply):
            return warehouse
        try:
            self._check(body)
            wait = _wait_seconds(body)
            statement = self._statement(request, body, warehouse)
        except BadRequest as error:
            return Reply.json({"error_code": "INVALID_PARAMETER_VALUE", "message": str(error)}, 400)
        self._start(statement)
        if not statement.done.wait(wait) and wait and body.get("on_wait_timeout") == "CANCEL":
            statement.cancel()
            statement.done.wait()
        return self._answer(statement)

    def _get(self, request: Request) -> Reply:
        found = self._found(request)
        return found if isinstance(found, Reply) else self._answer(found)

    def _chunk(self, request: Request) -> Reply:
        found = self._found(request)
        if isinstance(found, Reply):
            return found
        index = int(request.path_values["index"])
        if found.table is None or index >= self._chunk_count(found):
            return Reply.json({"error_code": "NOT_FOUND", "message": f"There is no chunk {index}."}, 404)
        return Reply.json(self._chunk_json(found, index))

    def _cancel(self, request: Request) -> Reply:
        found = self._found(request)
        if isinstance(found, Reply):
            return found
        found.cancel()
        return Reply.json({})

    # ── A statement

    def _statement(self, request: Request, body: dict[str, Any], warehouse: Warehouse) -> Statement:
        parameters = {
            each["name"]: (each.get("value"), each.get("type") or "STRING")
            for each in body.get("parameters") or []
        }
        question = Question(sql=body["statement"], schema=body.get("schema") or "", parameters=parameters)
        return Statement(
            question=question,
            warehouse=warehouse,
            principal=self._access.principal(request),
            tags={tag["key"]: tag.get("value") for tag in body.get("query_tags") or []},
            row_limit=body.get("row_limit"),
            disposition=body.get("disposition") or "INLINE",
        )

    def _start(self, statement: Statement) -> None:
        with self._lock:
            self._statements[statement.id] = statement
        if self._hold and self._hold in statement.question.sql:
            statement.held.set()
        statement.start(_Permitted(self._engine, statement))

    def _found(self, request: Request) -> Statement | Reply:
        statement = self._statements.get(request.path_values["id"])
        if statement is None:
            message = f"The statement {request.path_values['id']} was not found."
            return Reply.json({"error_code": "NOT_FOUND", "message": message}, 404)
        if statement.principal != self._access.principal(request):
            return permission_denied(f"The statement {statement.id} is another principal's.")
        return statement

    # ── What is told of it

    def _answer(self, statement: Statement) -> Reply:
        answer: dict[str, Any] = {"statement_id": statement.id}
        table, state, error = statement.table, statement.state, statement.error
        if not statement.done.is_set():
            return Reply.json({**answer, "status": {"state": state}})
        if statement.is_inline and table is not None and table.nbytes > INLINE_BYTES:
            state, error = StatementState.FAILED, _too_large()
        answer["status"] = {"state": state}
        if state is StatementState.FAILED and error is not None:
            answer["status"] |= {
                "error": {"error_code": "BAD_REQUEST", "message": error.message},
                "sql_state": error.sql_state,
            }
        if state is StatementState.SUCCEEDED:
            answer |= {"manifest": self._manifest(statement), "result": self._chunk_json(statement, 0)}
        return Reply.json(answer)

    def _manifest(self, statement: Statement) -> dict[str, object]:
        assert statement.table is not None
        columns = columns_of(statement.table.schema)
        return {
            "format": _FORMAT_OF[statement.disposition],
            "schema": {"column_count": len(columns), "columns": columns},
            "total_chunk_count": self._chunk_count(statement),
            "total_row_count": statement.table.num_rows,
            "truncated": statement.truncated,
        }

    def _chunk_count(self, statement: Statement) -> int:
        assert statement.table is not None
        rows: int = statement.table.num_rows
        return max(1, -(-rows // self.rows_per_chunk))

    def _chunk_json(self, statement: Statement, index: int) -> dict[str, object]:
        rows = self._rows(statement, index)
        chunk: dict[str, object] = {
            "chunk_index": index,
            "row_offset": index * self.rows_per_chunk,
            "row_count": rows.num_rows,
        }
        if index + 1 < self._chunk_count(statement):
            link = f"{_PATH}/{statement.id}/result/chunks/{index + 1}?row_offset={(index + 1) * self.rows_per_chunk}"
            chunk |= {"next_chunk_index": index + 1, "next_chunk_internal_link": link}
        if statement.is_inline:
            return chunk | ({"data_array": rows_of(rows)} if rows.num_rows else {})
        # A result without rows has no chunk that a link could lead to.
        links = [chunk | self._storage.link(statement.id, index)] if rows.num_rows else []
        return {"external_links": links}

    def _rows(self, statement: Statement, index: int) -> pa.Table:
        assert statement.table is not None
        return statement.table.slice(index * self.rows_per_chunk, self.rows_per_chunk)

    def _rows_by_link(self, statement_id: str, index: int) -> pa.Table | None:
        statement = self._statements.get(statement_id)
        return self._rows(statement, index) if statement and statement.table is not None else None

    def _check(self, body: dict[str, Any]) -> None:
        # Silence about a member this server does not know would be taken for obedience.
        if unknown := sorted(set(body) - _SERVED):
            raise BadRequest(f"Not served here: {', '.join(unknown)}.")
        if not body.get("statement"):
            raise BadRequest("statement is missing.")
        disposition, form = body.get("disposition") or "INLINE", body.get("format") or "JSON_ARRAY"
        if disposition == "EXTERNAL_LINKS" and not self.gives_links:
            raise BadRequest("The disposition EXTERNAL_LINKS is disabled in this workspace.")
        if _FORMAT_OF.get(disposition) != form:
            raise BadRequest(f"The disposition {disposition} with format {form} is not served here.")


class _Permitted:
    """The engine, for the principal of one statement: a table they may not read fails it."""

    def __init__(self, engine: SqlEngine, statement: Statement) -> None:
        self._engine, self._statement = engine, statement

    def session(self) -> Any:
        try:
            denied = self._statement.principal.denied_of(tables_read(self._statement.question.sql))
        except ParseError as error:
            raise SqlError(f"[PARSE_SYNTAX_ERROR] {error} SQLSTATE: 42601", "42601") from error
        if denied:
            words = f"User does not have permission SELECT on table '{denied[0]}'."
            raise SqlError(f"[INSUFFICIENT_PERMISSIONS] {words} SQLSTATE: 42501", "42501")
        return self._engine.session()


def _wait_seconds(body: dict[str, Any]) -> int:
    asked = _WAIT.fullmatch(body.get("wait_timeout") or "10s")
    if asked is None or not (int(asked[1]) == 0 or 5 <= int(asked[1]) <= 50):
        raise BadRequest("wait_timeout must be 0s, or between 5s and 50s.")
    return int(asked[1])


def _too_large() -> SqlError:
    return SqlError(
        "Inline byte limit exceeded. Statements executed with disposition=INLINE can have a result size of at"
        f" most {INLINE_BYTES} bytes. Please execute the statement with disposition=EXTERNAL_LINKS.",
        "54000",
    )
