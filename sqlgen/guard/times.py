"""Parts of times: which words may name one, and where such words stand."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.marks import SHORT_UNIT
from sqlgen.guard.units import UNITS, parts_of
from sqlgen.guard.violation import GuardViolation

OF_A_PART = frozenset({"DATE_PART", "DATEPART", "DATE_SUB", "DATESUB"})
_INTERVAL_PARTS = frozenset({"years", "months", "weeks", "days", "hours", "mins", "secs"})
_SHORT_UNITS = frozenset({"YYYY", "YY", "MON", "MM"})  # TRUNC(day, 'MM') of Databricks


def extracted_part(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A part is a bare word or a text; on Databricks sqlglot writes what stands inside the text, without quotes."""
    part = node.this
    named = None if isinstance(part, exp.Var) else named_unit(part)  # a bare word is looked at like any other
    return named or _part_of(part, dialect, cut=False)


def named_unit(part: exp.Expr | None) -> GuardViolation | None:
    if part is not None and is_text(part) and part.name.upper() in UNITS:
        return None
    return GuardViolation("forbidden_unit", "Write the part of a time as one known word, like 'month'.")


def _part_of(part: exp.Expr, dialect: Dialect, *, cut: bool) -> GuardViolation | None:
    """Why an engine does not know a part of a time that is a known word."""
    known = parts_of(dialect, cut=cut)
    if part.name.upper() in known or part.name.upper() not in UNITS:
        return None
    listed = ", ".join(sorted(word.lower() for word in known))
    does = "cuts no time by" if cut else "reads no"
    return GuardViolation("forbidden_unit", f"{dialect} {does} {part.name.lower()} here. It knows {listed}.")


def two_pairs(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if len(node.this.expressions) == len(node.expression.expressions) == 2:
        return None
    return GuardViolation("forbidden_node", "OVERLAPS takes two pairs.")


def interval_part(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`MAKE_INTERVAL(days => x)`; the names are rendered as they stand."""
    if not isinstance(node.parent, exp.MakeInterval) or node.name.lower() not in _INTERVAL_PARTS:
        return GuardViolation(
            "forbidden_node", "Only MAKE_INTERVAL has named arguments: days, hours and the like."
        )
    if is_text(node.expression):
        return GuardViolation("forbidden_literal", "A part of MAKE_INTERVAL is a number.")
    return None


def known_unit(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    unit = node.args.get("unit")
    if node.meta.get(SHORT_UNIT):
        return GuardViolation(
            "forbidden_unit", "Write the unit out, like QUARTER: Spark knows no shorter one here."
        )
    if unit is None:
        return None
    cuts = isinstance(node, exp.TimestampTrunc | exp.DateTrunc)
    if isinstance(node, exp.DateTrunc) and unit.name.upper() in _SHORT_UNITS and is_text(unit):
        return None
    named = None if isinstance(unit, exp.Var) else named_unit(unit)  # a bare word is looked at like any other
    return named or (_part_of(unit, dialect, cut=True) if cuts else None)
