"""Resolves one SELECT: its clauses in the order in which names come into sight, its joins, and what it gives."""

from dataclasses import dataclass
from math import prod
from typing import Protocol

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.functions import KEEPING_ONE
from sqlgen.guard.groups import gathers, groupings
from sqlgen.guard.growth import is_gathering
from sqlgen.guard.join_conditions import condition_scope
from sqlgen.guard.joins import MAX_GATHERED_ROWS, MAX_MADE_ROWS, held_by, kept_by, loose_rows, reaches_back
from sqlgen.guard.kinds import is_struct
from sqlgen.guard.position import position_of
from sqlgen.guard.reach import kind_of
from sqlgen.guard.scope import MAX_GROWTH, Output, OutputColumn, Scope, fold
from sqlgen.guard.sources import Sources
from sqlgen.guard.spelling import may_spell
from sqlgen.guard.spines import lone_spine, spine_rows
from sqlgen.guard.stars import expand_stars, star_of
from sqlgen.guard.stored_days import MADE_DAYS, OF_ONE_ROW, check_days, days_of
from sqlgen.guard.stored_lists import MADE, columns_made, is_rows, lists_in
from sqlgen.guard.ties import Pair, is_constant, ties
from sqlgen.guard.tuples import columns_of_tuple, is_tuple
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.walk import Queries, Walk

MAX_WRITTEN = 2_000  # columns all stars together are written out as


def _structure(made: exp.Expr, columns: Columns) -> str:
    """The type of a structure that a query makes and hands on, so that its fields are read around it."""
    kind = kind_of(made, columns) if isinstance(made, (exp.Struct, *KEEPING_ONE)) else ""
    return kind if is_struct(kind) else ""


@dataclass(slots=True)
class Written:
    """The columns that the stars of a statement have become so far."""

    columns: int = 0


class Statement(Queries, Protocol):
    """The statement a SELECT stands in."""

    dialect: Dialect
    sources: Sources
    written: Written


