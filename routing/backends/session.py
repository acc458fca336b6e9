"""What a backend of any engine asks of one open connection."""

from collections.abc import Generator
from typing import Any, Protocol

from routing.backends.running import Stopped
from routing.contracts import Batch, ResultColumn


class Session(Protocol):
    """One connection of the engine, ours for the time of one call. `query_id` is the engine's own id of the
    last statement, empty where it has none."""

    query_id: str

    def fetch(
        self, sql: str, *, limit: int, may_exceed: bool = False
    ) -> tuple[tuple[ResultColumn, ...], list[tuple[Any, ...]]]:
        """Run one SELECT and bring at most `limit` rows; `may_exceed` tells that the SQL may have more."""

    def stream(
        self, sql: str, *, batch_rows: int
    ) -> tuple[tuple[ResultColumn, ...], Generator[Batch, None, None]]:
        """Run one SELECT and bring its rows in batches, each when it is asked for and not before. The batches
        are to be closed before the session ends."""

    def stop(self, attempt: int, by: Stopped) -> None:
        """Stop what runs, at its deadline or because its caller has no use for it; called from another thread,
        repeatedly, with a growing `attempt` from 0."""
