"""PostgreSQL's rows out of JSON with named fields: jsonb_to_recordset(t.items) AS x(sku text, qty int).

They are written as jsonb_array_elements(t.items) AS x(record), and each column as the field that it is:
CAST((x.record ->> 'qty') AS INT).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from sqlglot import exp

from sqlgen.guard.filled import filled
from sqlgen.guard.literals import is_whole
from sqlgen.guard.parse import DIALECTS
from sqlgen.guard.position import position_of
from sqlgen.guard.source_names import named_as
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

RECORDS: Final = re.compile(r"(?i:_to_recordset)\b")
_ELEMENTS: Final = {
    "JSONB_TO_RECORDSET": "JSONB_ARRAY_ELEMENTS",
    "JSON_TO_RECORDSET": "JSON_ARRAY_ELEMENTS",
}
MAX_SETS: Final = 8  # in a statement
MAX_FIELDS: Final = 64  # that all of them have together
MAX_READ: Final = 500  # that stars are written out as
BARE_FIELD: Final = (
    "bare_field"  # marks what was read without its table, by its name: no other source may have one
)
_RECORD: Final = "record"
_NAME: Final = re.compile("[A-Za-z_][A-Za-z0-9_]{0,62}")
# A cast of a text makes of these what the function makes of a field. VARCHAR(3) would cut it, and the function fails.
_PLAIN: Final = frozenset(
    {exp.DType.TEXT, exp.DType.VARCHAR, exp.DType.INT, exp.DType.BIGINT, exp.DType.DOUBLE, exp.DType.BOOLEAN}
    | {exp.DType.DECIMAL, exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ}
)
_Fields = dict[str, exp.Expr]  # what is read, by the folded name of the column


def open_record_sets(root: exp.Expr) -> None:
    """Write such rows as rows of values, what is read of them as fields. What does not fit stays, and is refused.

    Raises GuardViolation where that would be too much work.
    """
    sets = [called for called in root.find_all(exp.Anonymous) if called.name.upper() in _ELEMENTS]
    if len(sets) > MAX_SETS or sum(map(_width, sets)) > MAX_FIELDS:
        raise _too_large(f"At most {MAX_SETS} record sets of {MAX_FIELDS} fields in all", sets[-1])
    shared = _shared(sets)
    read = 0
    for called in sets:
        source, name = called.parent, called.name.upper()
        if not isinstance(source, exp.Table | exp.Lateral):
            continue
        select, alias = source.parent_select, source.args.get("alias")
        if not _is_plain(source) or alias is None or not isinstance(select, exp.Select):
            continue
        fields = _fields(alias)
        if not fields or not _spread_stars(select):
            continue
        read += _stars(select, _folded(alias.this)) * len(fields)
        if read > MAX_READ:
            raise _too_large(f"At most {MAX_READ} fields that x.* means", called)
        _write_stars(select, _folded(alias.this), fields)
        _read_fields(select, _folded(alias.this), fields, shared[id(select)])
        called.set("this", _ELEMENTS[name])
        alias.set("columns", [exp.Identifier(this=_RECORD, quoted=False)])


def _shared(sets: Iterable[exp.Expr]) -> defaultdict[int, set[str]]:
    """The names that several record sets of one SELECT have, by its id."""
    met: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for called in sets:
        alias = called.parent.args.get("alias") if called.parent is not None else None
        columns = alias.args.get("columns") or () if alias is not None else ()
        met[id(called.parent_select)].update({_folded(column.this) for column in columns if column.this})
    shared: defaultdict[int, set[str]] = defaultdict(set)
    shared.update({key: {name for name, many in names.items() if many > 1} for key, names in met.items()})
    return shared


def _spread_stars(select: exp.Select) -> bool:
    """Write `*` as `t.*` of each source; whether none is left. USING gives its columns another place."""
    if not any(isinstance(item, exp.Star) for item in select.expressions):
        return True
    parts = [select.args["from_"], *(select.args.get("joins") or ())]
    named = [named_as(part.this) for part in parts]
    if None in named or any(part.args.get("using") for part in parts):
        return False
    if any(isinstance(item, exp.Star) and filled(item) for item in select.expressions):
        return False
    listed: list[exp.Expr] = []
    for item in select.expressions:
        listed += list(_each(named)) if isinstance(item, exp.Star) else [item]
    select.set("expressions", listed)
    return True


def _each(named: Iterable[exp.Identifier | None]) -> Iterator[exp.Expr]:
    return (exp.Column(this=exp.Star(), table=name.copy()) for name in named if name is not None)


def _too_large(most: str, at: exp.Expr) -> GuardViolation:
    return GuardViolation("too_large", f"{most} may stand in a statement.", position_of(at))


def _width(called: exp.Expr) -> int:
    alias = called.parent.args.get("alias") if called.parent is not None else None
    return len(alias.args.get("columns") or ()) if alias is not None else 0


def _is_plain(source: exp.Expr) -> bool:
    held = {key for key, value in source.args.items() if value}
    return held == {"this", "alias"} and isinstance(source.parent, exp.From | exp.Join)


def _fields(alias: exp.Expr) -> _Fields:
    """The fields of the rows; none where one may not be read as such."""
    fields: _Fields = {}
    for column in alias.args.get("columns") or ():
        kind = column.args.get("kind") if isinstance(column, exp.ColumnDef) else None
        plain = isinstance(alias.this, exp.Identifier) and not column.args.get("constraints")
        if not plain or not isinstance(kind, exp.DataType) or not _is_known(kind):
            return {}
        called, name = _folded(alias.this), _folded(column.this)
        if not _NAME.fullmatch(called) or not _NAME.fullmatch(name):
            return {}
        written = f"""SELECT CAST(("{called}".{_RECORD} ->> '{name}') AS {kind.sql(dialect="postgres")})"""
        (read,) = DIALECTS["postgres"].parse(written)
        if read is None:
            return {}
        fields[name] = read.expressions[0]
    return fields


def _is_known(kind: exp.DataType) -> bool:
    sizes = [size.this for size in kind.expressions if isinstance(size, exp.DataTypeParam)]
    sized = (
        kind.this == exp.DType.DECIMAL and len(sizes) == len(kind.expressions) and all(map(is_whole, sizes))
    )
    return kind.this in _PLAIN and not kind.args.get("nested") and (sized or not kind.expressions)


def _is_star_of(item: exp.Expr, alias: str) -> bool:
    return isinstance(item, exp.Column) and isinstance(item.this, exp.Star) and _table(item) == alias


def _stars(select: exp.Select, alias: str) -> int:
    return sum(_is_star_of(item, alias) for item in select.expressions)


def _write_stars(select: exp.Select, alias: str, fields: _Fields) -> None:
    """`x.*`, as the fields it means."""
    listed: list[exp.Expr] = []
    for item in select.expressions:
        if _is_star_of(item, alias):
            names = (exp.Identifier(this=name, quoted=True) for name in fields)
            listed += [exp.Alias(this=fields[name.this].copy(), alias=name) for name in names]
        else:
            listed.append(item)
    select.set("expressions", listed)


def _read_fields(select: exp.Select, alias: str, fields: _Fields, shared: set[str]) -> None:
    """Write the fields of one alias where this SELECT itself reads them; a query inside it knows no such columns.

    `shared` are the names that several record sets have.
    """
    shown = {item.alias_or_name.lower() for item in select.expressions}
    for column in list(select.find_all(exp.Column)):
        name = _folded(column.this) if isinstance(column.this, exp.Identifier) else ""
        if name not in fields or column.parent_select is not select:
            continue
        order = column.parent.parent if isinstance(column.parent, exp.Ordered) else None
        sorts = order is not None and order is select.args.get(
            "order"
        )  # by what is shown, where it is called so
        if _table(column) not in ({alias} if sorts and name.lower() in shown else {alias, ""}):
            continue
        field, listed = fields[name].copy(), column.parent is select and column.arg_key == "expressions"
        if not _table(column):
            if name in shared:
                raise ambiguous(name, column)
            for read in field.find_all(exp.Column):
                read.meta[BARE_FIELD] = name
        swap(column, exp.Alias(this=field, alias=column.this.copy()) if listed else field)


def ambiguous(name: str, at: exp.Expr) -> GuardViolation:
    return GuardViolation(
        "ambiguous_column",
        f"{name!a} is in several tables or record sets here: say which, x.{name}.",
        position_of(at),
    )


def _folded(name: exp.Expr) -> str:
    """A name as PostgreSQL folds it."""
    return str(name.this) if name.args.get("quoted") else str(name.this).lower()


def _table(column: exp.Column) -> str:
    named = column.args.get("table")
    return _folded(named) if isinstance(named, exp.Identifier) else ""
