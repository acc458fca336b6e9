"""Aggregates as terms: the condition of a CASE or FILTER inside becomes one of the scan's clauses."""

from dataclasses import dataclass, replace

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.logic import (
    clauses_of,
    condition_of,
    disjunction,
    negation,
    not_null,
    simplified,
    untrue,
)
from sqlgen.faithfulness.terms import NULL, Clause, Clauses, Scan, Term, is_literal, is_number
from sqlgen.faithfulness.values import ZERO, coalesce, divide, nullif, opt, without_fraction

NOTHING: Clauses = frozenset()
_KEEPS_FAMILY = frozenset({"min", "max", "sum", "anyvalue"})


@dataclass(frozen=True, slots=True)
class Measuring:
    """Aggregates over one scan. `required` are the base table's columns that always have a value."""

    scan: Scan
    required: frozenset[str]

    def count(self, this: Term | None, more: Clauses = NOTHING) -> Term:
        """COUNT(x), COUNT(*) where there is none: the rows in which x has a value."""
        if this is None:
            return self._agg("count", (), self._where(more), Family.INTEGER)
        if this.op == "case" and len(this.args) == 3 and this.args[2] == NULL:
            return self.count(this.args[1], more | clauses_of(this.args[0]))
        if self._required(this):
            return self.count(None, more)
        return self.count(None, more | clauses_of(not_null(this)))

    def count_if(self, condition: Term, more: Clauses = NOTHING) -> Term:
        return self.count(None, more | clauses_of(condition))

    def distinct(self, this: Term, more: Clauses = NOTHING) -> Term:
        this, more = _split(this, more)
        return self._agg("distinct", (this,), self._without_test(this, more), Family.INTEGER)

    def sum(self, this: Term, more: Clauses = NOTHING) -> Term:
        this = without_fraction(this)
        if this.op == "case" and len(this.args) == 3 and is_number(this.args[2], 0):
            return self._sum_or_nought(this, more)
        this, more = _split(this, more)
        this = without_fraction(this)
        if is_number(this, 1):
            where = self._where(more)
            return opt(frozenset((where,)), self._agg("count", (), where, Family.INTEGER))
        if this.op == "int_of_bool":
            known = disjunction((this.args[0], negation(this.args[0])))  # NULL where each of them is
            return opt(frozenset((self._where(more | clauses_of(known)),)), self.count_if(this.args[0], more))
        if this.op == "coalesce" and len(this.args) == 2 and is_number(this.args[1], 0):
            return opt(frozenset((self._where(more),)), coalesce((self.sum(this.args[0], more), ZERO)))
        return self._plain("sum", this, more)

    def _sum_or_nought(self, this: Term, more: Clauses) -> Term:
        """SUM(CASE WHEN c THEN x ELSE 0 END): nought where c holds in no row, NULL where there is none."""
        condition, value, _ = this.args
        inner = self.sum(value, more | clauses_of(condition))
        return self.or_nought(inner, clauses_of(condition), value, more)

    def or_nought(self, found: Term, when: Clauses, this: Term, more: Clauses = NOTHING) -> Term:
        """A sum of `this` with noughts for the rows where `when` does not hold: NULL where it holds in each, and each
        value is NULL."""
        valued = disjunction((untrue(condition_of(when)), not_null(this)))
        rows = self._where(more | clauses_of(valued))
        return opt(frozenset((rows,)), coalesce((found, ZERO)))

    def mean(self, this: Term, more: Clauses = NOTHING) -> Term:
        """AVG; that of ones and noughts is a share of rows."""
        this = without_fraction(this)
        if this.op == "int_of_bool":
            condition = this.args[0]
            return _share(self.count_if(condition, more), self.count(condition, more))
        if (
            this.op == "case"
            and len(this.args) == 3
            and is_number(this.args[1], 1)
            and is_number(this.args[2], 0)
        ):
            return _share(self.count_if(this.args[0], more), self.count(None, more))
        return self._plain("avg", this, more)

    def other(self, function: str, args: tuple[Term, ...], more: Clauses = NOTHING) -> Term:
        """Any aggregate that leaves NULL out."""
        if len(args) == 1 or all(is_literal(arg) for arg in args[1:]):
            first, more = _split(args[0], more)
            first = without_fraction(first)
            return self._agg(
                function, (first, *args[1:]), self._without_test(first, more), _kind(function, first)
            )
        return self._agg(function, args, self._where(more), Family.NUMBER)

    def _plain(self, function: str, this: Term, more: Clauses) -> Term:
        return self.other(function, (this,), more)

    def _agg(self, function: str, args: tuple[Term, ...], scan: Scan, family: Family) -> Term:
        return Term("agg", (function, scan), args, family)

    def _where(self, more: Clauses) -> Scan:
        more = without_certain(more, self.required)
        return replace(self.scan, clauses=simplified(self.scan.clauses | more)) if more else self.scan

    def _without_test(self, this: Term, more: Clauses) -> Scan:
        """The scan without a test that the argument has a value, which makes no difference here."""
        scan = self._where(more)
        return replace(scan, clauses=scan.clauses - clauses_of(not_null(this)))

    def _required(self, this: Term) -> bool:
        return _is_one_of(this, self.required)


def without_certain(clauses: Clauses, required: frozenset[str]) -> Clauses:
    """The clauses without tests that a column of the base table's key has a value: it always has."""
    return frozenset(clause for clause in clauses if not _is_certain(clause, required))


def _is_certain(clause: Clause, required: frozenset[str]) -> bool:
    return any(term.op == "notnull" and _is_one_of(term.args[0], required) for term in clause)


def _is_one_of(this: Term, required: frozenset[str]) -> bool:
    return this.op == "col" and this.value[0] == () and this.value[2] in required


def _split(this: Term, more: Clauses) -> tuple[Term, Clauses]:
    """The value and condition of `CASE WHEN c THEN x END`."""
    if this.op == "case" and len(this.args) == 3 and this.args[2] == NULL:
        return this.args[1], more | clauses_of(this.args[0])
    return this, more


def _share(above: Term, below: Term) -> Term:
    return divide(above, nullif(below, ZERO), "duckdb")


def _kind(function: str, this: Term) -> Family:
    return this.family if function in _KEEPS_FAMILY else Family.NUMBER
