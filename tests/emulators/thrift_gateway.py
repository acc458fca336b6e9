"""A warehouse's Thrift address, `/sql/1.0/warehouses/{id}`: what the real connector sends goes on to a real engine.

The gateway holds no engine and changes no message. It stands where a test can break things: rules of the server
strike by Thrift method ("ExecuteStatement"), and it knows the sessions and operations that passed through it.
"""

import http.client
import threading
from collections.abc import Iterator
from typing import Any

from databricks.sql.thrift_api.TCLIService import ttypes

from tests.emulators.http import HangUp, Reply, Request, Route
from tests.emulators.warehouses import State, Warehouses
from tests.engines.shim import wire

_THRIFT = "application/x-thrift"
_LONGEST_CALL_SECONDS = 120
_CALLS_THAT_END = {"CloseSession": "sessionHandle", "CloseOperation": "operationHandle"}


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
        self._operations: dict[bytes, Any] = {}

    # ── Arranged and looked at by a test

    @property
    def open_sessions(self) -> int:
        """Sessions the client opened and has not closed."""
        return len(self._sessions)

    @property
    def open_operations(self) -> int:
        return len(self._operations)

    def lose_sessions(self) -> None:
        """The server forgets every session, as a warehouse does that was restarted."""
        for handle in self._take(self._sessions):
            self._call("CloseSession", ttypes.TCloseSessionReq(sessionHandle=handle))

    def cancel_operations(self) -> int:
        """Somebody cancels what runs, from the server's side; says how many statements that were."""
        with self._lock:
            handles = list(self._operations.values())
        for handle in handles:
            self._call("CancelOperation", ttypes.TCancelOperationReq(operationHandle=handle))
        return len(handles)

    def close(self) -> None:
        """Leave nothing open at the engine that a broken client could not close."""
        for handle in self._take(self._sessions) if self._port else ():
            self._call("CloseSession", ttypes.TCloseSessionReq(sessionHandle=handle))

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

    def _call(self, name: str, request: Any) -> None:
        self._send(wire.write(name, wire.CALL, 0, wire.arguments(name, request)), "Bearer gateway")

    # ── What passed through

    def _remember(self, method: str, asked: bytes, answered: bytes) -> None:
        if method == "OpenSession":
            self._keep(self._sessions, _success(answered).sessionHandle, "sessionId")
        elif method == "ExecuteStatement":
            self._keep(self._operations, _success(answered).operationHandle, "operationId")
        elif method in _CALLS_THAT_END:
            _, arguments = wire.read(asked, "args")
            handle = getattr(arguments.req, _CALLS_THAT_END[method])
            identity = getattr(handle, "sessionId", None) or handle.operationId
            with self._lock:
                self._sessions.pop(identity.guid, None)
                self._operations.pop(identity.guid, None)

    def _keep(self, handles: dict[bytes, Any], handle: Any, identity: str) -> None:
        if handle is not None:
            with self._lock:
                handles[getattr(handle, identity).guid] = handle

    def _take(self, handles: dict[bytes, Any]) -> list[Any]:
        with self._lock:
            taken = list(handles.values())
            handles.clear()
        return taken


def _success(raw: bytes) -> Any:
    return wire.read(raw, "result")[1].success


def _not_yet(message: str) -> Reply:
    return Reply(status=503, headers={"Retry-After": "1", "X-Thriftserver-Error-Message": message})
