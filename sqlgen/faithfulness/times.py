"""Dates and times: literals in one form, and comparisons of local days as comparisons of instants."""

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlgen.calendar import bucket_start, next_bucket
from sqlgen.compiler.types import Family
from sqlgen.contracts import Grain
from sqlgen.faithfulness.terms import Term, is_literal, literal, value_of
from sqlgen.windows import midnight

_WRITTEN = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[ T](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?))?"
    r"(?: ?(?P<offset>Z|[+-][0-9]{2}(?::?[0-9]{2})?)| (?P<zone>[A-Za-z_]+(?:/[A-Za-z_]+)*))?"
)
_DAY = timedelta(days=1)
_MICROSECOND = timedelta(microseconds=1)
_LAST = 999_999


def date_literal(text: str) -> Term | None:
    """`2025-11-01` as a date; None for anything else."""
    found = _WRITTEN.fullmatch(text)
    if not found or found["offset"] or found["zone"]:
        return None
    moment = _moment(found["day"], found["time"])
    if moment is None or moment.time() != time():
        return None
    return literal("date", moment.date(), Family.DATE)


def local_literal(text: str) -> Term | None:
    """A date and time without an offset; engines differ on what an offset would mean here."""
    found = _WRITTEN.fullmatch(text)
    if not found or found["offset"] or found["zone"]:
        return None
    moment = _moment(found["day"], found["time"])
    return literal("local", moment, Family.LOCAL_TIME) if moment is not None else None


def instant_literal(text: str, zone: ZoneInfo) -> Term | None:
    """A date and time with its offset, or with the portal's zone or UTC by name; None without either."""
    found = _WRITTEN.fullmatch(text)
    if not found or not (found["offset"] or found["zone"] in ("UTC", zone.key)):
        return None
    moment = _moment(found["day"], found["time"], found["offset"] or "")
    if moment is None:
        return None
    return instant_of(moment if moment.tzinfo else moment.replace(tzinfo=_zone(found["zone"], zone)))


def instant_of(moment: datetime) -> Term:
    return literal("instant", moment.astimezone(UTC), Family.INSTANT)


def _zone(name: str, zone: ZoneInfo) -> ZoneInfo:
    return zone if name == zone.key else ZoneInfo("UTC")


def _moment(day: str, clock: str | None, offset: str = "") -> datetime | None:
    try:
        return datetime.fromisoformat(f"{day} {clock or '00:00'}{offset}")
    except (ValueError, OverflowError):
        return None


def in_zone(this: Term, name: str, zone: ZoneInfo) -> Term:
    """`x AT TIME ZONE name`: the wall clock of an instant, or the instant of a wall clock."""
    if this.family is Family.INSTANT:
        return Term("local", name, (this,), Family.LOCAL_TIME)
    if this.family in (Family.LOCAL_TIME, Family.DATE) and name in ("UTC", zone.key):
        moment = local_of(this)
        if moment is not None:
            return instant_of(moment.replace(tzinfo=_zone(name, zone)))
    return Term("instant", name, (this,), Family.INSTANT)


def local_of(term: Term) -> datetime | None:
    """The wall-clock time of a date or local literal."""
    if is_literal(term, "local"):
        found: datetime = value_of(term)
        return found
    return datetime.combine(value_of(term), time()) if is_literal(term, "date") else None


def as_date(this: Term) -> Term:
    """`CAST(x AS DATE)`."""
    if this.family is Family.DATE:
        return this
    if is_literal(this, "local"):
        return literal("date", value_of(this).date(), Family.DATE)
    if this.op == "midnight" or (this.op == "trunc" and this.value == "day"):
        return as_date(this.args[0])
    if this.op == "trunc":
        return Term(
            "date", None, (Term("trunc", this.value, (_undated(this.args[0]),), this.family),), Family.DATE
        )
    return Term("date", None, (this,), Family.DATE)


def day_of(key: Term) -> Term:
    """What groups are made by, as a day where it is a day's midnight: both make the same groups."""
    return as_date(key) if key.op == "trunc" and key.family is Family.LOCAL_TIME else key


def truncated(this: Term, unit: str) -> Term:
    """The start of the day, week, month, quarter or year; a date gives a time here."""
    return Term("trunc", unit, (this,), Family.LOCAL_TIME if this.family is Family.DATE else this.family)


def _undated(this: Term) -> Term:
    """A time whose day alone counts: the date or midnight of a time starts in the same month as the time."""
    while this.op in ("date", "midnight"):
        this = this.args[0]
    return this


def as_local(this: Term) -> Term:
    """`CAST(x AS TIMESTAMP)` of a date: its midnight."""
    moment = local_of(this)
    if moment is not None:
        return literal("local", moment, Family.LOCAL_TIME)
    return Term("midnight", None, (this,), Family.LOCAL_TIME)


def days_compared(op: str, this: Term, other: Term, zone: ZoneInfo) -> tuple[str, Term, Term]:
    """A comparison with a day, as one of `lt` and `ge` where it can be, on the time beneath the day.

    `date <= 30 June` is `date < 1 July`; the local date of an instant is at least a day when the instant is
    at least that day's local midnight, whatever the clocks do.
    """
    moment = local_of(other)
    if this.op == "midnight":
        this = this.args[0]
    if moment is None or moment.time() != time():
        return op, this, other
    day = moment.date()
    if this.family is Family.DATE:
        if op in ("le", "gt") and day < date.max:
            op, day = ("lt" if op == "le" else "ge"), day + _DAY
        if op in ("lt", "ge"):
            return _beneath(op, this, day, zone)
        return op, this, literal("date", day, Family.DATE)
    if this.op == "local" and op in ("lt", "ge"):
        return _beneath(op, this, day, zone)
    return op, this, literal("local", moment, Family.LOCAL_TIME)


def after_last_microsecond(op: str, constant: Term) -> tuple[str, Term]:
    """Up to an instant at a second's last microsecond, as up to the next second: no engine's instants are finer."""
    if op not in ("le", "gt") or not is_literal(constant, "instant"):
        return op, constant
    moment: datetime = value_of(constant)
    if moment.microsecond != _LAST or moment.year >= date.max.year:
        return op, constant
    return ("lt" if op == "le" else "ge"), instant_of(moment + _MICROSECOND)


def bounds_of(this: Term, constant: Term) -> tuple[Term, Term, Term] | None:
    """For `DATE_TRUNC(unit, x) = start`: x and the days between which it is; None for anything else."""
    cut = this.args[0] if this.op == "date" else this
    moment = local_of(constant)
    if cut.op != "trunc" or cut.family is not Family.LOCAL_TIME or moment is None or moment.time() != time():
        return None
    grain, first = Grain(cut.value), moment.date()
    if bucket_start(first, grain) != first or first.year >= date.max.year:
        return None
    following = next_bucket(first, grain)
    return cut.args[0], literal("date", first, Family.DATE), literal("date", following, Family.DATE)


def _beneath(op: str, this: Term, day: date, zone: ZoneInfo) -> tuple[str, Term, Term]:
    inner = this.args[0] if this.op == "date" else this
    if inner.op == "local" and inner.value in ("UTC", zone.key):
        start = midnight(day, _zone(str(inner.value), zone))
        return op, inner.args[0], instant_of(start)
    if this.op == "date" and inner.family is Family.LOCAL_TIME and inner.op != "trunc":
        return op, inner, literal("local", datetime.combine(day, time()), Family.LOCAL_TIME)
    return op, this, literal("date", day, Family.DATE)
