"""Answers as sources of FROM, their columns by name."""

from collections.abc import Sequence
from dataclasses import replace

from sqlgen.faithfulness.relations import Columns, Frame, Relation, Stack
from sqlgen.faithfulness.terms import Term
from sqlgen.faithfulness.values import coalesce


def frames_of(relation: Relation, name: str) -> tuple[Frame, ...]:
    branches = relation.body.branches if isinstance(relation.body, Stack) else (relation,)
    found: list[Frame] = []
    for branch in branches:
        if isinstance(branch.body, Stack):
            raise TypeError("Stacks are flat.")
        found.append(Frame(branch.body, {name: _by_name(branch.columns)}))
    return tuple(found)


def _by_name(columns: Columns) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for name, term in columns:
        found[name] = Term("unknown", f"{name} names two columns.") if name in found else term
    return found


def renamed(relation: Relation, names: Sequence[str]) -> Relation:
    columns = tuple(
        (names[place] if place < len(names) else name, term)
        for place, (name, term) in enumerate(relation.columns)
    )
    if isinstance(relation.body, Stack):
        branches = tuple(renamed(branch, [name for name, _ in columns]) for branch in relation.body.branches)
        return Relation(Stack(branches), columns)
    return Relation(relation.body, columns)


def with_merged(found: Frame, left: Frame, right: str, using: Sequence[str], side: str) -> Frame:
    """Columns of USING belong to both sides: the left's, the right's, or whichever there is."""
    merged = dict(found.merged)
    for name in using:
        ours = found.merged.get(name) or next(
            found.sources[alias][name] for alias in left.sources if name in found.sources[alias]
        )
        theirs = found.sources[right][name]
        merged[name] = {"RIGHT": theirs, "FULL": coalesce((ours, theirs))}.get(side, ours)
    return replace(found, merged=merged)
