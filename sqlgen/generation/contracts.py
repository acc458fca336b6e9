"""What generation is told and tells: where SQL is for, which shape of question, which pinned SQL stands ready."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from accounts.contracts import RowPolicy
from catalog.contracts import Dictionary, GovernedMetric
from sqlgen.contracts import Dialect, Intent
from sqlgen.faithfulness import Question
from sqlgen.guard import Policy
from sqlgen.guard.policy import EVERY_ROW


class PinKey(NamedTuple):
    """What one pinned text answers: a definition, a shape of question, and the place it runs at."""

    closure_hash: str
    shape_key: str
    backend: str
    dialect: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where SQL is written for: the backend, its dialect and row cap, and the words of its tables."""

    backend: str
    dialect: Dialect
    dictionary: Dictionary
    zone: ZoneInfo
    row_cap: int
    reckoned_tables: Callable[[], Container[str]] = frozenset  # asked where rows are hidden only

    def policy(self, row_policy: RowPolicy = EVERY_ROW) -> Policy:
        return Policy.from_dictionary(
            self.dictionary,
            dialect=self.dialect,
            row_cap=self.row_cap,
            row_policy=row_policy,
            reckoned=self.reckoned_tables() if row_policy.rules else frozenset(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomQuestion:
    """One question to a model: an atom (see `shape.atoms_of`) of a metric, for a place."""

    intent: Intent
    metric: GovernedMetric
    place: Place
    key: PinKey

    @property
    def asked(self) -> Question:
        """What its SQL is held against."""
        place = self.place
        return Question(
            metric=self.metric,
            intent=self.intent,
            dictionary=place.dictionary,
            backend=place.backend,
            dialect=place.dialect,
            zone=place.zone,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PinFacts:
    """A live pin without its text. `approved_by` is empty where no person approved it."""

    pk: int
    proposed: bool
    model: str
    approved_by: str
    approved_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether a question's SQL is ready: `pins` holds one per atom, or nothing; `waiting` is how many of its
    atoms have SQL that waits for approval."""

    pins: tuple[PinFacts, ...]
    waiting: int
