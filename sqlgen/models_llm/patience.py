"""A hard end to a call: clients bound each wait on a socket, and a server may still dribble for ever."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from typing import TypeVar

Answer = TypeVar("Answer")


class TooBusyError(Exception):
    """As many calls are under way as may be."""


class Patience:
    """Runs calls in threads of their own and stops waiting at their deadline.

    A call nobody waits for any more goes on until its client's own bounds end it; it keeps its place until then, so
    that a service that hangs cannot pile up threads.
    """

    def __init__(self, *, name: str, most: int) -> None:
        self._name = name
        self._places = threading.BoundedSemaphore(most)

    def wait_for(self, call: Callable[[], Answer], *, seconds: float) -> Answer:
        """What the call gives or raises; TimeoutError at the deadline, TooBusyError when no place is free."""
        if not self._places.acquire(blocking=False):
            raise TooBusyError
        future: Future[Answer] = Future()
        context = copy_context()  # the correlation id goes along into the log
        thread = threading.Thread(
            target=context.run, args=(self._run, call, future), name=self._name, daemon=True
        )
        thread.start()
        return future.result(timeout=seconds)

    def _run(self, call: Callable[[], Answer], future: "Future[Answer]") -> None:
        try:
            answer = call()
        except BaseException as error:
            self._places.release()
            future.set_exception(error)
        else:
            self._places.release()
            future.set_result(answer)
