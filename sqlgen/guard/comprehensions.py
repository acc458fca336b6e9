"""DuckDB's `[UPPER(x) FOR x IN tags IF x <> 'none']`, written as the LIST_TRANSFORM and LIST_FILTER it is short for."""

import re
from typing import Final

from sqlglot import exp

from sqlgen.guard.swap import swap

COMPREHENDED: Final = re.compile(r"(?i:\bFOR\b)")


def unfold_comprehensions(root: exp.Expr) -> None:
    """Rewrite each list that is nothing but one comprehension; what is left is refused."""
    for listed in list(root.find_all(exp.Array)):
        made = listed.expressions[0] if len(listed.expressions) == 1 else None
        if not isinstance(made, exp.Comprehension) or made.args.get("position") is not None:
            continue
        called, held, kept = made.expression, made.args["iterator"], made.args.get("condition")
        if not isinstance(called, exp.Identifier):
            continue
        if kept is not None:
            held = exp.ArrayFilter(this=held, expression=_of(called, kept))
        if not (isinstance(made.this, exp.Column) and made.this.name == called.name and not made.this.table):
            held = exp.Transform(this=held, expression=_of(called, made.this))
        swap(listed, held)


def _of(called: exp.Identifier, body: exp.Expr) -> exp.Lambda:
    """The function of a value; where it is named in what it says there stands a column so far."""
    around = exp.Lambda(this=body, expressions=[called.copy()])
    for column in list(around.find_all(exp.Column)):
        parts = column.parts
        if parts[0].name != called.name:
            continue
        value: exp.Expr = parts[0].copy()
        for field in parts[1:]:
            value = exp.Dot(this=value, expression=field.copy())
        column.replace(value)
    return around
