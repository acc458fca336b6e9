"""Which measures give no number for certain, by the dictionary's types. What is not known to be one is let through."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlglot import exp

from catalog.contracts import Table
from catalog.dictionary.types import TypeFamily, family_of

_ALLOWED = "A metric's value is a number: COUNT, SUM or AVG, or MIN and MAX of a number."
_WORDS = {
    TypeFamily.STRING: "a text",
    TypeFamily.UUID: "a text",
    TypeFamily.BOOLEAN: "true or false",
    TypeFamily.DATE: "a date",
    TypeFamily.TIMESTAMP: "a time",
    TypeFamily.TIME: "a time",
    TypeFamily.INTERVAL: "a span of time",
    TypeFamily.BINARY: "bytes",
    TypeFamily.NESTED: "a list or struct",
}
# These take numbers only; true and false are counted as 1 and 0 by some engines.
_CALCULATE = (
    *(exp.Sum, exp.Avg, exp.Median, exp.Quantile, exp.ApproxQuantile, exp.PercentileCont),
    *(exp.Stddev, exp.StddevPop, exp.StddevSamp, exp.Variance, exp.VariancePop),
)
# These give one of the values they are given.
_PICK = (exp.Max, exp.Min, exp.AnyValue, exp.First, exp.Last, exp.Mode, exp.ArgMax, exp.ArgMin)
_GIVE: dict[type[exp.Expr], TypeFamily] = {
    **dict.fromkeys((exp.ArrayAgg, exp.ArrayUniqueAgg, exp.Array, exp.Struct), TypeFamily.NESTED),
    **dict.fromkeys(
        (exp.GroupConcat, exp.Concat, exp.DPipe, exp.Upper, exp.Lower, exp.Trim), TypeFamily.STRING
    ),
    **dict.fromkeys((exp.Substring, exp.Left, exp.Right, exp.Replace, exp.Initcap), TypeFamily.STRING),
    **dict.fromkeys((exp.LogicalOr, exp.LogicalAnd, exp.Boolean, exp.Not, exp.Is), TypeFamily.BOOLEAN),
    **dict.fromkeys((exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE), TypeFamily.BOOLEAN),
    **dict.fromkeys((exp.And, exp.Or, exp.In, exp.Between, exp.Like, exp.ILike), TypeFamily.BOOLEAN),
    **dict.fromkeys((exp.TimestampTrunc, exp.CurrentTimestamp), TypeFamily.TIMESTAMP),
    **dict.fromkeys((exp.TsOrDsToDate, exp.Date, exp.LastDay, exp.CurrentDate), TypeFamily.DATE),
    exp.Interval: TypeFamily.INTERVAL,
}


class Given(NamedTuple):
    """What an expression gives: a family of types, and the column it comes from, in words."""

    family: TypeFamily
    column: str = ""

    @property
    def words(self) -> str:
        return f"{_WORDS[self.family]} ({self.column})" if self.column else _WORDS[self.family]


def no_number(tree: exp.Expr, table: Table) -> Iterator[tuple[str, str]]:
    """Why a measure gives no number for certain, each as a message and a hint."""
    wrong = list(_calculations(tree, table))
    yield from wrong
    given = None if wrong else _given(tree, table)
    if given is not None and not given.family.numeric:
        yield f"{tree.sql('databricks')} gives {given.words}.", _ALLOWED


def _calculations(tree: exp.Expr, table: Table) -> Iterator[tuple[str, str]]:
    for node in tree.find_all(*_CALCULATE):
        given = _given(_argument(node), table)
        if given is not None and not given.family.numeric and given.family is not TypeFamily.BOOLEAN:
            takes = f"{node.sql_name()} takes numbers, and is given {given.words}."
            yield f"{tree.sql('databricks')}: {takes}", _ALLOWED


def _argument(node: exp.Expr) -> exp.Expr | None:
    """What an aggregate is taken of, wherever its syntax puts it."""
    around = node.parent
    if isinstance(around, exp.WithinGroup) and around.this is node:
        (ordered, *_) = around.expression.expressions
        return _plain(ordered.this)
    this = node.this
    if isinstance(this, exp.Distinct):
        return this.expressions[0] if len(this.expressions) == 1 else None
    return _plain(this)


def _plain(node: object) -> exp.Expr | None:
    return node if isinstance(node, exp.Expr) else None


def _given(node: exp.Expr | None, table: Table) -> Given | None:
    """What the expression gives; None where that is not certain."""
    if node is None:
        return None
    if isinstance(node, _PICK):
        # MAX(x, 3) and the like give a list on some engines, and nothing at all on others.
        return (
            None if node.args.get("expressions") or node.args.get("count") else _given(_argument(node), table)
        )
    rule = _RULES.get(type(node))
    if rule is not None:
        return rule(node, table)
    family = _GIVE.get(type(node))
    return Given(family) if family else None


def _column(node: exp.Expr, table: Table) -> Given | None:
    known = table.columns.get(node.name)
    if known is None:
        return None
    families = {family_of(written) for written in known.data_types}
    family = families.pop() if len(families) == 1 else None
    return Given(family, f"{table.key}.{node.name} is a {'; '.join(known.data_types)}") if family else None


def _literal(node: exp.Expr, table: Table) -> Given:
    return Given(TypeFamily.STRING if node.args.get("is_string") else TypeFamily.DECIMAL)


def _cast(node: exp.Expr, table: Table) -> Given | None:
    family = family_of(node.args["to"].sql("databricks"))
    return Given(family) if family else None


def _inner(node: exp.Expr, table: Table) -> Given | None:
    return _given(_plain(node.this), table)


def _ordered(node: exp.Expr, table: Table) -> Given | None:
    """`PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY x)` and MODE() pick an x."""
    if isinstance(node.this, (exp.PercentileDisc, exp.Mode)):
        return _given(_argument(node.this), table)
    return _given(node.this, table)


def _branches(node: exp.Expr, table: Table) -> Given | None:
    """CASE, IF and COALESCE give what every branch gives; NULL gives nothing of its own."""
    if isinstance(node, exp.Coalesce):
        branches = [node.this, *node.expressions]
    elif isinstance(node, exp.Case):
        branches = [*(when.args.get("true") for when in node.args["ifs"]), node.args.get("default")]
    else:
        branches = [node.args.get("true"), node.args.get("false")]
    found = [_given(one, table) for one in branches if one is not None and not isinstance(one, exp.Null)]
    families = {given.family if given else None for given in found}
    return found[0] if len(families) == 1 else None


_RULES: dict[type[exp.Expr], Callable[[exp.Expr, Table], Given | None]] = {
    exp.Column: _column,
    exp.Literal: _literal,
    exp.Cast: _cast,
    exp.TryCast: _cast,
    **dict.fromkeys((exp.Paren, exp.Filter, exp.IgnoreNulls, exp.RespectNulls, exp.Nullif), _inner),
    exp.WithinGroup: _ordered,
    **dict.fromkeys((exp.Case, exp.If, exp.Coalesce), _branches),
}
