"""What DuckDB adds up with a rounding in each step, so that the last digits follow how it took the rows.

It stores a part of a column whose values are all equal as one value, and multiplies that by the number of rows where
it would add the others one by one. Whether SUM(x) of DOUBLEs ends in 9999999998 or in 9999999998572 then tells that a
hidden row with another value is stored among those the viewer may see. Behind a fence (`fence.py`) the rows were
gathered: there they are the same rows in the same portions, whatever was stored around them. Numbers with a fixed
point are added without a rounding, in any order.
"""

from collections.abc import Iterable
from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.kinds import is_exact_number
from sqlgen.guard.scope import OutputColumn

# They add nothing: they count, choose among the values or list them.
_ADD_NOTHING: Final = (
    exp.Count,
    exp.CountIf,
    exp.RegrCount,
    exp.Min,
    exp.Max,
    exp.ArgMax,
    exp.ArgMin,
    exp.AnyValue,
    exp.First,
    exp.Last,
    exp.Mode,
    exp.Median,
    exp.Quantile,
    exp.PercentileCont,
    exp.PercentileDisc,
    exp.ApproxDistinct,
    exp.LogicalAnd,
    exp.LogicalOr,
    exp.BitwiseAndAgg,
    exp.BitwiseOrAgg,
    exp.BitwiseXorAgg,
    exp.GroupConcat,
    exp.ArrayAgg,
    exp.ArrayUniqueAgg,
    exp.JSONArrayAgg,
    exp.JSONObjectAgg,
    exp.Grouping,
    exp.GroupingId,
    exp.RowNumber,
    exp.Rank,
    exp.DenseRank,
    exp.PercentRank,
    exp.CumeDist,
    exp.Ntile,
    exp.Lag,
    exp.Lead,
    exp.FirstValue,
    exp.LastValue,
    exp.NthValue,
)
_NAMES_THAT_ADD: Final = AGGREGATES_BY_NAME - {"ARBITRARY", "HISTOGRAM", "MAD"}
_WHOLE: Final = (exp.Count, exp.CountIf, exp.RegrCount, exp.RowNumber, exp.DateDiff, exp.Length)
_OF_ALL: Final = (exp.Add, exp.Sub, exp.Mul, exp.Neg, exp.Paren, exp.Alias, exp.Coalesce, exp.Distinct)
_OF_THE_FIRST: Final = (
    *(exp.Sum, exp.Min, exp.Max, exp.AnyValue, exp.First, exp.Last),
    *(exp.FirstValue, exp.LastValue, exp.Abs, exp.Round, exp.Nullif, exp.Filter, exp.Window, exp.Order),
)
_MOST_DIGITS: Final = 38  # a longer number is a DOUBLE


def adds_inexactly(root: exp.Expr, columns: Columns) -> bool:
    """Whether a statement of DuckDB that was resolved has an aggregate whose last digits follow how rows are taken."""
    exact = _Exact(columns)
    return any(_adds(node, exact) for node in root.find_all(exp.AggFunc, exp.Anonymous))


def _adds(node: exp.Expr, exact: "_Exact") -> bool:
    if isinstance(node, exp.Anonymous):
        return str(node.this).upper() in _NAMES_THAT_ADD
    if isinstance(node, exp.Sum | exp.Avg):
        return not exact.is_exact(node.this)
    return not isinstance(node, _ADD_NOTHING)


class _Exact:
    """Which expressions of one statement are numbers with a fixed point, as far as that is known."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._known: dict[int, bool] = {}  # by id of the output column

    def is_exact(self, node: exp.Expr) -> bool:
        if isinstance(node, exp.Column):
            return self._column(node)
        if isinstance(node, exp.Literal):
            return _is_written_exactly(node)
        if isinstance(node, exp.Case):
            values = [node.args.get("default"), *(branch.args["true"] for branch in node.args["ifs"])]
            return self._are_exact(values)
        if isinstance(node, exp.If):
            return self._are_exact((node.args["true"], node.args.get("false")))
        if isinstance(node, exp.Cast | exp.TryCast):
            return is_exact_number(node.args["to"].sql("duckdb"))
        if isinstance(node, _OF_ALL):
            return self._are_exact(node.iter_expressions())
        if isinstance(node, _OF_THE_FIRST):
            return self.is_exact(node.this)
        return isinstance(node, (*_WHOLE, exp.Null))

    def _are_exact(self, nodes: Iterable[exp.Expr | None]) -> bool:
        return all(node is None or self.is_exact(node) for node in nodes)

    def _column(self, node: exp.Column) -> bool:
        merged = self._merged(node)
        if merged:
            return all(map(self._output, merged))
        bound, held = self._columns.owners.get(id(node)), self._columns.held.get(id(node))
        if bound is not None:
            return self._output(bound.column)
        return held is not None and is_exact_number(held.kind)  # a field of what is stored

    def _merged(self, node: exp.Column) -> list[OutputColumn]:
        """The columns that USING makes one of, which is of the wider type; empty for any other column."""
        select = node.find_ancestor(exp.Select)
        joins = (select.args.get("joins") or []) if select is not None and not node.table else []
        keys = [key for join in joins for key in join.args.get("using") or ()]
        named = [key for key in keys if key.name.lower() == node.name.lower()]
        return [output for key in named for output in self._columns.shared[id(key)]]

    def _output(self, output: OutputColumn) -> bool:
        if id(output) not in self._known:
            self._known[id(output)] = False  # while it is looked at
            self._known[id(output)] = (
                self._are_exact(output.made) if output.made else is_exact_number(output.kind)
            )
        return self._known[id(output)]


def _is_written_exactly(literal: exp.Literal) -> bool:
    digits = literal.name.replace(".", "", 1)
    return not literal.is_string and digits.isdigit() and len(digits) <= _MOST_DIGITS
