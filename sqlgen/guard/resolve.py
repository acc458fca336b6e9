"""Resolves every table and column of a statement through its scopes, by our own rules and nobody else's."""

from dataclasses import dataclass, replace
from math import prod

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.groups import gathers, groupings
from sqlgen.guard.growth import GATHERING, MAX_VALUES_ROWS
from sqlgen.guard.joins import MAX_GATHERED_ROWS, MAX_MADE_ROWS, held_by, kept_by, loose_rows
from sqlgen.guard.policy import Policy, TablePolicy
from sqlgen.guard.position import position_of
from sqlgen.guard.project import find_table, name, read_projection
from sqlgen.guard.scan import MAX_JOINS
from sqlgen.guard.scope import MAX_GROWTH, Output, OutputColumn, Scope, Source, derived_source, fold
from sqlgen.guard.spelling import may_spell
from sqlgen.guard.spines import SPINES, column_of, lone_spine, spine_rows
from sqlgen.guard.stars import expand_stars, star_of
from sqlgen.guard.ties import Pair, is_constant, ties
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.walk import Walk, growths

MAX_SCANS = 64
MAX_SINGLES = MAX_VALUES_ROWS  # SELECTs without FROM: each is a row that is written out, as in VALUES
MAX_REACHED = 50_000  # columns of the sources of all FROMs together
MAX_WRITTEN = 5_000  # columns all stars together are written out as
MAX_ANSWER = 8_000_000  # values in the whole answer, a grown text counting as many

_VALUES_NAMES = {"postgres": ("column", 1), "duckdb": ("col", 0), "databricks": ("col", 1)}


@dataclass(frozen=True, slots=True)
class Final:
    """Rebuilt text is resolved: base tables stand in projections only, fenced where rows are ruled out."""

    fenced: bool