class OneSelect:
    """One SELECT and the scope it makes."""

    def __init__(self, statement: Statement, node: exp.Select, scope: Scope) -> None:
        self.statement = statement
        self.dialect = statement.dialect
        self.owners = statement.columns.owners
        self.node = node
        self.scope = scope
        self.visit = Walk(statement, scope)
        self.made_rows = 0  # lists of the SELECT list that are made rows

    def output(self) -> Output:
        """What the SELECT gives; raises GuardViolation."""
        node, scope = self.node, self.scope
        if not node.expressions:
            raise GuardViolation("parse_error", "SELECT lists no column.", position_of(node))
        self.statement.sources.fill(node, scope)
        scope.windows = {fold(window.name, self.dialect) for window in node.args.get("windows") or ()}
        columns = self._listed()
        self._clauses()
        rows = self._joined()
        gathered = any(is_gathering(aggregate) for aggregate in self.visit.aggregates)
        if scope.made > (MAX_GATHERED_ROWS if gathered else MAX_MADE_ROWS):
            raise GuardViolation(
                "too_large", "Series and VALUES would meet in too many rows here.", position_of(node)
            )
        return self._given(columns, rows)

    def _listed(self) -> list[OutputColumn]:
        """The columns of the SELECT list, its stars written out."""
        self.scope.aliases_visible = self.dialect != "postgres"
        written = self.statement.written
        written.columns += expand_stars(
            self.node, self.scope, self.dialect, most=MAX_WRITTEN - written.columns
        )
        return [column for expression in self.node.expressions for column in self._columns_of(expression)]

    def _columns_of(self, expression: exp.Expr) -> list[OutputColumn]:
        """One column; of a list that is made rows, as many as its rows have."""
        maker = expression.this if isinstance(expression, exp.Alias | exp.Aliases) else expression
        if is_tuple(maker):
            growth = self.visit.clause(expression)
            named = columns_of_tuple(expression)
            for called in named:
                self.scope.aliases.setdefault(fold(called, self.dialect), growth)
            return [OutputColumn(called, growth) for called in named]
        if not is_rows(maker):
            return [self._output_column(expression)]
        growth = self.visit.clause(expression)
        made = columns_made(maker, self.statement.columns, growth)
        names = [one.this for one in expression.expressions] if isinstance(expression, exp.Aliases) else []
        if isinstance(expression, exp.Alias):
            names = [expression.args["alias"].this]
        if names and len(names) != len(made):
            raise GuardViolation(
                "forbidden_function", f"These rows have {len(made)} columns: name each.", position_of(maker)
            )
        self.made_rows += 1
        spelled = any(may_spell(held, self.owners) for held in lists_in(maker))
        columns = [OutputColumn(called, growth, spelled=spelled, kind=kind) for called, kind in made]
        for column, named in zip(columns, names, strict=False):
            column.name = named
            self.scope.aliases.setdefault(fold(named, self.dialect), growth)
        return columns

    def _output_column(self, expression: exp.Expr) -> OutputColumn:
        if star_of(expression) is not None:  # left by expand_stars over unnamed columns
            return OutputColumn(None, MAX_GROWTH // 2, spelled=True)
        made = expression.unalias()
        column = OutputColumn(None, self.visit.clause(expression), made=(made,))
        column.constant = is_constant(
            expression, self.scope.sources, self.owners, self.statement.columns.followed
        )
        column.spelled = may_spell(expression, self.owners)
        if isinstance(expression, exp.Alias):
            column.name = expression.args["alias"].this
            self.scope.aliases.setdefault(fold(expression.args["alias"].this, self.dialect), column.growth)
        elif isinstance(expression, exp.Column):
            column.name = expression.args["this"].this
        held = self.statement.columns.held.get(id(made))
        column.kind = held.kind if held is not None else _structure(made, self.statement.columns)
        column.days = days_of(made, self.statement.columns)
        return column

    def _clauses(self) -> None:
        """Bind what stands behind FROM; GROUP BY and ORDER BY see the names of the list in every dialect."""
        for clause in ("where", "having", "qualify", "distinct"):
            self.visit.clause(self.node.args.get(clause))
        for window in self.node.args.get("windows") or ():
            self.visit.clause(window)
        self.scope.aliases_visible = True
        self.visit.clause(self.node.args.get("group"))
        self.visit.clause(self.node.args.get("order"))

    def _joined(self) -> int | None:
        """The most rows the sources make together (None: unbounded); refuses those that nothing ties."""
        tied: set[Pair] = set()
        joins = self.node.args.get("joins") or []
        for join in joins:
            self._condition(join, joins)
            self._check_reach(join)
            own = ties(join.args.get("on"), self.owners) | self._using(join)
            tied |= held_by(join, own, self.scope)
        where = self.node.args.get("where")
        tied |= ties(where.this if where else None, self.owners)
        tied |= {
            frozenset((id(source), source.beside))
            for source in self.scope.sources
            if source.beside is not None
        }
        fits, rows = loose_rows(self.scope, tied, kept_by(joins))
        if not fits:
            raise GuardViolation(
                "missing_join_condition",
                "Tables may be joined with a condition only, that compares a column of each: ON b.x = a.x.",
                position_of(joins[0] if joins else self.node),
            )
        return rows

    def _condition(self, join: exp.Expr, joins: list[exp.Expr]) -> None:
        """Bind the condition of a join, which sees what is joined so far and no names of the list.

        A comma ends that on PostgreSQL. Whatever is not seen there may be a name of the query around.
        """
        on = join.args.get("on")
        if on is None:
            return
        scope = condition_scope(join, joins, self.scope, self.dialect)
        walk = Walk(self.statement, scope)
        walk.clause(on)
        self.visit.scans += walk.scans
        self.visit.singles += walk.singles
        self.visit.aggregates += walk.aggregates

    def _check_reach(self, join: exp.Expr) -> None:
        """RIGHT and FULL JOIN keep rows for those on their left only, and a comma is no part of that."""
        beyond = reaches_back(join, self.scope, self.owners)
        if beyond is not None:
            raise GuardViolation(
                "missing_join_condition",
                "RIGHT and FULL JOIN see nothing before a comma: write CROSS JOIN.",
                position_of(beyond),
            )

    def _using(self, join: exp.Expr) -> set[Pair]:
        """USING ties the joined table to every table before it, back to a comma, that has the column."""
        tied: set[Pair] = set()
        sources = self.scope.sources
        right = next(source for source in sources if source.node is join.this)
        before = [source for source in sources[: sources.index(right)] if source.part == right.part]
        for column in join.args.get("using") or ():
            key = fold(column.name, self.dialect)
            lefts = [
                source for source in before if key in source.columns and not source.columns[key].constant
            ]
            if not right.columns[key].constant:
                tied |= {frozenset((id(left), id(right))) for left in lefts}
        return tied

    def _given(self, columns: list[OutputColumn], rows: int | None) -> Output:
        """What comes out of sources that make so many rows."""
        sources = self.scope.sources
        made = prod(source.made for source in sources)
        group = self.node.args.get("group")
        if group is not None:
            times = groupings(group)
            rows, made = None if rows is None else times * max(rows, 1), times * made
        elif gathers(self.visit.aggregates, self.scope, self.owners):
            rows = made = 1
        scans = self.visit.scans + sum(source.scans for source in sources)
        singles = self.visit.singles + sum(source.singles for source in sources)
        spine = lone_spine(self.node, stored=True)
        if spine is not None:
            rows, made = self._of_spine(spine, rows, made)
            scans += 1
            columns[0].constant = rows == 1
        elif not sources:
            singles += 1
        if self.made_rows:
            rows, made, scans = None, made * MADE**self.made_rows, scans + self.made_rows
        return Output(columns or [OutputColumn(None)], rows, scans, singles, made)

    def _of_spine(self, spine: exp.Expr, rows: int | None, made: int) -> tuple[int | None, int]:
        """The rows of a SELECT of one series, and how many they count as, beside sources that make so many rows."""
        counted = spine_rows(spine, self.dialect)
        if counted is not None:
            return counted, counted
        if rows is None or rows > 1:
            raise GuardViolation("row_bound", OF_ONE_ROW, position_of(spine))
        check_days(spine, self.dialect, self.statement.columns, self.scope, listed=True)
        return None, made * MADE_DAYS
