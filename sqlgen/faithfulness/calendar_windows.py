"""A window told by the calendar, written out as its two bounds, so that others can be bound to: `YEAR(x) = 2025 AND
MONTH(x) = 10` or `DATE_TRUNC('month', x) = DATE '2025-10-01'`.
"""

from datetime import date
from typing import Final

from sqlglot import exp

from sqlgen.compiler import nodes

_YEARS: Final = (exp.Year, exp.TimeToStr, exp.DateTrunc, exp.TimestampTrunc)
_MONTHS: Final = (exp.Month, exp.Quarter)
_TELLING: Final = (exp.EQ, exp.In, exp.Between, exp.GT, exp.GTE, exp.LT, exp.LTE)


def write_out_bounds(tree: exp.Expr, names: set[str], start: date, end: date) -> None:
    """Put the bounds where a year of a column of these names is told, and nothing where its months are. Whether the
    window was told so is for the check of what comes of it.
    """
    for node in list(tree.find_all(*_TELLING)):
        part = _part_told(node, names)
        if part is None:
            continue
        if not _tells_a_year(part):
            _leave_out(node)
        elif isinstance(node, exp.EQ):
            time = _time(part)
            first = exp.GTE(this=time.copy(), expression=nodes.day(start))
            node.replace(
                exp.Paren(this=exp.And(this=first, expression=exp.LT(this=time, expression=nodes.day(end))))
            )


def _part_told(node: exp.Expr, names: set[str]) -> exp.Expr | None:
    """The part of a time that is compared with constants; None for any other comparison."""
    sides = [value for value in node.args.values() if isinstance(value, exp.Expr)]
    held = [side for side in sides if side.find(exp.Column) is not None]
    if len(held) != 1 or any(one.find(exp.Column) for one in node.expressions):
        return None
    if not any(column.name.lower() in names for column in held[0].find_all(exp.Column)):
        return None
    parts = [one for one in held[0].find_all(exp.Expr) if _tells_a_year(one) or _tells_months(one)]
    return next((one for one in parts if _tells_a_year(one)), parts[0] if parts else None)


def _tells_a_year(node: exp.Expr) -> bool:
    return isinstance(node, _YEARS) or _named(node) == "year"


def _tells_months(node: exp.Expr) -> bool:
    return isinstance(node, _MONTHS) or _named(node) in ("month", "quarter")


def _named(node: exp.Expr) -> str:
    """The part that EXTRACT or DATE_PART asks for."""
    if isinstance(node, exp.Extract):
        return node.name.lower()
    named = (
        isinstance(node, exp.Anonymous) and node.name.upper() == "DATE_PART" and len(node.expressions) == 2
    )
    return node.expressions[0].name.lower() if named else ""


def _time(part: exp.Expr) -> exp.Expr:
    found: exp.Expr = part.this
    if isinstance(part, exp.Extract):
        found = part.expression
    elif isinstance(part, exp.Anonymous):
        found = part.expressions[1]
    return found.this if isinstance(found, exp.TsOrDsToDate) else found


def _leave_out(node: exp.Expr) -> None:
    whole = node.parent
    if isinstance(whole, exp.And):
        whole.replace(whole.expression if node is whole.this else whole.this)
    else:
        node.replace(exp.true())
