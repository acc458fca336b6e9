"""The demo's catalog and the example's, for questions about faithfulness. No database."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import MetricDefinition
from catalog.dictionary.loader import load_dictionary
from catalog.validation.documents import read_document
from sqlgen import faithfulness
from sqlgen.contracts import Dialect
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of

DIALECTS: tuple[Dialect, ...] = ("databricks", "duckdb", "postgres")
ZONE = example.ZONE


@dataclass(frozen=True, slots=True)
class World:
    """A dictionary and its metrics by name."""

    dictionary: Dictionary
    metrics: Mapping[str, GovernedMetric]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(faithfulness.Question):
    """A metric asked for in one place."""

    zone: ZoneInfo = ZONE

    def check(self, sql: str) -> None:
        """Raises UnfaithfulSql."""
        faithfulness.check_faithful(sql, self)


@cache
def demo() -> World:
    """The demo's metrics, as data-dictionary/ defines them."""
    folder = Path(__file__).parents[2] / "data-dictionary"
    document = read_document((folder / "metrics.yaml").read_text(encoding="utf-8"), file="metrics.yaml")
    metrics = {name: _governed(name, document.definitions) for name in document.definitions}
    return World(load_dictionary(str(folder)), MappingProxyType(metrics))


def ask(world: str, metric: str, *, backend: str, dialect: Dialect, asked: Mapping[str, Any]) -> Question:
    """A question on the `demo` or the `example`."""
    if world == "demo":
        governed, dictionary = demo().metrics[metric], demo().dictionary
    else:
        governed, dictionary = example.metric(metric), example.dictionary()
    intent = intent_of(governed, **asked)
    return Question(metric=governed, intent=intent, dictionary=dictionary, backend=backend, dialect=dialect)


def _governed(name: str, definitions: Mapping[str, MetricDefinition]) -> GovernedMetric:
    definition = definitions[name]
    fingerprint = definition.fingerprint()
    return GovernedMetric(
        definition=definition,
        revision=1,
        hash=fingerprint,
        closure_hash=fingerprint,
        author="demo",
        parts={part: _governed(part, definitions) for part in definition.part_names},
    )
