"""Which values may be a text that the query itself put together: PostgreSQL must not write such a text out as a number.

`CAST(CONCAT('1', 'e99999') AS DECIMAL)` has 100,000 digits in every row. A literal is looked at as it stands, a stored
text is no longer than its table made it; whatever else may be a text needs a DECIMAL with a precision.
"""

import re
from collections.abc import Mapping
from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Bound
from sqlgen.guard.json_fields import FIELDS

# Never a text, whatever they are made of: PostgreSQL does not reckon with texts.
_NUMBERS: Final = (
    *(exp.Neg, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.IntDiv, exp.Pow, exp.Count, exp.Sum, exp.Avg),
    *(exp.Stddev, exp.StddevPop, exp.StddevSamp, exp.Variance, exp.VariancePop, exp.Corr, exp.CovarPop),
    *(exp.CovarSamp, exp.RegrSlope, exp.RegrIntercept, exp.RegrR2, exp.RegrCount, exp.PercentileCont),
    *(
        exp.Round,
        exp.Floor,
        exp.Ceil,
        exp.Trunc,
        exp.Abs,
        exp.Sign,
        exp.Sqrt,
        exp.Cbrt,
        exp.Ln,
        exp.Log,
        exp.Exp,
    ),
    *(exp.Extract, exp.Length, exp.StrPosition, exp.WidthBucket, exp.RowNumber, exp.Rank, exp.DenseRank),
    *(exp.PercentRank, exp.CumeDist, exp.Ntile, exp.Null, exp.Boolean),
)
# One of their arguments as it is.
_CHOICES: Final = (
    *(exp.Coalesce, exp.Nullif, exp.Greatest, exp.Least, exp.Min, exp.Max, exp.AnyValue, exp.Lag, exp.Lead),
    *(exp.Paren, exp.Tuple, exp.Array),
)
_FIRST: Final = (
    *(exp.Window, exp.Filter, exp.FirstValue, exp.LastValue, exp.NthValue, exp.IgnoreNulls, exp.RespectNulls),
    *(exp.Subquery, exp.Alias, exp.Bracket, exp.ArrayAgg, exp.Order, exp.Explode),
)
_WORDS: Final = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})
# Within a literal, where it may come out of JSON; `\u0065` is an e there.
_SPELLING: Final = re.compile(r"[eE][-+]?[0-9_]{4}|\\")


def may_spell(node: exp.Expr, owners: Mapping[int, Bound]) -> bool:
    """Whether the value may be a text made in the query. The columns of the node are bound."""
    if isinstance(node, exp.Column):
        bound = owners.get(id(node))
        return bound is None or bound.column.spelled
    if isinstance(node, exp.Query) and id(node) in owners:
        return owners[id(node)].column.spelled
    if isinstance(node, exp.Cast):  # a number is none; as a text it is what it was
        kind = node.to.args["this"]
        return kind == exp.DType.JSON or (kind in _WORDS and may_spell(node.this, owners))
    if isinstance(node, FIELDS):
        base = node.this.unnest()
        return may_spell(base.this if isinstance(base, exp.Cast) else base, owners)
    if isinstance(node, exp.Literal):
        return node.is_string and _SPELLING.search(node.name) is not None
    if isinstance(node, _NUMBERS):
        return False
    origins = _origins(node)
    return not origins or any(may_spell(part, owners) for part in origins)


def _origins(node: exp.Expr) -> list[exp.Expr]:
    """The parts of which one is the value; none where the node makes a value of its own."""
    if isinstance(node, _CHOICES):
        return list(node.iter_expressions())
    if isinstance(node, _FIRST):
        return [node.this]
    if isinstance(node, exp.Case):
        otherwise = node.args.get("default")
        return [*(branch.args["true"] for branch in node.args["ifs"]), *([otherwise] if otherwise else ())]
    if isinstance(node, exp.WithinGroup):
        return [ordered.this for ordered in node.expression.expressions]
    return []
