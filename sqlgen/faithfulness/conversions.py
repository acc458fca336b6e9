"""How conversions and times are read: CAST, time zones, truncation, parts of a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlglot import exp

from sqlgen.compiler.portable import timestamp_diff
from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import buckets, decimals, times, weekdays
from sqlgen.faithfulness.errors import Unproven, not_followed
from sqlgen.faithfulness.terms import NULL, Term, is_literal, literal, value_of, walk
from sqlgen.faithfulness.values import as_double

if TYPE_CHECKING:
    from sqlgen.faithfulness.reading import Reader

_INSTANTS = frozenset({exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMPLTZ})
_LOCALS = frozenset({exp.DType.TIMESTAMPNTZ, exp.DType.TIMESTAMP})
_WHOLE = frozenset({exp.DType.INT, exp.DType.BIGINT, exp.DType.INT128})
_TEXTS = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})
_ISO_DATES = ("%Y-%m-%d", "%Y-%mstrict-%dstrict")  # yyyy-MM-dd as sqlglot keeps it


def cast(reader: "Reader", node: exp.Expr) -> Term:
    return converted(reader, reader.term(node.this), node.args["to"])


def converted(reader: "Reader", this: Term, to: exp.DataType) -> Term:
    kind = to.this
    if this == NULL:
        return NULL  # of whatever type
    if kind == exp.DType.DATE:
        return to_date(reader, this)
    if kind in _INSTANTS or (kind == exp.DType.TIMESTAMP and reader.dialect == "databricks"):
        found = _as_instant(reader, this)
    elif kind in _LOCALS:
        found = _as_local(this)
    else:
        found = _as_plain(this, to, reader.dialect)
    return found or Term("cast", to.sql(), (this,), Family.INTEGER if kind in _WHOLE else Family.OTHER)


def to_date(reader: "Reader", this: Term) -> Term:
    if is_literal(this, "text"):
        return times.date_literal(value_of(this)) or Term("cast", "DATE", (this,), Family.DATE)
    return buckets.day_of_text(this) or times.as_date(this)


def text_to_date(reader: "Reader", node: exp.Expr) -> Term:
    """`TO_DATE(x)`. A format says which number of the text is the day: only the usual one is followed."""
    written = node.args.get("format")
    if written is not None and written.name not in _ISO_DATES:
        raise not_followed(node, reader.dialect)
    return to_date(reader, reader.term(node.this))


def _as_instant(reader: "Reader", this: Term) -> Term | None:
    if is_literal(this, "text"):
        return times.instant_literal(value_of(this), reader.zone)
    return this if this.family is Family.INSTANT else None


def _as_local(this: Term) -> Term | None:
    if is_literal(this, "text"):
        return times.local_literal(value_of(this))
    if this.family is Family.DATE:
        return times.as_local(this)
    return this if this.family is Family.LOCAL_TIME else None


def _as_plain(this: Term, to: exp.DataType, dialect: Dialect) -> Term | None:
    kind, family = to.this, this.family
    if kind in _TEXTS and not to.expressions:
        return this if family is Family.TEXT else Term("text", None, (this,), Family.TEXT)
    if kind == exp.DType.DOUBLE and family in (Family.INTEGER, Family.NUMBER):
        return as_double(this)
    if kind == exp.DType.DECIMAL and family is Family.INTEGER and _keeps_digits(this, to, dialect):
        return as_double(this, to.sql())  # a whole number that does not fit is an error, never another number
    if kind in _WHOLE and family is Family.INTEGER:
        return this
    if kind in _WHOLE and family is Family.BOOLEAN:
        return Term("int_of_bool", None, (this,), Family.INTEGER)
    return this if kind == exp.DType.BOOLEAN and family is Family.BOOLEAN else None


def _keeps_digits(this: Term, to: exp.DataType, dialect: Dialect) -> bool:
    """Whether a quotient of such decimals keeps ten digits."""
    if dialect != "databricks":
        return True
    sizes = [int(one.name) for one in to.expressions if one.name.isdigit()]
    precision, scale = (*sizes, 10, 0)[:2] if len(sizes) != 1 else (sizes[0], 0)
    return decimals.keeps_digits(precision, scale, summed=all(one.op != "agg" for one in walk(this)))


def at_time_zone(reader: "Reader", node: exp.Expr) -> Term:
    return zoned(reader, node.this, node.args["zone"])


def zoned(reader: "Reader", this: exp.Expr, zone: exp.Expr) -> Term:
    name = reader.term(zone)
    if not is_literal(name, "text"):
        raise Unproven("A time zone must be written out.")
    moment = reader.term(this)
    if moment.family is Family.DATE:
        # PostgreSQL takes its midnight in the session's zone and gives a time without one; DuckDB compares it to none.
        raise Unproven("A date AT TIME ZONE cannot be followed: cast it to TIMESTAMP first.")
    return times.in_zone(moment, value_of(name), reader.zone)


def convert_timezone(reader: "Reader", node: exp.Expr) -> Term:
    source = node.args.get("source_tz")
    if source is not None and reader.term(source) != literal("text", "UTC", Family.TEXT):
        raise Unproven("A time is converted from a zone other than UTC.")
    if reader.term(node.args["timestamp"]).family is not Family.INSTANT:
        # A wall clock would be taken as one of UTC, and shown in the zone: not the moment that it tells there.
        raise Unproven("CONVERT_TIMEZONE of a time without a zone cannot be followed: write the instant.")
    return zoned(reader, node.args["timestamp"], node.args["target_tz"])


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


def timestamp_trunc(reader: "Reader", node: exp.Expr) -> Term:
    return times.truncated(reader.term(node.this), _unit(node))


def date_trunc(reader: "Reader", node: exp.Expr) -> Term:
    found = times.truncated(reader.term(node.this), _unit(node))
    return times.as_date(found) if reader.dialect == "databricks" else found


def whole_seconds(reader: "Reader", unit: exp.Expr, start: exp.Expr, end: exp.Expr) -> Term:
    """DuckDB's `DATE_SUB('second', start, end)`: the whole seconds between, as TIMESTAMPDIFF counts them."""
    if unit.name.lower() not in ("second", "seconds"):
        raise not_followed(exp.Anonymous(this="DATE_SUB", expressions=[unit, start, end]), reader.dialect)
    difference = exp.TimestampDiff(this=end, expression=start, unit=exp.Var(this="SECOND"))
    return reader.term(timestamp_diff(difference))


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


def extract(reader: "Reader", node: exp.Expr) -> Term:
    name = node.name.upper()
    if name in ("DOW", "DAYOFWEEK"):
        return weekdays.from_sunday(reader, node.expression)
    if name not in _PARTS:
        raise not_followed(node, reader.dialect)
    return buckets.part_of(_PARTS[name], reader.term(node.expression))


def named_part(name: str) -> Callable[["Reader", exp.Expr], Term]:
    return lambda reader, node: buckets.part_of(name, reader.term(node.this))


def time_difference(reader: "Reader", node: exp.Expr) -> Term:
    unit = node.text("unit").upper() or "DAY"
    args = (reader.term(node.this), reader.term(node.expression))
    if unit == "DAY" and all(one.family is Family.DATE for one in args):
        return Term("days", None, args, Family.INTEGER)
    boundary = bool(node.args.get("date_part_boundary"))
    return Term("timediff", (type(node).__name__, unit, boundary), args, Family.INTEGER)
