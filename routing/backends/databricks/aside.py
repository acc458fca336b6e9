"""Work on a thread of its own, for which a caller waits only as long as they like."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

Answer = TypeVar("Answer")


def aside(work: Callable[[], Answer], *, name: str) -> "Future[Answer]":
    """Run on a thread that nothing waits for at the end of the process; the future raises as the work does."""
    future: Future[Answer] = Future()

    def run() -> None:
        try:
            answer = work()
        except Exception as error:  # whoever waits is told
            future.set_exception(error)
        else:
            future.set_result(answer)

    threading.Thread(target=run, name=name, daemon=True).start()
    return future
