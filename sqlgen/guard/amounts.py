"""Numbers in the text that say how much an answer is: how often a text is repeated, how many values are kept."""

from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_whole
from sqlgen.guard.of_aggregates import not_over_a_window
from sqlgen.guard.violation import GuardViolation

MAX_REPEATED: Final = 255
MAX_FACTORIAL: Final = 33  # the last that DuckDB can say
MAX_KEPT: Final = 100

Rule = Callable[[exp.Expr, Dialect], GuardViolation | None]


def written(node: exp.Expr | None, most: int) -> bool:
    """Whether an argument is a whole number that is written out, and at most so big."""
    return node is not None and is_whole(node) and int(node.name) <= most


def repeated(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """REPEAT(x, 3), SPACE(3)."""
    times = node.this if isinstance(node, exp.Space) else node.args.get("times")
    if written(times, MAX_REPEATED):
        return None
    return GuardViolation(
        "too_large", f"A text is repeated at most {MAX_REPEATED} times, written as a number."
    )


def factorial(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL would write every digit out."""
    if written(node.this, MAX_FACTORIAL):
        return None
    return GuardViolation("too_large", f"FACTORIAL takes a number of at most {MAX_FACTORIAL}, written out.")


def of_a_character(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """CHR(65): one number, one letter."""
    return None if len(node.expressions) == 1 else GuardViolation("unsupported", "CHR takes one number.")


def several(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """MAX(x, 3), ARG_MAX(x, y, 3): DuckDB's lists of the first few. APPROX_TOP_K(x, 3)."""
    top = isinstance(node, exp.ApproxTopK)
    kept = node.args.get("expression" if top else "count")
    if kept is None:
        return None
    if (top or dialect == "duckdb") and written(kept, MAX_KEPT):
        return not_over_a_window(node, dialect)
    return GuardViolation(
        "too_large", f"How many values are kept is a number of at most {MAX_KEPT}, in DuckDB: MAX(x, 3)."
    )


RULES: Final[dict[type[exp.Expr], Rule]] = {
    exp.Repeat: repeated,
    exp.Space: repeated,
    exp.Factorial: factorial,
    exp.Chr: of_a_character,
    **dict.fromkeys((exp.Max, exp.Min, exp.ArgMax, exp.ArgMin, exp.ApproxTopK), several),
}
