"""Databricks: what keeps Spark from testing anything before the row rules, and from stopping halfway.

`MONOTONICALLY_INCREASING_ID()` tells where a row stands, so Spark takes no condition past one that asks for it: behind
`AND MONOTONICALLY_INCREASING_ID() >= 0`, which is true of every row, nothing is tested before a row rule. (It knows
that `RAND() < 2` is always true, and takes that away.) As the last thing that rows are ordered by it makes Spark read
all of them before it gives the first, and orders them as they come.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.guard.position import position_of
from sqlgen.guard.scope import fold
from sqlgen.guard.violation import GuardViolation

NUMBER: Final = "MONOTONICALLY_INCREASING_ID"
# Spark allows nothing in a query here that depends on where a row stands.
_NO_NUMBERS: Final = (exp.Lateral, exp.Join, exp.AggFunc)


class Lifted(NamedTuple):
    """The fences a rebuilt text had, by the id of what they stood in: projections, and queries put in order."""

    projections: frozenset[int]
    queries: frozenset[int]


NOTHING_LIFTED: Final = Lifted(frozenset(), frozenset())


def behind(condition: exp.Expr) -> exp.Expr:
    """The row rule, and behind it the fence."""
    return exp.And(this=condition, expression=exp.GTE(this=_number(), expression=exp.Literal.number(0)))


def order_all(root: exp.Expr) -> None:
    """Put every query that may be left halfway in order, last by how its rows come."""
    for query in list(_left_halfway(root)):
        order = query.args.get("order")
        if order is None:
            query.set("order", exp.Order(expressions=[_last()]))
        else:
            _count_out(order)
            order.append("expressions", _last())


def _count_out(order: exp.Expr) -> None:
    """ORDER BY ALL has to stand alone: write the places of the columns instead."""
    (key, *more) = order.expressions
    if more or not isinstance(key.this, exp.Var) or key.this.name.upper() != "ALL":
        return
    select = order.parent.find(exp.Select) if order.parent is not None else None
    items = select.expressions if select is not None else []
    if not items or any(item.is_star for item in items):
        raise GuardViolation(
            "unsupported", "Rows are hidden from you: here ORDER BY names its columns.", position_of(key)
        )
    places = [key.copy() for _ in items]
    for number, place in enumerate(places, 1):
        place.set("this", exp.Literal.number(number))
    order.set("expressions", places)


def check_places(root: exp.Expr) -> None:
    """Refuse fences where Spark could not run them; raises GuardViolation."""
    ctes = {fold(cte.alias, "databricks"): cte for cte in root.find_all(exp.CTE)}
    for place in root.find_all(*_NO_NUMBERS):
        inner = place.args.get("on") if isinstance(place, exp.Join) else place
        for query in inner.find_all(exp.Query) if inner is not None else ():
            if _has_a_fence(query, ctes):
                raise GuardViolation(
                    "unsupported",
                    "Rows are hidden from you: here no query may stand in LATERAL, in a join's ON or in an aggregate. "
                    "Join it instead.",
                    position_of(query),
                )


def lift(root: exp.Expr) -> Lifted:
    """Take the fences out of a rebuilt text's tree. One that stands anywhere else stays in, and is refused."""
    projections, queries = set[int](), set[int]()
    for node in list(root.find_all(exp.Anonymous)):
        if node.this != NUMBER or node.expressions:
            continue
        held = node.parent
        around = held.parent if held is not None else None
        if isinstance(held, exp.Ordered) and isinstance(around, exp.Order) and around.expressions[-1] is held:
            queries.add(id(around.parent))
            held.pop()
            if not around.expressions:
                around.pop()
        elif (
            isinstance(around, exp.And) and isinstance(around.parent, exp.Where) and _is_behind(held, around)
        ):
            projections.add(id(around.parent.parent))
            around.replace(around.this)
    return Lifted(frozenset(projections), frozenset(queries))


def _is_behind(held: exp.Expr | None, condition: exp.And) -> bool:
    """Whether this is the fence that `behind` writes, and the last part of the condition."""
    return held is condition.expression and held == exp.GTE(this=_number(), expression=exp.Literal.number(0))


def are_in_order(root: exp.Expr, lifted: Lifted) -> bool:
    """Whether every query was in order that may be left halfway."""
    return lifted.queries >= frozenset(map(id, _left_halfway(root)))


def _left_halfway(root: exp.Expr) -> Iterator[exp.Expr]:
    """Queries with a LIMIT, and those behind EXISTS. In LATERAL Spark numbers all rows for a LIMIT."""
    for node in root.find_all(exp.Select, exp.SetOperation, exp.Subquery):
        ends = node.args.get("limit") is not None or node.args.get("offset") is not None
        if (ends or _is_behind_exists(node)) and node.find_ancestor(exp.Lateral) is None:
            yield node


def _is_behind_exists(node: exp.Expr) -> bool:
    if isinstance(node, exp.Subquery):
        return False
    around = node.parent
    while isinstance(around, exp.Subquery):
        around = around.parent
    return isinstance(around, exp.Exists)


def _has_a_fence(query: exp.Expr, ctes: dict[str, exp.CTE]) -> bool:
    """Whether one is in the query, or in a CTE it reads."""
    waiting, seen = [query], set[int]()
    while waiting:
        part = waiting.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        if any(node.this == NUMBER for node in part.find_all(exp.Anonymous)):
            return True
        names = (fold(table.name, "databricks") for table in part.find_all(exp.Table))
        waiting.extend(ctes[name] for name in names if name in ctes)
    return False


def _number() -> exp.Expr:
    return exp.Anonymous(this=NUMBER)


def _last() -> exp.Expr:
    return exp.Ordered(this=_number(), nulls_first=True)
