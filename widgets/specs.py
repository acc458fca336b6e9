"""A widget's spec: one pydantic schema for the admin, the API and files (published as JSON Schema)."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from metrics_portal.closed import Closed
from sqlgen.intent import IntentSpec

Visual = Literal["kpi", "line", "bar", "stacked", "mix", "heatmap", "table"]


class Options(Closed):
    """How the visual is drawn; what a visual does not use is refused by the spec."""

    subtitle: str = Field("", max_length=160)
    fixed_window: bool = False  # the page's time range leaves this tile's window alone
    top: Annotated[int, Field(ge=2, le=50)] | None = None  # groups shown before "Other" (bar, mix, stacked)


class SampleRow(Closed):
    bucket: date | None = None  # ISO date, the first day of the bucket
    dimensions: tuple[str, ...] = ()
    value: Annotated[float, Field(allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class Needs:
    """What a visual can draw: how many dimensions, whether over time, and which parts it has no use for."""

    dimensions: tuple[int, int]  # at least, at most
    grain: Literal["required", "optional", "refused"]
    top: bool = False
    limit: bool = False


NEEDS: dict[Visual, Needs] = {
    "kpi": Needs((0, 0), "optional"),
    "line": Needs((0, 1), "required"),
    "bar": Needs((1, 1), "refused", top=True, limit=True),
    "stacked": Needs((1, 1), "required", top=True),
    "mix": Needs((1, 1), "refused", top=True, limit=True),
    "heatmap": Needs((2, 2), "refused"),
    "table": Needs((0, 4), "optional", limit=True),
}


class WidgetSpec(Closed):
    """`sample` is drawn, hatched and marked, only when no answer was ever stored."""

    spec_version: Literal[1] = 1
    title: str = Field(min_length=1, max_length=120)
    visual: Visual
    intent: IntentSpec
    options: Options = Options()
    sample: tuple[SampleRow, ...] = Field((), max_length=400)

    @model_validator(mode="after")
    def _fits_the_visual(self) -> "WidgetSpec":
        complaints = [
            *_dimension_complaints(self),
            *_unused_complaints(self),
            *_sample_complaints(self),
            *_storage_complaints(self),
        ]
        if complaints:
            raise ValueError("; ".join(complaints))
        return self


def _dimension_complaints(spec: WidgetSpec) -> Iterator[str]:
    needs, given = NEEDS[spec.visual], len(spec.intent.dimensions)
    least, most = needs.dimensions
    if not least <= given <= most:
        wanted = f"exactly {least}" if least == most else f"{least} to {most}"
        yield f"intent.dimensions: a {spec.visual} needs {wanted}, {given} given"
    if needs.grain == "required" and spec.intent.grain is None:
        yield f"intent.grain: a {spec.visual} is drawn over time; give day, week, month, quarter or year"
    if needs.grain == "refused" and spec.intent.grain is not None:
        yield f"intent.grain: a {spec.visual} is not drawn over time; leave it out"
    if spec.intent.totals and spec.intent.grain is None:
        yield "intent.totals: the total stands beside a series; give a grain, or leave it out"


def _unused_complaints(spec: WidgetSpec) -> Iterator[str]:
    needs = NEEDS[spec.visual]
    if spec.options.top is not None and not needs.top:
        yield f"options.top: a {spec.visual} has no use for it"
    if spec.intent.limit is not None and not needs.limit:
        yield f"intent.limit: a {spec.visual} has no use for it"
    if spec.intent.order and not needs.limit:
        yield f"intent.order: a {spec.visual} has an order of its own"


def _sample_complaints(spec: WidgetSpec) -> Iterator[str]:
    for number, row in enumerate(spec.sample):
        if len(row.dimensions) != len(spec.intent.dimensions):
            yield f"sample.{number}.dimensions: give {len(spec.intent.dimensions)}, one for each dimension"
        if row.bucket is None and NEEDS[spec.visual].grain == "required":
            yield f"sample.{number}.bucket: give the first day of the bucket"
        if row.bucket is not None and spec.intent.grain is None:
            yield f"sample.{number}.bucket: the question has no grain; leave it out"


def _storage_complaints(spec: WidgetSpec) -> Iterator[str]:
    """What JSON, or the database that keeps it, cannot hold."""
    if "\\u0000" in spec.model_dump_json():
        yield "a spec holds no NUL character"
    values = (value for given in spec.intent.filters for value in given.values)
    if any(isinstance(value, float) and not math.isfinite(value) for value in values):
        yield "intent.filters: a value is too large to be a number"
