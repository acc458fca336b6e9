"""Lists a table holds, made rows: UNNEST(t.tags) AS u(tag), LATERAL VIEW EXPLODE(tags) u AS tag, SELECT EXPLODE(tags).

How many rows there are is in the data and not in the text, as with a join. So the list must be a column of an allowed
table whose type the policy knows, a field of one, or a stored text that is split; never a list the query makes.
"""

from typing import Final

from sqlglot import exp
from sqlglot.expressions.array import _ExplodeOuter

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.filled import filled
from sqlgen.guard.growth import SPLIT
from sqlgen.guard.json_rows import is_json_rows, json_columns, name_columns, selects_of_value
from sqlgen.guard.kinds import element, fields, is_list, is_map, pair
from sqlgen.guard.position import position_of
from sqlgen.guard.project import name
from sqlgen.guard.reach import kind_of
from sqlgen.guard.violation import GuardViolation

MADE: Final = 64  # a list counts as so many rows where rows are multiplied
MAX_SPLIT_GROWTH: Final = 4
GENERATORS: Final = (exp.Explode, exp.Inline)
_CALLED: Final = (exp.Anonymous, exp.ExplodingGenerateSeries)  # what PostgreSQL makes rows of a call by
_OUTER: Final[dict[type[exp.Expr], type[exp.Expr]]] = {
    exp.Explode: _ExplodeOuter,
    exp.Posexplode: exp.PosexplodeOuter,
}
_SPLITS: Final = (exp.Split, exp.RegexpSplit, exp.StringToArray)
_ONE_OR_NONE: Final = (exp.Lower, exp.Upper, exp.Trim, exp.Column, exp.Paren)

Named = list[tuple[str, str]]  # columns a list becomes, each with its type

_UNKNOWN: Final = (
    "Made rows may be a series, a written list, or a list that an allowed table holds: a column that the policy says "
    "is a list. No list that the query makes itself."
)


NO_ROWS: Final = GuardViolation("forbidden_function", _UNKNOWN)


def is_rows(node: exp.Expr) -> bool:
    """Whether a node makes rows of a list (and not of a series)."""
    return isinstance(node, GENERATORS) and not isinstance(node.this, exp.GenerateSeries)


def makes_rows(source: exp.Expr) -> bool:
    """Whether what stands in FROM makes rows of a list."""
    if isinstance(source, exp.Table):
        return is_json_rows(source.this)
    return isinstance(source, exp.Unnest) or (isinstance(source, exp.Lateral) and is_rows(source.this))


def open_lists(root: exp.Expr, dialect: Dialect) -> None:
    """Write what makes rows of a stored list the one way it may stand: as a join, under a name, its columns named."""
    for number, lateral in enumerate(list(root.find_all(exp.Lateral))):
        held, alias = lateral.this, lateral.args.get("alias")
        if isinstance(held, exp.Unnest) and dialect != "databricks" and filled(lateral) == {"this", "alias"}:
            held.set("alias", alias)
            lateral.replace(held)
        elif dialect == "databricks" and isinstance(held, GENERATORS) and lateral.args.get("view"):
            _view(lateral, number)
        elif dialect == "postgres" and isinstance(held, _CALLED) and filled(lateral) == {"this", "alias"}:
            lateral.replace(exp.Table(this=held, alias=alias))
    tables = list(root.find_all(exp.Table)) if dialect == "postgres" else []
    of_value = selects_of_value(root) if any(is_json_rows(table.this) for table in tables) else set()
    for table in tables:
        if is_json_rows(table.this):
            name_columns(table, of_value)
        else:
            _table_of_parts(table)
    for unnest in root.find_all(exp.Unnest):
        alias = unnest.args.get("alias")
        if alias is not None and alias.this is not None and not alias.args.get("columns"):
            quoted = bool(alias.this.args.get("quoted"))
            alias.set("columns", [exp.Identifier(this=alias.this.name, quoted=quoted)])
    for unnest in list(root.find_all(exp.Unnest)) if dialect == "duckdb" else ():
        _series(unnest)


def _series(unnest: exp.Unnest) -> None:
    """DuckDB's UNNEST(GENERATE_SERIES(…)) in FROM is GENERATE_SERIES(…)."""
    series = unnest.expressions[0] if len(unnest.expressions) == 1 else None
    plain = filled(unnest) == {"expressions", "alias"}
    if isinstance(series, exp.GenerateSeries) and plain and isinstance(unnest.parent, exp.From | exp.Join):
        unnest.replace(exp.Table(this=series, alias=unnest.args["alias"]))


