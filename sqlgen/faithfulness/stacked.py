"""Answers grouped once more by all of their keys: laid side by side, or stacked by UNION ALL and picked or added up."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.absence import COUNTS
from sqlgen.faithfulness.decimals import summed_again
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import permuted, permuted_scans, present
from sqlgen.faithfulness.logic import never_null
from sqlgen.faithfulness.presence import united
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.relations import Frame, Groups
from sqlgen.faithfulness.selecting import Names, group_keys
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import NULL, Clauses, Scans, Term, is_literal, is_number
from sqlgen.faithfulness.values import ZERO, add, coalesce, opt

_PICKS = (exp.Max, exp.Min, exp.Sum, exp.AnyValue, exp.Avg)
_ANOTHER = "An aggregate of several answers is another number."


@dataclass(slots=True)
class Picked(Names):
    """Names of a SELECT over answers that have one row for each key: an aggregate picks that row's value."""

    branches: tuple[Frame, ...] = ()

    def column(self, node: exp.Expr) -> Term:
        found = {Names(self.world, frame, self.subqueries).column(node) for frame in self.branches}
        if len(found) != 1:
            raise Unproven(f"{node.name} means different things in the queries of a UNION ALL.")
        return found.pop()

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        if more or type(node) not in _PICKS:
            raise Unproven("An aggregate of an aggregate is another number.")
        check_read(node, self.world.dialect)  # MAX(x, 2) of DuckDB is a list
        if isinstance(node, exp.AnyValue) and self.world.dialect == "databricks" and len(self.branches) > 1:
            raise Unproven("ANY_VALUE of Databricks may take the NULL of another answer.")
        values = [
            (_scans(frame), Names(self.world, frame, self.subqueries).reader().term(node.this))
            for frame in self.branches
        ]
        told = [(scans, value) for scans, value in values if value != NULL]
        found = _value(*told[0]) if len(told) == 1 else _added(node, told)
        if isinstance(node, (exp.Sum, exp.Avg)):
            found = summed_again(found, self.world.dialect)
        every = united(scan for scans, _ in values if scans is not None for scan in scans)
        return present(found, every) if every else found


def regrouped(
    names: Names, branches: tuple[Frame, ...], columns: Sequence[exp.Expr], group: Sequence[exp.Expr]
) -> tuple[Groups, list[Term]]:
    """SELECT … GROUP BY over answers: by all of their keys it changes nothing but to lay them side by side."""
    ordered = tuple(_by_keys(names, frame, group) for frame in branches)
    bodies = [frame.body for frame in ordered if isinstance(frame.body, Groups)]
    scans = united(scan for body in bodies for scan in body.scans)
    scope = Picked(names.world, ordered[0], names.subqueries, names.aliases, ordered)
    terms = [present(scope.reader().term(_chosen_by_case(one)), scans) for one in columns]
    return Groups(scans, len(group)), terms


def _chosen_by_case(column: exp.Expr) -> exp.Expr:
    """The column with `MAX(x) FILTER (WHERE c)` as `MAX(CASE WHEN c THEN x END)`, which each answer reads by itself."""

    def change(one: exp.Expr) -> exp.Expr:
        if not isinstance(one, exp.Filter) or type(one.this) not in _PICKS:
            return one
        picked: exp.Expr = one.this.copy()
        picked.set("this", exp.Case().when(one.expression.this.copy(), picked.this))
        return picked

    return column.transform(change)


def _by_keys(names: Names, frame: Frame, group: Sequence[exp.Expr]) -> Frame:
    """The frame with its keys in the order of GROUP BY; raises Unproven when that is not all of them."""
    body, keys = frame.body, group_keys(names, frame, group)
    if not isinstance(body, Groups) or any(one.op != "key" for one in keys):
        raise Unproven("An answer is grouped once more by something else than its groups.")
    order = [int(str(one.value)) for one in keys]
    if sorted(order) != list(range(body.keys)):
        raise Unproven(
            "An answer is grouped once more, by fewer of its groups: sums of sums cannot be followed."
        )
    return frame.mapped(
        lambda term: permuted(term, order), Groups(permuted_scans(body.scans, order), body.keys)
    )


def _scans(frame: Frame) -> Scans | None:
    """The groups that an answer has; None for one row."""
    body = frame.body
    return body.scans if isinstance(body, Groups) and body.keys else None


def _value(scans: Scans | None, value: Term) -> Term:
    """What an answer says of a group, NULL where it does not have it."""
    return value if scans is None else opt(scans, value)


def _added(node: exp.Expr, told: list[tuple[Scans | None, Term]]) -> Term:
    """SUM over the answers of what each says, where none says NULL; MAX of one count and noughts is that count."""
    # 0.0 would make a decimal of what it is added to
    values = [one for one in told if not (is_number(one[1], 0) and one[1].family is Family.INTEGER)]
    if any(is_literal(value) or not never_null(value) for _, value in values) or not told:
        raise Unproven(_ANOTHER)
    if not isinstance(node, exp.Sum) and not (isinstance(node, exp.Max) and _are_one_count(values)):
        raise Unproven(_ANOTHER)
    total = reduce(add, [coalesce((_value(*one), ZERO)) for one in values]) if values else ZERO
    every = [scans for scans, _ in told if scans is not None]
    return opt(united(scan for scans in every for scan in scans), total) if every else total


def _are_one_count(values: list[tuple[Scans | None, Term]]) -> bool:
    return len(values) == 1 and values[0][1].op == "agg" and values[0][1].value[0] in COUNTS
