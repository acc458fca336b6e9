"""A truth told by CASE: `CASE WHEN b THEN 'true' WHEN NOT b THEN 'false' ELSE 'Unknown' END` is its text."""

from collections.abc import Sequence

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.logic import is_null, negation, not_null
from sqlgen.faithfulness.terms import NULL, Clauses, Term, is_literal, value_of
from sqlgen.faithfulness.values import coalesce


def truth_told(whens: Sequence[tuple[Clauses, Term]], default: Term) -> Term | None:
    """The text of the truth that all conditions ask about, with its stand-in for NULL; None for any other CASE."""
    asked = {_asked(term) for when, _ in whens for clause in when for term in clause}
    if len(asked) != 1:
        return None
    (truth,) = asked
    if truth.family is not Family.BOOLEAN or truth.op != "col":
        return None
    true, false, unknown = (_chosen(whens, default, holds) for holds in _holding(truth))
    if not (is_literal(true, "text") and is_literal(false, "text")):
        return None
    if (value_of(true), value_of(false)) != ("true", "false") or not (
        is_literal(unknown, "text") or unknown == NULL
    ):
        return None
    return coalesce((Term("text", None, (truth,), Family.TEXT), unknown))


def _asked(term: Term) -> Term:
    return term.args[0] if term.op in ("not", "isnull", "notnull") else term


def _holding(truth: Term) -> tuple[frozenset[Term], ...]:
    """Which tests hold where it is true, where it is false, and where it is NULL."""
    known = not_null(truth)
    return frozenset((truth, known)), frozenset((negation(truth), known)), frozenset((is_null(truth),))


def _chosen(whens: Sequence[tuple[Clauses, Term]], default: Term, holds: frozenset[Term]) -> Term:
    return next((then for when, then in whens if all(clause & holds for clause in when)), default)
