"""Constants that Databricks reckons without fail: written texts, numbers and moments, days some steps from today."""

import re
from datetime import datetime
from math import prod
from typing import Final, Literal

from sqlglot import exp

from sqlgen.guard.zones import is_known_zone

_PLACE: Final = re.compile(
    r"UTC|(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_/-]+"
)
TIMES: Final = frozenset({exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ, exp.DType.TIMESTAMPNTZ})
RECKONED: Final = (exp.Add, exp.Sub, exp.TsOrDsAdd, exp.AddMonths, exp.TimestampAdd, exp.DateAdd, exp.DateSub)
_NUMBERS: Final = (exp.Literal, exp.Neg, exp.Mul, exp.Interval)
_MAX_STEPS: Final = 6  # of up to four digits each, years even: never out of the range of moments
_LONGEST_STEP: Final = 9_999
_DIGITS: Final = re.compile("[0-9]{1,9}")
_MOMENT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([ T][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)


def is_a_moment(node: exp.Expr) -> bool:
    """A text that Spark can make a date or a moment of: as ISO 8601 writes them."""
    if not isinstance(node, exp.Literal) or not node.is_string or not _MOMENT.fullmatch(node.name):
        return False
    try:
        datetime.fromisoformat(node.name)
    except ValueError:
        return False
    return True


def reckoned(node: exp.Expr) -> Literal["time"] | None:
    """A day some small steps from a fixed one or from today."""
    steps = 0
    while isinstance(node, RECKONED) or _is_named(node):
        steps += 1
        day, step = node.expressions if _is_named(node) else (node.this, node.expression)
        if steps > _MAX_STEPS or not _is_small(step):
            return None
        node = day
    fixed = isinstance(node, exp.CurrentDate | exp.CurrentTimestamp) and not node.args.get("this")
    dated = isinstance(node, exp.Cast) and node.to.this in TIMES and is_a_moment(node.this)
    return "time" if fixed or dated else None


def _is_named(node: exp.Expr) -> bool:
    return (
        isinstance(node, exp.Anonymous)
        and node.name in ("DATE_ADD", "DATE_SUB")
        and len(node.expressions) == 2
    )


def _is_small(step: exp.Expr | None) -> bool:
    """A number or an interval, perhaps times another: of at most four digits in all."""
    if step is None:
        return False
    parts = [part for part in step.walk() if not isinstance(part, exp.Var | exp.IntervalSpan)]
    written = [part.name.lstrip("-+") for part in parts if isinstance(part, exp.Literal)]
    if not all(isinstance(part, _NUMBERS) for part in parts) or not all(map(_DIGITS.fullmatch, written)):
        return False
    return prod(map(int, written)) <= _LONGEST_STEP


def is_a_zone(zone: exp.Expr | None) -> bool:
    """A place whose time every engine knows."""
    return zone is not None and _PLACE.fullmatch(zone.name) is not None and is_known_zone(zone)


def is_escaped(node: exp.Expr) -> bool:
    """LIKE '…' ESCAPE 'x': behind each x stands what it makes plain; anything else fails on Spark."""
    like, sign = node.this, node.expression
    if not isinstance(like, exp.Like | exp.ILike) or not isinstance(like.expression, exp.Literal):
        return False
    escape = re.escape(sign.name)
    return len(sign.name) == 1 and bool(
        re.fullmatch(f"(?:{escape}[%_{escape}]|[^{escape}])*", like.expression.name)
    )
