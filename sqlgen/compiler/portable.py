"""Databricks expressions that sqlglot's transpiling would change the meaning of, rewritten to mean the same
everywhere.

Each rule gets a node whose children are done and gives its replacement (or the node itself).
"""

from collections.abc import Callable

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.errors import IntentRefused

_SECONDS = {"SECOND": 1, "MINUTE": 60, "HOUR": 3_600, "DAY": 86_400, "WEEK": 604_800}

_WHOLE_NUMBERS = (exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT)
_FRACTIONS = (exp.DType.DECIMAL, exp.DType.FLOAT, exp.DType.DOUBLE)
_ARITHMETIC = (exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.Abs, exp.Round, exp.Avg, exp.Sum, exp.Pow)

# PostgreSQL has no functions of these names.
_EXTRACTED: dict[type[exp.Expr], str] = {
    exp.Hour: "HOUR",
    exp.Minute: "MINUTE",
    exp.Quarter: "QUARTER",
    exp.WeekOfYear: "WEEK",
    exp.DayOfMonth: "DAY",
    exp.DayOfYear: "DOY",
}

AsDate = Callable[[exp.Expr], exp.Expr]
FamilyOf = Callable[[exp.Expr], Family]


def portable(node: exp.Expr, dialect: Dialect, as_date: AsDate, family_of: FamilyOf) -> exp.Expr:
    """One node's replacement. `as_date` gives the local date of a time, `family_of` what kind of column one is."""
    if isinstance(node, exp.Div):
        return divided(node.left, node.right)
    if isinstance(node, exp.CountIf):
        return _count_if(node)
    if isinstance(node, exp.Avg):
        return _mean(node)
    if isinstance(node, exp.DateDiff):
        return _date_diff(node, dialect, as_date)
    if isinstance(node, exp.Cast) and dialect != "databricks":
        return _cut_to_whole(node, family_of)
    if type(node) in _EXTRACTED and dialect == "postgres":
        return exp.Extract(this=exp.Var(this=_EXTRACTED[type(node)]), expression=node.this.copy())
    if isinstance(node, exp.DayOfWeek) and dialect != "databricks":
        return _weekday_from_sunday(node)
    if isinstance(node, exp.TimestampDiff) and dialect != "databricks":
        return timestamp_diff(node)
    if isinstance(node, exp.StrToUnix) and dialect != "databricks":
        return _whole(_epoch(node.this))
    if isinstance(node, exp.WithinGroup) and isinstance(node.this, exp.PercentileCont):
        return _ordered_percentile(node, dialect)
    if isinstance(node, exp.Quantile):
        return _percentile(node.this, node.args["quantile"], dialect)
    if isinstance(node, exp.Median):
        return _percentile(node.this, nodes.number("0.5"), dialect)
    return node


def divided(left: exp.Expr, right: exp.Expr) -> exp.Expr:
    """Real division; by zero it gives NULL. Engines differ on both: one truncates, one errs, one gives
    infinity.
    """
    divisor = right.copy()
    if not (isinstance(divisor, exp.Nullif) or (divisor.is_number and float(divisor.name or 0))):
        divisor = exp.Nullif(this=divisor, expression=nodes.number(0))
    return exp.Div(this=nodes.cast(left.copy(), exp.DType.DOUBLE), expression=divisor)


def _count_if(node: exp.CountIf) -> exp.Expr:
    # Elsewhere it becomes SUM(CASE …), which is NULL, not 0, when there are no rows.
    case = exp.Case(ifs=[exp.If(this=node.this.copy(), true=nodes.number(1))])
    return exp.Count(this=case, big_int=True)


def _mean(node: exp.Avg) -> exp.Expr:
    # PostgreSQL means whole numbers in decimals, Databricks rounds the mean of decimals to four places more than
    # they have: on doubles every engine says the same.
    values = node.this.copy()
    if isinstance(values, exp.Distinct):
        doubles = [nodes.cast(value, exp.DType.DOUBLE) for value in values.expressions]
        return exp.Avg(this=exp.Distinct(expressions=doubles))
    return exp.Avg(this=nodes.cast(values, exp.DType.DOUBLE))


