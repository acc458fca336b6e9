"""FETCH FIRST ROW ONLY, and PostgreSQL's FETCH FIRST n ROWS WITH TIES: as many rows more as are equal to the last.

The row cap stands around such a query, in the order it was written in.
"""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.position import position_of
from sqlgen.guard.violation import GuardViolation

_NO_TIES: Final = GuardViolation(
    "forbidden_limit",
    "FETCH FIRST n ROWS WITH TIES is PostgreSQL's, with an ORDER BY, columns by their names and no *. Or write RANK() "
    "OVER (ORDER BY x DESC) <= n in a query around.",
)


def write_one(root: exp.Expr) -> None:
    """FETCH FIRST ROW without a number takes one."""
    for fetch in root.find_all(exp.Fetch):
        if fetch.args.get("count") is None:
            fetch.set("count", exp.Literal.number(1))


def keeps_ties(node: exp.Expr | None) -> bool:
    """Whether a LIMIT keeps what is equal to the last row."""
    options = node.args.get("limit_options") if isinstance(node, exp.Fetch) else None
    return options is not None and bool(options.args.get("with_ties"))


def ties_in_place(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why ties may not be kept here; None where they may."""
    if not node.args.get("with_ties"):
        return None
    query = node.parent.parent if node.parent is not None else None
    ordered = isinstance(query, exp.Select) and query.args.get("order") is not None
    return None if dialect == "postgres" and ordered else _NO_TIES


def put_around(root: exp.Expr) -> exp.Expr:
    """A query around one that keeps ties, sorted as that is; the root itself where it keeps none. Raises
    GuardViolation where the order cannot be said of its columns."""
    if not isinstance(root, exp.Select) or not keeps_ties(root.args.get("limit")):
        return root
    order, listed = root.args.get("order"), list(root.expressions)
    if order is None or any(map(_is_star, listed)):
        raise GuardViolation(_NO_TIES.code, _NO_TIES.message, position_of(root))
    keys, shown = [], list(listed)
    for number, key in enumerate(order.expressions, 1):
        place = _place(key.this, listed)
        if place is None:
            shown.append(exp.Alias(this=key.this.copy(), alias=_name(f"tied_by_{number}")))
            place = len(shown)
        keys.append((key.copy(), place))
    return _around(root, keys, listed, shown)


def _around(
    root: exp.Select, keys: list[tuple[exp.Expr, int]], listed: list[exp.Expr], shown: list[exp.Expr]
) -> exp.Expr:
    """The query around, which leaves out what was listed for its order only."""
    columns: list[exp.Expr] = [exp.Star()]
    if len(shown) > len(listed):
        names = [_called(item) for item in shown]
        if None in names or len(set(names)) < len(names) or root.args.get("distinct") is not None:
            raise GuardViolation(_NO_TIES.code, _NO_TIES.message, position_of(root))
        kept = filter(None, names[: len(listed)])
        columns = [exp.Column(this=_name(name), table=_name("tied")) for name in kept]
        root.set("expressions", shown)
    for around, place in keys:
        if place <= len(listed):
            around.set("this", exp.Literal.number(place))
        else:
            around.set("this", exp.Column(this=_name(shown[place - 1].alias), table=_name("tied")))
    held = exp.Subquery(this=root, alias=exp.TableAlias(this=_name("tied")))
    return exp.Select(
        expressions=columns,
        from_=exp.From(this=held),
        order=exp.Order(expressions=[around for around, _ in keys]),
    )


def _name(text: str) -> exp.Identifier:
    return exp.Identifier(this=text, quoted=True)


def _place(key: exp.Expr, listed: list[exp.Expr]) -> int | None:
    """Which of the columns a key of ORDER BY is, from 1; a name means a column's alias before anything else."""
    if isinstance(key, exp.Literal):
        fits = key.is_int and 0 < int(key.name) <= len(listed)
        return int(key.name) if fits else None
    if isinstance(key, exp.Column) and not key.table:
        named = [at for at, item in enumerate(listed, 1) if _called(item) == _called(key)]
        if named:
            return named[0] if len(named) == 1 else None
    same = [at for at, item in enumerate(listed, 1) if item.unalias() == key]
    return same[0] if same else None


def _called(item: exp.Expr) -> str | None:
    """The name of a column of the list, as PostgreSQL folds it."""
    named = item.args.get("alias") if isinstance(item, exp.Alias) else item.args.get("this")
    if not isinstance(named, exp.Identifier) or not isinstance(item, exp.Alias | exp.Column):
        return None
    return str(named.this) if named.args.get("quoted") else str(named.this).lower()


def _is_star(item: exp.Expr) -> bool:
    return isinstance(item, exp.Star) or (isinstance(item, exp.Column) and isinstance(item.this, exp.Star))
