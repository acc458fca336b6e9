"""Puts one node in the place of another."""

from sqlglot import exp


def swap(old: exp.Expr, new: exp.Expr) -> None:
    """Like sqlglot's `replace`, which numbers a whole list anew for each node in it: a list of 1,500 takes 1,500 times
    as long. The root has no place."""
    parent, key, index = old.parent, old.arg_key, old.index
    if parent is None or key is None:
        return
    held = parent.args[key]
    if index is None or not isinstance(held, list) or parent._hash is not None:  # which is of the old ones
        parent.set(key, new, index)
    else:
        held[index] = new
        new.parent, new.arg_key, new.index = parent, key, index
    old.parent = old.arg_key = old.index = None