def _date_diff(node: exp.DateDiff, dialect: Dialect, as_date: AsDate) -> exp.Expr:
    if (node.text("unit") or "DAY").upper() != "DAY":
        raise _unsupported("DATEDIFF in other units than days")
    later, earlier = as_date(node.this.copy()), as_date(node.expression.copy())
    if dialect == "postgres":
        return exp.Paren(this=exp.Sub(this=later, expression=earlier))
    return exp.DateDiff(this=later, expression=earlier, unit=exp.Var(this="DAY"))


def _cut_to_whole(node: exp.Cast, family_of: FamilyOf) -> exp.Expr:
    # Databricks cuts 2.7 to 2; the others round it to 3.
    if node.to.this not in _WHOLE_NUMBERS or not _may_have_a_fraction(node.this, family_of):
        return node
    return exp.Cast(this=exp.Trunc(this=node.this.copy()), to=node.to.copy())


def _may_have_a_fraction(node: exp.Expr, family_of: FamilyOf) -> bool:
    if isinstance(node, (exp.Paren, exp.Neg, exp.Coalesce, exp.Nullif)):
        return _may_have_a_fraction(node.this, family_of)
    if isinstance(node, exp.Case):
        results = [one.args["true"] for one in node.args["ifs"]] + [node.args.get("default")]
        return any(_may_have_a_fraction(one, family_of) for one in results if one is not None)
    if isinstance(node, exp.Cast):
        return node.to.this in _FRACTIONS
    if isinstance(node, exp.Literal):
        return not node.is_string
    return isinstance(node, _ARITHMETIC) or family_of(node) is Family.NUMBER


def _weekday_from_sunday(node: exp.DayOfWeek) -> exp.Expr:
    # Databricks counts Sunday as 1, the others as 0.
    day = exp.Extract(this=exp.Var(this="DOW"), expression=node.this.copy())
    return exp.Paren(this=exp.Add(this=day, expression=nodes.number(1)))


def timestamp_diff(node: exp.TimestampDiff) -> exp.Expr:
    # Whole units that have passed. DuckDB's DATE_DIFF would count the boundaries crossed.
    unit = node.text("unit").upper()
    if unit not in _SECONDS:
        raise _unsupported(f"TIMESTAMPDIFF in {unit.lower()}s")
    seconds = exp.Paren(this=exp.Sub(this=_epoch(node.this), expression=_epoch(node.expression)))
    if _SECONDS[unit] == 1:
        return _whole(seconds)
    return _whole(exp.Div(this=seconds, expression=nodes.number(_SECONDS[unit])))


def _epoch(time: exp.Expr) -> exp.Expr:
    seconds = exp.Extract(this=exp.Var(this="EPOCH"), expression=time.copy())
    return nodes.cast(seconds, exp.DType.DOUBLE)


def _whole(seconds: exp.Expr) -> exp.Expr:
    return nodes.cast(exp.Trunc(this=seconds), exp.DType.BIGINT)


def _ordered_percentile(node: exp.WithinGroup, dialect: Dialect) -> exp.Expr:
    ordered = node.expression.expressions[0]
    if ordered.args.get("desc"):
        raise _unsupported("PERCENTILE_CONT in descending order")
    return _percentile(ordered.this, node.this.this, dialect)


def _percentile(values: exp.Expr, share: exp.Expr, dialect: Dialect) -> exp.Expr:
    # Databricks' PERCENTILE is exact and interpolates; sqlglot would write PERCENTILE_APPROX.
    if dialect == "databricks":
        return exp.Quantile(this=values.copy(), quantile=share.copy())
    # DuckDB would interpolate decimals to their own scale, and round.
    return exp.PercentileCont(this=nodes.cast(values.copy(), exp.DType.DOUBLE), expression=share.copy())


def _unsupported(what: str) -> IntentRefused:
    return IntentRefused(
        f"The definition uses {what}, which engines count differently. Write it per engine under overrides.",
        field="metric",
        value=what,
    )
