"""Finds what each column name means. A name that means nothing we know, or two things, is refused."""

from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.json_made import takes_a_row
from sqlgen.guard.kinds import element, fields, is_json_text, is_list, is_map, is_struct
from sqlgen.guard.position import position_of
from sqlgen.guard.record_sets import BARE_FIELD, ambiguous
from sqlgen.guard.scope import Output, OutputColumn, Scope, Source, fold, found_in
from sqlgen.guard.violation import GuardViolation

_MOST_COMPARED = 500  # names, for a hint: comparing takes its time


@lru_cache(maxsize=1_024)  # a wide structure is asked for each of its fields in a query
def fields_of(kind: str, dialect: Dialect) -> dict[str, str]:
    """The types of the fields of a structure, by their folded names."""
    return {fold(name, dialect): inner for name, inner in fields(kind)}


class Bound(NamedTuple):
    """What a column node means."""

    source: Source
    column: OutputColumn


class Held(NamedTuple):
    """Where the value of a column node is stored, and of which type the policy says it is."""

    source: Source
    kind: str


_NOWHERE = Source(alias=None, columns={}, rows=None, scans=0)


class Columns:
    """Resolves column nodes of one statement, spelling base columns as the policy does."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.owners: dict[int, Bound] = {}  # by id of the column node, or of a query that is a value
        self.held: dict[int, Held] = {}  # likewise; fields of structures too
        self.shared: dict[int, list[OutputColumn]] = {}  # of each side, by id of the name in USING
        self.followed: dict[int, frozenset[int]] = {}  # the sources that inner queries follow, by their id
        self._bound: list[exp.Expr] = []  # kept, so that no other node gets the id of one that was taken out
        self.parameters: dict[int, str] = {}  # the types of what lambdas name, by id of the name

    def give(self, query: exp.Expr, output: Output) -> None:
        """Keep what a query that stands for a value gives, so that nobody looks for it in the query again."""
        self.owners[id(query)] = Bound(_NOWHERE, output.columns[0])

    def resolve(self, node: exp.Expr, scope: Scope) -> int:
        """Bind one column; gives its growth. Raises GuardViolation."""
        if not isinstance(node.args.get("this"), exp.Identifier):
            raise GuardViolation(
                "forbidden_node", "* may stand in the SELECT list and in COUNT(*).", position_of(node)
            )
        parts = [node.args[part].this for part in ("catalog", "db", "table") if node.args.get(part)]
        name = node.args["this"].this
        if not parts:
            return self._unqualified(node, name, scope)
        place = len(scope.sources), tuple(parts)
        if place not in scope.found_tables:
            scope.found_tables[place] = self._source_of(parts, scope, node)
        source = scope.found_tables[place]
        bare = node.meta.get(BARE_FIELD)
        if bare and any(bare in other.columns for other in filter(scope.sees, scope.sources)):
            raise ambiguous(bare, node)
        return self._field(node, parts, scope) if source is None else self._of_source(node, name, source)

    def _source_of(self, parts: list[str], scope: Scope, node: exp.Expr) -> Source | None:
        """The nearest source of that name, here or around."""
        around: Scope | None = scope
        while around is not None:
            seen = [source for source in around.sources if around.sees(source)]
            named = next((source for source in seen if self._is_named(source, parts)), None)
            fields = any(self._has_fields(source, parts[0]) for source in seen)
            if around.beside and (named is not None or fields):
                self._check_apart(parts, around, node)
                return None
            if named is not None:
                return named
            if fields:
                return None  # a field of this column, and not of a table around
            around = around.parent
        return None

    def _check_apart(self, parts: list[str], beside: Scope, node: exp.Expr) -> None:
        """Refuse a name of what stands before a query in FROM that a query around has, too."""
        if beside.parent is not None and self._source_of(parts, beside.parent, node) is not None:
            raise GuardViolation(
                "ambiguous_column",
                f"{parts[-1]!a} is a table around and one before this query in FROM: give one another alias.",
                position_of(node),
            )

    def _is_named(self, source: Source, parts: list[str]) -> bool:
        folded = [fold(part, self.dialect) for part in parts]
        if len(parts) == 1:
            return source.alias is not None and fold(source.alias, self.dialect) == folded[0]
        if source.table is None or source.aliased:
            return False
        table = source.table
        return [fold(part, self.dialect) for part in (table.catalog, table.schema, table.name)][
            -len(parts) :
        ] == folded

    def _of_source(self, node: exp.Expr, name: str, source: Source) -> int:
        key = fold(name, self.dialect)
        column = source.columns.get(key)
        if column is None:
            raise self.missing(node, name, [source])
        self._bind(node, key, column, source)
        node.set("db", None)
        node.set("catalog", None)
        if source.table is not None and source.alias is not None:
            node.args["table"].set("this", source.alias)
        return column.growth

    def _bind(self, node: exp.Expr, key: str, column: OutputColumn, source: Source) -> None:
        source.used.add(key)
        self._bound.append(node)
        self.owners[id(node)] = Bound(source, column)
        self.held[id(node)] = Held(source, column.kind)
        if source.table is not None and column.name is not None:
            node.args["this"].set("this", column.name)

    def _unqualified(self, node: exp.Expr, name: str, scope: Scope) -> int:
        key = fold(name, self.dialect)
        place = key, len(scope.sources), len(scope.aliases), len(scope.merged), scope.aliases_visible
        if place not in scope.found_columns:
            scope.found_columns[place] = found_in(key, scope)
        means = scope.found_columns[place]
        if means is None and self.dialect == "postgres" and takes_a_row(node):
            return self._row(node, name, scope)
        if means is None:
            self._check_sight(
                node, name, [source for source in scope.sources if key in source.columns], scope
            )
            raise self.missing(node, name, scope.sources)
        found, alias, merged = means
        if len(found) > 1 and not merged and alias is None:
            raise GuardViolation(
                "ambiguous_column", f"{name!a} is in several tables here: say which.", position_of(node)
            )
        if not found:
            return alias or 1
        for source in found:
            source.used.add(key)
        column = found[0].columns[key]
        if any(source.columns[key].spelled for source in found):
            column = replace(column, spelled=True)  # of USING: the value of any side
        self._bind(node, key, column, found[0])
        return max(alias or 1, *(source.columns[key].growth for source in found))

    def _row(self, node: exp.Expr, name: str, scope: Scope) -> int:
        """`row_to_json(t)`: each row of a source, of which every column is read that the viewer may read."""
        source = self._source_of([name], scope, node)
        if source is None or not source.closed:
            raise self.missing(node, name, scope.sources)
        source.used.update(source.columns)
        columns = source.columns.values()
        spelled = any(column.spelled or is_json_text(column.kind) for column in columns)
        row = OutputColumn(None, sum(column.growth for column in columns), spelled=spelled)
        self.owners[id(node)] = Bound(source, row)
        if source.table is not None and source.alias is not None:
            node.args["this"].set("this", source.alias)
        return row.growth

    def _field(self, node: exp.Expr, parts: list[str], scope: Scope) -> int:
        """`address.city`, `t.address.city`, `address.geo.lat`, where `address` is a column of a structured type."""
        self._check_sight(node, parts[-1], [s for s in scope.sources if self._is_named(s, parts)], scope)
        for source in filter(scope.sees, scope.sources) if self.dialect != "postgres" else ():
            at = 1 if len(parts) > 1 and self._is_named(source, parts[:1]) else 0
            column = source.columns.get(fold(parts[at], self.dialect))
            if column is None or not self._is_made_of_fields(column.kind):
                continue
            inner = self._kind_at(column.kind, parts[at + 1 :])
            kind = self._kind_of_field(inner, node.args["this"].this)
            if kind is not None:
                source.used.add(fold(parts[at], self.dialect))
                self._bound.append(node)
                self.held[id(node)] = Held(source, kind)
                return column.growth
        name = ".".join(parts)
        raise GuardViolation(
            "unknown_table", f"{name!a} is no table or alias of this query.", position_of(node)
        )

    def _check_sight(self, node: exp.Expr, name: str, sources: list[Source], scope: Scope) -> None:
        """Say of a name that only these have, where the condition of a join sees none of them."""
        if sources and not any(map(scope.sees, sources)):
            raise GuardViolation(
                "unknown_column",
                f"ON sees no {name!a} here: what a later join brings, or stands before a comma, it does not see.",
                position_of(node),
            )

    def _kind_of_field(self, kind: str, name: str) -> str | None:
        """The type of a field of such a value, empty where the policy does not say; None where it has no fields."""
        if is_struct(kind) or is_map(kind):
            return self._kind_at(kind, [name])
        return f"array<{self._kind_at(element(kind), [name])}>" if self._lists_structures(kind) else None

    def _has_fields(self, source: Source, name: str) -> bool:
        column = source.columns.get(fold(name, self.dialect)) if self.dialect != "postgres" else None
        return column is not None and self._is_made_of_fields(column.kind)

    def _is_made_of_fields(self, kind: str) -> bool:
        return is_struct(kind) or is_map(kind) or self._lists_structures(kind)

    def _lists_structures(self, kind: str) -> bool:
        """Databricks reads `items.sku` of a list of structures as the list of that field."""
        return self.dialect == "databricks" and is_list(kind) and is_struct(element(kind))

    def _kind_at(self, kind: str, path: list[str]) -> str:
        for step in path:
            kind = fields_of(kind, self.dialect).get(fold(step, self.dialect), "")
        return kind

    def missing(self, node: exp.Expr, name: str, sources: list[Source]) -> GuardViolation:
        """The refusal for a name no source has: restricted, or unknown with the nearest known one."""
        key = name.lower()
        for source in sources:
            if source.table is not None and key in {column.lower() for column in source.table.restricted}:
                return GuardViolation(
                    "restricted_column", f"The column {name!a} may not be read.", position_of(node)
                )
        known = dict.fromkeys(column for source in sources for column in source.columns)
        near = get_close_matches(key, islice(known, _MOST_COMPARED), 1)
        hint = f" Did you mean {near[0]!a}?" if near else ""
        return GuardViolation("unknown_column", f"There is no column {name!a} here.{hint}", position_of(node))
