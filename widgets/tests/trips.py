"""Questions to an engine as a flight takes them, without the engine."""

from collections.abc import Callable

from widgets.answers import Kept
from widgets.contracts import TileError
from widgets.flight import Trip


def trip(
    run: Callable[[], Kept | TileError],
    *,
    keep: Callable[[Kept], None] = lambda answer: None,
    kept: Callable[[], Kept | None] = lambda: None,
    anew: bool = False,
) -> Trip:
    """A trip on which, unless `kept` says so, nothing has landed yet."""
    return Trip(run=run, keep=keep, kept=kept, anew=anew)
