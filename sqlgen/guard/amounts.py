"""Numbers in the text that say how much an answer is: how often a text is repeated, how many values are kept."""

from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_whole_up_to
from sqlgen.guard.of_aggregates import not_over_a_window
from sqlgen.guard.violation import GuardViolation

MAX_REPEATED: Final = 255
MAX_FACTORIAL: Final = 33  # the last that DuckDB can say
MAX_KEPT: Final = 100

Rule = Callable[[exp.Expr, Dialect], GuardViolation | None]


def _repeated(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """REPEAT(x, 3), SPACE(3)."""
    times = node.this if isinstance(node, exp.Space) else node.args.get("times")
    if is_whole_up_to(MAX_REPEATED, times):
        return None
    return GuardViolation(
        "too_large", f"A text is repeated at most {MAX_REPEATED} times, written as a number."
    )


def _factorial(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL would write every digit out."""
    if is_whole_up_to(MAX_FACTORIAL, node.this):
        return None
    return GuardViolation("too_large", f"FACTORIAL takes a number of at most {MAX_FACTORIAL}, written out.")


def _of_a_character(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """CHR(65): one number, one letter."""
    return None if len(node.expressions) == 1 else GuardViolation("unsupported", "CHR takes one number.")


def _several(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """MAX(x, 3), ARG_MAX(x, y, 3): DuckDB's lists of the first few. APPROX_TOP_K(x, 3)."""
    top = isinstance(node, exp.ApproxTopK)
    kept = node.args.get("expression" if top else "count")
    if kept is None:
        return None
    if (top or dialect == "duckdb") and is_whole_up_to(MAX_KEPT, kept):
        return not_over_a_window(node, dialect)
    return GuardViolation(
        "too_large", f"How many values are kept is a number of at most {MAX_KEPT}, in DuckDB: MAX(x, 3)."
    )


RULES: Final[dict[type[exp.Expr], Rule]] = {
    exp.Repeat: _repeated,
    exp.Space: _repeated,
    exp.Factorial: _factorial,
    exp.Chr: _of_a_character,
    **dict.fromkeys((exp.Max, exp.Min, exp.ArgMax, exp.ArgMin, exp.ApproxTopK), _several),
}
