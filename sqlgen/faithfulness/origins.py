"""FROM: tables, CTEs, nested queries and series as sources, and the joins between them."""

from typing import Final

from sqlglot import exp

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.frames import frames_of, renamed, with_merged
from sqlgen.faithfulness.joins import joined, marked
from sqlgen.faithfulness.logic import conjunction
from sqlgen.faithfulness.queries import Queries
from sqlgen.faithfulness.relations import Frame, Groups, Relation, Rows
from sqlgen.faithfulness.selecting import Names
from sqlgen.faithfulness.slots import check_read
from sqlgen.faithfulness.spines import spine_frame, spine_of
from sqlgen.faithfulness.terms import Term, walk
from sqlgen.faithfulness.world import World

NOTHING: Final = Frame(Groups(frozenset(), 0), {})  # no FROM


def joined_sources(queries: Queries, node: exp.Expr) -> tuple[Frame, ...]:
    """FROM and the joins of a SELECT: one frame, or one for each answer of a UNION ALL; raises Unproven."""
    origin, joins = node.args.get("from_"), node.args.get("joins") or []
    if origin is None:
        return (NOTHING,)
    sources = _source(queries, origin.this)
    if len(sources) > 1:
        if joins:
            raise Unproven("Answers put together by UNION ALL are joined afterwards.")
        return sources
    frame = sources[0]
    for join in joins:
        frame = _joined(queries, frame, join)
    return (frame,)


def named_as(world: World, relation: Relation, alias: exp.Expr | None) -> Relation:
    """The answer with the names of columns that its alias gives: `AS sales(day, amount)`."""
    names = [world.folded(one.name) for one in alias.args.get("columns") or ()] if alias is not None else []
    return renamed(relation, names) if names else relation


def _source(queries: Queries, node: exp.Expr) -> tuple[Frame, ...]:
    world, alias = queries.world, node.args.get("alias")
    check_read(node, world.dialect)
    shown = world.folded(alias.this.this) if alias is not None and alias.this is not None else ""
    if isinstance(node, exp.Table):
        return _table(queries, node, alias, shown)
    if not isinstance(node, exp.Subquery):
        raise Unproven("VALUES bring data of their own.")
    return frames_of(world.used(named_as(world, queries.relation(node), alias)), shown)


def _table(queries: Queries, node: exp.Table, alias: exp.Expr | None, shown: str) -> tuple[Frame, ...]:
    world, name = queries.world, queries.world.folded(node.name)
    held = queries.named(name) if not node.db else None
    if held is not None:
        return frames_of(world.used(named_as(world, held, alias)), shown or name)
    if (spine := spine_of(node)) is not None:
        columns = alias.args.get("columns") if alias is not None else None
        column = world.folded(columns[0].name) if columns else ""
        return (spine_frame(spine, shown or name, column, Names(world, NOTHING, queries).reader()),)
    table = world.table(node.db, node.name)
    return (Frame(Rows(table.key), {shown or name: world.columns(table)}),)


def _joined(queries: Queries, left: Frame, join: exp.Join) -> Frame:
    world = queries.world
    check_read(join, world.dialect)
    side, kind = join.args.get("side") or "", join.args.get("kind") or ""
    if kind in ("SEMI", "ANTI"):
        raise Unproven(f"A {kind} JOIN leaves rows out.")
    if kind == "CROSS" and side:
        raise Unproven("A CROSS JOIN has no side.")
    sources = _source(queries, join.this)
    if len(sources) > 1:
        raise Unproven("Answers put together by UNION ALL are joined.")
    right = marked(sources[0])
    (name,) = right.sources
    world.spend(sum(term.size for one in left.sources.values() for term in one.values()))
    using = [world.folded(one.name) for one in join.args.get("using") or ()]
    both = Frame(left.body, {**left.sources, **right.sources}, left.merged)
    on = [Names(world, both, queries).reader().term(join.args["on"])] if join.args.get("on") else []
    on += [_equal(queries, left, right, name, one) for one in using]
    if side == "FULL" and world.dialect == "postgres" and any(_holds_safe(one) for one in on):
        raise Unproven("PostgreSQL runs no FULL JOIN on IS NOT DISTINCT FROM.")
    return with_merged(joined(world, left, right, side, conjunction(on)), left, name, using, side)


def _holds_safe(term: Term) -> bool:
    return any(one.op == "same" for one in walk(term))


def _equal(queries: Queries, left: Frame, right: Frame, source: str, name: str) -> Term:
    ours, theirs = left.column(name), right.column(name, source)
    if ours is None or theirs is None:
        raise Unproven(f"The column {name} of USING cannot be followed.")
    return Names(queries.world, left, queries).reader().compare("eq", ours, theirs)
