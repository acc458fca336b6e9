"""Work on a thread of its own, for which a caller waits only as long as they like."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from typing import TypeVar

Answer = TypeVar("Answer")


def aside(work: Callable[[], Answer], *, name: str) -> "Future[Answer]":
    """Run on a thread that nothing waits for at the end of the process; the future raises as the work does."""
    future: Future[Answer] = Future()
    threading.Thread(target=_do, args=(work, future), name=name, daemon=True).start()
    return future


class Helper:
    """A thread that does one piece of work after another, in the order they came."""

    def __init__(self, name: str) -> None:
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        threading.Thread(target=self._serve, name=name, daemon=True).start()

    def do(self, work: Callable[[], Answer]) -> "Future[Answer]":
        """The future raises as the work does."""
        future: Future[Answer] = Future()
        self._jobs.put(lambda: _do(work, future))
        return future

    def end(self) -> None:
        """Behind what it was given; returns at once."""
        self._jobs.put(None)

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()


def _do(work: Callable[[], Answer], future: "Future[Answer]") -> None:
    try:
        answer = work()
    except Exception as error:  # whoever waits is told
        future.set_exception(error)
    else:
        future.set_result(answer)
