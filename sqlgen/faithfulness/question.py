"""What SQL is held against."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from catalog.contracts import Dictionary, GovernedMetric
from sqlgen.contracts import Dialect, Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An atom of a metric, asked for in one place: its tables' words, its dialect, and whose days are meant."""

    metric: GovernedMetric
    intent: Intent
    dictionary: Dictionary
    backend: str
    dialect: Dialect
    zone: ZoneInfo
