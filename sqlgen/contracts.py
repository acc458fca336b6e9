"""What other apps may see of SQL generation: a question (intent), compiled SQL, and SQL proven safe."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

Dialect = Literal["postgres", "duckdb", "databricks"]
Scalar = str | int | float | bool | None


class Grain(StrEnum):
    DAY = "day"
    WEEK = "week"  # ISO: starts on Monday
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class FilterOp(StrEnum):
    IN = "in"
    NOT_IN = "not_in"
    IS_NULL = "is_null"
    NOT_NULL = "not_null"
    CONTAINS = "contains"  # case-sensitive, LIKE metacharacters in the value are literal
    STARTS_WITH = "starts_with"
    LT = "lt"
    LTE = "lte"
    GT = "gt"
    GTE = "gte"


@dataclass(frozen=True, slots=True)
class Filter:
    dimension: str
    op: FilterOp
    values: tuple[Scalar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Half-open [start, end), both aware datetimes in the portal's time zone. `label` is how it was asked
    for.
    """

    start: datetime
    end: datetime
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    kind: Literal["previous_period", "previous_year"]
    window: Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A metric asked for, dates resolved: the same intent gives the same SQL.

    `order` holds `value`, `bucket` or a dimension, `-` in front for descending. With `totals` and a grain,
    one more row per period carries the whole window's value (`bucket` NULL): what a tile's headline shows.
    """

    metric: str
    dimensions: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    grain: Grain | None = None
    window: Window | None = None  # None: a metric of the present state
    compare: Comparison | None = None
    order: tuple[str, ...] = ()
    limit: int | None = None
    totals: bool = False


class ColumnKind(StrEnum):
    PERIOD = "period"  # 'current' | 'previous'; only with grain and comparison
    BUCKET = "bucket"  # DATE, first day of the bucket in the portal's time zone; only with grain
    DIMENSION = "dimension"
    VALUE = "value"
    PREVIOUS_VALUE = "previous_value"  # only with comparison and no grain


@dataclass(frozen=True, slots=True)
class OutputColumn:
    """One column of an answer. `fill` is its value where there are no rows: 0 for counts and sums, None
    (nothing can be said) for ratios, averages and all that is no value.
    """

    name: str
    kind: ColumnKind
    label: str = ""
    fill: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledQuery:
    """SQL rendered for one dialect, not yet guarded, and what its columns mean, in order.

    `tables` are the "schema.table" keys it reads.
    """

    sql: str
    dialect: Dialect
    columns: tuple[OutputColumn, ...]
    tables: tuple[str, ...]


@dataclass(
    frozen=True, kw_only=True
)  # no slots: answers are pickled, which Python does slowly for frozen slots
class Row:
    """One row of an answer, comparison aligned and gaps filled. `dimensions` are in the intent's order."""

    bucket: date | None = None
    previous_bucket: date | None = None
    dimensions: tuple[str, ...] = ()
    value: Decimal | int | float | None
    previous_value: Decimal | int | float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The whole window's value beside its series; `previous_value` is None without a comparison."""

    value: Decimal | int | float | None
    previous_value: Decimal | int | float | None = None
