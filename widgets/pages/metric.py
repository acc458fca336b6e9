"""A metric asked directly for its own page: its default window and grain, compared where it has a time."""

from dataclasses import replace

from catalog.selectors import governed_metric
from sqlgen.intent import IntentSpec
from sqlgen.shape import has_time
from widgets.contracts import Question
from widgets.selectors import question_of_metric
from widgets.specs import Options, WidgetSpec


def metric_question(name: str) -> Question:
    """The question a metric's page asks, with the spec that draws it; raises UnknownMetric."""
    metric = governed_metric(name)
    if has_time(metric):
        intent = IntentSpec.model_validate(
            {
                "metric": name,
                "grain": metric.definition.default.grain,
                "compare": "previous_period",
                "totals": True,
            }
        )
        spec = WidgetSpec(title="Now, and over time", visual="line", intent=intent, options=Options())
    else:
        spec = WidgetSpec(title="Now", visual="kpi", intent=IntentSpec(metric=name), options=Options())
    return replace(question_of_metric(spec.intent), spec=spec)
