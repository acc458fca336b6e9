"""Exact arithmetic on what engines answer."""

from datetime import date
from decimal import Context, Decimal, localcontext

from routing.parity.contracts import Difference, Missing, Tolerance

# More digits than two 38-digit decimals can need, so that no difference is rounded away.
_EXACT = Context(prec=100)

Key = tuple[date | None, tuple[str, ...]]


def exact(value: object) -> Decimal | None:
    """The number as an exact decimal: a float as the text that reads back as it. None for no number."""
    if value is None or not isinstance(value, Decimal | int | float):
        return None
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number if number.is_finite() else None


def difference(
    key: Key, a: Decimal | None, b: Decimal | None, *, tolerance: Tolerance, fill: int | None
) -> Difference:
    """Two values of one group. `fill` is what no row stands for (0 for sums and counts), None for nothing."""
    bucket, dimensions = key
    left, right = (a, b) if fill is None else (_or(a, fill), _or(b, fill))
    absolute: Decimal | None = None
    relative: Decimal | None = None
    within = left is None and right is None
    if left is not None and right is not None:
        with localcontext(_EXACT):
            absolute, larger = abs(right - left), max(abs(left), abs(right))
            relative = absolute / larger if larger else Decimal(0)
            within = absolute <= max(tolerance.absolute, tolerance.relative * larger)
    return Difference(
        bucket=bucket,
        dimensions=dimensions,
        value_a=a,
        value_b=b,
        absolute=absolute,
        relative=relative,
        within=within,
        missing="" if within else _missing(a, b),
    )


def _missing(a: Decimal | None, b: Decimal | None) -> Missing:
    if (a is None) == (b is None):
        return ""
    return "a" if a is None else "b"


def _or(value: Decimal | None, fill: int) -> Decimal:
    return Decimal(fill) if value is None else value
