"""One source in a FROM clause: its table, the joins its columns need, and its expressions bound to both."""

from collections.abc import Iterable

from sqlglot import exp

from catalog.contracts import Column, Join
from catalog.definitions import Dimension, Source
from catalog.dictionary.paths import ColumnPath, find_column, find_time, table_of
from catalog.findings import nearest, suggestion
from sqlgen.compiler import nodes
from sqlgen.compiler.context import Context
from sqlgen.compiler.portable import portable
from sqlgen.compiler.spine import SPINE
from sqlgen.compiler.types import Family, family_of
from sqlgen.compiler.wall_clock import on_the_wall_clock
from sqlgen.errors import IntentRefused
from sqlgen.measures import parsed

Path = tuple[Join, ...]


class Scope:
    """Hands out columns of a source and remembers the many-to-one joins they are reached by.

    Joins are outer ones: a row whose key points nowhere is kept, in the group of the unknown.
    """

    def __init__(self, source: Source, context: Context) -> None:
        self.source = source
        self.context = context
        self._table = table_of(context.dictionary, source.table)
        self._aliases: dict[Path, str] = {}
        self._aliases[()] = self._new_alias(self._table.name)
        self._joins: list[exp.Join] = []
        context.tables.add(source.table)

    def origin(self) -> exp.Table:
        return _table(self.source.table, self._aliases[()])

    def joins(self) -> list[exp.Join]:
        """The joins asked for so far, in the order in which they build on each other."""
        return self._joins

    def time(self) -> tuple[exp.Column, Family]:
        return self._reach(find_time(self.context.dictionary, self.source))

    def dimension(self, dimension: Dimension) -> tuple[exp.Expr, Family]:
        """A dimension's raw value and its family; an expression's family is not known."""
        if dimension.expr is not None:
            return self.bound(dimension.expr), Family.OTHER
        return self._reach(find_column(self.context.dictionary, self.source.table, dimension))

    def measure(self) -> exp.Expr:
        """The source's measure, in the words of the dialect where it overrides it."""
        dialect = self.context.dialect
        override = self.source.overrides.get(dialect)
        return self.bound(self.source.measure) if override is None else self._bind(parsed(override, dialect))

    def bound(self, text: str) -> exp.Expr:
        """A Databricks expression over own columns, bound to this scope and portable to the dialect."""
        tree = on_the_wall_clock(self._bind(parsed(text)), self._family, self.context.zone)
        for node in reversed(list(tree.walk())):
            replacement = portable(node, self.context.dialect, self._as_date, self._family)
            if replacement is node:
                continue
            if node is tree:
                tree = replacement
            else:
                node.replace(replacement)
        return tree

    def _reach(self, path: ColumnPath) -> tuple[exp.Column, Family]:
        alias = self._join(path.joins)
        return nodes.column(path.column.name, alias), family_of(_readable(path.column), self.context.dialect)

    def _join(self, path: Path) -> str:
        if path not in self._aliases:
            left, last = self._join(path[:-1]), path[-1]
            alias = self._new_alias(last.right.partition(".")[2])
            on: list[exp.Expr] = [
                exp.EQ(this=nodes.column(ours, left), expression=nodes.column(theirs, alias))
                for ours, theirs in zip(last.left_columns, last.right_columns, strict=True)
            ]
            self._joins.append(exp.Join(this=_table(last.right, alias), side="LEFT", on=nodes.all_of(on)))
            self._aliases[path] = alias
            self.context.tables.add(last.right)
        return self._aliases[path]

    def _new_alias(self, name: str) -> str:
        used = {SPINE, *(alias.lower() for alias in self._aliases.values())}
        numbered = (f"{name}_{count}" for count in range(2, len(used) + 3))
        return next(alias for alias in (name, *numbered) if alias.lower() not in used)

    def _bind(self, shared: exp.Expr) -> exp.Expr:
        tree = shared.copy()
        if isinstance(tree, exp.Column):
            return self._own(tree)
        for column in list(tree.find_all(exp.Column)):
            column.replace(self._own(column))
        return tree

    def _own(self, column: exp.Column) -> exp.Column:
        known = self._own_column(column)
        return nodes.column(_readable(known).name, self._aliases[()])

    def _own_column(self, column: exp.Column) -> Column:
        columns = self._table.columns
        wanted = column.name
        match = wanted if wanted in columns else _same_but_for_case(wanted, columns)
        if match is None or column.table not in ("", self._table.name):
            raise IntentRefused(
                f"The definition uses {column.sql()}, which is no column of {self._table.key}. "
                f"{suggestion(wanted, columns)}",
                field="metric",
                value=wanted,
                nearest=nearest(wanted, columns),
            )
        return columns[match]

    def _family(self, value: exp.Expr) -> Family:
        if isinstance(value, exp.Column) and value.name in self._table.columns:
            return family_of(self._table.columns[value.name], self.context.dialect)
        return Family.OTHER

    def _as_date(self, value: exp.Expr) -> exp.Expr:
        return nodes.local_date(value, self._family(value), self.context.zone)


def _same_but_for_case(wanted: str, names: Iterable[str]) -> str | None:
    """The one name that differs by case only."""
    same = [name for name in names if name.lower() == wanted.lower()]
    return same[0] if len(same) == 1 else None


def _readable(column: Column) -> Column:
    if column.restricted:
        raise IntentRefused(
            f"{column.name} is restricted: no metric may read it.", field="metric", value=column.name
        )
    return column


def _table(key: str, alias: str) -> exp.Table:
    schema, _, table = key.partition(".")
    return exp.Table(
        this=nodes.name(table), db=nodes.name(schema), alias=exp.TableAlias(this=nodes.name(alias))
    )
