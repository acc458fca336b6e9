"""The parts of a condition, each of which an engine may test alone."""

from collections.abc import Iterator

from sqlglot import exp


def anded(condition: exp.Expr) -> Iterator[exp.Expr]:
    """What is joined by AND in a condition, or in a clause that holds one."""
    stack = [condition]
    while stack:
        part = stack.pop()
        if isinstance(part, exp.And | exp.Paren | exp.Where | exp.Having):
            stack.extend(part.iter_expressions())
        else:
            yield part
