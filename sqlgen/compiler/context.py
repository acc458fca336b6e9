"""What a compilation carries along: where it compiles to, and what is asked of each relation."""

from collections.abc import Callable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sqlglot import exp

from catalog.contracts import Dictionary
from sqlgen.contracts import Dialect, Filter, Grain, Intent, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One compilation. `tables` collects the keys of the tables that are read."""

    backend: str
    dialect: Dialect
    dictionary: Dictionary
    zone: ZoneInfo
    tables: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What one relation answers: columns [bucket], dimensions, value. With `totals` one more row, all keys
    NULL.
    """

    dimensions: tuple[str, ...]
    filters: tuple[Filter, ...]
    grain: Grain | None
    window: Window | None
    totals: bool

    @property
    def keys(self) -> tuple[str, ...]:
        return (*(("bucket",) if self.grain else ()), *self.dimensions)


# Gives the relation that answers an ask, not ordered.
Relate = Callable[[Ask], exp.Query]


def ask_of(intent: Intent, window: Window | None) -> Ask:
    return Ask(
        dimensions=intent.dimensions,
        filters=intent.filters,
        grain=intent.grain,
        window=window,
        totals=intent.totals and intent.grain is not None,
    )
