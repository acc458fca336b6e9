"""What a warehouse must be where no session can be told: in UTC, and strict about what cannot be computed."""

import re
import time
from collections.abc import Callable

from routing.backends.databricks.channel import Result, Statement
from routing.backends.databricks.faults import Fault, Trouble

# Read in summer and winter: many a zone keeps UTC for half of the year.
_ZONE = (
    "SELECT CAST(TIMESTAMP '2020-01-01 00:00:00+00:00' AS STRING) AS winter,"
    " CAST(TIMESTAMP '2020-07-01 00:00:00+00:00' AS STRING) AS summer"
)
_IN_UTC = ("2020-01-01 00:00:00", "2020-07-01 00:00:00")
# ANSI refuses this; without it the answer is NULL, as it would be for an overflow or a division by zero.
_CAST = "SELECT CAST('x' AS INT) AS strict"
_REFUSED = re.compile(r"\[CAST_INVALID_INPUT\b|SQLSTATE: 22018\b")
_KEPT_SECONDS = 1800.0  # as long as a connection

Run = Callable[[Statement], Result]


def check_zone(run: Run) -> None:
    """Raises Fault unless the warehouse reads and writes instants in UTC: its numbers would be false."""
    rows = run(Statement(sql=_ZONE, limit=1)).rows
    if tuple(str(value)[:19] for value in rows[0]) != _IN_UTC:
        raise Fault(Trouble.ZONE, f"its time zone shows midnight UTC as {rows[0]}")


class AnsiCheck:
    """One warehouse and principal: found out once for all their connections, and again after half an hour."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._strict_at: float | None = None

    def check(self, run: Run) -> None:
        """Raises Fault (ansi) when the warehouse makes NULL of what cannot be computed; another Fault when it does not
        say, which is not taken for either."""
        if self._strict_at is not None and self._clock() - self._strict_at < _KEPT_SECONDS:
            return
        try:
            ((found,),) = run(Statement(sql=_CAST, limit=1)).rows
        except Fault as fault:
            if not _REFUSED.search(fault.detail):
                raise
        else:
            trouble = Trouble.ANSI if found is None else Trouble.QUERY
            raise Fault(trouble, f"a text that is no number was made {found!r}")
        self._strict_at = self._clock()
