"""The sockets beneath a loopback server: one thread a connection, and faults done to the connection."""

import http.server
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

from tests.emulators.faults import Drop, Fault

Answer = Callable[[], tuple[int, Mapping[str, str], bytes]]


class HangUp(Exception):
    """Raised by a service instead of an answer: close the connection under the caller."""


class Exchange(http.server.BaseHTTPRequestHandler):
    """One connection; `body` is what came with the request at hand."""

    protocol_version = "HTTP/1.1"
    # One packet an answer: header and body in two cost 40 ms a call (delayed acknowledgement).
    disable_nagle_algorithm = True
    wbufsize = -1
    server: "_Server"
    body: bytes = b""

    def _take(self) -> None:
        self.body = self._read_body()
        self.server.serve_exchange(self)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = _take  # noqa: N815

    def _read_body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def carry_out(self, answer: Answer, fault: Fault | None, noted: Callable[[int | None], None]) -> None:
        """Answer, or do what the fault says.

        `noted` is called once, before the caller can know: with the status, or None where it gets no whole answer.
        """
        fault = fault or Fault()
        try:
            self._be_late(fault.delay_seconds)
            reply = self._outcome(answer, fault)
        except HangUp:
            reply = None
        noted(reply[0] if reply and fault.drop is None else None)
        if reply is None:
            self.close_connection = True
        else:
            self._send(*reply, halfway=fault.drop is Drop.HALFWAY, drip_seconds=fault.drip_seconds)

    def _be_late(self, seconds: float) -> None:
        """The server's end cuts a delay short, so that no thread outlives its test. It is too late to carry anything
        out then: what the services stand on may be gone."""
        if seconds and self.server.ended.wait(seconds):
            raise HangUp

    def _outcome(self, answer: Answer, fault: Fault) -> tuple[int, Mapping[str, str], bytes] | None:
        if fault.drop is Drop.UNHEARD:
            return None
        if fault.status is not None:
            return fault.status, fault.headers, fault.body
        status, headers, body = answer()
        return None if fault.drop is Drop.UNANSWERED else (status, {**headers, **fault.headers}, body)

    def _send(
        self, status: int, headers: Mapping[str, str], body: bytes, *, halfway: bool, drip_seconds: float
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self._write(
            body[: len(body) // 2] if halfway else b"" if self.command == "HEAD" else body, drip_seconds
        )
        self.close_connection = self.close_connection or halfway

    def _write(self, body: bytes, drip_seconds: float) -> None:
        piece = -(-len(body) // 10) if drip_seconds else len(body)
        for first in range(0, len(body), piece or 1):
            self.wfile.write(body[first : first + piece])
            self.wfile.flush()
            if drip_seconds:
                self.server.ended.wait(drip_seconds)
        self.wfile.flush()  # the headers of an empty one

    def log_message(self, *_arguments: Any) -> None:
        """The server's log is its list of calls."""


class Listener:
    """A port on 127.0.0.1; it keeps its number when it is stopped and started again."""

    def __init__(
        self, exchange: Callable[[Exchange], None], *, port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        self.port = port
        self._exchange, self._tls = exchange, tls
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def open_connections(self) -> int:
        return len(self._server.connections) if self._server else 0

    def start(self) -> None:
        self._server = _Server(("127.0.0.1", self.port), self._exchange, self._tls)
        self.port = int(self._server.server_address[1])
        name = f"loopback-{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name=name, daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        if self._server is None or self._thread is None:
            return
        self._server.ended.set()
        self._server.shutdown()
        self._thread.join()
        self._server.cut_connections()
        self._server.server_close()
        self._server = None


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self, address: tuple[str, int], exchange: Callable[[Exchange], None], tls: ssl.SSLContext | None
    ) -> None:
        super().__init__(address, Exchange)
        self.serve_exchange = exchange
        self.ended = threading.Event()
        self.connections: set[socket.socket] = set()
        if tls:
            self.socket = tls.wrap_socket(self.socket, server_side=True)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def cut_connections(self) -> None:
        for connection in list(self.connections):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:  # the other side was faster
                continue

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that hung up is what faults are for; anything else is this server's own mistake."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError | ValueError):
            super().handle_error(request, client_address)
