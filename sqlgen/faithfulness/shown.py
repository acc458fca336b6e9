"""The columns that a SELECT shows, by name."""

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.relations import Frame
from sqlgen.faithfulness.terms import Term, is_literal, with_family
from sqlgen.faithfulness.world import World


def columns_of(world: World, node: exp.Select, frame: Frame) -> list[tuple[str, exp.Expr]]:
    """The columns of SELECT by name, stars written out; raises Unproven."""
    found: list[tuple[str, exp.Expr]] = []
    for one in node.expressions:
        if isinstance(one, exp.Star) or (isinstance(one, exp.Column) and isinstance(one.this, exp.Star)):
            found += _starred(world, one, frame)
        elif isinstance(one, exp.Alias):
            found.append((world.folded(one.alias), one.this))
        else:
            found.append((world.folded(one.name) if isinstance(one, exp.Column) else "", one))
    return found


def _starred(world: World, star: exp.Expr, frame: Frame) -> list[tuple[str, exp.Expr]]:
    if any(one.args.get("except_") for one in (star, star.this) if isinstance(one, exp.Expr)):
        raise Unproven("A star with exceptions cannot be followed: name the columns.")
    if frame.merged:
        raise Unproven("A star over USING cannot be followed: name the columns.")
    wanted = world.folded(star.table) if isinstance(star, exp.Column) else ""
    return [
        (name, exp.column(name, table=alias, quoted=True))
        for alias, columns in frame.sources.items()
        if wanted in ("", alias)
        for name in columns
    ]


def typed(world: World, term: Term) -> Term:
    """A column of an answer. A text written there is a text from there on, which only Databricks compares with a
    time."""
    written = is_literal(term, "text") and world.dialect != "databricks"
    return with_family(term, Family.OTHER) if written else term
