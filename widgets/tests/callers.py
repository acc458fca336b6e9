"""Somebody who asks, as a test watches them."""

import threading
from collections.abc import Callable

from metrics_portal.waiting import Caller


class Passenger(Caller):
    """`boarded` is set once they wait for an answer: whoever gives it has asked to be told when they go."""

    def __init__(self) -> None:
        super().__init__()
        self.boarded = threading.Event()

    def when_gone(self, tell: Callable[[], None]) -> None:
        super().when_gone(tell)
        self.boarded.set()
