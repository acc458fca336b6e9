"""The order and limit of the whole statement, which are the intent's and nobody else's."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.contracts import Intent
from sqlgen.faithfulness.logic import never_null
from sqlgen.faithfulness.terms import Term

_WHOLE = frozenset({exp.DType.INT, exp.DType.BIGINT})


def order_differences(tree: exp.Expr, intent: Intent, names: tuple[str, ...], value: Term) -> Iterator[str]:
    """Why order and limit are not the intent's. An order nobody asked for changes no number."""
    limit = _limit(tree)
    if tree.args.get("offset"):
        yield "OFFSET leaves rows out."
    if names == ("value",) and limit != 0:
        return  # one row has no order and fits any limit
    if intent.limit and intent.grain:
        yield "A limit on a series cannot be shown to keep the largest groups."
        return
    if limit != intent.limit:
        yield _limits(limit, intent.limit)
    wanted = intent.order or (("-value",) if intent.limit and intent.dimensions else ())
    if not wanted:
        return
    given = [_key(one, tree, names) for one in (tree.args.get("order") or exp.Order()).expressions]
    if [name for name, _ in given[: len(wanted)]] != list(wanted):
        yield f"The order must be {', '.join(map(_in_words, wanted))}."
    elif intent.limit and not never_null(value):
        yield from _nulls(given[: len(wanted)])


def _limit(tree: exp.Expr) -> int | None:
    node = tree.args.get("limit")
    amount = (node.args.get("expression") or node.args.get("count")) if node is not None else None
    return int(amount.name) if amount is not None else None


def _limits(given: int | None, wanted: int | None) -> str:
    if wanted is None:
        return f"LIMIT {given} leaves rows out; none was asked for."
    return f"The answer must be limited to {wanted} rows" + (f", not {given}." if given else ".")


def _key(ordered: exp.Expr, tree: exp.Expr, names: tuple[str, ...]) -> tuple[str, bool]:
    """An order's column as an intent writes it, and whether NULL comes last."""
    name = _column(ordered.this, tree, names)
    return ("-" if ordered.args.get("desc") else "") + name, not ordered.args.get("nulls_first")


def _column(node: exp.Expr, tree: exp.Expr, names: tuple[str, ...]) -> str:
    if isinstance(node, exp.Literal) and node.is_int and 1 <= int(node.name) <= len(names):
        name = names[int(node.name) - 1]
        return "" if name == "hour" else name  # its text sorts 10 before 9
    if isinstance(node, exp.Cast) and node.args["to"].this in _WHOLE and node.this.name == "hour":
        return "hour" if isinstance(node.this, exp.Column) else ""
    if isinstance(node, exp.Column) and not node.table and node.name.lower() in names:
        return "" if node.name.lower() == "hour" else node.name.lower()
    return next(
        (
            name
            for name, one in zip(names, tree.args.get("expressions") or (), strict=False)
            if one.unalias() == node
        ),
        "",
    )


def _nulls(given: list[tuple[str, bool]]) -> Iterator[str]:
    for name, last in given:
        if name.removeprefix("-") == "value" and not last:
            yield "Groups without a value must come last: write NULLS LAST."


def _in_words(name: str) -> str:
    return f"{name.removeprefix('-')} {'from the largest' if name.startswith('-') else 'from the smallest'}"
