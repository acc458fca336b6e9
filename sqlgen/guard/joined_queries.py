"""Makes a query of the joins that another join brings, and reads from it what was read of their sources.

`a LEFT JOIN (b JOIN c ON p) ON a.x = b.x` becomes `a LEFT JOIN (SELECT b.x, c.y FROM b JOIN c ON p) AS nested ON
a.x = nested.x`. A column that several of the sources have gets a name that nothing in the statement has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.filled import filled
from sqlgen.guard.policy import Policy
from sqlgen.guard.position import position_of
from sqlgen.guard.project import name
from sqlgen.guard.read_names import Reading, reading_of
from sqlgen.guard.scope import fold
from sqlgen.guard.source_names import brought, named_as, named_columns
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

MAX_WRITTEN: Final = 2_000  # columns that stars over such joins become in a statement


class Names:
    """The names of a statement, so that what is made has others."""

    def __init__(self, root: exp.Expr, dialect: Dialect) -> None:
        self.dialect = dialect
        self.written = 0
        self._used = {fold(one.name, dialect).lower() for one in root.find_all(exp.Identifier)}

    def new(self, wanted: str) -> str:
        """A name like this one that nothing has."""
        short, number = wanted[:50], 1
        made = short
        while made.lower() in self._used:
            number += 1
            made = f"{short}_{number}"
        self._used.add(made.lower())
        return made


@dataclass(slots=True)
class _Joined:
    """What joins bring together: their sources, by folded name, and what is handed on of them."""

    alias: str
    names: Names
    sources: dict[str, dict[str, str] | None]
    spelled: dict[str, str]  # the sources' names, as they are spelled
    merged: set[str]
    given: dict[tuple[str, str], str] = field(default_factory=dict)
    listed: list[exp.Expr] = field(default_factory=list)

    def holders(self, key: str) -> list[str]:
        return [called for called, columns in self.sources.items() if columns is not None and key in columns]

    def are_known(self) -> bool:
        return None not in self.sources.values()

    def is_alone(self, key: str) -> bool:
        """Whether a column is of one source and of no other."""
        return self.are_known() and len(self.holders(key)) == 1

    def give(self, source: str, key: str) -> str:
        """Hand a column of a source on; gives its name."""
        if (source, key) not in self.given:
            known = self.sources[source]
            spelled = known.get(key, key) if known is not None else key
            called = spelled if self.is_alone(key) else self.names.new(f"{source}_{key}")
            self._list(exp.Column(this=name(spelled), table=name(self.spelled[source])), called)
            self.given[source, key] = called
        return self.given[source, key]

    def give_bare(self, key: str) -> None:
        """Hand a column on that is read without its table."""
        holders = self.holders(key)
        if key in self.merged and ("", key) not in self.given:
            self.given["", key] = key
            self._list(exp.Column(this=name(key)), key)
        elif len(holders) == 1 and key not in self.merged:
            self.give(holders[0], key)

    def _list(self, column: exp.Expr, called: str) -> None:
        self.names.written += 1
        if self.names.written > MAX_WRITTEN:
            raise GuardViolation("too_large", "Joins inside joins would hand on too many columns.")
        self.listed.append(exp.Alias(this=column, alias=name(called)))

    def column(self, source: str, key: str) -> exp.Column:
        return exp.Column(this=name(self.give(source, key)), table=name(self.alias))


def put_query(
    join: exp.Expr, query: exp.Select, names: Names, dialect: Dialect, policy: Policy
) -> exp.Select:
    """Let a join bring a query of its sources, and write again what is read of them; gives the query."""
    select = join.parent
    if not isinstance(select, exp.Select):
        raise TypeError("A join stands in a SELECT.")
    joined = _joined(query, names, dialect, policy)
    alias = exp.TableAlias(this=name(joined.alias))
    join.set("this", exp.Subquery(this=query, alias=alias))
    reading = reading_of(select, set(joined.sources), dialect)
    _read_bare(reading, joined)
    _read_stars(reading, joined, select)
    for source, column in reading.columns:
        _read(source, column, joined, select)
    if not joined.listed:
        joined.listed.append(exp.Alias(this=exp.Literal.number(1), alias=name(names.new("one"))))
    query.set("expressions", joined.listed)
    return query


def _joined(query: exp.Select, names: Names, dialect: Dialect, policy: Policy) -> _Joined:
    sources: dict[str, dict[str, str] | None] = {}
    spelled: dict[str, str] = {}
    shared: list[str] = []
    for part in (query.args["from_"], *query.args["joins"]):
        for source in brought(part.this) or [part.this]:
            called = named_as(source)
            if called is None:
                raise GuardViolation(
                    "forbidden_node",
                    "What stands in a join in brackets wants a name: AS t.",
                    position_of(source),
                )
            key = called.this if called.args.get("quoted") else _folded(called, dialect)
            sources[fold(key, dialect)] = named_columns(source, dialect, policy)
            spelled[fold(key, dialect)] = key
        shared += [_folded(one, dialect) for one in part.args.get("using") or ()]
    joined = _Joined(names.new("nested"), names, sources, spelled, set())
    joined.merged = {key for key in shared if len(joined.holders(key)) == shared.count(key) + 1}
    return joined


def _folded(named: exp.Expr, dialect: Dialect) -> str:
    """A name as the engine compares it: an unquoted one is folded first."""
    plain = named.args.get("quoted") or dialect != "postgres"
    return fold(named.name if plain else named.name.lower(), dialect)


def _read_bare(reading: Reading, joined: _Joined) -> None:
    """Names without a table: of one source, or of none of these."""
    for key, node in reading.bare:
        holders = joined.holders(key)
        if not joined.are_known() or (len(holders) > 1 and key not in joined.merged):
            raise GuardViolation(
                "ambiguous_column",
                f"{key!a} stands beside joins in brackets: say of which table.",
                position_of(node),
            )
        joined.give_bare(key)


def _read_stars(reading: Reading, joined: _Joined, select: exp.Select) -> None:
    """Write `*` and `b.*` out, where they take in these sources."""
    if not reading.stars:
        return
    if not joined.are_known() or joined.merged:
        raise _no_star(reading.stars[0][1])
    items: list[exp.Expr] = []
    stars = {id(node): source for source, node in reading.stars}
    for item in select.expressions:
        if id(item) not in stars:
            items.append(item)
            continue
        star = item.this if isinstance(item, exp.Column) else item
        if filled(star):
            raise _no_star(item)
        of = stars[id(item)]
        items += _columns(joined, of) if of else list(_all(joined, select, item))
    select.set("expressions", items)


def _all(joined: _Joined, select: exp.Select, star: exp.Expr) -> Iterator[exp.Expr]:
    for part in (select.args["from_"], *select.args["joins"]):
        if part.args.get("using"):
            raise _no_star(star)
        if part.args.get("kind") in ("SEMI", "ANTI"):
            continue
        if part.this.alias == joined.alias:
            for source in joined.sources:
                yield from _columns(joined, source)
            continue
        for held in brought(part.this) or [part.this]:
            called = named_as(held)
            if called is None:
                raise _no_star(star)
            yield exp.Column(this=exp.Star(), table=called.copy())


def _columns(joined: _Joined, source: str) -> list[exp.Expr]:
    known = joined.sources[source] or {}
    return [exp.Alias(this=joined.column(source, key), alias=name(called)) for key, called in known.items()]


def _no_star(star: exp.Expr) -> GuardViolation:
    return GuardViolation(
        "forbidden_node", "Beside joins in brackets * is not read: list the columns.", position_of(star)
    )


def _read(source: str, column: exp.Expr, joined: _Joined, select: exp.Select) -> None:
    """Read one column of a source from the query."""
    if column.args.get("db") is not None:  # b.place.city
        part = column.args["table"]
        key = _folded(part, joined.names.dialect)
        column.set("db", name(joined.alias))
        column.set("table", name(joined.give(source, key)))
        return
    known = joined.sources[source] or {}
    key = _folded(column.this, joined.names.dialect)
    made = joined.column(source, key)
    listed = column.parent is select and column.arg_key == "expressions"
    own = known.get(key, key)
    swap(column, exp.Alias(this=made, alias=name(own)) if listed and made.name != own else made)
