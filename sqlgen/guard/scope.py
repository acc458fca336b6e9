"""What names mean inside one query: its sources, their columns, and the queries around it."""

from dataclasses import dataclass, field, replace
from math import prod
from string import ascii_uppercase
from typing import NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.policy import TablePolicy

Days = tuple[int, int]

# How much longer than a stored value a text may have become by joining texts, over all nested queries.
MAX_GROWTH = 4_096

_LOWERED = {ord(letter): letter.lower() for letter in ascii_uppercase}


@dataclass(slots=True)
class OutputColumn:
    name: str | None  # None: the engine names it
    growth: int = 1
    constant: bool = False  # the same in every row: comparing it ties nothing
    spelled: bool = False  # may be a text the query made
    kind: str = ""  # the type the policy says a stored value has; empty for what a query makes
    days: Days | None = None  # how far it may lie from a stored day, where it is one
    made: tuple[exp.Expr, ...] = ()  # what a query makes it of, in each branch; empty where that is not known


@dataclass(slots=True)
class Output:
    """What a query gives: its columns, its most rows (None: unbounded), the table reads it takes.

    `singles` are the SELECTs without FROM in it, `made` the factor by which series and VALUES make its rows more.
    Like table reads, both count what a CTE takes at each of its places. `name` is set for a CTE, as WITH spells it.
    """

    columns: list[OutputColumn]
    rows: int | None
    scans: int
    singles: int = 0
    made: int = 1
    name: str = ""
    known: "tuple[dict[str, OutputColumn], bool] | None" = None  # its columns, as each reference has them


@dataclass(slots=True, eq=False)
class Source:
    """One thing in FROM. `columns` go by folded name; `table` is set for a base table."""

    alias: str | None
    columns: dict[str, OutputColumn]
    rows: int | None
    scans: int
    singles: int = 0
    made: int = 1
    closed: bool = True  # every column has a name of its own
    table: TablePolicy | None = None
    node: exp.Expr | None = None
    aliased: bool = True
    hidden: bool = False  # the right side of a semi or anti join: not part of *
    part: int = 0  # of FROM: how many commas stand before it, where these bind looser than JOIN does
    used: set[str] = field(default_factory=set)
    beside: int | None = None  # the source (by id) whose list these rows are
    fenced: bool = False  # a projection with a fence, in rebuilt text (fence.py)


class Found(NamedTuple):
    """What a bare name means: columns of these sources (several: of USING, or ambiguous), or an alias of its growth."""

    sources: list[Source]
    alias: int | None
    merged: bool


@dataclass(slots=True, eq=False)
class Scope:
    ctes: dict[str, Output]
    parent: "Scope | None" = None
    sources: list[Source] = field(default_factory=list)
    aliases: dict[str, int] = field(default_factory=dict)
    aliases_visible: bool = False
    merged: list[str] = field(default_factory=list)  # columns of USING, which belong to both sides
    windows: set[str] = field(default_factory=set)
    seen: frozenset[int] | None = None  # the sources (by id) that the condition of a join sees; None: all
    # The sources before a query in FROM, where it is no LATERAL: DuckDB takes a name for theirs before it goes further
    # out. Nothing is read of them: a name that they have, and a query around has, too, means two things.
    beside: bool = False
    # What names were found to mean, while nothing more had come into sight.
    found_tables: "dict[tuple[int, tuple[str, ...]], Source | None]" = field(default_factory=dict)
    found_columns: "dict[tuple[str, int, int, int, bool], Found | None]" = field(default_factory=dict)

    def sees(self, source: Source) -> bool:
        """Whether names may mean columns of a source where this scope is looked through."""
        return self.seen is None or id(source) in self.seen

    def around(self, dialect: Dialect) -> "Scope | None":
        """What the next query in FROM, if it is no LATERAL, sees around it."""
        if dialect != "duckdb" or self.parent is None or not self.sources:
            return self.parent
        return Scope({}, self.parent, list(self.sources), beside=True)

    def means(self, key: str, dialect: Dialect) -> bool:
        """Whether a folded name means something here or around: a source, a column or an alias."""
        named = {fold(source.alias, dialect) for source in self.sources if source.alias is not None}
        here = not self.beside and (
            key in named or key in self.aliases or any(_has(source, key, dialect) for source in self.sources)
        )
        return here or (self.parent is not None and self.parent.means(key, dialect))

    @property
    def made(self) -> int:
        """How many rows of series and VALUES may meet here, those of the queries around included."""
        own = 1 if self.beside else prod(source.made for source in self.sources)
        return own if self.parent is None else own * self.parent.made


def found_in(key: str, scope: Scope) -> Found | None:
    """What a bare name means in the nearest query in which it means something."""
    around: Scope | None = scope
    while around is not None:
        having = [source for source in around.sources if key in source.columns and around.sees(source)]
        found = [source for source in having if not source.hidden] or having
        alias = around.aliases.get(key) if around.aliases_visible else None
        if found and around.beside:  # two meanings, unless it has none further out
            outer = found_in(key, around.parent) if around.parent is not None else None
            return None if outer is None else Found([*found, *found], None, merged=False)
        if found or alias is not None:
            return Found(found, alias, key in around.merged)
        around = around.parent
    return None


def _has(source: Source, key: str, dialect: Dialect) -> bool:
    restricted = source.table.restricted if source.table is not None else ()
    return key in source.columns or any(fold(name, dialect) == key for name in restricted)


def fold(name: str, dialect: Dialect) -> str:
    """The name as the engine compares it, once unquoted names were folded: only PostgreSQL minds the case.

    ASCII letters only: Python lowers more letters than the engines do (the Kelvin sign becomes a k), and a name
    that is a CTE to us but not to the engine could be a file to it.
    """
    if dialect == "postgres":
        return name
    return name.lower() if name.isascii() else name.translate(_LOWERED)


def derived_source(alias: str | None, output: Output, renamed: list[str], dialect: Dialect) -> Source:
    """A source made of a query's output, its first columns renamed by an alias list."""
    if output.known is None or renamed:
        known = _known(output, renamed, dialect)
        output.known = output.known if renamed else known
    else:
        known = output.known
    columns, closed = known
    return Source(
        alias=alias,
        columns=columns,
        rows=output.rows,
        scans=output.scans,
        singles=output.singles,
        made=output.made,
        closed=closed,
    )


def _known(output: Output, renamed: list[str], dialect: Dialect) -> tuple[dict[str, OutputColumn], bool]:
    """The columns of an output by name, and whether each has a name of its own."""
    columns: dict[str, OutputColumn] = {}
    closed = True
    for index, column in enumerate(output.columns):
        name = renamed[index] if index < len(renamed) else column.name
        key = None if name is None else fold(name, dialect)
        if key is None or key in columns:
            closed = False
        else:
            columns[key] = column if name == column.name else replace(column, name=name)
    return columns, closed


def renamed(alias: exp.Expr | None) -> list[str]:
    """The column names in `AS t(a, b)`."""
    return [column.name for column in (alias.args.get("columns") or ())] if alias is not None else []
