"""Search over what has a page: metrics by name, label, synonym or domain; dashboards by title."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from catalog.contracts import GovernedMetric
from catalog.selectors import live_metrics
from widgets.models import Dashboard

MOST = 8


def find(q: str) -> dict[str, Any]:
    """`metrics` and `boards` for a search text, the best first; without a text, the first of each."""
    ranked = sorted(_ranked(q.casefold(), live_metrics()), key=lambda pair: pair[0])
    boards = (
        Dashboard.objects.filter(Q(title__icontains=q) | Q(description__icontains=q))
        if q
        else Dashboard.objects.all()
    )
    return {"metrics": [metric for _, metric in ranked[:MOST]], "boards": boards[:MOST]}


def _ranked(q: str, metrics: Iterable[GovernedMetric]) -> Iterable[tuple[tuple[int, str], GovernedMetric]]:
    for metric in metrics:
        definition = metric.definition
        names = [definition.label, metric.name, metric.name.replace("_", " "), *definition.synonyms]
        folded = [name.casefold() for name in names]
        if any(name.startswith(q) for name in folded):
            yield (0, definition.label), metric
        elif any(q in name for name in folded) or q in definition.domain.casefold():
            yield (1, definition.label), metric
        elif q in definition.description.casefold():
            yield (2, definition.label), metric
