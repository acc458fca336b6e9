"""Writes `*` and `t.*` out as the columns that may be read."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.chosen import choices_in, write_out
from sqlgen.guard.kinds import fields
from sqlgen.guard.position import position_of
from sqlgen.guard.project import name
from sqlgen.guard.scope import OutputColumn, Scope, Source, fold
from sqlgen.guard.violation import GuardViolation

_OF_A_COLUMN = 3  # nodes: itself, its name and its table's


def expand_stars(select: exp.Select, scope: Scope, dialect: Dialect, *, most: int) -> int:
    """Replace the stars of one SELECT list by at most so many columns; gives their number.

    Columns that are chosen count for more, the more stands around them. A star over columns the engine names stays:
    they come from a query that is checked itself.
    """
    if not any(star_of(expression) or choices_in(expression) for expression in select.expressions):
        return 0
    expanded: list[exp.Expr] = []
    written = 0
    for expression in select.expressions:
        star = star_of(expression)
        if star is not None:
            columns = _expand(expression, star, scope, dialect)
        elif choices_in(expression):
            columns = write_out(expression, dialect, lambda among: _named(among, scope, dialect))
            written += len(columns) * (sum(1 for _ in expression.walk()) // _OF_A_COLUMN)
        else:
            columns = [expression]
        written += len(columns) if columns[0] is not expression or star is not None else 0
        if written > most:
            raise GuardViolation("too_large", "* would become too many columns.", position_of(expression))
        expanded.extend(columns)
    select.set("expressions", expanded)
    return written


def _named(among: exp.Expr, scope: Scope, dialect: Dialect) -> list[exp.Expr]:
    """The columns of a star, each of which has a name."""
    star = star_of(among)
    columns = _expand(among, star, scope, dialect) if star is not None else [among]
    if any(column is among for column in columns):
        raise GuardViolation("forbidden_node", "* here has columns without a name.", position_of(among))
    return columns


def star_of(expression: exp.Expr) -> exp.Star | None:
    """The star of `*` or `t.*`; None for anything else, COUNT(*) too."""
    if isinstance(expression, exp.Star):
        return expression
    inner = expression.args.get("this") if isinstance(expression, exp.Column) else None
    return inner if isinstance(inner, exp.Star) else None


def _expand(expression: exp.Expr, star: exp.Star, scope: Scope, dialect: Dialect) -> list[exp.Expr]:
    sources = _starred(expression, scope, dialect)
    without = {fold(part.name, dialect): part for part in star.args.get("except_") or ()}
    for key, part in without.items():
        if not any(key in source.columns for source in sources):
            raise GuardViolation(
                "unknown_column", f"There is no column {part.name!a} here.", position_of(part)
            )
    instead = _replacements(star, sources, without, dialect)
    called = _renamed(star, sources, {*without, *instead}, dialect)
    if not all(source.closed for source in sources):
        if without or instead or called:
            raise GuardViolation(
                "forbidden_node", "* here has columns without a name.", position_of(expression)
            )
        for source in sources:
            source.used.update(source.columns)
        return [expression]
    merged = scope.merged if isinstance(expression, exp.Star) else []
    columns = _merged_first(merged, sources) if dialect != "duckdb" else {}
    for source in sources:
        for key, column in source.columns.items():
            alias = None if key in merged or source.alias is None else name(source.alias)
            # A column of USING belongs to both sides and comes once, in DuckDB where the left table has it.
            place = key if key in merged else f"{id(source)} {key}"
            columns.setdefault(place, exp.Column(this=name(column.name or key), table=alias))
    kept = [
        _under(called, instead.get(fold(column.name, dialect), column), dialect)
        for column in columns.values()
        if fold(column.name, dialect) not in without
    ]
    if not kept:
        raise GuardViolation("unknown_column", "No column is left of *.", position_of(expression))
    return kept


def _replacements(
    star: exp.Star, sources: list[Source], without: dict[str, exp.Expr], dialect: Dialect
) -> dict[str, exp.Expr]:
    """What `* REPLACE (expression AS column)` puts in the place of a column, by its folded name."""
    instead: dict[str, exp.Expr] = {}
    for alias in star.args.get("replace") or ():
        key = fold(alias.alias, dialect)
        if sum(key in source.columns for source in sources) != 1 or key in without or key in instead:
            raise GuardViolation(
                "unknown_column", f"* has no one column {alias.alias!a} to replace.", position_of(alias)
            )
        instead[key] = alias
    return instead


def _renamed(
    star: exp.Star, sources: list[Source], gone: set[str], dialect: Dialect
) -> dict[str, exp.Identifier]:
    """What `* RENAME (column AS other)` calls a column, by its folded name."""
    called: dict[str, exp.Identifier] = {}
    for alias in star.args.get("rename") or ():
        key = fold(alias.this.name, dialect)
        if sum(key in source.columns for source in sources) != 1 or key in gone or key in called:
            raise GuardViolation(
                "unknown_column", f"* has no one column {alias.this.name!a} to rename.", position_of(alias)
            )
        called[key] = alias.args["alias"]
    return called


def _under(called: dict[str, exp.Identifier], column: exp.Expr, dialect: Dialect) -> exp.Expr:
    other = called.get(fold(column.name, dialect)) if isinstance(column, exp.Column) else None
    return column if other is None else exp.Alias(this=column, alias=other.copy())


def _starred(expression: exp.Expr, scope: Scope, dialect: Dialect) -> list[Source]:
    if isinstance(expression, exp.Star):
        if not scope.sources:
            raise GuardViolation("forbidden_node", "* needs a FROM.", position_of(expression))
        return [source for source in scope.sources if not source.hidden]
    wanted = fold(expression.args["table"].this, dialect)
    found = [s for s in scope.sources if s.alias is not None and fold(s.alias, dialect) == wanted]
    if not found and not expression.args.get("db"):
        found = _structured(wanted, scope, dialect)
    if not found or expression.args.get("db"):
        raise GuardViolation(
            "unknown_table", f"{wanted!a} is no table or alias of this query.", position_of(expression)
        )
    return found[:1]


def _structured(wanted: str, scope: Scope, dialect: Dialect) -> list[Source]:
    """The fields of a column that is a structure, `address.*`, as columns of a source of that name."""
    held = [source.columns[wanted] for source in scope.sources if wanted in source.columns]
    known = fields(held[0].kind) if len(held) == 1 and dialect != "postgres" else []
    if not known:
        return []
    columns = {fold(called, dialect): OutputColumn(called, kind=kind) for called, kind in known}
    return [Source(alias=held[0].name or wanted, columns=columns, rows=None, scans=0)]


def _merged_first(merged: list[str], sources: list[Source]) -> dict[str, exp.Expr]:
    """The columns of USING, which the standard puts before all others."""
    spelled = {
        key: column.name or key for source in reversed(sources) for key, column in source.columns.items()
    }
    return {key: exp.Column(this=name(spelled[key])) for key in merged}
