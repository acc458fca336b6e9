"""Conditions in one normal form: all of a set of clauses, each of them any of a set of comparisons.

Negation is pushed to the comparisons, which SQL's three values of truth allow. What a condition lets through
is all that counts where it stands (WHERE, ON, FILTER, WHEN), so a test for NULL that another clause implies
is left out.
"""

from collections.abc import Iterable

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.needed import COMPARISONS, STRICT, rejected_by
from sqlgen.faithfulness.terms import (
    FALSE,
    NULL,
    TRUE,
    Clause,
    Clauses,
    Term,
    is_literal,
    unordered,
    value_of,
)

MAX_CLAUSES = 1_200
_MANY = 150  # beyond this, clauses are not compared with each other

ALWAYS: Clauses = frozenset()
NEVER: Clauses = frozenset((frozenset(),))  # holds in no row

OPPOSITE = {
    "eq": "ne",
    "ne": "eq",
    "lt": "ge",
    "ge": "lt",
    "gt": "le",
    "le": "gt",
    "isnull": "notnull",
    "notnull": "isnull",
    "like": "notlike",
    "notlike": "like",
    "same": "differ",  # null-safe, and never NULL themselves
    "differ": "same",
}


# NULL where their argument is, and nowhere else.
_DAYS_OF = frozenset({"date", "local", "trunc", "midnight"})


def conjunction(terms: Iterable[Term]) -> Term:
    return _joined("and", terms, FALSE, TRUE)


def disjunction(terms: Iterable[Term]) -> Term:
    return _joined("or", terms, TRUE, FALSE)


def _joined(op: str, terms: Iterable[Term], decides: Term, nothing: Term) -> Term:
    parts: dict[Term, None] = {}
    for term in terms:
        if term == decides:
            return decides
        parts.update(dict.fromkeys(term.args if term.op == op else (term,)))
    parts.pop(nothing, None)
    if len(parts) <= 1:
        return next(iter(parts), nothing)
    return unordered(op, parts, Family.BOOLEAN)


def negation(term: Term) -> Term:
    if term.op == "and":
        return disjunction(negation(arg) for arg in term.args)
    if term.op == "or":
        return conjunction(negation(arg) for arg in term.args)
    if term.op in OPPOSITE:
        return Term(OPPOSITE[term.op], term.value, term.args, Family.BOOLEAN)
    if term.op == "not":
        return term.args[0]
    if is_literal(term, "bool"):
        return FALSE if value_of(term) else TRUE
    return Term("not", None, (term,), Family.BOOLEAN)


def is_null(term: Term) -> Term:
    if term == NULL:
        return TRUE
    if is_literal(term) or never_null(term):
        return FALSE
    if term.op == "double" or (term.op in COMPARISONS and all(map(_is_constant, term.args[1:]))):
        return is_null(term.args[0])
    return Term("isnull", None, (term,), Family.BOOLEAN)


def _is_constant(term: Term) -> bool:
    return is_literal(term) and term != NULL


def untrue(term: Term) -> Term:
    """That a condition is false or NULL."""
    if term.op in ("and", "or"):
        build = disjunction if term.op == "and" else conjunction
        return build(untrue(arg) for arg in term.args)
    return disjunction((negation(term), is_null(term)))


def not_null(term: Term) -> Term:
    return negation(is_null(term))


def never_null(term: Term) -> bool:
    """Whether the term has a value in every row or group."""
    if term.op == "lit":
        return term != NULL
    if term.op == "agg":
        return term.value[0] in ("count", "distinct")
    if term.op == "coalesce":
        return any(never_null(arg) for arg in term.args)
    if term.op == "case":
        return all(never_null(arg) for arg in (*term.args[1::2], term.args[-1]))
    if term.op in ("add", "sub", "mul", "neg", "text", "double"):
        return all(never_null(arg) for arg in term.args)
    return term.op in ("isnull", "notnull", "same", "differ")


