"""Buckets put together from the parts of a day: MAKE_DATE, formats, and the weekday."""

from typing import TYPE_CHECKING, Final

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import times
from sqlgen.faithfulness.errors import not_followed
from sqlgen.faithfulness.terms import Term, is_number
from sqlgen.faithfulness.values import add, literal_number, multiply, subtract

if TYPE_CHECKING:
    from sqlgen.faithfulness.reading import Reader

_DAYS: Final = (Family.DATE, Family.LOCAL_TIME)
_ONE: Final = literal_number("1")
# What a text in that format is the first day of.
_FIRST_DAYS: Final = {"%Y-%m-%d": "day", "%Y-%m-01": "month", "%Y-01-01": "year"}


SUNDAYS: Final = {"sunday_0": 0, "sunday_1": 1}  # weekdays from Sunday on, by what Sunday is
# What a text in that format is a part of a time as a number, each dialect's formats as sqlglot keeps them.
_SHOWN_PARTS: Final[dict[Dialect, dict[str, str]]] = {
    "duckdb": {"%u": "weekday", "%-H": "hour"},
    "postgres": {
        "I%u": "weekday",
        "%-H": "hour",
    },  # ID and FMHH24; D, which is kept as %u, counts from Sunday
}


def part_of(name: str, this: Term) -> Term:
    """The year, month, weekday … of a time; that of its day is the same."""
    if name in ("weekday", "year", "quarter", "month", *SUNDAYS) and this.op in ("date", "midnight"):
        this = this.args[0]
    return Term("part", name, (this,), Family.NUMBER if name == "epoch" else Family.INTEGER)


def made_date(reader: "Reader", node: exp.Expr, given: list[exp.Expr]) -> Term:
    """`MAKE_DATE(YEAR(x), MONTH(x), 1)`: the first day of the month of x, or of its quarter or year."""
    year, month, day = reader.terms(given)
    this = year.args[0] if year.op == "part" and year.value == "year" else None
    if this is None or this.family not in _DAYS or not is_number(day, 1):
        raise not_followed(node, reader.dialect)
    quarter = part_of("quarter", this)
    firsts = {
        part_of("month", this): "month",
        subtract(multiply(quarter, literal_number("3")), literal_number("2")): "quarter",
        add(multiply(subtract(quarter, _ONE), literal_number("3")), _ONE): "quarter",
        _ONE: "year",
    }
    if month not in firsts:
        raise not_followed(node, reader.dialect)
    return _first_day(this, firsts[month])


def formatted(reader: "Reader", node: exp.Expr) -> Term:
    """`STRFTIME(x, '%Y-%m')`, TO_CHAR of PostgreSQL."""
    written, this = node.args["format"], reader.term(node.this)
    # Databricks would show a time without a zone in the session's.
    if reader.dialect == "databricks" or not isinstance(written, exp.Literal) or this.family not in _DAYS:
        raise not_followed(node, reader.dialect)
    part = _SHOWN_PARTS[reader.dialect].get(written.name)
    if part is not None and (part == "weekday" or this.family is Family.LOCAL_TIME):
        return Term("text", None, (part_of(part, this),), Family.TEXT)
    return Term("format", written.name, (this,), Family.TEXT)


def day_of_text(this: Term) -> Term | None:
    """The day that a formatted time is read as: `CAST(STRFTIME(x, '%Y-%m-01') AS DATE)`."""
    unit = _FIRST_DAYS.get(this.value) if this.op == "format" else None
    return _first_day(this.args[0], unit) if unit else None


def counted(one: Term, other: Term, sign: int) -> Term | None:
    """A sum (`sign` 1) or difference (-1) of weekdays: `WEEKDAY(x) + 1` is the weekday, and `day - (ISODOW(day) - 1)`
    the Monday of the day's week. None for any other."""
    if sign > 0:
        weekday = one.args[0] if one.op == "sub" and is_number(one.args[1], 1) else one
        return weekday if weekday is not one and weekday.value == "weekday" and is_number(other, 1) else None
    if one.family is not Family.DATE or other != subtract(part_of("weekday", one), _ONE):
        return None
    return _first_day(one, "week")


def _first_day(this: Term, unit: str) -> Term:
    return times.as_date(this if unit == "day" else times.truncated(this, unit))
