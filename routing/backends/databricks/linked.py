"""A result that the warehouse put into its cloud storage: chunk by chunk, each link asked for when it is needed."""

import logging
import time
from collections.abc import Callable, Generator
from contextlib import closing
from datetime import UTC, datetime

from databricks.sdk.service.sql import ResultData, ResultManifest

from routing.backends.databricks.channel import Running
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.storage import Link, Storage
from routing.contracts import Batch

logger = logging.getLogger(__name__)

_ATTEMPTS = 3  # without one more row
_PAUSE_SECONDS = 0.2
_AGAIN_WITHIN_SECONDS = 3.0  # what took longer is told, so that this is within ten seconds
_EXPIRES_BEFORE_SECONDS = 5.0


class LinkedResult:
    """The rows of one statement. `ask` brings a chunk's description by its index, with a new link; it raises Fault."""

    def __init__(
        self, manifest: ResultManifest, ask: Callable[[int], ResultData], storage: Storage, running: Running
    ) -> None:
        self._manifest, self._ask, self._storage, self._running = manifest, ask, storage, running

    def batches(self, first: ResultData | None, *, most_rows: int) -> Generator[Batch, None, None]:
        """Every row, at most `most_rows` at a time; raises Fault, also where rows are missing at the end."""
        came = 0
        with closing(self._storage):
            link = _link_to(0, first) if first and first.external_links else None
            while link is not None:
                for rows in self._chunk(link, most_rows):
                    came += len(rows)
                    yield rows
                link = None if link.following is None else self._link(link.following)
        total = self._manifest.total_row_count
        if total is not None and came != total:
            raise Fault(Trouble.STORAGE, f"{came} of {total} rows came")

    def _chunk(self, link: Link, most_rows: int) -> Generator[Batch, None, None]:
        """A chunk is a file that does not change, so what broke off goes on where it was, by a new link: a storage
        cuts the connection of a reader who rests, and links expire meanwhile."""
        if _is_over(link):
            link = self._link(link.chunk)
        given = attempts = 0
        waiting_since = time.monotonic()
        while True:
            try:
                for rows in self._storage.rows(link, skip=given, most_rows=most_rows):
                    given, attempts = given + len(rows), 0
                    yield rows
                    waiting_since = time.monotonic()
                return
            except Fault as fault:
                attempts += 1
                if not _may_pass(fault, attempts, waited=time.monotonic() - waiting_since):
                    raise
                logger.info("chunk %d is asked for again: %s", link.chunk, fault)
            if self._running.unwanted.wait(_PAUSE_SECONDS * attempts):
                raise Fault(Trouble.CANCELLED, "nobody takes the rows any more")
            link = self._link(link.chunk)

    def _link(self, chunk: int) -> Link:
        return _link_to(chunk, self._ask(chunk))


def _may_pass(fault: Fault, attempts: int, *, waited: float) -> bool:
    """Whether another attempt may help, and the reader can be told in time if it does not."""
    if fault.trouble not in (Trouble.LINK, Trouble.STORAGE) or fault.silent:
        return False
    return attempts < _ATTEMPTS and waited < _AGAIN_WITHIN_SECONDS


def _link_to(chunk: int, result: ResultData) -> Link:
    for found in result.external_links or ():
        if found.chunk_index == chunk and found.external_link:
            return Link(
                chunk=chunk,
                url=found.external_link,
                headers=found.http_headers or {},
                rows=found.row_count,
                expires_at=_instant(found.expiration),
                following=found.next_chunk_index,
            )
    raise Fault(Trouble.LINK, f"there is no link to chunk {chunk}")


def _instant(text: str | None) -> float | None:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()


def _is_over(link: Link) -> bool:
    return link.expires_at is not None and time.time() > link.expires_at - _EXPIRES_BEFORE_SECONDS
