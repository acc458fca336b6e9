"""All rules on one definition, and on a set of definitions that stand together."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from catalog.contracts import Dictionary
from catalog.definitions import MetricDefinition
from catalog.validation.issues import Issue
from catalog.validation.members import member_issues
from catalog.validation.parts import part_issues
from catalog.validation.sources import source_issues

DefinitionRule = Callable[[MetricDefinition], Iterable[Issue]]
_further: list[DefinitionRule] = []


def register(rule: DefinitionRule) -> DefinitionRule:
    """Add a rule that a higher app knows how to check, once, when its app is ready."""
    if rule not in _further:
        _further.append(rule)
    return rule


def issues_of(
    definitions: Iterable[MetricDefinition], *, known: Mapping[str, MetricDefinition], dictionary: Dictionary
) -> tuple[Issue, ...]:
    """Every issue of these definitions. `known` holds all that are to be live, these included."""
    return tuple(issue for definition in definitions for issue in _issues(definition, known, dictionary))


def _issues(
    definition: MetricDefinition, known: Mapping[str, MetricDefinition], dictionary: Dictionary
) -> Iterator[Issue]:
    yield from member_issues(definition)
    yield from source_issues(definition, dictionary)
    yield from part_issues(definition, known)
    for rule in _further:
        yield from rule(definition)
