"""The cloud storage of a workspace: chunks of results behind pre-signed links, on a port of its own.

Source: databricks-sdk 0.156 (`ExternalLink`), and how Amazon S3 treats a pre-signed request: a signature that is
wrong or over is 403, a second way to sign in beside it 400.
"""

import hmac
import secrets
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pyarrow as pa

from tests.emulators.http import LoopbackServer, Reply, Request, Route

_ROWS_PER_BATCH = 1_000
_KEY_HEADER = "x-storage-key"


class ExternalStorage:
    """`link_seconds` is how long a link that is given out from now on is good. `faults` strike `GET /results/…`."""

    def __init__(self, *, link_seconds: float = 900.0) -> None:
        self.link_seconds = link_seconds
        self.server = LoopbackServer(self)
        self.faults = self.server.faults
        self._secret = secrets.token_bytes(16)
        self._chunks: Callable[[str, int], pa.Table | None] = lambda statement, index: None

    def holds(self, chunks: Callable[[str, int], pa.Table | None]) -> None:
        """What there is to be read: a chunk's rows by its statement and index, None where there is none."""
        self._chunks = chunks

    def expire_links(self) -> None:
        """Every link given out so far is over."""
        self._secret = secrets.token_bytes(16)

    def link(self, statement: str, index: int) -> dict[str, object]:
        """The members of an ExternalLink that lead here."""
        path, expires = f"/results/{statement}/{index}", int(time.time() + self.link_seconds)
        signature = self._signed(path, str(expires))
        return {
            "external_link": f"{self.server.url}{path}?X-Expires={expires}&X-Signature={signature}",
            "expiration": datetime.fromtimestamp(expires, UTC).isoformat().replace("+00:00", "Z"),
            "http_headers": {_KEY_HEADER: signature[:16]},
        }

    def routes(self) -> Iterator[Route]:
        yield Route("GET", "/results/{statement}/{index}", self._get)

    def _get(self, request: Request) -> Reply:
        if "authorization" in request.headers:
            return _refused(400, "InvalidArgument", "Only one auth mechanism allowed")
        expires, given = request.query.get("X-Expires", "0"), request.query.get("X-Signature", "")
        signature = self._signed(request.path, expires)
        if not hmac.compare_digest(signature, given) or request.headers.get(_KEY_HEADER) != signature[:16]:
            return _refused(403, "SignatureDoesNotMatch", "The signature is not the one calculated here")
        if float(expires) <= time.time():
            return _refused(403, "AccessDenied", "Request has expired")
        rows = self._chunks(request.path_values["statement"], int(request.path_values["index"]))
        if rows is None:
            return _refused(404, "NoSuchKey", "The specified key does not exist.")
        return Reply(body=arrow_stream(rows), headers={"Content-Type": "binary/octet-stream"})

    def _signed(self, path: str, expires: str) -> str:
        return hmac.new(self._secret, f"{path} {expires}".encode(), "sha256").hexdigest()


def arrow_stream(rows: pa.Table) -> bytes:
    """Rows in the form ARROW_STREAM: a schema, then batches."""
    written = pa.BufferOutputStream()
    with pa.ipc.new_stream(written, rows.schema) as stream:
        stream.write_table(rows, max_chunksize=_ROWS_PER_BATCH)
    whole: bytes = written.getvalue().to_pybytes()
    return whole


def _refused(status: int, code: str, message: str) -> Reply:
    body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>".encode()
    return Reply(status=status, body=body, headers={"Content-Type": "application/xml"})
