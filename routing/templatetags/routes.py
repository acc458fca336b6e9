"""Backends and windows as pages write them."""

from django import template

from metrics_portal import dates
from routing.backends import registry
from sqlgen.windows import window_words

register = template.Library()
register.filter("moment", dates.moment)


@register.filter
def backend(name: str) -> str:
    """The engine's own name; empty for no backend."""
    return registry.label_of(name) if name else ""


@register.filter
def window(label: str) -> str:
    return window_words(label)
