"""PIVOT with all it needs written out, rebuilt as the grouped query that it is short for.

It groups by every column of its source that it does not name, which are columns the viewer may read: no restricted
one is left to group by. `PIVOT (SUM(x) FOR s IN ('a', 'b'))` becomes `SUM(x) FILTER (WHERE s = 'a') AS a, …`.
What is not as plain as that keeps standing, and is refused.
"""

import re
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.policy import Policy
from sqlgen.guard.project import name
from sqlgen.guard.scope import fold
from sqlgen.guard.source_columns import columns_of, is_column
from sqlgen.guard.unpivots import unpivot, unpivoted

MAX_PIVOTS: Final = 4
MAX_PIVOTED: Final = 100  # columns that all of them make
MAX_AGGREGATE: Final = 60  # parts of an aggregate, which is written once for each value

_WHOLE = re.compile("0|[1-9][0-9]{0,17}")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Spark reckons these for a value that a group lacks as it does for no row, or, COUNT, gives NULL.
_OF_SPARK: Final = (exp.Sum, exp.Avg, exp.Min, exp.Max, exp.Count)


class _Value(NamedTuple):
    """One value of FOR … IN: what it is compared with, and what its columns are called."""

    conditions: list[exp.Expr]
    name: str


def unfold_pivots(root: exp.Expr, dialect: Dialect, policy: Policy) -> None:
    """Rewrite, in a tree that was just read, each PIVOT and UNPIVOT that says all it needs."""
    left = list(root.find_all(exp.Pivot)) if dialect != "postgres" else []
    if len(left) > MAX_PIVOTS or sum(map(_size, left)) > MAX_PIVOTED:
        return
    left.reverse()  # one may stand in the source of another
    while left:
        waiting = [pivot for pivot in left if not _unfolded(pivot, dialect, policy)]
        if len(waiting) == len(left):
            return
        left = waiting


def _unfolded(pivot: exp.Pivot, dialect: Dialect, policy: Policy) -> bool:
    held = pivot.parent
    # DuckDB's FROM (PIVOT t ON …), or t PIVOT (…)
    statement = isinstance(held, exp.CTE | exp.Subquery) and pivot.arg_key == "this"
    source = pivot.this if statement else held
    if source is None or not (statement or source.args.get("pivots") == [pivot]):
        return False
    if pivot.args.get("with_"):  # its source could be one of these
        return False
    columns = _columns(source, pivot, dialect, policy)
    make = unpivot if pivot.args.get("unpivot") else _pivot
    made = make(pivot, columns, dialect) if columns is not None else None
    if made is None:
        return False
    _put(made, pivot, source, dialect)
    return True


def _put(made: exp.Select, pivot: exp.Pivot, source: exp.Expr, dialect: Dialect) -> None:
    """Put what a PIVOT is short for in its place, with its source in FROM."""
    alias = pivot.args.get("alias")
    if pivot.this:
        pivot.replace(made)
    else:
        if alias is None and dialect == "databricks":  # where the source's own name goes on
            alias = source.args.get("alias")
        source.replace(exp.Subquery(this=made, alias=alias.copy() if alias is not None else None))
        source.set("pivots", None)
    if pivot.args.get("unpivot"):
        source.set("alias", unpivoted(source))
    made.args["from_"].set("this", source)


def _size(pivot: exp.Pivot) -> int:
    """How many columns it makes, of so many or more parts."""
    fields = pivot.expressions if pivot.this else pivot.args.get("fields") or []
    values = max((len(field.expressions) for field in fields if isinstance(field, exp.In)), default=1)
    return values * max(1, len(pivot.args.get("using") or () if pivot.this else pivot.expressions))


def _columns(source: exp.Expr, pivot: exp.Pivot, dialect: Dialect, policy: Policy) -> list[str] | None:
    """The columns of the source, looked up from where it stands; None where they are not seen, or two have one name."""
    if any(found is not pivot for found in source.find_all(exp.Pivot)):
        return None
    pivots = source.args.get("pivots")
    source.set("pivots", None)
    columns = columns_of(source, dialect, policy)
    source.set("pivots", pivots)
    distinct = columns is not None and len({fold(column, dialect) for column in columns}) == len(columns)
    return columns if distinct else None


def _pivot(pivot: exp.Pivot, columns: list[str], dialect: Dialect) -> exp.Select | None:
    statement = bool(pivot.this)
    fields = pivot.expressions if statement else pivot.args.get("fields") or []
    aggregates = (pivot.args.get("using") or [exp.Count(this=exp.Star())]) if statement else pivot.expressions
    if pivot.args.get("default_on_null") or len(fields) != 1 or not isinstance(fields[0], exp.In):
        return None
    keys = fields[0].this.expressions if isinstance(fields[0].this, exp.Tuple) else [fields[0].this]
    values = [_value(value, keys, dialect) for value in fields[0].expressions]
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return None
    if not all(map(is_column, keys)) or not _fit(aggregates, dialect):
        return None
    group = _group(pivot, keys, aggregates, columns, dialect)
    if group is None:
        return None
    made = [
        exp.Alias(
            this=_of_value(_unnamed(part), value, dialect),
            alias=name(_called(value, part, aggregates, dialect)),
        )
        for value in known
        for part in aggregates
    ]
    names = [*group, *(part.alias for part in made)]
    if len({fold(one, dialect) for one in names}) < len(names):  # the engine would name one anew
        return None
    listed = [exp.Column(this=name(one)) for one in group]
    select = exp.Select(expressions=[*listed, *made], from_=exp.From())
    if group:
        select.set("group", exp.Group(expressions=[column.copy() for column in listed]))
    return select


