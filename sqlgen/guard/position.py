"""What a refusal says of a node: where it stood in the text that was given, and what it is called."""

import re

from sqlglot import exp


def position_of(node: exp.Expr | None) -> int:
    """Where a node stands in the text: its offset, or that of the nearest name below or above it; else 0."""
    below = node
    for found in below.walk() if below is not None else ():
        if "start" in found.meta:
            return int(found.meta["start"])
    while node is not None:
        if "start" in node.meta:
            return int(node.meta["start"])
        node = node.parent
    return 0


def words_of(kind: type[exp.Expr]) -> str:
    """The name of a node type in plain words: SimilarTo becomes `Similar to`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).capitalize()
