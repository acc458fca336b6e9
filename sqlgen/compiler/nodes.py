"""Small trees used everywhere: quoted names, typed literals, local times."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlglot import exp

from sqlgen.compiler.types import Family

UNKNOWN = "Unknown"


def name(text: str) -> exp.Identifier:
    return exp.Identifier(this=text, quoted=True)


def column(text: str, table: str | None = None) -> exp.Column:
    return exp.Column(this=name(text), table=name(table) if table else None)


def text(value: str) -> exp.Literal:
    return exp.Literal(this=value, is_string=True)


def number(value: object) -> exp.Expr:
    """A number, written in full; negative ones as the negation of a literal."""
    plain = str(value)
    return (
        exp.Neg(this=number(plain[1:])) if plain.startswith("-") else exp.Literal(this=plain, is_string=False)
    )


def cast(this: exp.Expr, kind: exp.DType) -> exp.Cast:
    return exp.Cast(this=this, to=exp.DataType(this=kind))


def aliased(this: exp.Expr, alias: str) -> exp.Alias:
    return exp.Alias(this=this, alias=name(alias))


def day(value: date) -> exp.Cast:
    return cast(text(value.isoformat()), exp.DType.DATE)


def instant(value: datetime) -> exp.Cast:
    """A point in time with its offset written out, so that no engine's session zone matters."""
    return cast(text(value.astimezone(UTC).isoformat(sep=" ")), exp.DType.TIMESTAMPTZ)


def local_time(value: datetime) -> exp.Cast:
    return cast(text(value.replace(tzinfo=None).isoformat(sep=" ")), exp.DType.TIMESTAMPNTZ)


def in_zone(this: exp.Expr, family: Family, zone: ZoneInfo) -> exp.Expr:
    """A time as the portal's wall clock shows it; dates and local times are so already."""
    return exp.AtTimeZone(this=this, zone=text(zone.key)) if family is Family.INSTANT else this


def local_date(this: exp.Expr, family: Family, zone: ZoneInfo) -> exp.Expr:
    return this if family is Family.DATE else cast(in_zone(this, family, zone), exp.DType.DATE)


def all_of(conditions: list[exp.Expr]) -> exp.Expr:
    """The conjunction; conditions that are disjunctions are put in parentheses."""
    joined = [exp.Paren(this=one) if isinstance(one, exp.Or) else one for one in conditions]
    tree = joined[0]
    for one in joined[1:]:
        tree = exp.And(this=tree, expression=one)
    return tree


def select(columns: list[exp.Expr], origin: exp.Expr, joins: list[exp.Join] | None = None) -> exp.Select:
    return exp.Select(expressions=columns, from_=exp.From(this=origin), joins=joins or [])


def derived(query: exp.Query, alias: str) -> exp.Subquery:
    return exp.Subquery(this=query, alias=exp.TableAlias(this=name(alias)))


def union_all(queries: list[exp.Query]) -> exp.Query:
    tree = queries[0]
    for query in queries[1:]:
        tree = exp.Union(this=tree, expression=query, distinct=False)
    return tree


def grouped(query: exp.Select, keys: int, *, grand_total: bool = False) -> exp.Select:
    """Group by the first `keys` columns, with one more row over everything where asked."""
    ordinals: list[exp.Expr] = [number(position) for position in range(1, keys + 1)]
    if grand_total:
        sets = [exp.Tuple(expressions=ordinals), exp.Tuple(expressions=[])]
        query.set("group", exp.Group(grouping_sets=[exp.GroupingSets(expressions=sets)]))
    elif keys:
        query.set("group", exp.Group(expressions=ordinals))
    return query
