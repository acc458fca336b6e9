"""Which aggregate an SQL function is."""

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.measuring import Measuring
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import Clauses, Term, is_literal, literal, value_of, with_family
from sqlgen.faithfulness.values import divide

# Those of which some arguments are read one by one; of any other every argument is.
_EXACT = frozenset({exp.Count, exp.CountIf, exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Median, exp.Quantile})


def measured(node: exp.Expr, measuring: Measuring, more: Clauses, reader: Reader) -> Term:
    """The aggregate as a term; raises Unproven for what is none, or none that is followed."""
    if type(node) in _EXACT:
        check_read(node, reader.dialect)
    kind = type(node)  # exactly: an approximate quantile is a subclass of the exact one
    if kind is exp.Count:
        return _count(node, measuring, more, reader)
    if kind is exp.CountIf:
        return measuring.count_if(reader.term(node.this), more)
    if kind is exp.Sum:
        return measuring.sum(_argument(node, reader), more)
    if kind is exp.Avg:
        return measuring.mean(_mean_argument(node, reader), more)
    if kind in (exp.Min, exp.Max):
        return measuring.other(node.key, (_argument(node, reader),), more)
    return _percentile(node, measuring, more, reader) or _by_name(node, measuring, more, reader)


def _argument(node: exp.Expr, reader: Reader) -> Term:
    if isinstance(node.this, exp.Distinct):
        raise Unproven(f"{node.key.upper()} over DISTINCT values cannot be followed.")
    return reader.term(node.this)


def _mean_argument(node: exp.Expr, reader: Reader) -> Term:
    found = _argument(node, reader)
    if reader.dialect == "databricks" and _is_decimal(found) and not _chooses_doubles(node.this):
        raise Unproven(
            "Databricks cuts the mean of a decimal to a few digits: cast what is averaged to DOUBLE."
        )
    return found


def _chooses_doubles(node: exp.Expr) -> bool:
    """Whether a CASE has a double among its values, as 1D or CAST(1 AS DOUBLE): then each of them is one."""
    if isinstance(node, exp.Case):
        values = [*(when.args["true"] for when in node.args["ifs"]), node.args.get("default")]
    else:
        values = [node.args["true"], node.args.get("false")] if isinstance(node, exp.If) else []
    return any(isinstance(one, exp.Cast) and one.to.this == exp.DType.DOUBLE for one in values)


def _is_decimal(term: Term) -> bool:
    """Whether a value was made a decimal: 1.0, `x * 1.0`, CAST(x AS DECIMAL(10, 2)), or one of these by choice."""
    if is_literal(term, "num"):
        return term.family is Family.NUMBER
    if term.op == "case":
        return any(_is_decimal(one) for one in (*term.args[1::2], term.args[-1]))
    if term.op in ("coalesce", "nullif", "opt", "neg", "add", "sub", "mul"):
        return any(_is_decimal(one) for one in term.args)
    return term.op == "double" and bool(term.value)


def _count(node: exp.Expr, measuring: Measuring, more: Clauses, reader: Reader) -> Term:
    this = node.this
    if node.expressions or this is None:
        raise Unproven("COUNT over several columns cannot be followed.")
    if isinstance(this, exp.Star):
        return measuring.count(None, more)
    if isinstance(this, exp.Distinct):
        if len(this.expressions) != 1:
            raise Unproven("COUNT(DISTINCT …) over several columns cannot be followed.")
        return measuring.distinct(reader.term(this.expressions[0]), more)
    return measuring.count(reader.term(this), more)


def _percentile(node: exp.Expr, measuring: Measuring, more: Clauses, reader: Reader) -> Term | None:
    """Exact, interpolated percentiles, which each engine names its own way."""
    kind = type(node)
    if kind is exp.Median:
        this, share = node.this, exp.Literal.number("0.5")
    elif kind is exp.Quantile and reader.dialect == "databricks":
        this, share = node.this, node.args["quantile"]
    elif kind is exp.PercentileCont and isinstance(node.expression, exp.Order):
        # WITHIN GROUP, as it is written for DuckDB: QUANTILE_CONT(x, 0.5 ORDER BY x)
        (ordered,) = node.expression.expressions
        if ordered.args.get("desc") or ordered.this != node.this:
            return None
        this, share = node.this, node.expression.this
    elif kind is exp.PercentileCont and node.args.get("expression"):
        this, share = node.this, node.expression
    elif kind is exp.WithinGroup and type(node.this) is exp.PercentileCont:
        (ordered,) = node.expression.expressions
        if ordered.args.get("desc"):
            return None
        this, share = ordered.this, node.this.this
    else:
        return None
    value = reader.term(this)
    if reader.dialect == "duckdb" and value.family is Family.NUMBER and not _is_double(value):
        raise Unproven("DuckDB rounds the percentile of a decimal: cast it to DOUBLE first.")
    value = value.args[0] if value.op == "double" else value
    if (
        _is_scaled(value) and reader.dialect != "databricks"
    ):  # which cuts each quotient of decimals to a few digits
        inner = with_family(value.args[0], Family.NUMBER)
        found = measuring.other("percentile", (inner, reader.term(share)), more)
        return divide(found, value.args[1], reader.dialect)
    return measuring.other("percentile", (with_family(value, Family.NUMBER), reader.term(share)), more)


def _is_scaled(value: Term) -> bool:
    """Whether a value is divided by a written number above nought, which a percentile may be just as well."""
    return value.op == "div" and is_literal(value.args[1], "num") and bool(value_of(value.args[1]) > 0)


def _is_double(value: Term) -> bool:
    return value.op == "div" or (value.op == "double" and not value.value)  # `x * 1.0` is a decimal


def _by_name(node: exp.Expr, measuring: Measuring, more: Clauses, reader: Reader) -> Term:
    if not isinstance(node, exp.AggFunc):
        raise Unproven(f"{node.sql(dialect=reader.dialect)[:60]} cannot be followed.")
    given = [value for value in node.args.values() if value is not None and value is not False]
    if not all(isinstance(value, exp.Expr) and not isinstance(value, exp.Distinct) for value in given):
        raise Unproven(f"{node.sql_name()} cannot be followed.")
    args = reader.terms([value for value in given if isinstance(value, exp.Expr)])
    return measuring.other(node.key, args or (literal("none", 0, Family.OTHER),), more)
