"""From the rows of an engine to an answer: gaps filled, the comparison laid beside the series, totals set
apart.
"""

from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from sqlgen.calendar import buckets
from sqlgen.contracts import ColumnKind, Grain, Intent, OutputColumn, Row, Totals, Window
from sqlgen.errors import NotANumber
from sqlgen.windows import days_of

Value = Decimal | int | float | None
Group = tuple[str, ...]
Points = dict[tuple[Group, date | None], Value]
_CURRENT = "current"
_NUMBERS = (int, float, Decimal)
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    ((list, tuple), "a list"),
    (dict, "a struct"),
    (str, "a text"),
    ((date, time, timedelta), "a time"),
)


def align(
    intent: Intent,
    columns: tuple[OutputColumn, ...],
    rows: Sequence[tuple[Any, ...]],
    *,
    truncated: bool = False,
) -> tuple[tuple[Row, ...], Totals | None]:
    """The answer's rows and, for a series with totals, the whole window's value.

    A series has a row for every bucket of the window and every group, bucket by bucket; where the engine had
    no row the value column's `fill` stands, or None when the row cap cut the rows (`truncated`): what was cut
    off is not known to be nought. The n-th bucket is compared with the n-th of the comparison's
    window. Raises NotANumber where a value is a list, a text, a time, or true or false. Pure.
    """
    reader = _Reader(intent, columns, truncated=truncated)
    if intent.grain is None or intent.window is None:
        return tuple(reader.plain(row) for row in rows), None
    current, previous = reader.split(rows)
    groups = _groups(current, previous, intent)
    series = tuple(_series(intent, intent.grain, intent.window, groups, current, previous, reader.absent))
    return series, reader.totals(current, previous)


class _Reader:
    """Knows where in an engine's row each column is."""

    def __init__(self, intent: Intent, columns: tuple[OutputColumn, ...], *, truncated: bool) -> None:
        self._intent = intent
        self._at = {column.name: position for position, column in enumerate(columns)}
        self._dimensions = [self._at[name] for name in intent.dimensions]
        self._fill = next(column.fill for column in columns if column.kind is ColumnKind.VALUE)
        self.absent = None if truncated else self._fill  # the value where the engine gave no row

    def plain(self, row: tuple[Any, ...]) -> Row:
        """A row of an answer without a grain."""
        compared = "previous_value" in self._at
        return Row(
            dimensions=self._group(row),
            value=self._filled(row[self._at["value"]]),
            previous_value=self._filled(row[self._at["previous_value"]]) if compared else None,
        )

    def split(self, rows: Sequence[tuple[Any, ...]]) -> tuple[Points, Points]:
        """The values of the current and the previous period, by group and bucket; a total has no bucket."""
        current: Points = {}
        previous: Points = {}
        for row in rows:
            period = row[self._at["period"]] if "period" in self._at else _CURRENT
            bucket = row[self._at["bucket"]]
            group = () if bucket is None else self._group(row)
            (current if period == _CURRENT else previous)[group, bucket] = self._filled(
                row[self._at["value"]]
            )
        return current, previous

    def totals(self, current: Points, previous: Points) -> Totals | None:
        if not self._intent.totals:
            return None
        compared = self._intent.compare is not None
        return Totals(
            value=current.get(((), None), self.absent),
            previous_value=previous.get(((), None), self.absent) if compared else None,
        )

    def _group(self, row: tuple[Any, ...]) -> Group:
        return tuple(row[position] for position in self._dimensions)

    def _filled(self, value: Any) -> Value:
        if value is None:
            return self._fill
        # Python counts True among the whole numbers.
        if isinstance(value, bool) or not isinstance(value, _NUMBERS):
            raise _no_number(self._intent.metric, value)
        number: Value = value
        return number


def _no_number(metric: str, value: object) -> NotANumber:
    kind = next((words for types, words in _KINDS if isinstance(value, types)), "something else")
    return NotANumber(
        f"The engine gave {kind} for {metric}, and a metric's value is a number. Its owner can mend the measure: "
        "COUNT, SUM, AVG, or MIN and MAX of a number."
    )


def _groups(current: Points, previous: Points, intent: Intent) -> tuple[Group, ...]:
    """Every group of the series, in the order the engine gave it; a series without dimensions has one."""
    if not intent.dimensions:
        return ((),)
    return tuple(dict.fromkeys(group for points in (current, previous) for group, bucket in points if bucket))


def _series(
    intent: Intent,
    grain: Grain,
    window: Window,
    groups: tuple[Group, ...],
    current: Points,
    previous: Points,
    absent: int | None,
) -> Iterable[Row]:
    mine = list(buckets(*days_of(window), grain))
    theirs: list[date | None] = [None] * len(mine)
    if intent.compare:
        theirs[:] = [*buckets(*days_of(intent.compare.window), grain), *theirs][: len(mine)]
    pairs = list(zip(mine, theirs, strict=True))
    if "-bucket" in intent.order[:1]:
        pairs.reverse()
    for bucket, before in pairs:
        for group in groups:
            yield Row(
                bucket=bucket,
                previous_bucket=before,
                dimensions=group,
                value=current.get((group, bucket), absent),
                previous_value=previous.get((group, before), absent) if before else None,
            )
