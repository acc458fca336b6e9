"""What every interpreter of a person's words takes and gives."""

from dataclasses import dataclass
from typing import Protocol

from sqlgen.intent import IntentSpec


@dataclass(frozen=True, slots=True)
class DimensionWords:
    """A dimension by the words people use for it; its name among them."""

    name: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricWords:
    """A metric by the words people use for it. `default_grain` and `default_window` are its definition's."""

    name: str
    label: str
    phrases: tuple[str, ...]
    dimensions: tuple[DimensionWords, ...]
    has_time: bool
    default_window: str
    default_grain: str


class Catalog(Protocol):
    """The governed words an interpreter knows."""

    def metrics(self) -> tuple[MetricWords, ...]: ...

    def values(self, metric: str, dimension: str) -> tuple[str, ...]:
        """What rows of the metric hold in a dimension, as text; raises BackendError and other problems of an
        engine that gives no answer. Asked for only where words are left that may be one."""


@dataclass(frozen=True, slots=True)
class Understood:
    """Some of the person's words, and what they were taken for."""

    words: str
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """What was made of the words. `intent` is None where no metric, or more than one, was named:
    `candidates` are the metrics that fit equally well then.

    `assumptions` is what the words did not say and the intent holds; `not_understood` the words that stand for
    nothing in it: an intent with such words is not yet what the person asked.
    """

    intent: IntentSpec | None
    understood: tuple[Understood, ...] = ()
    assumptions: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether there is a question and no word was left aside."""
        return self.intent is not None and not self.not_understood


class Interpreter(Protocol):
    name: str  # "rules", "model": shown beside what it understood

    def interpret(self, text: str, catalog: Catalog) -> Interpretation: ...
