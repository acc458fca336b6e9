"""What stands in a FROM before anything is resolved: which sources joins in brackets bring, their names and columns."""

from collections.abc import Iterator

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.policy import Policy
from sqlgen.guard.scope import fold, renamed
from sqlgen.guard.source_columns import columns_of


def is_bracket(source: exp.Expr | None) -> bool:
    """Whether this is `(a JOIN b ON …)`, and no query in brackets."""
    if not isinstance(source, exp.Subquery) or isinstance(source.this, exp.Select | exp.SetOperation):
        return False
    return bool(source.this.args.get("joins")) or is_bracket(source.this)


def brought(source: exp.Expr) -> list[exp.Expr]:
    """The sources that joins inside another bring; none where it brings one source."""
    return list(_each(source)) if is_open(source) else []


def is_open(source: exp.Expr) -> bool:
    """Whether joins stand inside: in brackets without a name, or waiting for their ON."""
    return bool(source.args.get("joins")) or (is_bracket(source) and not source.args.get("alias"))


def _each(source: exp.Expr) -> Iterator[exp.Expr]:
    if is_bracket(source) and not source.args.get("alias"):
        yield from _each(source.this)
    else:
        yield source
    for join in source.args.get("joins") or ():
        yield from _each(join.this)


def named_as(source: exp.Expr) -> exp.Identifier | None:
    """The name by which columns of a source are called."""
    alias = source.args.get("alias")
    named = alias.this if isinstance(alias, exp.TableAlias) else None
    if named is None and isinstance(source, exp.Table):
        named = source.this
    return named if isinstance(named, exp.Identifier) else None


def named_columns(source: exp.Expr, dialect: Dialect, policy: Policy) -> dict[str, str] | None:
    """The columns of a source by their folded names, as they are spelled; None where the text does not say."""
    alias = source.args.get("alias")
    names: list[str] | None = renamed(alias)
    if isinstance(source, exp.Subquery) or (
        isinstance(source, exp.Table) and isinstance(source.this, exp.Identifier)
    ):
        names = columns_of(source, dialect, policy)
    elif isinstance(source, exp.Values):
        widths = {len(row.expressions) for row in source.expressions}
        names = names if widths == {len(names or ())} else None
    elif isinstance(source, exp.Lateral):
        names = None
    columns = {fold(name, dialect): name for name in names or ()}
    return columns if columns and len(columns) == len(names or ()) else None
