"""Which groups an answer has: those in which some rows meet a condition, as one condition for each table."""

from collections.abc import Iterable
from itertools import product

from sqlgen.faithfulness.logic import clauses_of, condition_of, disjunction, negation, simplified
from sqlgen.faithfulness.terms import Clauses, Scan, Scans, Term, is_literal

MAX_PARTS = 40


def united(scans: Iterable[Scan]) -> Scans:
    """The scans with one scan for each table and keys, which has the groups of all of them."""
    found: dict[tuple[str, tuple[Term, ...]], Clauses] = {}
    for scan in scans:
        place = (scan.base, scan.keys)
        found[place] = either(found[place], scan.clauses) if place in found else scan.clauses
    return frozenset(Scan(base, clauses, keys) for (base, keys), clauses in found.items())


def either(one: Clauses, other: Clauses) -> Clauses:
    """What holds where all of one or all of the other clauses do."""
    common = one & other
    if common in (one, other):
        return common
    rest = disjunction((condition_of(one - common), condition_of(other - common)))
    return simplified(common | clauses_of(rest))


def exclusive(one: Clauses, other: Clauses) -> bool:
    """Whether no row can meet both, told by a clause of each; conditions with many parts are not looked at."""
    if sum(map(len, one ^ other)) > MAX_PARTS:
        return False
    return any(
        all(_contrary(ours, theirs) for ours, theirs in product(clause, against))
        for clause, against in product(one - other, other - one)
    )


def _contrary(one: Term, other: Term) -> bool:
    if one.op == "eq" and other.op == "eq" and one.args[0] == other.args[0]:
        ours, theirs = one.args[1], other.args[1]
        return is_literal(ours) and is_literal(theirs) and ours != theirs and _kind(ours) == _kind(theirs)
    return one == negation(other)


def _kind(term: Term) -> str:
    return str(term.value[0])
