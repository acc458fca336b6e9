"""What other apps may know of the person or program that asks."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import NoReturn


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
class Reader:
    """Somebody's own sign-in to an engine, as it came with the request at hand: the engine answers by their rights.

    `person` names them as long as they use the portal; `key` stands for them and this very token wherever an answer is
    kept, and tells nothing of either. The token is in no words of this value, and the value leaves no process.
    """

    person: str
    token: str = field(repr=False)
    key: str

    def __reduce__(self) -> NoReturn:
        raise TypeError("A reader's token stays in the process it came to: it is kept and sent nowhere.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks. `role` is one of accounts.models.User.Role; `name` is for audit and display.

    `reader` is who they are to an engine that answers each by their own rights; None where they brought nothing that
    tells, and for the portal itself.
    """

    user_id: int
    name: str
    role: str
    row_policy: RowPolicy = field(default_factory=RowPolicy)
    reader: Reader | None = None
