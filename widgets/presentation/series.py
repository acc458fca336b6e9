"""An answer's rows, arranged the way a drawing wants them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlgen.contracts import Row
from widgets.charts.groups import OTHER, Group, fold, keep
from widgets.charts.labels import Value
from widgets.contracts import TileData
from widgets.presentation.categories import group_name
from widgets.presentation.formats import Formats

MOST_GROUPS = 6


@dataclass(frozen=True, slots=True)
class Timeline:
    """Values per bucket, in order; `previous` holds the aligned comparison where one was asked for."""

    buckets: tuple[date, ...]
    values: tuple[float | None, ...]
    previous: tuple[float | None, ...]


def timeline(rows: Sequence[Row], formats: Formats) -> Timeline:
    dated = [row for row in rows if row.bucket is not None]
    return Timeline(
        tuple(row.bucket for row in dated if row.bucket is not None),
        tuple(_shown(row.value, formats) for row in dated),
        tuple(_shown(row.previous_value, formats) for row in dated),
    )


def groups(data: TileData, formats: Formats, top: int | None) -> tuple[tuple[Group, ...], int]:
    """One group per row, in the answer's order, and how many rows are left out.

    What adds up is folded into "Other"; of rates only the first are kept, and the reader is told.
    """
    found = [
        Group(group_name(row.dimensions), _shown(row.value, formats), _shown(row.previous_value, formats))
        for row in data.rows
    ]
    most = top or MOST_GROUPS
    return (fold(found, most), 0) if formats.adds_up else keep(found, most)


def layers(
    data: TileData, formats: Formats, top: int | None
) -> tuple[tuple[date, ...], tuple[tuple[str, tuple[float | None, ...]], ...]]:
    """The buckets, and each group's values along them, the largest group first; the small ones become "Other"."""
    buckets = tuple(sorted({row.bucket for row in data.rows if row.bucket is not None}))
    table: dict[tuple[str, ...], dict[date, float | None]] = {}
    for row in data.rows:
        if row.bucket is not None:
            table.setdefault(row.dimensions, {})[row.bucket] = _shown(row.value, formats)
    weights = {names: sum(abs(value or 0.0) for value in values.values()) for names, values in table.items()}
    ranked = sorted(table, key=lambda names: (-weights[names], names))
    most = min(top or MOST_GROUPS, MOST_GROUPS)
    kept = ranked if len(ranked) <= most else ranked[: most - 1] if formats.adds_up else ranked[:most]
    drawn = [(group_name(names), tuple(table[names].get(bucket) for bucket in buckets)) for names in kept]
    if len(kept) < len(ranked) and formats.adds_up:
        rest = [table[names] for names in ranked if names not in kept]
        drawn.append((OTHER, tuple(_added(values.get(bucket) for values in rest) for bucket in buckets)))
    return buckets, tuple(drawn)


def _added(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _shown(value: Value | None, formats: Formats) -> float | None:
    return None if value is None else formats.shown(value)
