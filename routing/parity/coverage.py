"""Does each side hold the whole window? Asked of the engines: the days their tables reach, and when they were
loaded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlglot import exp

from catalog.contracts import Dictionary
from routing import backends
from routing.backends.registry import label_of
from routing.freshness import loaded_at
from routing.parity.contracts import Reason, Why
from routing.parity.sources import PartSource
from sqlgen.contracts import Window
from sqlgen.guard import Policy, check
from sqlgen.windows import days_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The local days a table has rows of; both None when it has no rows."""

    table: str
    backend: str
    first: date | None
    last: date | None


def not_loaded(
    a: Sequence[PartSource],
    b: Sequence[PartSource],
    *,
    window: Window,
    dictionary: Dictionary,
    zone: ZoneInfo,
    slot_wait_seconds: float | None = None,
) -> Iterator[Reason]:
    """Reasons for every table that does not hold the window its counterpart holds; raises BackendError."""
    told: set[str] = set()
    for left, right in zip(a, b, strict=True):
        if left.time is None or right.time is None:
            continue
        pair = [reach(side, dictionary, zone, slot_wait_seconds) for side in (left, right)]
        found = [*_short(pair[0], pair[1], window), *_short(pair[1], pair[0], window)]
        for detail in (*found, *_loaded_before(left, window), *_loaded_before(right, window)):
            if detail not in told:
                told.add(detail)
                yield Reason(Why.NOT_LOADED, detail)


def reach(side: PartSource, dictionary: Dictionary, zone: ZoneInfo, slot_wait_seconds: float | None) -> Reach:
    """The first and the last day in the table that holds a source's time."""
    assert side.time is not None  # noqa: S101 - the caller looked
    column = exp.column(side.time.column.name, quoted=True)
    schema, _, name = side.time.table.partition(".")
    tree = exp.select(
        exp.Min(this=column).as_("first_time", quoted=True),
        exp.Max(this=column.copy()).as_("last_time", quoted=True),
    ).from_(exp.table_(name, db=schema, quoted=True))
    policy = Policy.from_dictionary(dictionary, dialect=side.dialect, row_cap=1)
    query = check(tree.sql(dialect=side.dialect), dialect=side.dialect, policy=policy)
    row = backends.get(side.backend).execute(query, slot_wait_seconds=slot_wait_seconds).rows[0]
    first, last = (_day(value, zone) for value in row)
    return Reach(table=side.time.table, backend=side.backend, first=first, last=last)


def _day(value: object, zone: ZoneInfo) -> date | None:
    if isinstance(value, datetime):  # one without a zone is the portal's local time, as for the compiler
        return (value.astimezone(zone) if value.tzinfo else value).date()
    return value if isinstance(value, date) else None


def _short(side: Reach, other: Reach, window: Window) -> Iterator[str]:
    """Days of the window this side has not and the other has: where both begin later, nothing is missing."""
    start, end = days_of(window)
    where = f"{side.table} on {label_of(side.backend)}"
    if side.first is None or side.last is None:
        yield f"{where} has no rows at all."
        return
    if side.first > start and other.first is not None and other.first < side.first:
        yield f"{where} begins on {side.first}; the window begins on {start}."
    if side.last < (last := _day_before(end)) and other.last is not None and other.last > side.last:
        yield f"{where} ends on {side.last}; the window ends on {last}."


def _day_before(end: date) -> date:
    return date.fromordinal(end.toordinal() - 1)


def _loaded_before(side: PartSource, window: Window) -> Iterator[str]:
    loaded = loaded_at(side.backend, [side.source.table])
    if loaded is not None and loaded < window.end:
        told = f"{loaded.astimezone(window.end.tzinfo):%Y-%m-%d %H:%M}"
        yield f"{side.source.table} on {label_of(side.backend)} was last loaded at {told}, before the window was over."
