"""A widget's spec: one pydantic schema for the admin, the API and files (published as JSON Schema)."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sqlgen.intent import IntentSpec

Visual = Literal["kpi", "line", "bar", "stacked", "mix", "heatmap", "table"]


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Options(Closed):
    """How the visual is drawn; what a visual does not use is refused by the spec."""

    subtitle: str = Field("", max_length=160)
    top: Annotated[int, Field(ge=2, le=50)] | None = None  # groups shown before "Other" (bar, mix, stacked)


class SampleRow(Closed):
    bucket: str | None = None  # ISO date
    dimensions: tuple[str, ...] = ()
    value: float


class WidgetSpec(Closed):
    """`sample` is drawn, hatched and marked, only when no answer was ever stored."""

    spec_version: Literal[1] = 1
    title: str = Field(min_length=1, max_length=120)
    visual: Visual
    intent: IntentSpec
    options: Options = Options()
    sample: tuple[SampleRow, ...] = ()
