"""Groups and their values: keys in another order, presence made certain, conditions on keys."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sqlgen.faithfulness.logic import never_null, simplified
from sqlgen.faithfulness.needed import STRICT, rejected_by
from sqlgen.faithfulness.terms import Clauses, Scan, Scans, Term, imply, is_literal, is_number, rebuilt
from sqlgen.faithfulness.values import coalesce, opt

_TOTAL = STRICT - {"div", "intdiv", "mod", "cast"}  # of two values x / 0 is NULL on DuckDB


def key(position: int) -> Term:
    return Term("key", position)


def permuted_scans(scans: Scans, order: Sequence[int]) -> Scans:
    """The scans with their keys in another order: the i-th is the one that was at `order[i]`."""
    return frozenset(_permuted_scan(scan, order) for scan in scans)


def permuted(term: Term, order: Sequence[int]) -> Term:
    """A value of groups whose keys are put in another order."""

    def change(one: Term) -> Term | None:
        if one.op == "key":
            return Term("key", order.index(one.value), family=one.family)
        if one.op == "agg":
            function, scan = one.value
            moved = _permuted_scan(scan, order) if len(scan.keys) == len(order) else scan
            return Term("agg", (function, moved), one.args, one.family)
        if one.op == "opt" and isinstance(one.value, frozenset):
            return Term("opt", permuted_scans(one.value, order), (permuted(one.args[0], order),), one.family)
        return None

    return rebuilt(term, change)


def _permuted_scan(scan: Scan, order: Sequence[int]) -> Scan:
    return replace(scan, keys=tuple(scan.keys[old] for old in order))


def present(term: Term, scans: Scans) -> Term:
    """A value in groups of these scans, where a part that is NULL elsewhere always has its value."""
    if not scans:  # one row, whatever there is
        return term

    def change(one: Term) -> Term | None:
        if one.op == "opt" and isinstance(one.value, frozenset) and imply(scans, one.value):
            return present(one.args[0], scans)
        return one if one.op == "agg" else None

    return rebuilt(term, change)


def optional(term: Term, scans: Scans, present_in: Scans) -> Term:
    """A value of groups that an outer join may not find."""
    return term if imply(present_in, scans) else opt(scans, term)


def has_value(scan: Scan, position: int) -> bool:
    """Whether a key is never NULL in a scan."""
    known = frozenset().union(*(rejected_by(clause) for clause in scan.clauses))
    return _has_value(scan.keys[position], known)


def _has_value(term: Term, known: frozenset[Term]) -> bool:
    if is_literal(term) or never_null(term) or term in known:
        return True
    return term.op in _TOTAL and all(_has_value(arg, known) for arg in term.args)


def shown_key(term: Term, scans: Scans) -> Term:
    """A key shown with a stand-in for NULL that no group needs, as the key."""
    if term.op != "coalesce" or term.args[0].op != "key" or not isinstance(term.args[0].value, int):
        return term
    needless = bool(scans) and all(has_value(scan, term.args[0].value) for scan in scans)
    return term.args[0] if needless else term


def counted(term: Term, scans: Scans) -> Term:
    """A value of groups, a count without NULLIF(…, 0) where every group has a row that it counts."""

    def change(one: Term) -> Term | None:
        if one.op == "nullif" and is_number(one.args[1], 0) and one.args[0].op == "agg":
            function, scan = one.args[0].value
            if function == "count" and scans and imply(scans, frozenset((scan,))):
                return one.args[0]
        return one if one.op == "agg" else None

    return rebuilt(term, change)


def rescanned(term: Term, change: Callable[[Scan], Scan]) -> Term:
    """A value of groups with each of its scans changed."""

    def changed(one: Term) -> Term | None:
        if one.op == "agg":
            function, scan = one.value
            return Term("agg", (function, change(scan)), one.args, one.family)
        if one.op == "opt" and isinstance(one.value, frozenset):
            scans = frozenset(change(scan) for scan in one.value)
            return Term("opt", scans, (rescanned(one.args[0], change),), one.family)
        return None

    return rebuilt(term, changed)


def settled_scan(scan: Scan) -> Scan:
    """The scan with COALESCE(x, 'Unknown') as x, where its conditions leave no row without an x."""
    known = frozenset().union(*(rejected_by(clause) for clause in scan.clauses))

    def change(one: Term) -> Term | None:
        if one.op != "coalesce":
            return None
        args = tuple(rebuilt(arg, change) for arg in one.args)
        first = next((place for place, arg in enumerate(args) if _has_value(arg, known)), len(args) - 1)
        return coalesce(args[: first + 1])

    return replace(scan, keys=tuple(rebuilt(key, change) for key in scan.keys))


def narrowed(term: Term, more: dict[Scan, Clauses]) -> Term:
    """A value of groups once conditions on their keys were added; `more` by the groups' scans."""
    return rescanned(term, lambda scan: narrowed_scan(scan, more))


def narrowed_scan(scan: Scan, more: dict[Scan, Clauses]) -> Scan:
    for known, clauses in more.items():
        if (known.base, known.keys) == (scan.base, scan.keys):
            return replace(scan, clauses=simplified(scan.clauses | clauses))
    return scan
