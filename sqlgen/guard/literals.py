"""What an argument is by its form: a text, a whole number, a cast."""

from sqlglot import exp


def is_text(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_string


def is_whole(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_int and len(node.name) <= 9


def is_whole_up_to(most: int, node: exp.Expr | None) -> bool:
    """Whether an argument is a whole number that is written out, and at most so big."""
    return node is not None and is_whole(node) and int(node.name) <= most


def is_cast_to(node: exp.Expr, kinds: frozenset[exp.DType]) -> bool:
    node = node.unnest()
    return isinstance(node, exp.Cast) and node.to.args["this"] in kinds
