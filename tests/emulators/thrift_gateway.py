"""A warehouse's Thrift address, `/sql/1.0/warehouses/{id}`: what the real connector sends goes on to a real engine.

The gateway holds no engine and changes no message. It stands where a test can break things: rules of the server
strike by Thrift method ("ExecuteStatement"), and it knows the sessions and operations that passed through it.
"""

import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.emulators.http import HangUp, Reply, Request, Route
from tests.emulators.warehouses import State, Warehouses
from tests.engines.shim import wire

_THRIFT = "application/x-thrift"
_LONGEST_CALL_SECONDS = 120
_STATES = ttypes.TOperationState
_AT_WORK = (_STATES.INITIALIZED_STATE, _STATES.PENDING_STATE, _STATES.RUNNING_STATE)


def thrift_method(request: Request) -> str:
    """ "ExecuteStatement" and the like; empty for a request that is no Thrift call."""
    return wire.name_of(request.body) if _THRIFT in request.headers.get("content-type", "") else ""


class ThriftGateway:
    """`port` is where a Thrift server that the connector understands listens on loopback; None: no Thrift here."""

    def __init__(self, warehouses: Warehouses, port: int | None) -> None:
        self._warehouses, self._port = warehouses, port
        self._local = threading.local()
        self._lock = threading.Lock()
        self._sessions: dict[bytes, Any] = {}
        self._disowned: set[bytes] = set()
        self._operations: dict[bytes, _Operation] = {}

    # ── Arranged and looked at by a test

    @property
    def open_sessions(self) -> int:
        """Sessions the client opened and has not closed."""
        return len(self._sessions.keys() - self._disowned)

    @property
    def open_operations(self) -> int:
        """Statements the client has not closed, in sessions it has not closed."""
        return sum(each.session not in self._disowned for each in self._known_operations())

    @property
    def running_operations(self) -> int:
        """Those of them that the engine says it still works on."""
        return sum(self._state_of(operation) in _AT_WORK for operation in self._known_operations())

    def disown_sessions(self) -> None:
        """Those open now no longer count as the client's, which cannot close them any more."""
        with self._lock:
            self._disowned.update(self._sessions)

    def lose_sessions(self) -> None:
        """The server forgets every session, as a warehouse does that was restarted."""
        for handle in self._take_sessions():
            self._call("CloseSession", ttypes.TCloseSessionReq(sessionHandle=handle))

    def cancel_operations(self) -> None:
        """Somebody cancels what runs, from the server's side."""
        for operation in self._known_operations():
            self._call("CancelOperation", ttypes.TCancelOperationReq(operationHandle=operation.handle))

    # ── The way through

    def routes(self) -> Iterator[Route]:
        yield Route("POST", "/sql/1.0/warehouses/{id}", self._pass_on)

    def _pass_on(self, request: Request) -> Reply:
        warehouse = self._warehouses.usable(request, request.path_values["id"])
        if isinstance(warehouse, Reply):
            return warehouse
        warehouse.start()
        if self._port is None or warehouse.state is not State.RUNNING:
            return _not_yet(f"TEMPORARILY_UNAVAILABLE: warehouse {warehouse.id} is {warehouse.state}")
        status, body = self._send(request.body, request.headers.get("authorization", ""))
        if status == http.client.OK:
            self._remember(thrift_method(request), request.body, body)
        return Reply(status=status, body=body, headers={"Content-Type": _THRIFT})

    def _send(self, raw: bytes, authorization: str) -> tuple[int, bytes]:
        """Raises HangUp when the engine is gone: the caller then loses its connection the same way."""
        connection: http.client.HTTPConnection | None = getattr(self._local, "connection", None)
        if connection is None:
            assert self._port is not None
            connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_LONGEST_CALL_SECONDS)
            self._local.connection = connection
        try:
            headers = {"Content-Type": _THRIFT, "Authorization": authorization}
            connection.request("POST", "/sql/1.0/warehouses/behind", raw, headers)
            response = connection.getresponse()
            return response.status, response.read()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            self._local.connection = None
            raise HangUp from error

    def _call(self, name: str, request: Any) -> Any:
        """The engine's response to the gateway's own call; None when it gives none."""
        call = wire.write(name, wire.CALL, 0, wire.arguments(name, request))
        try:
            status, raw = self._send(call, "Bearer gateway")
        except HangUp:
            return None
        return _success(raw) if status == http.client.OK else None

    def _state_of(self, operation: "_Operation") -> int | None:
        asked = ttypes.TGetOperationStatusReq(operationHandle=operation.handle)
        answered = self._call("GetOperationStatus", asked)
        return answered.operationState if answered else None

    # ── What passed through

    def _remember(self, method: str, asked: bytes, answered: bytes) -> None:
        if method == "OpenSession":
            handle = _success(answered).sessionHandle
            if handle is not None:
                with self._lock:
                    self._sessions[handle.sessionId.guid] = handle
        elif method == "ExecuteStatement":
            handle = _success(answered).operationHandle
            if handle is not None:
                session = _asked(asked).sessionHandle.sessionId.guid
                with self._lock:
                    self._operations[handle.operationId.guid] = _Operation(handle, session)
        elif method == "CloseOperation":
            with self._lock:
                self._operations.pop(_asked(asked).operationHandle.operationId.guid, None)
        elif method == "CloseSession":
            self._forget_session(_asked(asked).sessionHandle.sessionId.guid)

    def _forget_session(self, session: bytes) -> None:
        # Its operations go with it.
        with self._lock:
            self._sessions.pop(session, None)
            self._operations = {
                guid: each for guid, each in self._operations.items() if each.session != session
            }

    def _known_operations(self) -> list["_Operation"]:
        with self._lock:
            return list(self._operations.values())

    def _take_sessions(self) -> list[Any]:
        with self._lock:
            taken = list(self._sessions.values())
            self._sessions.clear()
            self._operations.clear()
        return taken


@dataclass(frozen=True, slots=True)
class _Operation:
    handle: Any
    session: bytes


def _asked(raw: bytes) -> Any:
    return wire.read(raw, "args")[1].req


def _success(raw: bytes) -> Any:
    return wire.read(raw, "result")[1].success


def _not_yet(message: str) -> Reply:
    return Reply(status=503, headers={"Retry-After": "1", "X-Thriftserver-Error-Message": message})
