"""A result that the warehouse put into its cloud storage: chunk by chunk, each link asked for when it is needed."""

import logging
import time
from collections.abc import Callable, Generator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial

from databricks.sdk.service.sql import ResultData, ResultManifest

from routing.backends.databricks.chunks import following
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.patience import Patience
from routing.backends.databricks.storage import Link, Storage
from routing.contracts import Batch

logger = logging.getLogger(__name__)

_ATTEMPTS = 3  # without one more row
_PAUSE_SECONDS = 0.2
_EXPIRES_BEFORE_SECONDS = 5.0
_MAY_PASS = (Trouble.LINK, Trouble.STORAGE)


class LinkedResult:
    """The rows of one statement. `ask` brings a chunk's description by its index, with a new link; it raises Fault.
    `patience` is for this result alone, and ends with it."""

    def __init__(
        self, manifest: ResultManifest, ask: Callable[[int], ResultData], storage: Storage, patience: Patience
    ) -> None:
        self._manifest, self._ask, self._storage, self._patience = manifest, ask, storage, patience

    def batches(self, first: ResultData | None, *, most_rows: int) -> Generator[Batch, None, None]:
        """Every row, at most `most_rows` at a time; raises Fault, also where rows are missing at the end."""
        came = 0
        with ExitStack() as stack:
            stack.callback(self._patience.end)
            stack.callback(self._storage.close)
            link = _link_to(0, first) if first and first.external_links else None
            self._patience.renew()
            while link is not None:
                for rows in self._chunk(link, most_rows):
                    came += len(rows)
                    yield rows
                after = following(link.chunk, link.following, self._manifest)
                link = None if after is None else self._link(after)
        total = self._manifest.total_row_count
        if total is not None and came != total:
            raise Fault(Trouble.STORAGE, f"{came} of {total} rows came")

    def _chunk(self, link: Link, most_rows: int) -> Generator[Batch, None, None]:
        """A chunk is a file that does not change, so what broke off goes on where it was, by a new link: a storage
        cuts the connection of a reader who rests, and links expire meanwhile."""
        if _is_over(link):
            link = self._link(link.chunk)
        given = attempts = 0
        while True:
            try:
                for rows in self._storage.rows(link, skip=given, most_rows=most_rows):
                    given, attempts = given + len(rows), 0
                    yield rows
                    self._patience.renew()
                return
            except Fault as fault:
                attempts += 1
                may_pass = fault.trouble in _MAY_PASS and attempts < _ATTEMPTS
                if not may_pass or not self._patience.may_try_again(fault):
                    raise
                logger.info("chunk %d is asked for again: %s", link.chunk, fault)
            self._patience.pause(_PAUSE_SECONDS * attempts)
            link = self._link(link.chunk)

    def _link(self, chunk: int) -> Link:
        silence = Fault(Trouble.UNREACHABLE, f"no word about chunk {chunk}", silent=True)
        return _link_to(chunk, self._patience.answer(partial(self._ask, chunk), silence))


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
