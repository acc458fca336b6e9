"""A metric asked directly for its own page: its default window and grain, compared where it has a time."""

from dataclasses import replace

from django.http import QueryDict
from django.urls import reverse

from catalog.contracts import GovernedMetric
from catalog.offering import dimensions_on
from catalog.selectors import governed_metric
from sqlgen.intent import IntentSpec
from sqlgen.shape import definitions_of, has_time
from widgets.contracts import Question
from widgets.selectors import question_of_metric
from widgets.specs import Options, WidgetSpec

_MOST_DIMENSIONS = 4  # of one question


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


def rows_address(metric: GovernedMetric, backend: str) -> str:
    """Where the metric is had as a file, by its grain and by all that it can be cut by on that backend."""
    query = QueryDict(mutable=True)
    dimensions = dimensions_on(metric.definition, backend, definitions_of(metric))
    if dimensions:
        query["dimensions"] = ",".join(each.name for each in dimensions[:_MOST_DIMENSIONS])
    if has_time(metric):
        query["grain"] = metric.definition.default.grain
    return f"{reverse('metric-export-api', args=[metric.name])}?{query.urlencode(safe=',')}"
