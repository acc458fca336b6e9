"""What an export may take of an engine: bounds of its own, beside those of tiles."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.conf import settings

from routing.backends.running import RunningQuery, Stopped
from routing.contracts import BackendError, Batch, RowStream


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportBounds:
    """Seconds an export may last, its reader's pace included; rows it may give; exports of one backend at once,
    over all processes."""

    deadline_seconds: float
    max_rows: int
    at_once: int

    @classmethod
    def of_settings(cls) -> "ExportBounds":
        return cls(
            deadline_seconds=settings.EXPORT_DEADLINE_SECONDS,
            max_rows=settings.EXPORT_MAX_ROWS,
            at_once=settings.EXPORT_SLOTS,
        )

    def slots_beside(self, slots: int) -> int:
        """How many of a backend's `slots` exports may hold at once: one is left to tiles wherever there are two."""
        return min(self.at_once, max(1, slots - 1))


def until_stopped(
    batches: Iterator[Batch], running: RunningQuery, told: Callable[[], BackendError]
) -> Iterator[Batch]:
    """The batches as they come; raises `told()` where the query was stopped while its reader rested. The engine is
    not asked then: by now its line may be cut, and that would look as if it were down."""
    while True:
        if running.stopped is not Stopped.NOT:
            raise told()
        rows = next(batches, None)
        if rows is None:
            return
        yield rows


def capped(batches: Iterator[Batch], stream: RowStream) -> Iterator[Batch]:
    """At most as many rows as the stream may have; that they were cut is told on it."""
    left = stream.row_cap
    for rows in batches:
        stream.truncated = len(rows) > left
        if left:
            yield rows[:left]
        if stream.truncated:
            return
        left -= len(rows)
