"""Reads one SQL expression of the guard's tree as a term. What no rule here reads cannot be followed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import times
from sqlgen.faithfulness.comparing import Compare, like, pattern_of, searched
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.logic import clauses_of, conjunction, disjunction, is_null, negation, not_null
from sqlgen.faithfulness.measuring import NOTHING
from sqlgen.faithfulness.terms import FALSE, NULL, TRUE, Clauses, Term, is_literal, literal, value_of
from sqlgen.faithfulness.values import (
    ZERO,
    Choice,
    add,
    as_double,
    coalesce,
    divide,
    literal_number,
    multiply,
    negative,
    nullif,
    subtract,
)

_SHOWN = 60


class Scope(Protocol):
    """What names mean where the expression stands."""

    def column(self, node: exp.Expr) -> Term: ...

    def aggregate(self, node: exp.Expr, more: Clauses, reader: "Reader") -> Term: ...

    def subquery(self, node: exp.Expr) -> Term: ...


@dataclass(frozen=True, slots=True)
class Reader:
    dialect: Dialect
    zone: ZoneInfo
    scope: Scope

    @property
    def compare(self) -> Compare:
        return Compare(self.dialect, self.zone)

    def term(self, node: exp.Expr) -> Term:
        """The meaning of an expression; raises Unproven."""
        rule = _RULES.get(type(node))
        if rule is not None:
            return rule(self, node)
        if isinstance(node, exp.AggFunc):
            return self.scope.aggregate(node, NOTHING, self)
        raise Unproven(f"{_shown(node, self.dialect)} cannot be followed.")

    def terms(self, nodes: list[exp.Expr]) -> tuple[Term, ...]:
        return tuple(self.term(node) for node in nodes)

    def clauses(self, node: exp.Expr) -> Clauses:
        return clauses_of(self.term(node))


def _shown(node: exp.Expr, dialect: Dialect) -> str:
    text = node.sql(dialect=dialect, comments=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# ── literals


def _literal(reader: Reader, node: exp.Expr) -> Term:
    if node.args.get("is_string"):
        return literal("text", node.name, Family.TEXT)
    return literal_number(node.name)


def _boolean(reader: Reader, node: exp.Expr) -> Term:
    return TRUE if node.args.get("this") else FALSE


# ── conditions


def _comparison(op: str) -> Callable[[Reader, exp.Expr], Term]:
    def read(reader: Reader, node: exp.Expr) -> Term:
        return reader.compare(op, reader.term(node.this), reader.term(node.expression))

    return read


def _in(reader: Reader, node: exp.Expr) -> Term:
    if node.args.get("query"):
        raise Unproven("A condition IN (SELECT …) cannot be followed: join the table instead.")
    this = reader.term(node.this)
    return disjunction(reader.compare("eq", this, reader.term(one)) for one in node.expressions)


def _between(reader: Reader, node: exp.Expr) -> Term:
    if node.args.get("symmetric"):
        raise Unproven("BETWEEN SYMMETRIC cannot be followed.")
    this = reader.term(node.this)
    low, high = reader.term(node.args["low"]), reader.term(node.args["high"])
    return conjunction((reader.compare("ge", this, low), reader.compare("le", this, high)))


def _is(reader: Reader, node: exp.Expr) -> Term:
    this, other = reader.term(node.this), node.expression
    if isinstance(other, exp.Null):
        found = is_null(this)
    elif isinstance(other, exp.Boolean):
        found = conjunction((this if other.this else negation(this), not_null(this)))
    else:
        raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
    return negation(found) if node.args.get("negate") else found


def _like(reader: Reader, node: exp.Expr) -> Term:
    default = "" if reader.dialect == "duckdb" else "\\"
    return _matched(reader, node, default)


def _escape(reader: Reader, node: exp.Expr) -> Term:
    escape = reader.term(node.expression)
    if not isinstance(node.this, exp.Like) or not is_literal(escape, "text") or len(value_of(escape)) != 1:
        raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
    return _matched(reader, node.this, value_of(escape))


def _matched(reader: Reader, node: exp.Expr, escape: str) -> Term:
    this, text = reader.term(node.this), reader.term(node.expression)
    pattern = pattern_of(value_of(text), escape) if is_literal(text, "text") else None
    if pattern is None:
        raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
    found = like(this, pattern)
    return negation(found) if node.args.get("negate") else found


def _searched(*, ahead: bool) -> Callable[[Reader, exp.Expr], Term]:
    def read(reader: Reader, node: exp.Expr) -> Term:
        sought = reader.term(node.expression)
        if not is_literal(sought, "text"):
            raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
        return searched(reader.term(node.this), value_of(sought), ahead=ahead)

    return read


# ── choices


def _case(reader: Reader, node: exp.Expr) -> Term:
    subject = node.args.get("this")
    whens: list[tuple[Clauses, Term]] = []
    for when in node.args["ifs"]:
        test = reader.term(when.this)
        if subject is not None:
            test = reader.compare("eq", reader.term(subject), test)
        whens.append((clauses_of(test), reader.term(when.args["true"])))
    default = node.args.get("default")
    return Choice(reader.compare)(whens, reader.term(default) if default is not None else NULL)


def _if(reader: Reader, node: exp.Expr) -> Term:
    default = node.args.get("false")
    when = (reader.clauses(node.this), reader.term(node.args["true"]))
    return Choice(reader.compare)([when], reader.term(default) if default is not None else NULL)


def _coalesce(reader: Reader, node: exp.Expr) -> Term:
    return coalesce(reader.terms([node.this, *node.expressions]))


# ── conversions and times

_INSTANTS = frozenset({exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMPLTZ})
_LOCALS = frozenset({exp.DType.TIMESTAMPNTZ, exp.DType.TIMESTAMP})
_WHOLE = frozenset({exp.DType.INT, exp.DType.BIGINT, exp.DType.INT128})
_TEXTS = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})


def _cast(reader: Reader, node: exp.Expr) -> Term:
    return converted(reader, reader.term(node.this), node.args["to"])


def converted(reader: Reader, this: Term, to: exp.DataType) -> Term:
    kind = to.this
    if kind == exp.DType.DATE:
        return _date(reader, this)
    if kind in _INSTANTS or (kind == exp.DType.TIMESTAMP and reader.dialect == "databricks"):
        found = _as_instant(reader, this)
    elif kind in _LOCALS:
        found = _as_local(this)
    else:
        found = _as_plain(this, to)
    return found or Term("cast", to.sql(), (this,), Family.OTHER)


def _date(reader: Reader, this: Term) -> Term:
    if is_literal(this, "text"):
        return times.date_literal(value_of(this)) or Term("cast", "DATE", (this,), Family.DATE)
    return times.as_date(this)


def _as_instant(reader: Reader, this: Term) -> Term | None:
    if is_literal(this, "text"):
        return times.instant_literal(value_of(this), reader.zone)
    return this if this.family is Family.INSTANT else None


def _as_local(this: Term) -> Term | None:
    if is_literal(this, "text"):
        return times.local_literal(value_of(this))
    if this.family is Family.DATE:
        return times.as_local(this)
    return this if this.family is Family.LOCAL_TIME else None


def _as_plain(this: Term, to: exp.DataType) -> Term | None:
    kind, family = to.this, this.family
    if kind in _TEXTS and not to.expressions:
        return this if family is Family.TEXT else Term("text", None, (this,), Family.TEXT)
    if kind == exp.DType.DOUBLE and family in (Family.INTEGER, Family.NUMBER):
        return as_double(this)
    if kind == exp.DType.DECIMAL and family is Family.INTEGER:
        return as_double(this)  # a whole number that does not fit is an error, never another number
    if kind in _WHOLE and family is Family.INTEGER:
        return this
    if kind in _WHOLE and family is Family.BOOLEAN:
        return Term("int_of_bool", None, (this,), Family.INTEGER)
    return this if kind == exp.DType.BOOLEAN and family is Family.BOOLEAN else None


def _at_time_zone(reader: Reader, node: exp.Expr) -> Term:
    return _zoned(reader, node.this, node.args["zone"])


def _zoned(reader: Reader, this: exp.Expr, zone: exp.Expr) -> Term:
    name = reader.term(zone)
    if not is_literal(name, "text"):
        raise Unproven("A time zone must be written out.")
    return times.in_zone(reader.term(this), value_of(name), reader.zone)


def _convert_timezone(reader: Reader, node: exp.Expr) -> Term:
    source = node.args.get("source_tz")
    if source is not None and reader.term(source) != literal("text", "UTC", Family.TEXT):
        raise Unproven("A time is converted from a zone other than UTC.")
    return _zoned(reader, node.args["timestamp"], node.args["target_tz"])


_UNITS = {
    "DAY": "day",
    "DD": "day",
    "WEEK": "week",
    "MONTH": "month",
    "MON": "month",
    "MM": "month",
    "QUARTER": "quarter",
    "Q": "quarter",
    "YEAR": "year",
    "YYYY": "year",
    "YY": "year",
}


def _unit(node: exp.Expr) -> str:
    name = node.text("unit").upper()
    if name not in _UNITS:
        raise Unproven(f"Cutting a time to {name.lower() or 'an unknown unit'} cannot be followed.")
    return _UNITS[name]


def _timestamp_trunc(reader: Reader, node: exp.Expr) -> Term:
    return times.truncated(reader.term(node.this), _unit(node))


def _date_trunc(reader: Reader, node: exp.Expr) -> Term:
    found = times.truncated(reader.term(node.this), _unit(node))
    return times.as_date(found) if reader.dialect == "databricks" else found


_PARTS = {
    "HOUR": "hour",
    "HOURS": "hour",
    "ISODOW": "weekday",
    "DAYOFWEEK_ISO": "weekday",
    "DAYOFWEEKISO": "weekday",
    "EPOCH": "epoch",
    "YEAR": "year",
    "QUARTER": "quarter",
    "MONTH": "month",
    "DAY": "day",
}


def _extract(reader: Reader, node: exp.Expr) -> Term:
    name = node.name.upper()
    if name not in _PARTS:
        raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
    return _part(_PARTS[name], reader.term(node.expression))


def _named_part(name: str) -> Callable[[Reader, exp.Expr], Term]:
    return lambda reader, node: _part(name, reader.term(node.this))


def _part(name: str, this: Term) -> Term:
    family = Family.NUMBER if name == "epoch" else Family.INTEGER
    if name == "weekday" and this.op == "date":
        this = this.args[0]
    return Term("part", name, (this,), family)


def _time_difference(reader: Reader, node: exp.Expr) -> Term:
    unit = node.text("unit").upper() or "DAY"
    args = (reader.term(node.this), reader.term(node.expression))
    if unit == "DAY" and all(one.family is Family.DATE for one in args):
        return Term("days", None, args, Family.INTEGER)
    boundary = bool(node.args.get("date_part_boundary"))
    return Term("timediff", (type(node).__name__, unit, boundary), args, Family.INTEGER)


# ── functions by name


def _plain_function(name: str, family: Family | None = None) -> Callable[[Reader, exp.Expr], Term]:
    def read(reader: Reader, node: exp.Expr) -> Term:
        parts = [value for value in node.args.values() if isinstance(value, exp.Expr)]
        args = reader.terms(parts)
        return Term(name, None, args, family or (args[0].family if args else Family.OTHER))

    return read


def _anonymous(reader: Reader, node: exp.Expr) -> Term:
    name, given = node.name.upper(), node.expressions
    if name == "TIMEZONE" and len(given) == 2:
        return _zoned(reader, given[1], given[0])
    if name == "PREFIX" and len(given) == 2:
        return _searched(ahead=False)(reader, exp.StartsWith(this=given[0], expression=given[1]))
    if name in ("ISNULL", "ISNOTNULL") and len(given) == 1:
        found = is_null(reader.term(given[0]))
        return found if name == "ISNULL" else negation(found)
    raise Unproven(f"The function {name.lower()} cannot be followed.")


def _find(reader: Reader, node: exp.Expr) -> Term:
    held, sought = reader.term(node.this), reader.term(node.args["substr"])
    if not is_literal(sought, "text"):
        raise Unproven(f"{_shown(node, reader.dialect)} cannot be followed.")
    return Term("find", None, (held, sought), Family.INTEGER)


def _arithmetic(build: Callable[[Term, Term], Term]) -> Callable[[Reader, exp.Expr], Term]:
    return lambda reader, node: build(reader.term(node.this), reader.term(node.expression))


def _divide(reader: Reader, node: exp.Expr) -> Term:
    return divide(reader.term(node.this), reader.term(node.expression), reader.dialect)


def _safe_divide(reader: Reader, node: exp.Expr) -> Term:
    return divide(reader.term(node.this), nullif(reader.term(node.expression), ZERO), reader.dialect)


def _aggregate_with_filter(reader: Reader, node: exp.Expr) -> Term:
    return reader.scope.aggregate(node.this, reader.clauses(node.expression.this), reader)


_RULES: dict[type[exp.Expr], Callable[[Reader, exp.Expr], Term]] = {
    exp.Literal: _literal,
    exp.Boolean: _boolean,
    exp.Null: lambda reader, node: NULL,
    exp.Paren: lambda reader, node: reader.term(node.this),
    exp.Column: lambda reader, node: reader.scope.column(node),
    exp.Subquery: lambda reader, node: reader.scope.subquery(node),
    exp.And: lambda reader, node: conjunction((reader.term(node.this), reader.term(node.expression))),
    exp.Or: lambda reader, node: disjunction((reader.term(node.this), reader.term(node.expression))),
    exp.Not: lambda reader, node: negation(reader.term(node.this)),
    exp.EQ: _comparison("eq"),
    exp.NEQ: _comparison("ne"),
    exp.LT: _comparison("lt"),
    exp.LTE: _comparison("le"),
    exp.GT: _comparison("gt"),
    exp.GTE: _comparison("ge"),
    exp.NullSafeNEQ: lambda reader, node: reader.compare.distinct_from(
        reader.term(node.this), reader.term(node.expression)
    ),
    exp.NullSafeEQ: lambda reader, node: negation(
        reader.compare.distinct_from(reader.term(node.this), reader.term(node.expression))
    ),
    exp.In: _in,
    exp.Between: _between,
    exp.Is: _is,
    exp.Like: _like,
    exp.Escape: _escape,
    exp.Contains: _searched(ahead=True),
    exp.StartsWith: _searched(ahead=False),
    exp.StrPosition: _find,
    exp.Case: _case,
    exp.If: _if,
    exp.Coalesce: _coalesce,
    exp.Nullif: lambda reader, node: nullif(reader.term(node.this), reader.term(node.expression)),
    exp.Cast: _cast,
    exp.AtTimeZone: _at_time_zone,
    exp.ConvertTimezone: _convert_timezone,
    exp.TimestampTrunc: _timestamp_trunc,
    exp.DateTrunc: _date_trunc,
    exp.Date: lambda reader, node: _date(reader, reader.term(node.this)),
    exp.TsOrDsToDate: lambda reader, node: _date(reader, reader.term(node.this)),
    exp.Extract: _extract,
    exp.Hour: _named_part("hour"),
    exp.DayOfWeekIso: _named_part("weekday"),
    exp.DateDiff: _time_difference,
    exp.TimestampDiff: _time_difference,
    exp.Add: _arithmetic(add),
    exp.Sub: _arithmetic(subtract),
    exp.Mul: _arithmetic(multiply),
    exp.Div: _divide,
    exp.SafeDivide: _safe_divide,
    exp.Neg: lambda reader, node: negative(reader.term(node.this)),
    exp.Anonymous: _anonymous,
    exp.Trunc: _plain_function("truncate"),
    exp.Round: _plain_function("round"),
    exp.Abs: _plain_function("abs"),
    exp.Lower: _plain_function("lower", Family.TEXT),
    exp.Upper: _plain_function("upper", Family.TEXT),
    exp.Trim: _plain_function("trim", Family.TEXT),
    exp.Filter: _aggregate_with_filter,
    exp.WithinGroup: lambda reader, node: reader.scope.aggregate(node, NOTHING, reader),
}
