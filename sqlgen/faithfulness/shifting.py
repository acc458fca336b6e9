"""How arithmetic on written dates is read: `DATE '2026-01-01' + INTERVAL '1 month'`, by each engine's rules.

A date or a wall clock that is written out is moved by days, weeks, months or years as every engine does it: by the
calendar, the day cut to the month's last; a wall clock by hours too. An instant is not: where its day ends, the
session's zone says.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from math import prod
from typing import TYPE_CHECKING

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness import buckets, times
from sqlgen.faithfulness.errors import Unproven, not_followed
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.terms import Term, is_literal, literal, value_of
from sqlgen.faithfulness.values import negative

if TYPE_CHECKING:
    from sqlgen.faithfulness.reading import Reader

_WHOLE = re.compile(r"[+-]?[0-9]{1,6}")
_DAYS = {"DAY": 1, "DAYS": 1, "WEEK": 7, "WEEKS": 7}
_HOURS = {"HOUR": 1, "HOURS": 1}
_MONTHS = {"MONTH": 1, "MONTHS": 1, "MON": 1, "MONS": 1, "QUARTER": 3, "QUARTERS": 3, "YEAR": 12, "YEARS": 12}


def arithmetic(build: Callable[[Term, Term], Term], sign: int) -> Callable[["Reader", exp.Expr], Term]:
    """A sum (`sign` 1) or difference (-1): of numbers, or of a written date and an interval or a number of days."""

    def read(reader: "Reader", node: exp.Expr) -> Term:
        left, right = node.this, node.expression
        if isinstance(right, exp.Interval):
            return _by_interval(reader, reader.term(left), right, sign)
        if isinstance(left, exp.Interval) and sign > 0:
            return _by_interval(reader, reader.term(right), left, sign)
        one, other = reader.term(left), reader.term(right)
        if is_literal(one, "date") and other.family is Family.INTEGER:
            return _moved(one, months=0, days=sign * _whole(other))
        return buckets.counted(one, other, sign) or build(one, other)

    return read


def added(reader: "Reader", node: exp.Expr) -> Term:
    """DuckDB's `DATE_ADD(date, INTERVAL 1 MONTH)`."""
    if reader.dialect != "duckdb" or not isinstance(node.expression, exp.Interval):
        raise not_followed(node, reader.dialect)
    return _by_interval(reader, reader.term(node.this), node.expression, 1)


def days_added(reader: "Reader", node: exp.Expr) -> Term:
    """Databricks' `DATE_ADD(date, 31)` and `DATE_SUB(date, 1)`."""
    this, amount = reader.term(node.this), reader.term(node.expression)
    if reader.dialect != "databricks" or node.text("unit").upper() != "DAY":
        raise not_followed(node, reader.dialect)
    back = buckets.counted(this, negative(amount), -1)
    if back is not None:
        return back
    if _is_bucket(this):
        return _following(this, months=0, days=_whole(amount))
    if not is_literal(this, "date"):
        raise not_followed(node, reader.dialect)
    return _moved(this, months=0, days=_whole(amount))


def months_added(reader: "Reader", node: exp.Expr) -> Term:
    """Databricks' `ADD_MONTHS(date, 1)`."""
    this, amount = reader.term(node.this), reader.term(node.expression)
    if reader.dialect != "databricks" or not is_literal(this, "date"):
        raise not_followed(node, reader.dialect)
    return _moved(this, months=_whole(amount), days=0)


def _is_bucket(this: Term) -> bool:
    """Whether it is a day that answers are grouped by, the bucket of a series among them."""
    return this.op == "key" and this.family is Family.DATE


def _following(this: Term, *, months: int, days: int) -> Term:
    return Term("following", (months, days), (this,), Family.DATE)


def _by_interval(reader: "Reader", this: Term, node: exp.Expr, sign: int) -> Term:
    check_read(node, reader.dialect)
    if not (is_literal(this, "date") or is_literal(this, "local") or _is_bucket(this)):
        raise Unproven(
            "An INTERVAL can be followed beside a date or a time without a zone that is written out."
        )
    amount, unit = node.this, node.args.get("unit")
    name = unit.name.upper() if isinstance(unit, exp.Var) else ""
    if not (isinstance(amount, exp.Literal) and _WHOLE.fullmatch(amount.name)):
        raise not_followed(node, reader.dialect)
    if reader.dialect != "databricks" and not _is_bucket(this):
        this = times.as_local(this)  # a date and an interval are a time there
    # A date of Databricks that is moved by hours is an instant of the session's zone.
    if name not in {**_DAYS, **_MONTHS} and not (name in _HOURS and is_literal(this, "local")):
        raise Unproven(
            "Only intervals of whole hours, days, weeks, months, quarters or years can be followed, hours beside a "
            "time without a zone."
        )
    count = sign * int(amount.name)
    months, days, hours = (count * units.get(name, 0) for units in (_MONTHS, _DAYS, _HOURS))
    if _is_bucket(this):
        return _following(this, months=months, days=days)
    return _moved(this, months=months, days=days, hours=hours)


def _whole(amount: Term) -> int:
    if amount.op == "mul":  # DATE_SUB(date, 7) is read as DATE_ADD(date, 7 * -1)
        return prod(_whole(one) for one in amount.args)
    if not is_literal(amount, "num") or amount.family is not Family.INTEGER:
        raise Unproven("A date can be moved by a whole number that is written out.")
    return int(value_of(amount))


def _moved(this: Term, *, months: int, days: int, hours: int = 0) -> Term:
    moment: date | datetime = value_of(this)
    try:
        number = moment.year * 12 + moment.month - 1 + months
        year, month = divmod(number, 12)
        day = min(moment.day, monthrange(year, month + 1)[1])
        moment = moment.replace(year=year, month=month + 1, day=day) + timedelta(days=days, hours=hours)
    except (ValueError, OverflowError) as error:
        raise Unproven("A date is moved out of the calendar.") from error
    return literal(this.value[0], moment, this.family)
