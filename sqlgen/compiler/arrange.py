"""Order and limit. Always a total order over the keys, so that the same data gives the same answer twice."""

from sqlglot import exp

from sqlgen.compiler import nodes
from sqlgen.compiler.context import Ask, Relate
from sqlgen.contracts import Dialect, Intent

_NUMERIC_TEXT = "hour"
_NOT_NAMES = ("bucket", "period", "weekday", _NUMERIC_TEXT)


def arranged(
    query: exp.Query, columns: tuple[str, ...], intent: Intent, relate: Relate, dialect: Dialect
) -> exp.Query:
    """The answer in order. With a grain, `limit` keeps the largest groups of the current window."""
    if intent.limit and intent.grain:
        query = _only_top(query, columns, intent, relate, dialect)
    order = intent.order or _default_order(intent)
    return _ordered(query, columns, order, None if intent.grain else intent.limit, dialect)


def _default_order(intent: Intent) -> tuple[str, ...]:
    return ("bucket",) if intent.grain else ("-value",)


def _ordered(
    query: exp.Query, columns: tuple[str, ...], order: tuple[str, ...], limit: int | None, dialect: Dialect
) -> exp.Query:
    asked = {given.removeprefix("-"): given.startswith("-") for given in order}
    keys = [name for name in columns if name not in ("value", "previous_value")]
    for name in ("bucket", *(name for name in keys if name != "period"), "period"):
        if name in keys:
            asked.setdefault(name, False)
    if not keys:
        return query
    # Which names a limit leaves out must not hang on how a PostgreSQL database sorts text: the others sort by code
    # point.
    collated = {name for name in keys if name not in _NOT_NAMES} if limit and dialect == "postgres" else set()
    if _NUMERIC_TEXT in keys or collated:
        query = nodes.select([nodes.column(name) for name in columns], nodes.derived(query, "answer"))
    ordered = [_key(name, down, columns, collated) for name, down in asked.items()]
    query.set("order", exp.Order(expressions=ordered))
    if limit:
        query.set("limit", exp.Limit(expression=nodes.number(limit)))
    return query


def _key(name: str, down: bool, columns: tuple[str, ...], collated: set[str]) -> exp.Ordered:
    if name == _NUMERIC_TEXT:
        this: exp.Expr = nodes.cast(nodes.column(name), exp.DType.INT)
    elif name in collated:
        this = exp.Collate(this=nodes.column(name, "answer"), expression=nodes.name("C"))
    else:
        this = nodes.number(columns.index(name) + 1)
    # Totals (bucket NULL) come first: a row cap cuts the far end of a series, never its total.
    return exp.Ordered(this=this, desc=down, nulls_first=name == "bucket")


def _only_top(
    query: exp.Query, columns: tuple[str, ...], intent: Intent, relate: Relate, dialect: Dialect
) -> exp.Select:
    ask = Ask(
        dimensions=intent.dimensions, filters=intent.filters, grain=None, window=intent.window, totals=False
    )
    ranking = tuple(given for given in intent.order if given.removeprefix("-") != "bucket") or ("-value",)
    names = (*intent.dimensions, "value")
    top = _ordered(relate(ask), names, ranking, intent.limit, dialect)
    on: list[exp.Expr] = [
        exp.EQ(this=nodes.column(name, "series"), expression=nodes.column(name, "top"))
        for name in intent.dimensions
    ]
    kept: exp.Expr = exp.Not(
        this=exp.Is(this=nodes.column(intent.dimensions[0], "top"), expression=exp.Null())
    )
    if intent.totals:
        total = exp.Is(this=nodes.column("bucket", "series"), expression=exp.Null())
        kept = exp.Or(this=total, expression=kept)
    join = exp.Join(this=nodes.derived(top, "top"), side="LEFT", on=nodes.all_of(on))
    selected = nodes.select(
        [nodes.column(name, "series") for name in columns], nodes.derived(query, "series"), [join]
    )
    selected.set("where", exp.Where(this=kept))
    return selected
