"""A definition has exactly the members its type needs."""

from collections.abc import Iterator

from catalog.definitions import MetricDefinition
from catalog.validation.issues import Issue

_MEMBERS: dict[str, tuple[str, ...]] = {
    "simple": ("sources",),
    "ratio": ("numerator", "denominator"),
    "derived": ("expression", "metrics"),
    "cumulative": ("cumulative",),
}
_ALL = tuple(member for members in _MEMBERS.values() for member in members)


def member_issues(definition: MetricDefinition) -> Iterator[Issue]:
    needed = _MEMBERS[definition.type]
    for member in _ALL:
        there = bool(getattr(definition, member))
        if member in needed and not there:
            message = f"A {definition.type} metric needs {member}."
            yield Issue(metric=definition.name, path=("type",), message=message, hint=f"Write {member}.")
        if there and member not in needed:
            owner = next(kind for kind, members in _MEMBERS.items() if member in members)
            message = f"A {definition.type} metric has no {member}."
            hint = f"Leave it out, or write type: {owner}."
            yield Issue(metric=definition.name, path=(member,), message=message, hint=hint)
    yield from _span_issues(definition)


def _span_issues(definition: MetricDefinition) -> Iterator[Issue]:
    span = definition.cumulative
    if span is not None and (span.trailing is None) == (span.to_date is None):
        message = "A cumulative metric has either trailing or to_date."
        hint = "Write trailing: 28d, or to_date: month."
        yield Issue(metric=definition.name, path=("cumulative",), message=message, hint=hint)
