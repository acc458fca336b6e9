"""Filter values as literals of their column's type, or a refusal that names the field, the value and the
type.
"""

import math
import re
from collections.abc import Callable
from datetime import date, datetime

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.types import Family
from sqlgen.contracts import Scalar
from sqlgen.errors import IntentRefused

_INTEGER = re.compile(r"[+-]?[0-9]{1,38}")
_NUMBER = re.compile(r"[+-]?([0-9]{1,38}(\.[0-9]{0,38})?|\.[0-9]{1,38})")
_TRUTH = {"true": True, "false": False}
_MAX_TEXT = 1_000
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff]")  # no engine agrees on these


def typed_literal(value: Scalar, family: Family, dimension: str) -> exp.Expr:
    """The value as a literal a column of that family is compared with; raises IntentRefused."""
    literal = _LITERAL[family](value)
    if literal is None:
        raise IntentRefused(
            f"The filter on {dimension} was given {value!r}, which is no {family.value}. {_HINT[family]}",
            field="filters",
            value=value,
            dimension=dimension,
            expected=family.value,
        )
    return literal


def _text(value: Scalar) -> exp.Expr | None:
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    return None if len(plain) > _MAX_TEXT or _UNPRINTABLE.search(plain) else nodes.text(plain)


def _number_as(pattern: re.Pattern[str]) -> Callable[[Scalar], exp.Expr | None]:
    def literal(value: Scalar) -> exp.Expr | None:
        if isinstance(value, bool) or (isinstance(value, float) and not math.isfinite(value)):
            return None
        plain = f"{value:f}" if isinstance(value, float) and "e" in repr(value) else str(value).strip()
        return nodes.number(plain.removeprefix("+")) if pattern.fullmatch(plain) else None

    return literal


def _boolean(value: Scalar) -> exp.Expr | None:
    truth = value if isinstance(value, bool) else _TRUTH.get(str(value).lower())
    return None if truth is None else exp.Boolean(this=truth)


def _date(value: Scalar) -> exp.Expr | None:
    try:
        return nodes.day(date.fromisoformat(str(value)))
    except ValueError:
        return None


def _instant(value: Scalar) -> exp.Expr | None:
    moment = _moment(value)
    return nodes.instant(moment) if moment and moment.tzinfo else None


def _local_time(value: Scalar) -> exp.Expr | None:
    moment = _moment(value)
    return nodes.local_time(moment) if moment and not moment.tzinfo else None


def _moment(value: Scalar) -> datetime | None:
    try:
        return datetime.fromisoformat(str(value))
    except ValueError:
        return None


def _as_given(value: Scalar) -> exp.Expr | None:
    return _text(value) if isinstance(value, (str, bool)) else _number_as(_NUMBER)(value)


_LITERAL: dict[Family, Callable[[Scalar], exp.Expr | None]] = {
    Family.TEXT: _text,
    Family.INTEGER: _number_as(_INTEGER),
    Family.NUMBER: _number_as(_NUMBER),
    Family.BOOLEAN: _boolean,
    Family.DATE: _date,
    Family.INSTANT: _instant,
    Family.LOCAL_TIME: _local_time,
    Family.OTHER: _as_given,
}
_HINT = {
    Family.TEXT: f"Text is at most {_MAX_TEXT:,} printable characters.",
    Family.INTEGER: "Write it like 42.",
    Family.NUMBER: "Write it like 12.50.",
    Family.BOOLEAN: "Write true or false.",
    Family.DATE: "Write it like 2026-03-31.",
    Family.INSTANT: "Write it with its offset, like 2026-03-31T09:00:00+01:00.",
    Family.LOCAL_TIME: "Write it without an offset, like 2026-03-31T09:00:00.",
    Family.OTHER: "Write a number or printable text.",
}
