"""Joins inside joins: `a LEFT JOIN (b JOIN c ON …) ON …`, with brackets or without.

Whatever comes after this reads a FROM as a row of joins, each of one source. Brackets that a FROM begins with add
nothing and are left out. Joins that another join brings become a query with the columns that are read of them
(`joined_queries.py`), which is what they mean; it is checked like any other.
"""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.joined_queries import Names, put_query
from sqlgen.guard.joins import begins_part
from sqlgen.guard.policy import Policy
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import fold
from sqlgen.guard.source_names import brought, is_bracket, named_as
from sqlgen.guard.violation import GuardViolation

MAX_NESTED = 8  # joins that bring others, in a statement: each is looked for in all of its query


def open_joins(root: exp.Expr, dialect: Dialect, policy: Policy) -> None:
    """Write them out. What stands anywhere but in FROM stays, and is refused. Raises GuardViolation."""
    inner = [join for join in root.find_all(exp.Join) if not isinstance(join.parent, exp.Select)]
    if not inner:
        return
    for bracket in list(root.find_all(exp.Subquery)):
        if (
            is_bracket(bracket)
            and filled(bracket) <= {"this", "alias", "joins"}
            and bracket.args.get("alias")
        ):
            _name_bracket(bracket)
    names = Names(root, dialect)
    waiting = list({id(join.parent_select): join.parent_select for join in inner}.values())
    opened = 0
    while waiting:
        select = waiting.pop(0)
        if not isinstance(select, exp.Select) or select.args.get("from_") is None:
            continue
        _check_names(select, dialect)
        _begin_flat(select, dialect)
        for join in list(select.args.get("joins") or ()):
            if not brought(join.this):
                continue
            opened += 1
            if opened > MAX_NESTED:
                raise GuardViolation(
                    "too_many_joins", f"{MAX_NESTED} joins may bring others in brackets.", position_of(join)
                )
            waiting.append(put_query(join, _as_select(join.this, dialect), names, dialect, policy))


def _name_bracket(bracket: exp.Subquery) -> None:
    """`(a JOIN b ON …) AS j` hides the names in it, as a query does."""
    held, joins = _unfolded(bracket.this)
    query = exp.Select(expressions=[exp.Star()], from_=exp.From(this=held), joins=joins)
    bracket.set("this", query)


def _check_names(select: exp.Select, dialect: Dialect) -> None:
    """Refuse a name that FROM gives twice, in brackets or not."""
    met: set[str] = set()
    for source in _sources(select):
        called = named_as(source)
        key = fold(called.this, dialect) if called is not None else None
        if key in met:
            raise GuardViolation(
                "duplicate_name", f"FROM names {key!a} twice: give one an alias.", position_of(source)
            )
        met |= {key} if key is not None else set()


def _sources(select: exp.Select) -> Iterator[exp.Expr]:
    for part in (select.args["from_"], *(select.args.get("joins") or ())):
        yield from brought(part.this) or [part.this]


def _begin_flat(select: exp.Select, dialect: Dialect) -> None:
    """Leave out the brackets that a FROM, or what stands behind a comma in it, begins with."""
    first = select.args["from_"]
    held, joins = _unfolded(first.this, from_first=dialect == "duckdb")
    first.set("this", held)
    for join in list(select.args.get("joins") or ()):
        joins.append(join)
        if begins_part(join):
            held, more = _unfolded(join.this)
            join.set("this", held)
            joins += more
    select.set("joins", joins)


def _unfolded(source: exp.Expr, *, from_first: bool = True) -> tuple[exp.Expr, list[exp.Expr]]:
    """What brackets begin with, and the joins behind it. `FROM a JOIN b ON …` without a SELECT is DuckDB's."""
    joins = _taken(source) if from_first or is_bracket(source) else []
    while is_bracket(source) and filled(source) == {"this"}:
        source = source.this
        inner = _taken(source)
        for join in inner:
            if begins_part(join):
                raise GuardViolation(
                    "parse_error", "Brackets in FROM hold joins: no comma.", position_of(join)
                )
        joins = inner + joins
    return source, joins


def _taken(source: exp.Expr) -> list[exp.Expr]:
    joins: list[exp.Expr] = source.args.get("joins") or []
    source.set("joins", None)
    return joins


def _as_select(source: exp.Expr, dialect: Dialect) -> exp.Select:
    """The joins that another join brings, as a query that lists nothing yet."""
    if dialect == "databricks" and source.args.get("joins"):
        raise GuardViolation(
            "parse_error",
            "On Databricks joins inside a join stand in brackets: a JOIN (b JOIN c ON …) ON ….",
            position_of(source),
        )
    held, joins = _unfolded(source)
    return exp.Select(from_=exp.From(this=held), joins=joins)
