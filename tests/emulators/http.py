"""A loopback HTTP server for tests: routes, faults by rule, and a log of what was asked.

class Echo:
    def routes(self) -> Iterable[Route]:
        yield Route("POST", "/api/echo/{name}", lambda request: Reply.json({"name": request.path_values["name"]}))

with LoopbackServer(Echo()) as server:
    server.faults.add(Fault(operation="POST /api/echo", status=429, headers={"Retry-After": "3"}, times=1))
    …a real client against server.url…
    assert [call.status for call in server.calls()] == [429, 200]
"""

import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol, Self
from urllib.parse import parse_qsl, urlsplit

from tests.emulators.faults import FaultRules
from tests.emulators.listener import Exchange, HangUp, Listener

__all__ = ["Call", "HangUp", "LoopbackServer", "Reply", "Request", "Route", "Service"]

PATIENCE_SECONDS = 30


@dataclass(frozen=True, kw_only=True)
class Request:
    """One call as it came in; header names are in lower case."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes
    path_values: Mapping[str, str] = field(default_factory=dict)

    @property
    def json(self) -> Any:
        """The body as JSON; an empty body is an empty object. Raises ValueError."""
        return json.loads(self.body or b"{}")

    @property
    def bearer(self) -> str:
        """The bearer token, or nothing."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else ""


@dataclass(frozen=True, kw_only=True)
class Reply:
    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def json(cls, value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Self:
        body = json.dumps(value).encode()
        return cls(status=status, body=body, headers={"Content-Type": "application/json", **(headers or {})})


Handler = Callable[[Request], Reply]


@dataclass(frozen=True)
class Route:
    """A method and a path; `{name}` stands for one segment, `{name*}` for all that follow."""

    method: str
    path: str
    handler: Handler

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        escaped = re.sub(r"\\\{(\w+)\\\*\\\}", r"(?P<\1>.+)", re.escape(self.path))
        return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", escaped))


class Service(Protocol):
    """What a server serves; one class per real service."""

    def routes(self) -> Iterable[Route]: ...


@dataclass(frozen=True, kw_only=True)
class Call:
    """One entry of the log; `status` is None where the caller got no whole answer."""

    operation: str
    request: Request
    status: int | None


class LoopbackServer:
    """Serves some services on one loopback port. Stopped, it refuses connections; it may be started again.

    `gate` sees every request first: a reply from it is the answer, None lets the request in. `port` 0 takes a free one.
    With `tls` it speaks HTTPS.
    """

    def __init__(
        self,
        *services: Service,
        gate: Callable[[Request], Reply | None] | None = None,
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.faults = FaultRules()
        self._routes = [route for service in services for route in service.routes()]
        self._gate = gate
        self._scheme = "https" if tls else "http"
        self._listener = Listener(self._exchange, port=port, tls=tls)
        self._calls: list[Call] = []
        self._called = threading.Condition()

    # ── Life

    def start(self) -> Self:
        self._listener.start()
        return self

    def stop(self) -> None:
        """Close the port and every connection to it, as when a machine goes."""
        self._listener.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    @property
    def port(self) -> int:
        return self._listener.port

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}"

    @property
    def open_connections(self) -> int:
        return self._listener.open_connections

    # ── The log

    def calls(self, operation: str = "") -> list[Call]:
        """What was asked so far, oldest first; `operation` is a regular expression."""
        with self._called:
            return [call for call in self._calls if re.search(operation, call.operation)]

    def forget_calls(self) -> None:
        with self._called:
            self._calls.clear()

    def wait_for_call(self, operation: str, *, times: int = 1) -> Call:
        """The n-th call of that kind once it was answered; raises TimeoutError when none comes."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        with self._called:
            while (
                len(found := [call for call in self._calls if re.search(operation, call.operation)]) < times
            ):
                if not self._called.wait(deadline - time.monotonic()):
                    raise TimeoutError(f"{len(found)} calls of {operation!r}, not {times}")
        return found[times - 1]

    # ── One call

    def operation_of(self, request: Request) -> str:
        """What faults and the log call this request."""
        return f"{request.method} {request.path}"

    def _exchange(self, exchange: Exchange) -> None:
        request = _request(exchange)
        operation = self.operation_of(request)

        def note(status: int | None) -> None:
            with self._called:
                self._calls.append(Call(operation=operation, request=request, status=status))
                self._called.notify_all()

        exchange.carry_out(lambda: self._answer(request), self.faults.for_call(operation), note)

    def _answer(self, request: Request) -> tuple[int, Mapping[str, str], bytes]:
        refused = self._gate(request) if self._gate else None
        reply = refused or self._handle(request)
        return reply.status, reply.headers, reply.body

    def _handle(self, request: Request) -> Reply:
        for route in self._routes:
            if route.method == request.method and (match := route.pattern.fullmatch(request.path)):
                return route.handler(replace(request, path_values=match.groupdict()))
        return Reply.json(
            {"error_code": "ENDPOINT_NOT_FOUND", "message": f"No API found for '{request.path}'."}, 404
        )


def _request(exchange: Exchange) -> Request:
    address = urlsplit(exchange.path)
    return Request(
        method=exchange.command,
        path=address.path,
        query=dict(parse_qsl(address.query, keep_blank_values=True)),
        headers={name.lower(): value for name, value in exchange.headers.items()},
        body=exchange.body,
    )
