"""The question as people and programs write it: symbolic window and comparison, checked for shape only."""

from typing import Annotated, Literal

from pydantic import Field

from catalog.definitions import MetricName
from metrics_portal.closed import Closed
from sqlgen.contracts import FilterOp, Grain, Scalar


class FilterSpec(Closed):
    dimension: str
    op: FilterOp = FilterOp.IN
    values: tuple[Scalar, ...] = Field((), max_length=500)


class IntentSpec(Closed):
    """A metric asked for. `window` is `last_N_days`, `last_N_minutes`, `mtd`, `qtd`, `ytd`, `previous_month`,
    … or `YYYY-MM-DD..YYYY-MM-DD` (end exclusive); absent, the metric's default. Names are checked when it
    is resolved.
    """

    metric: MetricName
    dimensions: tuple[str, ...] = Field((), max_length=4)
    filters: tuple[FilterSpec, ...] = Field((), max_length=20)
    grain: Grain | None = None
    window: str | None = Field(None, max_length=40)
    compare: Literal["previous_period", "previous_year"] | None = None
    order: tuple[str, ...] = Field((), max_length=5)
    limit: Annotated[int, Field(ge=1, le=10_000)] | None = None
    totals: bool = False
