"""Questions nobody thought of, about the demo's metrics: any days around the edges, any text."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from catalog.contracts import GovernedMetric
from sqlgen.shape import has_time
from tests.engines.edges import instants
from tests.engines.filters import AWKWARD, is_text
from tests.engines.questions import COMPARISONS, GRAINS, ZONES, Question

_DAYS = sorted({at.date() for at in instants()})
# Every character a filter takes: no control characters, and not the two the guard keeps from Databricks.
_TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\u2028\u2029\ufeff$"), max_size=8
)


@st.composite
def made_up(
    draw: st.DrawFn, metrics: Mapping[str, GovernedMetric], asked: Mapping[str, list[Question]]
) -> tuple[str, Question]:
    """A metric's name and a question; its dimensions are those it is asked by elsewhere."""
    name = draw(st.sampled_from(sorted(name for name, metric in metrics.items() if has_time(metric))))
    names = sorted({one for question in asked[name] for one in question.asked["dimensions"]})
    question = {
        "dimensions": draw(st.lists(st.sampled_from(names), unique=True, max_size=2)),
        "filters": draw(st.lists(_filters([one for one in names if is_text(one)]), max_size=2)),
        "window": draw(_windows()),
        "grain": draw(st.sampled_from(GRAINS)),
        "compare": draw(st.sampled_from(COMPARISONS)),
        "totals": draw(st.booleans()),
    }
    return name, Question(draw(st.sampled_from(ZONES)), question)


def _filters(dimensions: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    words = st.one_of(st.sampled_from(AWKWARD), _TEXT)
    several = st.lists(st.one_of(words, st.none()), min_size=1, max_size=4)
    by_values = {"op": st.sampled_from(["in", "not_in"]), "values": several}
    by_text = {
        "op": st.sampled_from(["contains", "starts_with"]),
        "values": st.lists(words, min_size=1, max_size=1),
    }
    dimension = st.sampled_from(dimensions)
    return st.one_of(
        *(st.fixed_dictionaries({"dimension": dimension, **rest}) for rest in (by_values, by_text))
    )


@st.composite
def _windows(draw: st.DrawFn) -> str:
    """Some days that begin at most four weeks before an edge."""
    first: date = draw(st.sampled_from(_DAYS)) - timedelta(days=draw(st.integers(0, 28)))
    end = first + timedelta(days=draw(st.integers(1, 40)))
    return f"{first.isoformat()}..{end.isoformat()}"