class Resolver:
    """One pass over one statement."""

    def __init__(self, dialect: Dialect, policy: Policy, *, final: Final | None = None) -> None:
        self.dialect = dialect
        self.policy = policy
        self.final = final
        self.columns = Columns(dialect)
        self.base: list[Source] = []
        self.reached = 0
        self.written = 0  # by stars

    def statement(self, root: exp.Expr) -> None:
        """Resolve the whole statement; raises GuardViolation."""
        output = self.query(root, {}, None)
        rows = self.policy.row_cap if output.rows is None else min(output.rows, self.policy.row_cap)
        if rows * sum(growths(output)) > MAX_ANSWER:
            raise GuardViolation(
                "too_large", "The answer could be too big: ask for fewer columns, shorter texts or a LIMIT."
            )

    # queries

    def query(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Output:
        held = node.args.get("with_")
        if held is not None:
            ctes = self._with(held, ctes, outer)
        if isinstance(node, exp.Select):
            output = self._select(node, ctes, outer)
        elif isinstance(node, exp.SetOperation):
            output = self._set_operation(node, ctes, outer)
        elif isinstance(node, exp.Subquery):
            output = self.query(node.this, ctes, outer)
            self._order_by_output(node, output, ctes, outer)
        else:
            raise GuardViolation("not_a_query", "Only a query may run.", position_of(node))
        limit = node.args.get("limit")
        if limit is not None:
            amount = int((limit.args.get("expression") or limit.args["count"]).name)
            output.rows = amount if output.rows is None else min(amount, output.rows)
            output.made = min(max(amount, 1), output.made)
        offset = node.args.get("offset")
        if offset is not None and int(offset.expression.name) > self.policy.max_offset:
            raise GuardViolation(
                "forbidden_limit", f"OFFSET may be at most {self.policy.max_offset}.", position_of(offset)
            )
        if output.scans > MAX_SCANS:
            raise GuardViolation("too_large", f"The query would read tables more than {MAX_SCANS} times.")
        if output.singles > MAX_SINGLES:
            raise GuardViolation("row_bound", f"SELECTs without FROM may make {MAX_SINGLES} rows.")
        return output

    def _with(self, held: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> dict[str, Output]:
        known = dict(ctes)
        own: set[str] = set()
        for cte in held.expressions:
            alias = cte.args["alias"]
            key = fold(alias.this.this, self.dialect)
            if key in own:
                raise GuardViolation(
                    "duplicate_name", f"WITH names {alias.this.this!a} twice.", position_of(alias)
                )
            own.add(key)
            known[key] = _named_output(self.query(cte.this, known, outer), alias)
        return known

    def _set_operation(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Output:
        left = self.query(node.this, ctes, outer)
        right = self.query(node.expression, ctes, outer)
        rows = None if left.rows is None or right.rows is None else left.rows + right.rows
        columns = [replace(column) for column in left.columns]
        for ours, theirs in zip(columns, right.columns, strict=False):
            ours.growth = max(ours.growth, theirs.growth)
            ours.constant = ours.constant and theirs.constant
            ours.spelled = ours.spelled or theirs.spelled
        output = Output(
            columns,
            rows,
            left.scans + right.scans,
            singles=left.singles + right.singles,
            made=left.made + right.made,
        )
        self._order_by_output(node, output, ctes, outer)
        return output

    def _order_by_output(
        self, node: exp.Expr, output: Output, ctes: dict[str, Output], outer: Scope | None
    ) -> None:
        order = node.args.get("order")
        if order is not None:
            scope = Scope(ctes, outer, [derived_source(None, output, [], self.dialect)])
            walk = self._walk(order, scope)
            output.scans += walk.scans
            output.singles += walk.singles

    # one SELECT

    def _select(self, node: exp.Select, ctes: dict[str, Output], outer: Scope | None) -> Output:
        if not node.expressions:
            raise GuardViolation("parse_error", "SELECT lists no column.", position_of(node))
        scope = Scope(ctes, outer)
        self._sources(node, scope, outer)
        scope.windows = {fold(window.name, self.dialect) for window in node.args.get("windows") or ()}
        visit = Walk(self, scope)
        everywhere = self.dialect != "postgres"
        scope.aliases_visible = everywhere
        self.written += expand_stars(node, scope, self.dialect, most=MAX_WRITTEN - self.written)
        columns = [self._output_column(expression, scope, visit) for expression in node.expressions]
        scope.aliases_visible = everywhere
        for clause in ("where", "having", "qualify", "distinct"):
            visit.clause(node.args.get(clause))
        for window in node.args.get("windows") or ():
            visit.clause(window)
        scope.aliases_visible = True
        visit.clause(node.args.get("group"))
        visit.clause(node.args.get("order"))
        tied: set[Pair] = set()
        joins = node.args.get("joins") or []
        for join in joins:
            visit.clause(join.args.get("on"))
            own = ties(join.args.get("on"), self.columns.owners) | self._using(join, scope)
            tied |= held_by(join, own, scope)
        where = node.args.get("where")
        tied |= ties(where.this if where else None, self.columns.owners)
        fits, rows = loose_rows(scope, tied, kept_by(joins))
        if not fits:
            raise GuardViolation(
                "missing_join_condition",
                "Tables may be joined with a condition only.",
                self._join_position(node),
            )
        gathered = any(isinstance(aggregate, GATHERING) for aggregate in visit.aggregates)
        if scope.made > (MAX_GATHERED_ROWS if gathered else MAX_MADE_ROWS):
            raise GuardViolation(
                "too_large", "Series and VALUES would meet in too many rows here.", position_of(node)
            )
        return self._output(node, scope, visit, columns, rows)

    def _output(
        self, node: exp.Select, scope: Scope, visit: "Walk", columns: list[OutputColumn], rows: int | None
    ) -> Output:
        """What a SELECT gives, whose sources make so many rows."""
        made = prod(source.made for source in scope.sources)
        group = node.args.get("group")
        if group is not None:
            times = groupings(group)
            rows, made = None if rows is None else times * max(rows, 1), times * made
        elif gathers(visit.aggregates, scope, self.columns.owners):
            rows = made = 1
        scans = visit.scans + sum(source.scans for source in scope.sources)
        singles = visit.singles + sum(source.singles for source in scope.sources)
        spine = lone_spine(node)
        if spine is not None:
            rows = made = spine_rows(spine, self.dialect)
            scans += 1
            columns[0].constant = rows == 1
        elif not scope.sources:
            singles += 1
        return Output(columns or [OutputColumn(None)], rows, scans, singles, made)

    def _join_position(self, node: exp.Select) -> int:
        joins = node.args.get("joins") or ()
        return position_of(joins[0]) if joins else position_of(node)

    def _output_column(self, expression: exp.Expr, scope: Scope, visit: "Walk") -> OutputColumn:
        if star_of(expression) is not None:
            return OutputColumn(
                None, MAX_GROWTH // 2, spelled=True
            )  # left by expand_stars over unnamed columns
        column = OutputColumn(None, visit.clause(expression))
        column.constant = is_constant(expression, scope.sources, self.columns.owners)
        column.spelled = may_spell(expression, self.columns.owners)
        if isinstance(expression, exp.Alias):
            column.name = expression.args["alias"].this
            scope.aliases.setdefault(fold(expression.args["alias"].this, self.dialect), column.growth)
        elif isinstance(expression, exp.Column):
            column.name = expression.args["this"].this
        return column

    def _using(self, join: exp.Expr, scope: Scope) -> set[Pair]:
        """USING ties the joined table to every table before it that has the column."""
        tied: set[Pair] = set()
        right = next(source for source in scope.sources if source.node is join.this)
        before = scope.sources[: scope.sources.index(right)]
        for column in join.args.get("using") or ():
            key = fold(column.name, self.dialect)
            lefts = [
                source for source in before if key in source.columns and not source.columns[key].constant
            ]
            if not right.columns[key].constant:
                tied |= {frozenset((id(left), id(right))) for left in lefts}
        return tied

    # FROM

    def _sources(self, node: exp.Select, scope: Scope, outer: Scope | None) -> None:
        from_ = node.args.get("from_")
        joins = node.args.get("joins") or []
        if from_ is None and joins:
            raise GuardViolation("forbidden_node", "A join needs a FROM.", position_of(joins[0]))
        if len(joins) > MAX_JOINS:  # commas make joins too
            raise GuardViolation("too_many_joins", f"FROM may join {MAX_JOINS} times.", position_of(node))
        for join in ([from_] if from_ is not None else []) + joins:
            source = self._source(join.this, scope.ctes, outer)
            self._reach(source)
            source.hidden = join.args.get("kind") in ("SEMI", "ANTI")
            named = [other.alias for other in scope.sources if other.alias is not None]
            if source.alias is not None and fold(source.alias, self.dialect) in {
                fold(name, self.dialect) for name in named
            }:
                raise GuardViolation(
                    "duplicate_name",
                    f"FROM names {source.alias!a} twice: give one an alias.",
                    position_of(join),
                )
            for column in join.args.get("using") or ():
                self._merge(column, source, scope)
            scope.sources.append(source)

    def _reach(self, source: Source) -> None:
        """Count the columns that FROM brings in, all over: a CTE of many is copied for each reference."""
        self.reached += len(source.columns)
        if self.reached > MAX_REACHED:
            raise GuardViolation(
                "too_large", f"FROM may bring in {MAX_REACHED} columns in all.", position_of(source.node)
            )

    def _merge(self, column: exp.Expr, right: Source, scope: Scope) -> None:
        ident = column if isinstance(column, exp.Identifier) else column.args["this"]
        key = fold(ident.this, self.dialect)
        lefts = [source for source in scope.sources if key in source.columns]
        if key not in right.columns or not lefts:
            wanting = scope.sources if key in right.columns else [right]
            raise self.columns.missing(column, ident.this, wanting)
        for source in (*lefts, right):
            source.used.add(key)
            if source.table is not None:
                ident.set("this", source.columns[key].name)
        if key not in scope.merged:
            scope.merged.append(key)

    def _source(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Source:
        if isinstance(node, exp.Table) and isinstance(node.this, SPINES):
            source = self._spine(node)
        elif isinstance(node, exp.Table):
            source = self._table(node, ctes)
        elif isinstance(node, exp.Subquery):
            source = self._derived(node, ctes, outer)
        elif isinstance(node, exp.Values):
            source = self._values(node, ctes, outer)
        else:
            raise GuardViolation(
                "forbidden_node", "Only tables, queries and VALUES may be read.", position_of(node)
            )
        source.node = node
        return source

    def _table(self, node: exp.Table, ctes: dict[str, Output]) -> Source:
        if not isinstance(node.args.get("this"), exp.Identifier):
            raise GuardViolation("forbidden_function", "A table function may not be used.", position_of(node))
        parts = [node.args[part].this for part in ("catalog", "db", "this") if node.args.get(part)]
        alias = node.args.get("alias")
        named: str = alias.this.this if alias is not None and alias.this is not None else parts[-1]
        known = ctes.get(fold(parts[-1], self.dialect)) if len(parts) == 1 else None
        if known is not None:
            # Spelled as WITH spells it: an engine told to mind the case finds nothing else under that name.
            node.this.set("this", known.name)
            return derived_source(named, known, _renamed(alias), self.dialect)
        table = find_table(parts, self.policy, self.dialect)
        if table is None or not table.columns:
            raise GuardViolation(
                "unknown_table", f"There is no table {'.'.join(parts)!a}.", position_of(node)
            )
        if self.final is not None:
            raise GuardViolation("final_check", "A table stands outside its projection.", position_of(node))
        if _renamed(alias):
            raise GuardViolation(
                "forbidden_node", "A table's columns may not be renamed here.", position_of(node)
            )
        source = self._base(table, named, list(table.columns))
        source.aliased = alias is not None and alias.this is not None
        self.base.append(source)
        return source

    def _base(self, table: TablePolicy, alias: str, columns: list[str]) -> Source:
        known = {fold(column, self.dialect): OutputColumn(column) for column in columns}
        return Source(alias=alias, columns=known, rows=None, scans=1, table=table)

    def _derived(self, node: exp.Subquery, ctes: dict[str, Output], outer: Scope | None) -> Source:
        alias = node.args.get("alias")
        named = alias.this.this if alias is not None and alias.this is not None else None
        if self.final is not None and named is not None:
            table = read_projection(node, self.policy, self.dialect, fenced=self.final.fenced)
            if table is not None:
                source = self._base(table, named, [column.name for column in node.this.expressions])
                self.base.append(source)
                return source
        return derived_source(named, self.query(node, ctes, outer), _renamed(alias), self.dialect)

    def _values(self, node: exp.Values, ctes: dict[str, Output], outer: Scope | None) -> Source:
        tuples = node.expressions
        if len(tuples) > MAX_VALUES_ROWS:
            raise GuardViolation("row_bound", f"VALUES may have {MAX_VALUES_ROWS} rows.", position_of(node))
        walk = Walk(self, Scope(ctes, outer))
        growth = max((walk.clause(row) for row in tuples), default=1)
        prefix, first = _VALUES_NAMES[self.dialect]
        width = len(tuples[0].expressions) if isinstance(tuples[0], exp.Tuple) else 1
        spelled = any(may_spell(row, self.columns.owners) for row in tuples)
        columns = [
            OutputColumn(f"{prefix}{first + index}", growth, spelled=spelled) for index in range(width)
        ]
        alias = node.args.get("alias")
        named = alias.this.this if alias is not None and alias.this is not None else None
        # Read like a table: WITH could double what it makes, again and again.
        output = Output(columns, len(tuples), walk.scans + 1, walk.singles, len(tuples))
        return derived_source(named, output, _renamed(alias), self.dialect)

    def _spine(self, node: exp.Table) -> Source:
        alias = node.args["alias"]
        if not alias.args.get("columns"):
            alias.set("columns", [name(column_of(node.this, alias.this.this))])
        rows = spine_rows(node.this, self.dialect)
        output = Output([OutputColumn(None, constant=rows == 1)], rows, 1, made=rows)
        return derived_source(alias.this.this, output, _renamed(alias), self.dialect)

    def _walk(self, node: exp.Expr, scope: Scope) -> "Walk":
        walk = Walk(self, scope)
        walk.clause(node)
        return walk


def _renamed(alias: exp.Expr | None) -> list[str]:
    return [column.name for column in (alias.args.get("columns") or ())] if alias is not None else []


def _named_output(output: Output, alias: exp.Expr) -> Output:
    names = _renamed(alias)
    columns = [
        replace(column, name=names[index] if index < len(names) else column.name)
        for index, column in enumerate(output.columns)
    ]
    return replace(output, columns=columns, name=alias.this.this)
