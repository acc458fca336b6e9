"""What both transports have in common: a channel to a warehouse, on which statements run one after another."""

import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

from routing.backends.databricks.faults import Fault, Trouble
from routing.contracts import Batch, ResultColumn

# More than this is no answer for a tile: 10,000 rows of ten columns are about 1 MB. Of a stream it is the most that
# one batch may hold.
MOST_BYTES = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """SQL with typed parameters (`:name`, bound by the engine), the rows wanted, and what it is for. Of a stream
    `limit` is the rows of a batch."""

    sql: str
    limit: int
    may_exceed: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    columns: tuple[ResultColumn, ...]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Streamed:
    """A result under way: bringing a batch raises Fault. `close` is for when no more are brought."""

    columns: tuple[ResultColumn, ...]
    batches: Generator[Batch, None, None]
    close: Callable[[], None]


@dataclass(slots=True)
class Running:
    """A statement under way, as other threads see it. `cancel` may block until there is something to cancel,
    or `over` is set: the statement has ended, one way or the other. `unwanted` is done once nobody waits for it any
    more: a future, so that it can be waited for together with what is to come.

    `sent_at` and `taken_at` are monotonic: when it was sent, and since when it is known here that the warehouse
    answered for it. `heard_at` is when it last answered, on the way to this statement or for it: from then on the
    channel leaves it to whoever waits to say when silence has lasted too long; None while the driver bounds each of its
    calls. `obeyed` tells that the warehouse heard the cancel. `ahead_of` is the statement on whose way this one is
    asked: what is heard for it is heard for that one.
    """

    query_id: str = ""
    cancel: Callable[[], None] | None = None
    over: threading.Event = field(default_factory=threading.Event)
    unwanted: Future[None] = field(default_factory=Future)
    sent_at: float | None = None
    taken_at: float | None = None
    heard_at: float | None = None
    ahead_of: "Running | None" = None
    obeyed: bool = False
    known: Callable[[], bool] | None = None

    def begin(self, cancel: Callable[[], None], *, known: Callable[[], bool] | None = None) -> None:
        """Called before the statement is sent; raises Fault (not sent) when nobody waits for it any more. `known` tells
        from the driver, which may be at work still, whether the warehouse answered for it."""
        self.known = known
        # In this order: who leaves looks for `cancel` afterwards, so one of the two sees the other.
        self.cancel = cancel
        if self.unwanted.done():
            raise Fault(Trouble.NOT_SENT, "never sent: nobody waits for it any more")
        self.sent_at, self.heard_at = time.monotonic(), None

    def leave(self) -> None:
        """Nobody waits for it any more; may be said again, by any thread."""
        with suppress(InvalidStateError):
            self.unwanted.set_result(None)

    def take(self, query_id: str = "") -> None:
        """The warehouse answered for it, by that name."""
        self.query_id = self.query_id or query_id
        self.taken_at = self.taken_at or time.monotonic()

    def hear(self) -> None:
        """The workspace answered: it is there."""
        self.heard_at = time.monotonic()
        if self.ahead_of is not None:
            self.ahead_of.hear()

    def taken_since(self) -> float | None:
        """`taken_at`, after a look at what the driver knows by now."""
        if self.taken_at is None and self.known is not None and self.known():
            self.take()
        return self.taken_at


class Channel(Protocol):
    """An open way to a warehouse, used by one thread only. Everything raises Fault alone."""

    expires_at: float | None  # Unix time after which it is not to be used; None: no bound of its own

    def run(self, statement: Statement, running: Running) -> tuple[Result, Callable[[], None]]:
        """The result, and what is left to tidy up once the result has been handed over."""

    def stream(self, statement: Statement, running: Running) -> "Streamed":
        """The same for a result that is brought batch by batch."""

    def ping(self) -> None:
        """Nothing when it still works, else Fault."""

    def close(self) -> None:
        """Ends it, and what a failure left running on it; never raises, and may take some seconds."""
