"""What a spec may say: each visual takes what it can draw, and what it has no use for is refused by name."""

from typing import Any

import pytest
from pydantic import ValidationError

from widgets.specs import NEEDS, WidgetSpec

DIMENSIONS = ["region", "status", "channel", "product", "plan"]


def spec(visual: str, **changes: Any) -> WidgetSpec:
    intent = {"metric": "sales", **changes.pop("intent", {})}
    return WidgetSpec.model_validate({"title": "Sales", "visual": visual, "intent": intent, **changes})


def fitting(visual: str) -> dict[str, Any]:
    """The least intent a visual can draw."""
    needs = NEEDS[visual]  # type: ignore[index]
    grain = {"grain": "day"} if needs.grain == "required" else {}
    return {"dimensions": DIMENSIONS[: needs.dimensions[0]], **grain}


@pytest.mark.parametrize("visual", NEEDS)
def test_every_visual_takes_the_least_it_needs(visual: str) -> None:
    assert spec(visual, intent=fitting(visual)).visual == visual


@pytest.mark.parametrize("visual", NEEDS)
def test_every_visual_refuses_more_dimensions_than_it_draws(visual: str) -> None:
    too_many = DIMENSIONS[: NEEDS[visual].dimensions[1] + 1]  # type: ignore[index]

    with pytest.raises(ValidationError, match="dimensions"):
        spec(visual, intent={**fitting(visual), "dimensions": too_many})


@pytest.mark.parametrize("visual", ["kpi", "line", "heatmap", "table"])
def test_top_is_for_visuals_that_gather_the_rest(visual: str) -> None:
    with pytest.raises(ValidationError, match=r"options\.top"):
        spec(visual, intent=fitting(visual), options={"top": 5})


@pytest.mark.parametrize("visual", ["bar", "mix", "heatmap"])
def test_what_is_not_drawn_over_time_takes_no_grain(visual: str) -> None:
    with pytest.raises(ValidationError, match=r"intent\.grain"):
        spec(visual, intent={**fitting(visual), "grain": "day"})


def test_a_sample_has_the_shape_of_the_answer() -> None:
    with pytest.raises(ValidationError, match=r"sample\.0\.dimensions"):
        spec("bar", intent=fitting("bar"), sample=[{"value": 1}])
    with pytest.raises(ValidationError, match=r"sample\.0\.bucket"):
        spec("line", intent=fitting("line"), sample=[{"value": 1}])
    with pytest.raises(ValidationError, match="finite"):
        spec("kpi", sample=[{"value": float("inf")}])
