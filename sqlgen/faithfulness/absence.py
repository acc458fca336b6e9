"""What a value of a group is when certain scans have no row in it."""

from dataclasses import replace
from typing import Any

from sqlgen.faithfulness.logic import clauses_of, not_null
from sqlgen.faithfulness.needed import STRICT
from sqlgen.faithfulness.terms import Scan, Scans, Term, imply, is_number

COUNTS = frozenset({"count", "distinct"})
_SKIP_NULL = frozenset({"distinct", "sum", "avg", "min", "max", "percentile"})


def null_without(scans: Any, term: Term) -> bool:
    """Whether the term is NULL where none of the scans has a row."""
    if term.op == "agg":
        return term.value[0] not in COUNTS and _covered(term, scans)
    if term.op == "opt":
        return _same_absence(term.value, scans) or null_without(scans, term.args[0])
    if term.op == "nullif":
        return null_without(scans, term.args[0]) or (
            is_number(term.args[1], 0) and nought_without(scans, term.args[0])
        )
    return term.op in STRICT and any(null_without(scans, arg) for arg in term.args)


def nought_without(scans: Any, term: Term) -> bool:
    """Whether the term is 0 or NULL where none of the scans has a row."""
    if null_without(scans, term):
        return True
    if term.op == "agg":
        return term.value[0] in COUNTS and _covered(term, scans)
    if term.op == "coalesce":
        return all(nought_without(scans, arg) or is_number(arg, 0) for arg in term.args)
    if term.op in ("add", "sub", "neg", "double", "wide"):
        return all(nought_without(scans, arg) for arg in term.args)
    if term.op == "mul":
        return any(nought_without(scans, arg) for arg in term.args)
    if term.op == "opt":
        return nought_without(scans, term.args[0])
    return False


def _covered(term: Term, scans: Any) -> bool:
    """Whether every row that the aggregate takes is a row of one of the scans: one without a value it leaves out."""
    scan: Scan = term.value[1]
    if not isinstance(scans, frozenset):
        return False
    if term.value[0] in _SKIP_NULL:
        scan = replace(scan, clauses=scan.clauses | clauses_of(not_null(term.args[0])))
    return imply(frozenset((scan,)), scans)


def _same_absence(own: Any, scans: Any) -> bool:
    both: tuple[Scans, Scans] = (own, scans)
    return isinstance(own, frozenset) and isinstance(scans, frozenset) and imply(*both)