def null_on_null(term: Term) -> bool:
    """Whether the term is NULL in a row of NULLs, which an outer join gives where it finds nothing."""
    if term.op == "col" or term == NULL:
        return True
    if term.op in STRICT:
        return any(null_on_null(arg) for arg in term.args)
    if term.op == "nullif":
        return null_on_null(term.args[0])
    if term.op == "case" and len(term.args) == 3 and term.args[2] == NULL:
        return any(map(fails_on_null, clauses_of(term.args[0]))) or null_on_null(term.args[1])
    return False


def fails_on_null(clause: Clause) -> bool:
    """Whether the clause does not hold in a row of NULLs."""
    return any(one.op == "col" for one in rejected_by(clause))


def clauses_of(term: Term) -> Clauses:
    """The condition as clauses; raises Unproven when there would be too many."""
    return simplified(_clauses(term))


def condition_of(clauses: Clauses) -> Term:
    """The clauses as one term."""
    return conjunction(disjunction(clause) for clause in clauses)


def simplified(clauses: Iterable[Clause]) -> Clauses:
    """The clauses without those that others imply."""
    kept = {_without_missing_rows(clause) for clause in clauses if not _certain(clause)}
    if kept >= NEVER:
        return NEVER
    rejected = [(clause, rejected_by(clause)) for clause in kept]
    for clause in list(kept):
        tested = _tested(clause)
        if tested is not None and any(
            other != clause and other in kept and _implies_value(terms, tested) for other, terms in rejected
        ):
            kept.discard(clause)
    return _absorbed(kept)


def _certain(clause: Clause) -> bool:
    if TRUE in clause:
        return True
    return any(term.op == "isnull" and negation(term) in clause for term in clause)


def _without_missing_rows(clause: Clause) -> Clause:
    """The clause without tests that a joined row is missing, where it asks too whether a column of the row is NULL:
    without the row it is."""
    tested = {term: term.args[0].value for term in clause if term.op == "isnull" and term.args[0].op == "col"}
    others = [path for path, _, name in tested.values() if not path or name not in path[-1][2]]
    return clause - {
        term
        for term, (path, _, name) in tested.items()
        if path and name in path[-1][2] and any(other[: len(path)] == path for other in others)
    }


def _absorbed(clauses: set[Clause]) -> Clauses:
    single = {clause for clause in clauses if len(clause) == 1}
    facts = {term for clause in single for term in clause}
    longer = [clause for clause in clauses if len(clause) > 1 and facts.isdisjoint(clause)]
    if len(longer) <= _MANY:
        longer = [one for one in longer if not any(other < one for other in longer)]
    return frozenset((*single, *longer))


def _clauses(term: Term) -> set[Clause]:
    if term.op == "and":
        found: set[Clause] = set().union(*(_clauses(arg) for arg in term.args))
    elif term.op == "or":
        found = {frozenset()}
        for arg in term.args:
            more = _clauses(arg)
            if len(found) * len(more) > MAX_CLAUSES:
                raise Unproven("A condition has too many alternatives to follow.")
            found = {one | other for one in found for other in more}
    else:
        found = {frozenset(() if term == FALSE else (term,))}
    if len(found) > MAX_CLAUSES:
        raise Unproven("There are too many conditions to follow.")
    return found


def _tested(clause: Clause) -> Term | None:
    """The term that the clause tests for a value, where it does nothing else."""
    if len(clause) == 1:
        (term,) = clause
        if term.op == "notnull":
            return term.args[0]
    return None


def _implies_value(rejected: frozenset[Term], tested: Term) -> bool:
    if tested in rejected:
        return True
    if tested.op in _DAYS_OF:
        return _implies_value(rejected, tested.args[0])
    if tested.op != "col":
        return False
    path, _, name = tested.value
    if not path or name not in path[-1][2]:
        return False
    # The key of a joined table has a value wherever a row was found.
    return any(one.op == "col" and one.value[0][: len(path)] == path for one in rejected)
