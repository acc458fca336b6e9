"""Links that higher apps put on a metric's page in the admin: its routes, widgets, logs."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from catalog.models import Metric


class MetricLink(NamedTuple):
    """Where a link leads; `label` is plain text, for example "3 widgets"."""

    label: str
    url: str


LinkProvider = Callable[[Metric], Iterable[MetricLink]]
_providers: list[LinkProvider] = []


def register(provider: LinkProvider) -> LinkProvider:
    """Add a provider, once, when its app is ready; usable as a decorator."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def links_for(metric: Metric) -> tuple[MetricLink, ...]:
    """Every link of every provider, in the order they were registered."""
    return tuple(link for provider in _providers for link in provider(metric))
