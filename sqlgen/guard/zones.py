"""Time zones by names that are known."""

from functools import cache
from zoneinfo import available_timezones

from sqlglot import exp


def is_known_zone(node: exp.Expr | None) -> bool:
    """Whether a zone is written out, and by such a name."""
    return isinstance(node, exp.Literal) and node.name in _zones()


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
