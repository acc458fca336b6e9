"""A metric's definition: one pydantic schema of metrics.yaml, the admin and the API; a JSON Schema too."""

import hashlib
import json
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from metrics_portal.closed import Closed

MetricName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,79}$")]
DimensionName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,62}$")]
TableKey = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*$")]

# Named by the compiler itself on every metric that has a time of timestamp type, in the portal's time zone.
TIME_DIMENSIONS = ("weekday", "hour")
# Names of result columns; a dimension may not take one.
RESERVED_NAMES = ("bucket", "period", "value", "previous_value", *TIME_DIMENSIONS)


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    NEUTRAL = "neutral"


class ViaStep(Closed):
    """One join on the way to a column; `on` names the left column where two joins reach the same table."""

    table: str
    on: str | None = None


class Dimension(Closed):
    """What a source is cut by: a column, own or reached by many-to-one joins, or an expression over own ones.

    A plain string in YAML is shorthand for `{name: that}`: the one reachable column of that name.
    """

    name: DimensionName
    column: str | None = None
    via: tuple[ViaStep | str, ...] = ()
    expr: str | None = None
    label: str = ""

    @model_validator(mode="before")
    @classmethod
    def _shorthand(cls, given: object) -> object:
        return {"name": given} if isinstance(given, str) else given


class Source(Closed):
    """A table, a measure and a time column that can compute the metric on the named backends."""

    backends: tuple[str, ...] = Field(min_length=1)
    table: TableKey
    measure: str
    where: str | None = None
    time: str | None = (
        None  # a column, or "table.column" of a joined table; absent: a metric of the present state
    )
    time_via: tuple[ViaStep | str, ...] = ()
    # What it is asked for where a question names no window, if not the metric's default: two sources whose
    # windows differ are not comparable, and a parity report says so.
    window: str | None = None
    dimensions: tuple[Dimension, ...] = ()
    overrides: dict[str, str] = Field(
        default_factory=dict
    )  # dialect → measure, where transpiling cannot do it


class Defaults(Closed):
    window: str = "last_30_days"
    grain: Literal["day", "week", "month", "quarter", "year"] = "day"


class Thresholds(Closed):
    warn: float | None = None
    critical: float | None = None


class Parity(Closed):
    relative_tolerance: float = Field(0.0, ge=0)
    absolute_tolerance: float = Field(0.0, ge=0)


class CumulativeSpan(Closed):
    """`trailing` days ending with each bucket, or `to_date` since the start of the month, quarter or year."""

    metric: MetricName
    trailing: Annotated[str, Field(pattern=r"^[1-9][0-9]{0,2}d$")] | None = None
    to_date: Literal["month", "quarter", "year"] | None = None


class MetricDefinition(Closed):
    """One definition. Exactly the members its `type` needs are present; `fingerprint()` identifies it."""

    name: MetricName
    label: str = Field(min_length=1, max_length=120)
    description: str = ""
    owner: str = ""
    domain: str = ""
    unit: Literal[
        "usd", "eur", "count", "percent", "ratio", "seconds", "minutes", "hours", "days", "score"
    ] = "count"
    direction: Direction = Direction.NEUTRAL
    type: Literal["simple", "ratio", "derived", "cumulative"] = "simple"
    sources: tuple[Source, ...] = ()
    numerator: MetricName | None = None
    denominator: MetricName | None = None
    expression: str | None = None
    metrics: tuple[MetricName, ...] = ()
    cumulative: CumulativeSpan | None = None
    default: Defaults = Defaults()
    thresholds: Thresholds = Thresholds()
    parity: Parity = Parity()
    synonyms: tuple[str, ...] = ()

    @property
    def part_names(self) -> tuple[str, ...]:
        """The metrics this one is made of; empty for a simple metric."""
        if self.type == "ratio":
            return tuple(name for name in (self.numerator, self.denominator) if name)
        if self.type == "cumulative" and self.cumulative:
            return (self.cumulative.metric,)
        return self.metrics

    def canonical(self) -> str:
        """The definition as canonical JSON: defaults left out, keys sorted, no white space."""
        plain = self.model_dump(mode="json", exclude_defaults=True)
        return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    def fingerprint(self) -> str:
        """SHA-256 of the canonical form, hex."""
        return hashlib.sha256(self.canonical().encode()).hexdigest()
