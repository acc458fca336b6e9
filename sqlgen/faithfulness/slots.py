"""Which arguments of a node are read here. One that nobody reads could change what the SQL means."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.faithfulness.errors import not_followed

_TWO = frozenset({"this", "expression"})
_AGGREGATE = frozenset({"this"})


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What else is read than `this` and `expression`; a node that is none of these has those two at most.
_READ: dict[type[exp.Expr], frozenset[str]] = {
    exp.Select: _names("with_ distinct expressions from_ joins where group having order limit offset"),
    exp.Union: _names("with_ this expression distinct order limit offset"),
    exp.Subquery: _names("with_ this alias order limit offset"),
    exp.Table: _names("this db alias"),
    exp.Join: _names("this on using side kind"),
    exp.Group: _names("expressions all"),
    exp.Literal: _names("this is_string"),
    exp.Column: _names("this table db"),
    exp.In: _names("this expressions query"),
    exp.Between: _names("this low high symmetric"),
    exp.Is: _names("this expression negate"),
    exp.Like: _names("this expression negate"),
    exp.StrPosition: _names("this substr"),
    exp.Case: _names("this ifs default"),
    exp.If: _names("this true false"),
    exp.Coalesce: _names("this expressions is_nvl is_null"),
    exp.Cast: _names("this to"),
    exp.AtTimeZone: _names("this zone"),
    exp.ConvertTimezone: _names("source_tz target_tz timestamp"),
    exp.TimestampTrunc: _names("this unit input_type_preserved"),
    exp.DateTrunc: _names("this unit unabbreviate input_type_preserved"),
    exp.TsOrDsToDate: _names("this format"),
    exp.DateDiff: _names("this expression unit date_part_boundary big_int"),
    exp.TimestampDiff: _names("this expression unit"),
    exp.Div: _names("this expression typed safe"),
    exp.Anonymous: _names("this expressions"),
    exp.DateFromParts: _names("year month day"),
    exp.TimeToStr: _names("this format"),
    exp.Interval: _names("this unit"),
    exp.TsOrDsAdd: _names("this expression unit"),
    exp.Exists: _names("this"),
    exp.Count: _names("this expressions big_int"),
    exp.GenerateSeries: _names("start end step is_end_exclusive"),
    exp.ExplodingGenerateSeries: _names("start end step"),
    exp.Explode: _names("this"),
    exp.Quantile: _names("this quantile"),
    **dict.fromkeys((exp.CountIf, exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Median), _AGGREGATE),
}


def check_read(node: exp.Expr, dialect: Dialect) -> None:
    """Raises Unproven where the node has an argument that no rule looks at."""
    read = _READ.get(type(node), _TWO)
    if any(value and name not in read for name, value in node.args.items()):
        raise not_followed(node, dialect)
