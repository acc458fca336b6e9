"""A belt from a line's thread to whoever reads: a few pieces long, so that neither runs ahead of the other."""

import threading
from collections import deque
from collections.abc import Iterator

from routing.backends.databricks.faults import Fault, Trouble
from routing.contracts import Batch

_PIECES = 2


class Belt:
    """One side puts pieces on and ends it, the other takes them off or leaves."""

    def __init__(self, *, pieces: int = _PIECES) -> None:
        self._moved = threading.Condition()
        self._room = pieces
        self._pieces: deque[Batch] = deque()
        self._fault: Fault | None = None
        self._ended = self._left = False

    def put(self, piece: Batch) -> None:
        """Waits for room; raises Fault (cancelled) when nobody takes anything any more."""
        with self._moved:
            self._moved.wait_for(lambda: self._left or len(self._pieces) < self._room)
            if self._left:
                raise Fault(Trouble.CANCELLED, "nobody takes the rows any more")
            self._pieces.append(piece)
            self._moved.notify_all()

    def end(self, fault: Fault | None = None) -> None:
        """No more comes: all of it was put on, or `fault` says why not."""
        with self._moved:
            self._ended, self._fault = True, fault
            self._moved.notify_all()

    def leave(self) -> None:
        """Nobody takes any more: who puts is told, and who waits to take."""
        with self._moved:
            self._left = True
            self._pieces.clear()
            self._moved.notify_all()

    def taken(self) -> Iterator[Batch]:
        """The pieces as they come; raises the fault they ended with, and Fault (unheard) when left while waiting."""
        while (piece := self._take()) is not None:
            yield piece

    def _take(self) -> Batch | None:
        with self._moved:
            self._moved.wait_for(lambda: self._left or self._ended or bool(self._pieces))
            if self._left:
                raise Fault(Trouble.UNHEARD, "left behind: the warehouse did not hear that it was cancelled")
            if self._pieces:
                piece = self._pieces.popleft()
                self._moved.notify_all()
                return piece
            if self._fault is not None:
                raise self._fault
            return None
