"""UNPIVOT with its columns written out, rebuilt as a LATERAL query of one SELECT for each of them."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.project import name
from sqlgen.guard.scope import fold
from sqlgen.guard.source_columns import is_column
from sqlgen.guard.written_rows import MAX_BRANCHES, query_of


def unpivot(pivot: exp.Pivot, columns: list[str], dialect: Dialect) -> exp.Select | None:
    """The query an UNPIVOT of a source with these columns is short for, its FROM open; None where it is not plain."""
    names = _unpivoted_names(pivot)
    field = (pivot.args.get("fields") or [None])[0]
    listed = pivot.expressions if pivot.this else field.expressions if field is not None else []
    if names is None or not 0 < len(listed) <= MAX_BRANCHES or pivot.args.get("group"):
        return None
    spelled = {fold(column, dialect): column for column in columns}
    rows: list[list[exp.Expr]] = []
    for one in listed:
        alias = one.args["alias"] if isinstance(one, exp.PivotAlias | exp.Alias) else None
        column = one.this if alias is not None else one
        if not is_column(column) or fold(column.name, dialect) not in spelled:
            return None
        own = spelled.pop(fold(column.name, dialect))
        if alias is not None and not (isinstance(alias, exp.Identifier) or is_text(alias)):
            return None
        called = alias.name if alias is not None else own if dialect == "duckdb" else column.name
        rows.append([exp.Literal.string(called), exp.Column(this=name(own), table=name("unpivoted"))])
    folded = [fold(one, dialect) for one in (*spelled.values(), *names)]
    if len(set(folded)) < len(folded):  # the engine would name one anew
        return None
    alias = exp.TableAlias(this=name("parts"), columns=[name(one) for one in names])
    lateral = exp.Lateral(this=exp.Subquery(this=query_of(rows, alias, dialect)), alias=alias)
    kept = [exp.Column(this=name(one), table=name("unpivoted")) for one in spelled.values()]
    made = [exp.Column(this=name(one), table=name("parts")) for one in names]
    select = exp.Select(expressions=[*kept, *made], from_=exp.From(), joins=[exp.Join(this=lateral)])
    if not pivot.args.get("include_nulls"):
        given = exp.Not(this=exp.Is(this=made[1].copy(), expression=exp.Null()))
        select.set("where", exp.Where(this=given))
    return select


def _unpivoted_names(pivot: exp.Pivot) -> list[str] | None:
    """What UNPIVOT calls the column of names, and that of values."""
    into = pivot.args.get("into")
    if pivot.this:
        parts = [into.this, *into.expressions] if into is not None else [name("name"), name("value")]
    else:
        fields = pivot.args.get("fields") or []
        if len(fields) != 1 or not isinstance(fields[0], exp.In):
            return None
        parts = [fields[0].this, *pivot.expressions]
    plain = len(parts) == 2 and all(isinstance(part, exp.Identifier) or is_column(part) for part in parts)
    return [part.name for part in parts] if plain else None


def unpivoted(source: exp.Expr) -> exp.TableAlias:
    """The name the source has in that query, with the names it gave to its columns."""
    alias = source.args.get("alias")
    columns = [column.copy() for column in alias.args.get("columns") or ()] if alias is not None else []
    return exp.TableAlias(this=name("unpivoted"), columns=columns or None)
