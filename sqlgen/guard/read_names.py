"""What a SELECT reads of some of its sources: columns by their table, names without one, and stars.

Nothing is resolved yet. Where a name of theirs could mean anything else, it is refused.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import fold
from sqlgen.guard.source_names import named_as
from sqlgen.guard.violation import GuardViolation

_QUALIFIERS = ("catalog", "db", "table")


class Reading(NamedTuple):
    """`columns` of which source; `bare` names, folded; `stars`, of which source ("" for all)."""

    columns: list[tuple[str, exp.Expr]]
    bare: list[tuple[str, exp.Expr]]
    stars: list[tuple[str, exp.Expr]]


def reading_of(select: exp.Select, sources: set[str], dialect: Dialect) -> Reading:
    """What is read of these sources, by their folded names. Raises GuardViolation."""
    reading = Reading([], [], [])
    tables = set(_tables(select, dialect))
    shown = {_folded(item, dialect) for item in map(_shown, select.expressions) if item is not None}
    for part in _parts(select):
        for node in part.walk():
            if isinstance(node, exp.Column):
                _column(node, select, sources, shown, tables, reading, dialect)
            elif isinstance(node, exp.Star) and node.parent is select:
                reading.stars.append(("", node))
            elif isinstance(node, exp.Columns):
                raise GuardViolation(
                    "forbidden_node",
                    "Beside joins in brackets COLUMNS is not read: list them.",
                    position_of(node),
                )
            elif isinstance(node, exp.Identifier) and _means_else(node, select, sources, dialect):
                raise GuardViolation(
                    "ambiguous_column",
                    f"{node.name!a} is a table of joins in brackets: call nothing else so.",
                    position_of(node),
                )
    for join in select.args.get("joins") or ():
        reading.bare.extend((_folded(one, dialect), one) for one in join.args.get("using") or ())
    return reading


def _parts(select: exp.Select) -> Iterator[exp.Expr]:
    """The parts of a SELECT that see its sources."""
    for key, value in select.args.items():
        if key == "with_" or value is None:
            continue
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, exp.From | exp.Join):
                yield from _beside(part)
            elif isinstance(part, exp.Expr):
                yield part


def _beside(part: exp.Expr) -> Iterator[exp.Expr]:
    """The condition of a join; and what is made of rows before it: a query in FROM sees none."""
    source = part.this
    if isinstance(source, exp.Lateral | exp.Unnest):
        yield source
    elif isinstance(source, exp.Table) and not isinstance(source.this, exp.Identifier):
        yield source.this
    if part.args.get("on") is not None:
        yield part.args["on"]


def _tables(select: exp.Select, dialect: Dialect) -> Iterator[str]:
    """The names of all sources here and in queries inside."""
    for part in select.find_all(exp.From, exp.Join):
        called = named_as(part.this)
        if called is not None:
            yield _folded(called, dialect)


def _shown(item: exp.Expr) -> exp.Expr | None:
    """The name under which a SELECT shows a column."""
    named = item.args.get("alias") if isinstance(item, exp.Alias) else item
    named = named.this if isinstance(named, exp.Column) else named
    return named if isinstance(named, exp.Identifier) else None


def _column(
    node: exp.Column,
    select: exp.Select,
    sources: set[str],
    shown: set[str],
    tables: set[str],
    reading: Reading,
    dialect: Dialect,
) -> None:
    parts = [node.args[part] for part in _QUALIFIERS if node.args.get(part)]
    names = [_folded(part, dialect) for part in parts]
    of = [called for called in names if called in sources]
    if of and (len(names) == 1 or (len(names) == 2 and of == names[:1])):
        if isinstance(node.this, exp.Star):
            reading.stars.append((of[0], node))
        else:
            reading.columns.append((of[0], node))
    elif of:
        raise GuardViolation(
            "ambiguous_column",
            "Beside joins in brackets a column is called by its table: t.x.",
            position_of(node),
        )
    elif parts and names[0] not in tables:  # a field of a column
        reading.bare.append((names[0], node))
    elif not parts and isinstance(node.this, exp.Identifier):
        called = _folded(node.this, dialect)
        if not (called in shown and _sorts(node, select)):
            reading.bare.append((called, node))


def _sorts(node: exp.Expr, select: exp.Select) -> bool:
    """Whether rows are sorted by this alone: what a SELECT shows under that name goes before its columns."""
    order = node.parent.parent if node.parent is not None else None
    return isinstance(node.parent, exp.Ordered) and order is select.args.get("order")


def _means_else(node: exp.Identifier, select: exp.Select, sources: set[str], dialect: Dialect) -> bool:
    if _folded(node, dialect) not in sources:
        return False
    around = node.parent
    if isinstance(around, exp.Column):
        bare = node.arg_key == "this" and not around.args.get("table")
        return bare and not _sorts(around, select)
    return not (isinstance(around, exp.Alias) and around.parent is select)


def _folded(named: exp.Expr, dialect: Dialect) -> str:
    """A name as the engine compares it: an unquoted one is folded first."""
    plain = named.args.get("quoted") or dialect != "postgres"
    return fold(named.name if plain else named.name.lower(), dialect)
