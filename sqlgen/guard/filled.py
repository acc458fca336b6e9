"""Which slots of a node hold anything: what is rebuilt as something else may have no others, or they would be lost."""

from sqlglot import exp


def filled(node: exp.Expr) -> set[str]:
    """The slots of a node that hold anything."""
    return {slot for slot, value in node.args.items() if value}
