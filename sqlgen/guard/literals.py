"""What an argument is by its form: a text, a whole number."""

from sqlglot import exp


def is_text(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_string


def is_whole(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_int and len(node.name) <= 9
