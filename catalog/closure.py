"""From stored revisions to governed metrics: definitions with their parts, and the hash of both together."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from catalog.contracts import GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision


@dataclass(frozen=True, slots=True)
class Stored:
    """A live revision as the database holds it, its definition parsed."""

    definition: MetricDefinition
    revision: int
    hash: str
    author: str


def stored(revision: MetricRevision) -> Stored:
    definition = MetricDefinition.model_validate(revision.definition)
    return Stored(definition, revision.number, revision.hash, revision.author_name)


def closure_hash(name: str, metrics: Mapping[str, Stored]) -> str:
    """A hash that changes when the metric's live revision, or that of any part, changes.

    The revision's number is in it: going back to an older definition is a new revision, and says so.
    """
    own = metrics[name]
    digest = hashlib.sha256(f"{name}\n{own.revision}\n{own.hash}".encode())
    for part in own.definition.part_names:
        digest.update(f"\n{closure_hash(part, metrics)}".encode())
    return digest.hexdigest()


def build(name: str, metrics: Mapping[str, Stored]) -> GovernedMetric:
    """The governed metric with its parts, from a mapping that holds all of them."""
    own = metrics[name]
    return GovernedMetric(
        definition=own.definition,
        revision=own.revision,
        hash=own.hash,
        closure_hash=closure_hash(name, metrics),
        author=own.author,
        parts=MappingProxyType({part: build(part, metrics) for part in own.definition.part_names}),
    )


def dependants(names: Iterable[str], definitions: Mapping[str, MetricDefinition]) -> tuple[str, ...]:
    """Every metric made of one of `names`, directly or through others; by name."""
    reached = set(names)
    start = frozenset(reached)
    while True:
        more = {
            name
            for name, definition in definitions.items()
            if name not in reached and reached.intersection(definition.part_names)
        }
        if not more:
            return tuple(sorted(reached - start))
        reached |= more
