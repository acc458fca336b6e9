"""What other apps may know of the person or program that asks."""

import hashlib
import json
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RowRule:
    """Only rows of `table` ("schema.table") whose `column` holds one of `values` may be read."""

    table: str
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPolicy:
    """Every rule that binds a viewer; no rules means every row."""

    rules: tuple[RowRule, ...] = ()

    @property
    def key(self) -> str:
        """A digest for cache keys: viewers with the same rules may share an answer. Empty without rules."""
        if not self.rules:
            return ""
        plain = sorted((rule.table, rule.column, sorted(rule.values)) for rule in self.rules)
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks. `role` is one of accounts.models.User.Role; `name` is for audit and display."""

    user_id: int
    name: str
    role: str
    row_policy: RowPolicy = field(default_factory=RowPolicy)
