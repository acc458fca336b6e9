"""Columns of joined tables under another path: where a table stands is told by the joins that lead to it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlgen.faithfulness.logic import null_on_null
from sqlgen.faithfulness.relations import Frame, Rows
from sqlgen.faithfulness.terms import Path, Step, Term, rebuilt

RIGHT: Final[Step] = ((), "right", ())  # marks columns of the right side until their place is known


def moved(frame: Frame, old: Path, new: Path) -> Frame:
    """The frame of rows with its columns and conditions under `new` where they were under `old`."""
    body = frame.body
    if isinstance(body, Rows):
        body = replace(body, conditions=tuple(prefixed(one, old, new) for one in body.conditions))
    return frame.mapped(lambda term: prefixed(term, old, new), body)


def placed(terms: Iterable[Term], old: Path, new: Path) -> list[Term]:
    return [prefixed(term, old, new) for term in terms]


def prefixed(term: Term, old: Path, new: Path) -> Term:
    """The term with the paths of its columns beginning with `new` where they began with `old`."""

    def change(one: Term) -> Term | None:
        if one.op != "col":
            return None
        path, table, name = one.value
        if path[: len(old)] != old:
            return one
        return Term("col", ((*new, *path[len(old) :]), table, name), family=one.family)

    return rebuilt(term, change)


def found_or_null(term: Term) -> Term:
    """A column of an outer join: NULL where no row was found, which an expression may hide. One that does is another
    before the join, where it is NULL, than after it."""
    if null_on_null(term):
        return term
    return Term("unknown", "A column is computed before an outer join and used after it: compute it after.")