def _table_of_parts(table: exp.Table) -> None:
    """STRING_TO_TABLE and REGEXP_SPLIT_TO_TABLE in FROM are UNNEST of the list of the same parts."""
    called, alias = table.this, table.args.get("alias")
    if (
        not isinstance(called, exp.Anonymous)
        or len(called.expressions) != 2
        or filled(table) != {"this", "alias"}
    ):
        return
    text, mark = called.expressions
    parts: exp.Expr
    if called.name.upper() == "STRING_TO_TABLE":
        parts = exp.StringToArray(this=text, expression=mark)
    elif called.name.upper() == "REGEXP_SPLIT_TO_TABLE":
        parts = exp.Anonymous(this="REGEXP_SPLIT_TO_ARRAY", expressions=[text, mark])
    else:
        return
    table.replace(exp.Unnest(expressions=[parts], alias=alias))


def keeps_right(select: exp.Select) -> bool:
    """Whether all rows of a right side stay: sqlglot forgets whether LATERAL VIEW stood before such a join."""
    return any(join.args.get("side") in ("RIGHT", "FULL") for join in select.args.get("joins") or ())


def _view(lateral: exp.Lateral, number: int) -> None:
    """LATERAL VIEW becomes a join behind FROM."""
    select, alias = lateral.parent, lateral.args.get("alias")
    if not isinstance(select, exp.Select) or alias is None:
        return
    if keeps_right(select):
        return
    if alias.this is None:
        alias.set("this", name(f"exploded_{number}"))
    outer = lateral.args.get("outer")
    lateral.pop()
    for flag in ("view", "outer"):
        lateral.set(flag, None)
    join = exp.Join(this=lateral, kind="CROSS")
    if outer and type(lateral.this) in _OUTER:  # Spark has no LEFT JOIN with rows of a map
        lateral.set("this", _OUTER[type(lateral.this)](this=lateral.this.this))
    elif outer:
        join = exp.Join(this=lateral, side="LEFT", on=exp.Boolean(this=True))
    select.append("joins", join)


def in_place(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Rows are made in FROM, or in the list of a SELECT with nothing around them."""
    named = node.parent if isinstance(node.parent, exp.Alias | exp.Aliases) else node
    around = named.parent
    if isinstance(around, exp.Select) and named.arg_key == "expressions":
        return None
    if isinstance(node.parent, exp.Lateral) and dialect == "databricks":
        return None
    return NO_ROWS


def in_from(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """UNNEST in FROM, of one list; in PostgreSQL of several."""
    fits = isinstance(node.parent, exp.From | exp.Join) and dialect != "databricks"
    several = len(node.expressions) > 1 and dialect != "postgres"
    place = node.args.get("offset")
    if fits and not several and (not place or isinstance(place, exp.Identifier)):
        return None
    return NO_ROWS


def lists_in(node: exp.Expr) -> list[exp.Expr]:
    """The lists a node makes rows of."""
    return list(node.expressions) if isinstance(node, exp.Unnest | exp.Anonymous) else [node.this]


def columns_made(node: exp.Expr, columns: Columns, growth: int) -> Named:
    """The columns that rows of these lists have, by the engine's names; raises GuardViolation for lists of no table."""
    if is_json_rows(node):
        return json_columns(node, columns)
    made: Named = []
    for held in lists_in(node):
        made += _made_of(node, held, columns, growth)
    if isinstance(node, exp.Posexplode):
        made = [("pos", ""), *made]
    return made


def _made_of(node: exp.Expr, held: exp.Expr, columns: Columns, growth: int) -> Named:
    kind = kind_of(held, columns)
    if is_list(kind):
        if isinstance(node, exp.Inline):
            return fields(element(kind)) or _refused(node)
        return [("col", element(kind))]
    if is_map(kind) and columns.dialect == "databricks" and not isinstance(node, exp.Inline):
        return list(zip(("key", "value"), pair(kind), strict=True))
    if _is_split(held) and growth <= MAX_SPLIT_GROWTH * SPLIT and not isinstance(node, exp.Inline):
        return [("col", "")]
    return _refused(node)


def _refused(node: exp.Expr) -> Named:
    raise GuardViolation("forbidden_function", _UNKNOWN, position_of(node))


def _is_split(node: exp.Expr) -> bool:
    """A text of the data that is split at a written text, or its keys: no more parts than the text has letters."""
    if isinstance(node, exp.JSONKeys):
        return isinstance(node.this, exp.Column) and node.args.get("expression") is None
    if isinstance(node, exp.Anonymous) and node.name.upper() == "REGEXP_SPLIT_TO_ARRAY":
        text, mark = (*node.expressions, exp.Null(), exp.Null())[:2]
    elif isinstance(node, _SPLITS):
        text, mark = node.this, node.expression
    else:
        return False
    if not isinstance(mark, exp.Literal):
        return False
    while isinstance(text, _ONE_OR_NONE) and not isinstance(text, exp.Column):
        if text.args.get("expression") is not None and not isinstance(text.expression, exp.Literal):
            return False
        text = text.this
    return isinstance(text, exp.Column)
