"""What DuckDB may stop in the middle of, so that an error could tell where it stopped.

DuckDB tests a condition for some 2,000 stored rows at once, hidden ones among them, and stops where a LIMIT is full.
Whether it then had reached a row that the viewer may see, and for which something fails, tells how many hidden rows
are stored in between. A SELECT that puts rows together (an aggregate) reads all of them first: nothing below it is
stopped, but by a LIMIT, an EXISTS or a query in an expression that is below it, too. GROUP BY alone may be stopped,
and so may it where nobody asks for the aggregates beside it.

A join stops as well, whatever puts its rows together: where DuckDB has found that one side has no row it reads no more
than a portion of the other. IN, EXISTS, INTERSECT, queries that are values and LATERAL are joins to it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_whole
from sqlgen.guard.scope import Source, fold, renamed
from sqlgen.guard.surely import puts_together, surely_read

_ELSEWHERE: Final = ("with_", "from_", "joins", "laterals", "limit", "offset")

Names = frozenset[str] | None  # None: every column
_NOTHING: Final[Names] = frozenset()


class _Reading(NamedTuple):
    """A query, or what stands in FROM. `stops`: its rows may be left unread; `asked`: the columns surely read."""

    query: exp.Expr
    stops: bool
    asked: Names


def may_fail_halfway(
    root: exp.Expr,
    dialect: Dialect,
    base: Iterable[Source],
    never_fails: Callable[[exp.Expr], bool],
) -> bool:
    """Whether something that may be stopped early reads a base table, and anything that is stopped could fail.

    `base` are the base tables that were met, or in rebuilt text their projections.
    `never_fails` tells it of an expression, a clause or a join.
    """
    streams = _Streams(root, dialect, base, never_fails)
    return streams.could_fail and streams.reads_a_table


class _Streams:
    """One walk over a statement, from each query that may be stopped down to what puts rows together."""

    def __init__(
        self,
        root: exp.Expr,
        dialect: Dialect,
        base: Iterable[Source],
        never_fails: Callable[[exp.Expr], bool],
    ) -> None:
        self._never_fails = never_fails
        self.could_fail = False
        self.reads_a_table = False
        self._dialect = dialect
        self._joins_stop = dialect == "duckdb"
        self._base = {id(source.node) for source in base}
        self._ctes: dict[str, list[exp.CTE]] = defaultdict(list)
        for cte in root.find_all(exp.CTE):
            self._ctes[self._name(cte.alias)].append(cte)
        seen: set[tuple[int, bool, Names]] = set()
        self._waiting = [_Reading(root, stops=True, asked=None)]
        while self._waiting:
            reading = self._waiting.pop()
            key = (id(reading.query), reading.stops, reading.asked)
            if key not in seen:
                seen.add(key)
                self._read(*reading)

    def _read(self, query: exp.Expr, stops: bool, asked: Names) -> None:
        stops = stops or any(query.args.get(key) is not None for key in ("limit", "offset"))
        if id(query) in self._base:
            self.reads_a_table |= stops
        elif isinstance(query, exp.Subquery) and not _is_more_than_brackets(query):
            inner = _NOTHING if renamed(query.args.get("alias")) else asked
            self._waiting.append(_Reading(query.this, stops, inner))
        elif isinstance(query, exp.Select):
            self._select(query, stops, asked)
        elif isinstance(query, exp.SetOperation):
            stops = stops or (isinstance(query, exp.Intersect) and self._joins_stop)
            branch = None if asked is None else _NOTHING
            self._waiting += [_Reading(part, stops, branch) for part in (query.this, query.expression)]
            self._parts([query.args.get("order")], stops)
        elif isinstance(query, exp.Table) and isinstance(query.this, exp.Identifier):
            self._cte(query, stops, asked)
        else:
            self._parts([query], stops)

    def _select(self, select: exp.Select, stops: bool, asked: Names) -> None:
        live = [
            item for item in select.expressions if asked is None or self._name(item.alias_or_name) in asked
        ]
        stops = stops and not puts_together(select, [*live, *_first_by(select)])
        columns = [part for item in live for part in surely_read(item) if isinstance(part, exp.Column)]
        joins: list[exp.Join] = select.args.get("joins") or []
        sources = [part.this for part in (select.args.get("from_"), *joins) if part is not None]
        below = stops or (self._joins_stop and _is_joined(select))
        for source in (*sources, *(select.args.get("laterals") or ())):
            self._waiting.append(_Reading(source, below, self._asked_of(source, columns)))
        self._conditions(joins, below)
        for key, value in select.args.items():
            if key not in _ELSEWHERE:
                self._parts(value if isinstance(value, list) else [value], below if key == "where" else stops)

    def _asked_of(self, source: exp.Expr, columns: list[exp.Column]) -> Names:
        """Which of the columns are of a source. A name without a table is of one source only: it was resolved."""
        named = ("", self._name(source.alias_or_name))
        return frozenset(
            self._name(column.name) for column in columns if self._name(column.text("table")) in named
        )

    def _conditions(self, joins: Iterable[exp.Join], stops: bool) -> None:
        for join in joins:
            if join.args.get("on") or join.args.get("using"):
                self.could_fail |= stops and not self._never_fails(join)
                self._waiting += _queries_in(join.args.get("on"), stops)

    def _cte(self, table: exp.Table, stops: bool, asked: Names) -> None:
        for cte in self._ctes[self._name(table.name)]:
            other_names = renamed(cte.args.get("alias")) or renamed(table.args.get("alias"))
            self._waiting.append(_Reading(cte.this, stops, _NOTHING if other_names else asked))

    def _parts(self, parts: Iterable[object], stops: bool) -> None:
        """What a query reckons: its columns, conditions, orders, and the queries in them."""
        for part in parts:
            if isinstance(part, exp.Expr):
                self.could_fail |= stops and not self._never_fails(part)
                self._waiting += _queries_in(part, stops)

    def _name(self, name: str) -> str:
        return fold(name, self._dialect)


def _first_by(select: exp.Select) -> list[exp.Expr]:
    """What the rows that a LIMIT takes are ordered by, first: the engine has to know that."""
    order = select.args.get("order")
    if order is None or select.args.get("limit") is None:
        return []
    key = order.expressions[0].this
    if isinstance(key, exp.Literal):
        place = int(key.name) if is_whole(key) else 0  # a text orders nothing
        starred = any(item.is_star for item in select.expressions)
        return select.expressions[place - 1 : place] if place and not starred else []
    return [
        item for item in select.expressions if isinstance(key, exp.Column) and item.alias == key.name
    ] or [key]


def _is_joined(select: exp.Select) -> bool:
    """Whether DuckDB joins what a SELECT reads with anything, or what it gives."""
    where = select.args.get("where")
    asks = where is not None and where.find(exp.Query) is not None
    around = select.parent
    while isinstance(around, exp.Subquery | exp.SetOperation):
        around = around.parent
    joined = not isinstance(around, exp.From | exp.Join | exp.CTE | None)
    return asks or joined or any(select.args.get(key) for key in ("joins", "laterals"))


def _is_more_than_brackets(part: exp.Expr) -> bool:
    return any(value for key, value in part.args.items() if key not in ("this", "alias"))


def _queries_in(part: exp.Expr | None, stops: bool) -> Iterator[_Reading]:
    """The outermost queries in an expression. All rows of one behind IN are read; of one behind EXISTS no column."""
    stack = [part] if part is not None else []
    while stack:
        node = stack.pop()
        if isinstance(node, exp.Select | exp.SetOperation):
            holder = node.parent.parent if isinstance(node.parent, exp.Subquery) else node.parent
            whole = isinstance(holder, exp.In | exp.Lateral)  # but for what a join in it stops
            yield _Reading(node, stops or not whole, _NOTHING if isinstance(holder, exp.Exists) else None)
        else:
            stack.extend(node.iter_expressions())
