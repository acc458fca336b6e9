"""What a query is seen as: rows of one base table, groups of them, a series of buckets with groups beside it, or such
answers stacked by UNION ALL.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from sqlgen.contracts import Grain
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.terms import Path, Scans, Term

Columns = tuple[tuple[str, Term], ...]  # name as the engine compares it, in order


@dataclass(frozen=True, slots=True)
class Groups:
    """One row for each group of keys that one of the scans has; a single row where there are no keys."""

    scans: Scans
    keys: int


@dataclass(frozen=True, slots=True)
class Spine:
    """One row for each bucket of a generated series, the key 0; beside it, groups of these scans where there are some.

    What is laid beside it is NULL where its scans have no row: its columns are all `opt`.
    """

    first: date
    last: date
    grain: Grain
    scans: Scans = frozenset()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a base table, each joined to at most one row of others; `paths` are the joins made.

    With a `spine` they are laid beside its buckets, each row beside the one that `bucket` gives, and a bucket without
    rows has one row of NULLs.
    """

    base: str
    paths: frozenset[Path] = frozenset()
    conditions: tuple[Term, ...] = ()
    spine: Spine | None = None
    bucket: Term | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """The answer of a query."""

    body: "Rows | Groups | Spine | Stack"
    columns: Columns


@dataclass(frozen=True, slots=True)
class Stack:
    """The rows of several answers, one below the other, their columns matched by position."""

    branches: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """FROM: one body, and the names under which its columns are to be had, source by source."""

    body: Rows | Groups | Spine
    sources: dict[str, dict[str, Term]]
    merged: dict[str, Term] = field(default_factory=dict)  # columns of USING

    def mapped(self, change: Callable[[Term], Term], body: Rows | Groups | Spine) -> "Frame":
        """The frame with another body and every column changed."""
        sources = {
            alias: {name: change(term) for name, term in columns.items()}
            for alias, columns in self.sources.items()
        }
        merged = {name: change(term) for name, term in self.merged.items()}
        return replace(self, body=body, sources=sources, merged=merged)

    def column(self, name: str, source: str = "") -> Term | None:
        """The column of that name; None where there is none. Raises Unproven where it cannot be told."""
        if source:
            found = [self.sources[source][name]] if name in self.sources.get(source, {}) else []
        elif name in self.merged:
            found = [self.merged[name]]
        else:
            found = [columns[name] for columns in self.sources.values() if name in columns]
        if len(found) > 1:
            raise Unproven(f"{name} could be a column of several tables: write which.")
        if found and found[0].op == "unknown":
            raise Unproven(str(found[0].value))
        return found[0] if found else None
