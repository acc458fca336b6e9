"""What a comparison of one metric on two backends says. No database, no engine."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from sqlgen.contracts import Grain, Window

Missing = Literal["", "a", "b"]  # the side that has no row


class Verdict(StrEnum):
    EQUAL = "equal"  # every group within the tolerance, none missing
    DIFFERENT = "different"
    NOT_COMPARABLE = "not_comparable"  # the two do not answer the same question; the reasons say why


VERDICTS = tuple((verdict.value, verdict.value.replace("_", " ")) for verdict in Verdict)  # with their words


class Why(StrEnum):
    """Why two answers are not comparable."""

    WINDOW = "different_window"
    DEFINITION = "different_definition"
    DIMENSION = "dimension_missing"
    APPROXIMATE = "approximate"
    TIME_ZONE = "time_zone"
    NOT_LOADED = "not_loaded"
    OTHER_STATE = "other_state"
    NO_ROWS = "no_rows"
    CUT = "cut_at_row_cap"


@dataclass(frozen=True, slots=True)
class Reason:
    code: Why
    detail: str  # a sentence for the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side's receipt: what was asked of the backend, and when. Rows are those the engine gave."""

    backend: str
    engine_label: str
    sql: str
    query_id: str
    query_url: str
    asked_at: datetime
    execution_ms: float
    row_count: int
    data_loaded_at: datetime | None  # None: unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """Two values agree when they differ by at most `absolute`, or by `relative` of the larger one."""

    relative: Decimal
    absolute: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One group on both sides. A value is None where that side has no row for it, or no number.

    `absolute` is b - a without its sign, `relative` its share of the larger of the two (0 to 1 for values of
    one sign); both None where a side has none.
    """

    bucket: date | None
    dimensions: tuple[str, ...]
    value_a: Decimal | None
    value_b: Decimal | None
    absolute: Decimal | None
    relative: Decimal | None
    within: bool
    missing: Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All of one comparison. `window` is None for a metric of the present state; `total` is the whole
    window's, `groups` every group, the largest difference first. `notes` say what was chosen for the reader.
    """

    metric: str
    revision: int
    closure_hash: str
    a: Side
    b: Side
    window: Window | None
    grain: Grain | None
    dimensions: tuple[str, ...]
    tolerance: Tolerance
    total: Difference
    groups: Sequence[Difference]
    verdict: Verdict
    reasons: tuple[Reason, ...]
    notes: tuple[str, ...]
    duration_ms: float
