"""The shim's HTTP server: Thrift on any path, `GET /tape?after=N` for tests, 404 for everything else."""

import http.client
import json
import ssl
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from tests.engines.shim.auth import bearer_of
from tests.engines.shim.context import Context, Memory, Options
from tests.engines.shim.tape import Tape
from tests.engines.shim.translate import answer
from tests.engines.shim.upstream import Upstream

THRIFT = "application/x-thrift"


class Certificate(NamedTuple):
    certificate: Path
    key: Path


class ShimServer(ThreadingHTTPServer):
    """Listens at once; `server_address` tells the port, `serve_forever` answers."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(
        self,
        *,
        spark: tuple[str, int],
        options: Options,
        port: int = 0,
        certificate: Certificate | None = None,
    ) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.spark, self.options = spark, options
        self.memory, self.tape = Memory(), Tape()
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.certificate, certificate.key)
            self.socket = context.wrap_socket(self.socket, server_side=True)


class Handler(BaseHTTPRequestHandler):
    server: ShimServer
    protocol_version = "HTTP/1.1"
    # One packet per answer: sent in two, each call takes 40 ms longer.
    disable_nagle_algorithm = True
    wbufsize = -1

    def setup(self) -> None:
        super().setup()
        self._spark = Upstream(*self.server.spark)

    def finish(self) -> None:
        self._spark.close()
        super().finish()

    def log_message(self, *_: object) -> None:
        """Silent: the tape tells what was asked."""

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path != "/tape":  # feature flags, say: a warehouse without them
            self._send(404, "text/plain", b"")
            return
        after = int(parse_qs(url.query).get("after", ["0"])[0])
        self._send(200, "application/json", json.dumps(self.server.tape.after(after)).encode())

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        token = bearer_of(self.headers.get("Authorization"))
        if THRIFT not in self.headers.get("Content-Type", ""):  # telemetry
            self._send(404, "text/plain", b"")
        elif token is None:
            self._send(401, "text/plain", b"")
        else:
            self._answer(raw, token)

    def _answer(self, raw: bytes, token: str) -> None:
        context = Context(self._spark, self.server.memory, self.server.options)
        try:
            status, body = answer(raw, token, context, self.server.tape)
        except (OSError, http.client.HTTPException) as error:
            # Spark is gone: the client loses its connection the same way.
            sys.stderr.write(f"shim: Spark gave no answer: {error!r}\n")
            self.close_connection = True
            return
        self._send(status, THRIFT, body)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
