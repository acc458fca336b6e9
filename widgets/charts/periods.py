"""Names of time buckets, on an axis and in a table."""

from collections.abc import Sequence
from datetime import date

from widgets.charts.labels import Words

# How many buckets an axis may step over: its ticks fall on weeks or quarters, not on every fourth day.
_STRIDES = {
    "day": (1, 2, 7, 14, 28, 56, 91, 182),
    "week": (1, 2, 4, 8, 13, 26, 52),
    "month": (1, 2, 3, 6, 12, 24),
    "quarter": (1, 2, 4, 8),
    "year": (1, 2, 5, 10),
}


def bucket_name(bucket: date, grain: str, words: Words) -> str:
    """A bucket's full name, for tables and the pointer: `Nov 18, 2025`, `week 47, 2025`, `Q4 2025`."""
    if grain == "week":
        year, week, _ = bucket.isocalendar()
        return f"week {week}, {year}"
    if grain == "month":
        return words.full_month(bucket)
    if grain == "quarter":
        return f"Q{(bucket.month + 2) // 3} {bucket.year}"
    return str(bucket.year) if grain == "year" else words.full_day(bucket)


def tick_name(bucket: date, grain: str, words: Words, *, first: bool = False) -> str:
    """A bucket's short name, for an axis; only the first week says that it is one."""
    if grain == "week":
        week = bucket.isocalendar()[1]
        return f"wk {week}" if first else str(week)
    if grain == "month":
        return words.month(bucket)
    if grain == "quarter":
        quarter = (bucket.month + 2) // 3
        return f"Q{quarter} {bucket.year}" if first or quarter == 1 else f"Q{quarter}"
    return str(bucket.year) if grain == "year" else words.day(bucket)


def time_ticks(
    buckets: Sequence[date], grain: str, words: Words, *, most: int = 6
) -> tuple[tuple[int, str], ...]:
    """Positions and names of at most `most` ticks, evenly stepped from the first bucket."""
    if not buckets:
        return ()
    strides = _STRIDES[grain]
    stride = next((step for step in strides if -(-len(buckets) // step) <= most), -(-len(buckets) // most))
    return tuple(
        (index, tick_name(buckets[index], grain, words, first=index == 0))
        for index in range(0, len(buckets), stride)
    )
