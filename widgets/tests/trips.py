"""Questions to an engine as a flight takes them, without the engine."""

from collections.abc import Callable

from widgets.answers import Kept
from widgets.contracts import TileError
from widgets.flight import Trip


def trip(run: Callable[[], Kept | TileError], *, keep: Callable[[Kept], None] = lambda answer: None) -> Trip:
    """A trip on which nothing has landed yet."""
    return Trip(run=run, keep=keep, landed=lambda: None)