def _group(
    pivot: exp.Pivot, keys: list[exp.Expr], aggregates: list[exp.Expr], columns: list[str], dialect: Dialect
) -> list[str] | None:
    """The columns that are grouped by: those of GROUP BY, else all that are not named."""
    given = pivot.args.get("group")
    if given is not None:
        plain = filled(given) == {"expressions"}
        fits = plain and all(map(is_column, given.expressions))
        return [column.name for column in given.expressions] if fits else None
    parts = [*keys, *aggregates]
    if any(column.table for part in parts for column in part.find_all(exp.Column)):
        return None  # a field of a column, or a table that DuckDB does not see here
    used = {fold(column.name, dialect) for part in parts for column in part.find_all(exp.Column)}
    return [column for column in columns if fold(column, dialect) not in used]


def _value(value: exp.Expr, keys: list[exp.Expr], dialect: Dialect) -> _Value | None:
    alias = value.args["alias"] if isinstance(value, exp.PivotAlias) else None
    bare = value.this if alias is not None else value
    parts = bare.expressions if isinstance(bare, exp.Tuple) else [bare]
    texts = [_text(part) for part in parts]
    if len(parts) != len(keys) or None in texts or (alias is None and len(parts) > 1):
        return None
    if alias is not None and not isinstance(alias, exp.Identifier):
        return None
    conditions = [
        _is_value(key, part, text or "", dialect) for key, part, text in zip(keys, parts, texts, strict=True)
    ]
    return _Value(conditions, alias.this if alias is not None else texts[0] or "")


def _text(value: exp.Expr) -> str | None:
    """A value as the engines name a column after it; None for one that is not plain."""
    if isinstance(value, exp.Boolean):
        return "true" if value.args.get("this") else "false"
    if isinstance(value, exp.Cast):
        day = value.this.name if isinstance(value.this, exp.Literal) else ""
        return day if value.to.args["this"] == exp.DType.DATE and _DAY.fullmatch(day) else None
    number = value.this if isinstance(value, exp.Neg) else value
    if not isinstance(number, exp.Literal):
        return None
    if number.is_string:
        return value.name if number is value else None
    if not _WHOLE.fullmatch(number.name):
        return None
    if number is value:
        return number.name
    return f"-{number.name}" if number.name != "0" else None


def _is_value(key: exp.Expr, value: exp.Expr, text: str, dialect: Dialect) -> exp.Expr:
    """DuckDB compares the column as a text, Spark as what it is."""
    if dialect == "duckdb":
        written = exp.Cast(this=key.copy(), to=exp.DataType(this=exp.DType.VARCHAR))
        return exp.EQ(this=written, expression=exp.Literal.string(text))
    return exp.EQ(this=key.copy(), expression=value.copy())


def _fit(aggregates: list[exp.Expr], dialect: Dialect) -> bool:
    """Whether each is one aggregate that may be filtered, with a name where there are several."""
    if any(not isinstance(part, exp.Alias) for part in aggregates) and len(aggregates) > 1:
        return False
    bare = [_unnamed(part) for part in aggregates]
    if any(sum(1 for _ in part.walk()) > MAX_AGGREGATE for part in bare):
        return False
    if any(part.find(exp.Query, exp.Window, exp.Filter, exp.WithinGroup) for part in bare):
        return False
    if any(
        called.name.upper() in AGGREGATES_BY_NAME for part in bare for called in part.find_all(exp.Anonymous)
    ):
        return False  # it would gather the rows of every value
    if dialect == "duckdb":
        return all(len(list(part.find_all(exp.AggFunc))) == 1 for part in bare)
    # Beside a text's MIN and the like Spark counts 0 where it gives NULL beside numbers.
    counts = [isinstance(part, exp.Count) for part in bare]
    mixed = any(counts) and any(isinstance(part, exp.Min | exp.Max) for part in bare)
    return (
        all(type(part) in _OF_SPARK and len(list(part.find_all(exp.AggFunc))) == 1 for part in bare)
        and not mixed
    )


def _of_value(aggregate: exp.Expr, value: _Value, dialect: Dialect) -> exp.Expr:
    """The aggregate over the rows of one value."""
    whole = exp.Paren(this=aggregate.copy())
    inner = next(whole.find_all(exp.AggFunc))
    inner.replace(_filtered(inner.copy(), value))
    made: exp.Expr = whole.this
    if dialect == "databricks" and isinstance(aggregate, exp.Count):  # none is NULL to Spark
        some = exp.GT(this=_filtered(exp.Count(this=exp.Star()), value), expression=exp.Literal.number(0))
        return exp.Case(ifs=[exp.If(this=some, true=made)])
    return made


def _filtered(aggregate: exp.Expr, value: _Value) -> exp.Filter:
    condition = exp.and_(*value.conditions)
    return exp.Filter(this=aggregate, expression=exp.Where(this=condition))


def _called(value: _Value, part: exp.Expr, aggregates: list[exp.Expr], dialect: Dialect) -> str:
    named = isinstance(part, exp.Alias) and (dialect == "duckdb" or len(aggregates) > 1)
    return f"{value.name}_{part.alias}" if named else value.name


def _unnamed(part: exp.Expr) -> exp.Expr:
    held: exp.Expr = part.this if isinstance(part, exp.Alias) else part
    return held
