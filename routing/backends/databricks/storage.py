"""The cloud storage in which a workspace puts the rows of an export: read by links, each to one chunk of them.

A link is its own key for some minutes: whoever has it may read the rows. So it is followed without a token of ours, and
stands in no log and no error.
"""

import logging
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pyarrow
import requests
import urllib3

from routing.backends.databricks.access import is_loopback
from routing.backends.databricks.channel import MOST_BYTES, Running
from routing.backends.databricks.faults import Fault, Trouble, by_silence
from routing.backends.databricks.values import arrow_rows
from routing.contracts import Batch

_PIECE_BYTES = 256 * 1024

_following: ContextVar[bool] = ContextVar("following_a_link", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Where one chunk is, until `expires_at` (Unix time; None: it does not say). `rows` is how many are in it, and
    `following` the next chunk's index; None after the last."""

    chunk: int
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    rows: int | None
    expires_at: float | None
    following: int | None

    @property
    def host(self) -> str:
        """All of the address that a log may tell; raises ValueError where it is none."""
        return urlsplit(self.url).hostname or ""


class Storage:
    """Reads chunks for one export, one after another; closed when that ends. Raises Fault alone.

    `workspace_url` is where the links come from, `silent_seconds` how long the storage may say nothing.
    """

    def __init__(self, workspace_url: str, running: Running, *, silent_seconds: float) -> None:
        self._over_http = workspace_url.startswith("http://")
        self._running, self._silent_seconds = running, silent_seconds
        self._session = requests.Session()
        # A sign-in found in ~/.netrc would be sent to the storage otherwise.
        self._session.auth = _as_it_is

    def close(self) -> None:
        self._session.close()

    def rows(self, link: Link, *, skip: int, most_rows: int) -> Generator[Batch, None, None]:
        """The rows of a chunk but for the first `skip`, at most `most_rows` at a time: no more of the chunk is in
        memory than one of the batches it was written in."""
        came = 0
        with self._body(link) as body, _faults(link), pyarrow.ipc.open_stream(body) as batches:
            for batch in batches:
                if batch.nbytes > MOST_BYTES:
                    raise Fault(Trouble.TOO_LARGE, f"{batch.nbytes} bytes in {batch.num_rows} rows")
                for first in range(max(0, skip - came), batch.num_rows, most_rows):
                    yield arrow_rows(pyarrow.Table.from_batches([batch.slice(first, most_rows)]))
                came += batch.num_rows
        if link.rows is not None and came != link.rows:
            raise Fault(Trouble.STORAGE, f"{came} of the {link.rows} rows of chunk {link.chunk} came")

    @contextmanager
    def _body(self, link: Link) -> Iterator["_Body"]:
        if not self._may_follow(link.url):
            raise Fault(Trouble.LINK, f"the link to chunk {link.chunk} is no https address")
        with _faults(link), _unlogged():
            response = self._session.get(
                link.url,
                headers={"Accept-Encoding": "identity", **link.headers},
                timeout=self._silent_seconds,
                allow_redirects=False,
                stream=True,
            )
        with response:
            if response.status_code != requests.codes.ok:
                raise Fault(Trouble.LINK, f"HTTP {response.status_code} from {link.host}")
            yield _Body(response.raw, self._running)

    def _may_follow(self, url: str) -> bool:
        """As for a workspace: through TLS, or to this very machine where the workspace is on it, too."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        if parts.scheme == "http":
            return self._over_http and is_loopback(parts.hostname or "")
        return parts.scheme == "https" and bool(parts.hostname)


class _Body:
    """A chunk's bytes as they come, for as long as somebody wants them."""

    def __init__(self, raw: urllib3.BaseHTTPResponse, running: Running) -> None:
        self._raw, self._running = raw, running
        self.closed = False

    def read(self, size: int) -> bytes:
        """So many bytes, fewer at the end alone."""
        piece = bytearray()
        while len(piece) < size:
            # What comes drop by drop is never silent, so it would not end by itself.
            if self._running.unwanted.is_set():
                raise Fault(Trouble.CANCELLED, "nobody takes the rows any more")
            came = self._raw.read1(min(size - len(piece), _PIECE_BYTES))
            if not came:
                break
            piece += came
            if len(piece) > MOST_BYTES:
                raise Fault(Trouble.TOO_LARGE, f"{size} bytes in one batch")
        return bytes(piece)

    def close(self) -> None:
        self.closed = True


@contextmanager
def _faults(link: Link) -> Iterator[None]:
    try:
        yield
    except (OSError, urllib3.exceptions.HTTPError, pyarrow.ArrowException) as error:
        # All of requests' errors are OSErrors. They hold the link, in their words or within: their kind must do.
        words = f"{type(error).__name__} from {link.host}"
        raise Fault(Trouble.STORAGE, words, silent=by_silence(error)) from None


@contextmanager
def _unlogged() -> Iterator[None]:
    token = _following.set(True)
    try:
        yield
    finally:
        _following.reset(token)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


# It tells each address that it asks for, tries again, or whose headers it could not read.
for _module in ("connection", "connectionpool", "poolmanager", "response", "util.retry"):
    logging.getLogger(f"urllib3.{_module}").addFilter(lambda record: not _following.get())
# It tells every answer of the API, links and all.
logging.getLogger("databricks.sdk").addFilter(lambda record: record.levelno > logging.DEBUG)
