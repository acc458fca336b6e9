"""Where regular expressions stand, and what they may be: SUBSTRING, REGEXP_…, SIMILAR TO, SPLIT."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_cast_to, is_text, is_whole
from sqlgen.guard.marks import BY_PLACE_ONLY
from sqlgen.guard.patterns import is_tame
from sqlgen.guard.violation import GuardViolation

MAX_REPLACEMENT: Final = 64

_WHOLE = frozenset({exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT})
# What is a number by its form: PostgreSQL has no sum of texts.
_NUMBERS = (exp.Neg, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.StrPosition, exp.Length)


def substring(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """SUBSTRING(text FROM text) is a regular expression in PostgreSQL, whatever the text comes from."""
    start = node.args.get("start")
    if dialect != "postgres" or start is None:
        return None
    if is_text(start) and node.args.get("length") is None and not node.meta.get(BY_PLACE_ONLY):
        return untamed(start)
    start = start.unnest()
    if isinstance(start, _NUMBERS) or is_whole(start) or is_cast_to(start, _WHOLE):
        return None
    return GuardViolation("forbidden_literal", "Write where SUBSTRING starts as a number, or CAST(x AS INT).")


def regular(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    replacement, modifiers = node.args.get("replacement"), node.args.get("modifiers")
    if isinstance(node, exp.RegexpReplace) and replacement is None:
        return GuardViolation("unsupported", "REGEXP_REPLACE takes a replacement.")
    if replacement is not None and not (is_text(replacement) and len(replacement.name) <= MAX_REPLACEMENT):
        return GuardViolation(
            "forbidden_literal", f"A replacement is a text of at most {MAX_REPLACEMENT} characters."
        )
    if modifiers is not None and not (is_text(modifiers) and set(modifiers.name) <= {"g", "i"}):
        return GuardViolation("forbidden_literal", "A regular expression takes the options g and i.")
    group = node.args.get("group")
    if group is not None and not is_whole(group):
        return GuardViolation("forbidden_literal", "Write the group of a regular expression as a number.")
    return untamed(node.expression)


def untamed(pattern: exp.Expr) -> GuardViolation | None:
    if is_text(pattern) and is_tame(pattern.name):
        return None
    return GuardViolation(
        "forbidden_literal",
        "Write a regular expression as a short text, with few parts of open length and none inside another.",
    )


def similar(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL makes a regular expression of it, in which % is a part of open length."""
    pattern = node.expression
    if is_text(pattern) and is_tame(pattern.name.replace("%", ".*")):
        return None
    return untamed(exp.Null())


def split(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """SPLIT on Databricks and STRING_SPLIT_REGEX on DuckDB take a regular expression."""
    limit = node.args.get("limit")
    if limit is not None and not is_whole(limit):
        return GuardViolation("forbidden_literal", "Write the limit of SPLIT as a number.")
    return untamed(node.expression)
