"""The catalog's pages: every governed metric, and one of them."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.selectors import governed_metric, live_metrics

_MOST_REVISIONS = 12


@login_required
@require_GET
def metric_list(request: HttpRequest) -> HttpResponse:
    q, domain = request.GET.get("q", "").strip()[:80], request.GET.get("domain", "")[:60]
    # By what the reader sees: the label, not the technical name beneath it.
    every = sorted(live_metrics(), key=lambda metric: metric.definition.label.casefold())
    context = {
        "section": "catalog",
        "q": q,
        "domain": domain,
        "domains": sorted({metric.definition.domain for metric in every if metric.definition.domain}),
        "metrics": [metric for metric in every if _matches(metric, q.casefold(), domain)],
    }
    return render(request, "catalog/list.html", context)


@login_required
@require_GET
def metric_page(request: HttpRequest, name: str) -> HttpResponse:
    metric = governed_metric(name)
    definition = metric.definition
    context = {
        "section": "catalog",
        "metric": metric,
        "definition": definition,
        "formula": list(_formula(definition)),
        "parts": list(metric.parts.values()),
        "revisions": MetricRevision.objects.filter(metric__name=name)[:_MOST_REVISIONS],
        "thresholds": [(word, value) for word, value in _thresholds(definition) if value is not None],
    }
    return render(request, "catalog/metric.html", context)


def _matches(metric: GovernedMetric, q: str, domain: str) -> bool:
    definition = metric.definition
    words = (metric.name, definition.label, definition.description, *definition.synonyms)
    return (not domain or definition.domain == domain) and (
        not q or any(q in each.casefold() for each in words)
    )


def _formula(definition: MetricDefinition) -> Iterable[str]:
    """The definition in a line per source, or one line for a metric made of others."""
    match definition.type:
        case "ratio":
            yield f"{definition.numerator} / {definition.denominator}"
        case "derived":
            yield definition.expression or ""
        case "cumulative" if definition.cumulative:
            span = definition.cumulative
            yield (
                f"{span.metric}, trailing {span.trailing}"
                if span.trailing
                else f"{span.metric}, {span.to_date} to date"
            )
        case _:
            for source in definition.sources:
                where = f" where {source.where}" if source.where else ""
                by = f" by {source.time}" if source.time else ""
                yield f"{source.measure} from {source.table}{where}{by}"


def _thresholds(definition: MetricDefinition) -> tuple[tuple[str, float | None], ...]:
    return ("Warning at", definition.thresholds.warn), ("Critical at", definition.thresholds.critical)
