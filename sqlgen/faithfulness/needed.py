"""Which terms must have a value for a condition to hold: comparisons and most functions give NULL for NULL."""

from typing import Final

from sqlgen.faithfulness.terms import Clause, Term, is_literal

COMPARISONS: Final = frozenset({"eq", "ne", "lt", "le", "gt", "ge", "like", "notlike"})
# NULL when one of their arguments is.
STRICT: Final = frozenset(
    {"add", "sub", "mul", "neg", "div", "intdiv", "mod", "date", "trunc", "local", "instant", "part", "cast"}
) | frozenset(
    {"double", "wide", "text", "int_of_bool", "lower", "upper", "epoch", "datediff", "timestampdiff"}
)


def rejected_by(clause: Clause) -> frozenset[Term]:
    """The terms that have a value in every row the clause lets through."""
    sets = [_rejected(term) for term in clause]
    return frozenset.intersection(*sets) if sets else frozenset()


def _rejected(term: Term) -> frozenset[Term]:
    if term.op == "and":
        return frozenset().union(*(_rejected(arg) for arg in term.args))
    if term.op == "or":
        return frozenset.intersection(*(_rejected(arg) for arg in term.args))
    if term.op in COMPARISONS or term.op in ("notnull", "not"):
        return frozenset().union(*(_needed(arg) for arg in term.args))
    return frozenset() if term.op == "isnull" else _needed(term)


def _needed(term: Term) -> frozenset[Term]:
    found: set[Term] = set()
    stack = [term]
    while stack:
        one = stack.pop()
        if one in found or is_literal(one):
            continue
        found.add(one)
        if one.op in STRICT:
            stack.extend(one.args)
        elif one.op == "nullif":
            stack.append(one.args[0])
    return frozenset(found)
