"""Reads the labelled pairs: plain text, one pair per entry, what it is about in its head line.

    --- faithful | claim_volume | duckdb | {"window": "2025-10-01..2025-11-01"} | why it is so
    SELECT …

The metric is one of the demo's, or of the tests' example with `example:` before its name.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast, get_args

from sqlgen.contracts import Dialect
from sqlgen.tests.faithfulness_world import Question, ask

FOLDER = Path(__file__).parent / "faithfulness_pairs"
EXAMPLE = "example:"


@dataclass(frozen=True, slots=True)
class Pair:
    """SQL, what it was asked for, and whether it computes that; `file` and `why` are for the reader."""

    file: str
    faithful: bool
    metric: str
    dialect: Dialect
    asked: dict[str, Any]
    why: str
    sql: str

    @property
    def question(self) -> Question:
        if self.metric.startswith(EXAMPLE):
            name = self.metric.removeprefix(EXAMPLE)
            return ask("example", name, backend="lake", dialect=self.dialect, asked=self.asked)
        return ask("demo", self.metric, backend=self.dialect, dialect=self.dialect, asked=self.asked)

    def __str__(self) -> str:
        return f"{self.file}: {self.metric}, {self.dialect}: {self.why}"


@cache
def pairs() -> tuple[Pair, ...]:
    """Every pair of every file."""
    return tuple(pair for path in sorted(FOLDER.glob("*.sql")) for pair in _read(path))


def _read(path: Path) -> list[Pair]:
    entries = f"\n{path.read_text(encoding='utf-8')}".split("\n--- ")[1:]
    return [_pair(path.stem, entry) for entry in entries]


def _pair(file: str, entry: str) -> Pair:
    head, _, sql = entry.partition("\n")
    verdict, metric, dialect, asked, why = head.split(" | ", 4)
    if verdict not in ("faithful", "unfaithful") or dialect not in get_args(Dialect):
        raise ValueError(f"{file} holds the head line {head!r}.")
    return Pair(
        file, verdict == "faithful", metric, cast(Dialect, dialect), json.loads(asked), why, sql.strip()
    )
