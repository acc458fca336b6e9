"""A streamed answer, sent piece by piece: the next piece is made when the reader has taken the one before.

Nothing is collected. Each piece is made on a thread of the kept set, which is free again while the piece is
sent, so a slow reader holds no thread. An answer that fails midway is left without its end: the server then
cuts the connection, and nobody takes half a file for a whole one.
"""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from typing import Any

from metrics_portal import kept_connections
from metrics_portal.waiting import Caller

logger = logging.getLogger(__name__)

STALLED_SECONDS = 30.0

Send = Callable[[Mapping[str, Any]], Awaitable[None]]
# Runs a call on a thread of the kept set, in the request's own context.
OnAThread = Callable[[Callable[[], Any]], Awaitable[Any]]


class BrokenOff(Exception):
    """The answer ended before its end, and must not look complete. The cause is in the log already."""


class Pieces:
    """The pieces of a streamed response, made one at a time on whichever thread asks."""

    def __init__(self, response: Any, reader: Caller) -> None:
        self._response, self._reader = response, reader
        self._pieces: Iterator[bytes] = iter(response.streaming_content)
        self._making = threading.Lock()

    def next(self) -> bytes | None:
        """The next piece, None after the last; raises BrokenOff."""
        with self._making:
            try:
                return next(self._pieces, None)
            except Exception as error:
                if self._reader.gone:
                    logger.info("a streamed answer was called off, because its reader has gone: %s", error)
                else:
                    logger.exception("a streamed answer was broken off midway: %s", error)
                raise BrokenOff from error

    def close(self) -> None:
        """Give back what the answer held, when a piece that is being made is done."""
        with self._making:
            kept_connections.drop_dead()
            self._response.close()


async def one_by_one(pieces: Pieces, on_a_thread: OnAThread, reader: Caller) -> AsyncIterator[bytes]:
    """The pieces as they are made; raises BrokenOff when one cannot be, or its reader has gone."""
    while (piece := await on_a_thread(pieces.next)) is not None:
        if reader.gone:
            raise BrokenOff
        yield piece


def patient(send: Send, reader: Caller) -> Send:
    """`send`, for a while: a reader who takes nothing for 30 s has gone, whatever their connection says."""

    async def sent(message: Mapping[str, Any]) -> None:
        try:
            async with asyncio.timeout(STALLED_SECONDS):
                await send(message)
        except TimeoutError as stalled:
            reader.leave()
            logger.warning("a reader took nothing of a streamed answer for %g s", STALLED_SECONDS)
            raise BrokenOff from stalled

    return sent
