"""Choices as terms: CASE, and what is a shorter word for one of its kinds."""

from dataclasses import dataclass

from sqlgen.faithfulness.absence import COUNTS
from sqlgen.faithfulness.comparing import Compare
from sqlgen.faithfulness.logic import ALWAYS, NEVER, clauses_of, condition_of, is_null, not_null
from sqlgen.faithfulness.terms import NULL, Clauses, Term, is_literal
from sqlgen.faithfulness.truths import truth_told
from sqlgen.faithfulness.values import ZERO, coalesce, nullif, quotient, widest
from sqlgen.faithfulness.weekdays import chosen_weekday


@dataclass(frozen=True, slots=True)
class Choice:
    """Builds CASE; the conditions are told apart by what they let through."""

    compare: Compare

    def __call__(self, whens: list[tuple[Clauses, Term]], default: Term) -> Term:
        told = truth_told(whens, default)
        if told is not None:
            return told
        if len(whens) == 1:
            found = self._known(whens[0][0], whens[0][1], default)
            if found is not None:
                return found
        return _case(whens, default)

    def _known(self, when: Clauses, then: Term, default: Term) -> Term | None:
        if when in (ALWAYS, NEVER):
            return then if when == ALWAYS else default
        for this, other in ((then, default), (default, then)):
            test = clauses_of(is_null(this) if this is default else not_null(this))
            if when == test and is_literal(other):
                return coalesce((this, other))
        return chosen_weekday(self.compare, when, then, default) or self._guarded(when, then, default)

    def _guarded(self, when: Clauses, then: Term, default: Term) -> Term | None:
        """A division that a CASE keeps from dividing by nought."""
        for divided, other, ops in ((then, default, ("ne", "gt")), (default, then, ("eq",))):
            if divided.op != "div" or other != NULL or divided.args[1].op == "nullif":
                continue
            divisor = divided.args[1]
            if any(
                when == clauses_of(self.compare(op, divisor, ZERO))
                for op in ops
                if op != "gt" or _is_count(divisor)
            ):
                return quotient(divided.args[0], nullif(divisor, ZERO))
        return None


def _is_count(term: Term) -> bool:
    return term.op == "agg" and term.value[0] in COUNTS


def _case(whens: list[tuple[Clauses, Term]], default: Term) -> Term:
    parts: list[Term] = []
    for when, then in whens:
        parts += [condition_of(when), then]
    if default.op == "case":  # CASE … ELSE CASE … END END, as one
        parts, default = [*parts, *default.args[:-1]], default.args[-1]
    values = [*parts[1::2], default]
    return Term("case", None, (*parts, default), widest(values))
