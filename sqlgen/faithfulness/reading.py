"""Reads one SQL expression of the guard's tree as a term. What no rule here reads cannot be followed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import buckets, conditions, conversions, functions, shifting, weekdays
from sqlgen.faithfulness.comparing import Compare
from sqlgen.faithfulness.errors import not_followed
from sqlgen.faithfulness.logic import clauses_of, conjunction, disjunction, negation
from sqlgen.faithfulness.measuring import NOTHING
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import NULL, Clauses, Term
from sqlgen.faithfulness.values import add, negative, nullif, subtract


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
            if type(node) not in _READ_WHOLE:
                check_read(node, self.dialect)
            return rule(self, node)
        if isinstance(node, exp.AggFunc):
            return self.scope.aggregate(node, NOTHING, self)
        raise not_followed(node, self.dialect)

    def terms(self, nodes: list[exp.Expr]) -> tuple[Term, ...]:
        return tuple(self.term(node) for node in nodes)

    def clauses(self, node: exp.Expr) -> Clauses:
        return clauses_of(self.term(node))


_RULES: dict[type[exp.Expr], Callable[[Reader, exp.Expr], Term]] = {
    exp.Literal: functions.constant,
    exp.Boolean: functions.boolean,
    exp.Null: lambda reader, node: NULL,
    exp.Paren: lambda reader, node: reader.term(node.this),
    exp.Column: lambda reader, node: reader.scope.column(node),
    exp.Subquery: lambda reader, node: reader.scope.subquery(node),
    exp.And: lambda reader, node: conjunction((reader.term(node.this), reader.term(node.expression))),
    exp.Or: lambda reader, node: disjunction((reader.term(node.this), reader.term(node.expression))),
    exp.Not: lambda reader, node: negation(reader.term(node.this)),
    exp.EQ: conditions.comparison("eq"),
    exp.NEQ: conditions.comparison("ne"),
    exp.LT: conditions.comparison("lt"),
    exp.LTE: conditions.comparison("le"),
    exp.GT: conditions.comparison("gt"),
    exp.GTE: conditions.comparison("ge"),
    exp.NullSafeNEQ: lambda reader, node: reader.compare.distinct_from(
        reader.term(node.this), reader.term(node.expression)
    ),
    exp.NullSafeEQ: lambda reader, node: negation(
        reader.compare.distinct_from(reader.term(node.this), reader.term(node.expression))
    ),
    exp.In: conditions.in_list,
    exp.ArrayContains: conditions.held_by_list,
    exp.Between: conditions.between,
    exp.Is: conditions.is_test,
    exp.Like: conditions.like_test,
    exp.Escape: conditions.escape,
    exp.Contains: conditions.search(ahead=True),
    exp.StartsWith: conditions.search(ahead=False),
    exp.StrPosition: functions.find,
    exp.Case: functions.case,
    exp.If: functions.if_else,
    exp.Coalesce: functions.first_value,
    exp.Nullif: lambda reader, node: nullif(reader.term(node.this), reader.term(node.expression)),
    exp.Cast: conversions.cast,
    exp.AtTimeZone: conversions.at_time_zone,
    exp.ConvertTimezone: conversions.convert_timezone,
    exp.TimestampTrunc: conversions.timestamp_trunc,
    exp.DateTrunc: conversions.date_trunc,
    exp.Date: lambda reader, node: conversions.to_date(reader, reader.term(node.this)),
    exp.TsOrDsToDate: conversions.text_to_date,
    exp.Extract: conversions.extract,
    exp.Hour: conversions.named_part("hour"),
    exp.Year: conversions.named_part("year"),
    exp.Quarter: conversions.named_part("quarter"),
    exp.Month: conversions.named_part("month"),
    exp.DateFromParts: lambda reader, node: buckets.made_date(
        reader, node, [node.args[part] for part in ("year", "month", "day")]
    ),
    exp.TimeToStr: buckets.formatted,
    exp.DayOfWeek: lambda reader, node: weekdays.from_sunday(reader, node.this),
    exp.Mod: weekdays.remainder,
    exp.DayOfWeekIso: conversions.named_part("weekday"),
    exp.DateDiff: conversions.time_difference,
    exp.TimestampDiff: conversions.time_difference,
    exp.Add: shifting.arithmetic(add, 1),
    exp.Sub: shifting.arithmetic(subtract, -1),
    exp.DateAdd: shifting.added,
    exp.TsOrDsAdd: shifting.days_added,
    exp.AddMonths: shifting.months_added,
    exp.Mul: functions.product,
    exp.Div: functions.division,
    exp.SafeDivide: functions.safe_divide,
    exp.Neg: lambda reader, node: negative(reader.term(node.this)),
    exp.Anonymous: functions.anonymous,
    exp.Trunc: functions.plain_function("truncate"),
    exp.Round: functions.plain_function("round"),
    exp.Abs: functions.plain_function("abs"),
    exp.Lower: functions.plain_function("lower", Family.TEXT),
    exp.Upper: functions.plain_function("upper", Family.TEXT),
    exp.Trim: functions.plain_function("trim", Family.TEXT),
    exp.Filter: functions.aggregate_with_filter,
    exp.WithinGroup: lambda reader, node: reader.scope.aggregate(node, NOTHING, reader),
}

# Their rule reads every argument there is.
_READ_WHOLE = frozenset({exp.Trunc, exp.Round, exp.Abs, exp.Lower, exp.Upper, exp.Trim})
