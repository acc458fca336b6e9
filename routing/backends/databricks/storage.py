"""The cloud storage in which a workspace puts the rows of an export: read by links, each to one chunk of them.

A link is its own key for some minutes: whoever has it may read the rows. So it is followed without a token of ours, and
stands in no log and no error.
"""

import logging
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPException

import pyarrow
import requests
import urllib3
from urllib3.util import parse_url

from routing.backends.databricks.access import is_loopback
from routing.backends.databricks.channel import MOST_BYTES
from routing.backends.databricks.faults import Fault, Trouble, by_silence
from routing.backends.databricks.patience import Patience
from routing.backends.databricks.values import arrow_rows
from routing.contracts import Batch

_PIECE_BYTES = 256 * 1024
# All of requests' own are OSErrors; a ValueError is how it, or Arrow, meets what it does not understand.
_FAILURES = (OSError, ValueError, HTTPException, urllib3.exceptions.HTTPError, pyarrow.ArrowException)

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
        """All of the address that a log may tell, as the client will read it; nothing where it is no address."""
        try:
            return (parse_url(self.url).host or "").strip("[]")
        except urllib3.exceptions.LocationParseError:
            return ""

    @property
    def is_https(self) -> bool:
        return self.url.lower().startswith("https://")


class Storage:
    """Reads chunks for one export, one after another; closed when that ends. Raises Fault alone.

    `workspace_url` is where the links come from, `silent_seconds` how long the storage may say nothing. `patience` is
    the export's own, which may be shorter: all that is asked of the storage is asked on its helper's thread.
    """

    def __init__(self, workspace_url: str, patience: Patience, *, silent_seconds: float) -> None:
        self._on_this_machine = workspace_url.startswith("http://")  # nothing else may be so
        self._patience, self._silent_seconds = patience, silent_seconds
        self._response: requests.Response | None = None  # as the helper has it
        self._session = requests.Session()
        # A sign-in found in ~/.netrc would be sent to the storage otherwise.
        self._session.auth = _as_it_is

    def close(self) -> None:
        """Returns at once; a storage that is being waited for holds its connection until it was silent too long."""
        self._patience.behind(self._let_go)
        self._patience.behind(self._session.close)

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
        if not self._may_follow(link):
            raise Fault(Trouble.LINK, f"the link to chunk {link.chunk} is no https address of a named host")
        silence = Fault(
            Trouble.STORAGE, f"no word from {link.host} in {self._silent_seconds:g} s", silent=True
        )
        with _faults(link):
            response = self._patience.answer(partial(self._ask, link), silence)

        def come() -> bytes:
            came: bytes = self._patience.answer(partial(response.raw.read1, _PIECE_BYTES), silence)
            if came:
                self._patience.heard()
            return came

        with closing(_Body(come)) as body:
            try:
                if response.status_code != requests.codes.ok:
                    raise Fault(Trouble.LINK, f"HTTP {response.status_code} from {link.host}")
                yield body
            finally:
                self._patience.behind(self._let_go)

    def _may_follow(self, link: Link) -> bool:
        """Through TLS to a host by its name, which its certificate must bear: so nobody is led to what is inside of a
        network. To this very machine only from a workspace that is on it."""
        if is_loopback(link.host):
            return self._on_this_machine
        return link.is_https and _is_named(link.host)

    def _ask(self, link: Link) -> requests.Response:
        """What the storage answers, without its body. The client's own time limit begins anew with each address of a
        host, and with each line that comes: where a wall swallows packets that would be minutes."""
        with _unlogged():
            self._response = self._session.get(
                link.url,
                headers={"Accept-Encoding": "identity", **link.headers},
                timeout=self._silent_seconds,
                allow_redirects=False,
                stream=True,
            )
        return self._response

    def _let_go(self) -> None:
        if self._response is not None:
            self._response.close()
            self._response = None


class _Body:
    """A chunk's bytes as they `come`, for as long as somebody wants them."""

    def __init__(self, come: Callable[[], bytes]) -> None:
        self._come: Callable[[], bytes] | None = come
        self._held = bytearray()

    @property
    def closed(self) -> bool:
        return self._come is None

    def read(self, size: int) -> bytes:
        """So many bytes, fewer at the end alone."""
        while len(self._held) < size and self._come is not None and (came := self._come()):
            self._held += came
            if len(self._held) > MOST_BYTES + _PIECE_BYTES:
                raise Fault(Trouble.TOO_LARGE, f"{size} bytes in one batch")
        piece = bytes(self._held[:size])
        del self._held[:size]
        return piece

    def close(self) -> None:
        """Let go of what it reads from. A failure holds Arrow's reader, by the frames it came through, and the reader
        holds this where Python's collector does not look: all would stay for good if this led back to the failure."""
        self._come = None
        self._held.clear()


def _is_named(host: str) -> bool:
    """Whether that is a name with a domain; an address in numbers is none, in whichever way it is written."""
    _, dot, last = host.rstrip(".").rpartition(".")
    return bool(dot) and last[:1].isalpha()


@contextmanager
def _faults(link: Link) -> Iterator[None]:
    try:
        yield
    except _FAILURES as error:
        # They hold the link, in their words or within: their kind must do.
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
