"""What stands in FROM: tables of the policy, CTEs, queries, VALUES and series, each with the columns it has."""

from dataclasses import dataclass

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.instead import instead_of
from sqlgen.guard.joins import begins_part
from sqlgen.guard.json_rows import BY_ALIAS
from sqlgen.guard.policy import Policy, TablePolicy
from sqlgen.guard.position import position_of
from sqlgen.guard.project import name, read_projection
from sqlgen.guard.scope import Output, OutputColumn, Scope, Source, derived_source, fold, renamed
from sqlgen.guard.shape import MAX_JOINS
from sqlgen.guard.source_columns import find_table
from sqlgen.guard.spelling import may_spell
from sqlgen.guard.spines import UNCOUNTED, column_of, spine_in, spine_rows
from sqlgen.guard.stored_days import MADE_DAYS, check_days
from sqlgen.guard.stored_lists import MADE, columns_made, lists_in, makes_rows
from sqlgen.guard.values_rows import output_of
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.walk import Queries, Walk

MAX_REACHED = 50_000  # columns of the sources of all FROMs together


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """Rebuilt text is resolved: base tables stand in projections only.

    `lifted` are the ids of those whose fence was taken out of the tree (`spark_fences.py`).
    """

    lifted: frozenset[int]


class Sources:
    """Finds what each FROM of one statement names, and keeps the base tables it met in `base`."""

    def __init__(self, queries: Queries, dialect: Dialect, policy: Policy, rebuilt: Rebuilt | None) -> None:
        self.queries = queries
        self.dialect = dialect
        self.policy = policy
        self.rebuilt = rebuilt
        self.base: list[Source] = []
        self.reached = 0

    def fill(self, node: exp.Select, scope: Scope) -> None:
        """Bring the sources of a SELECT into its scope; raises GuardViolation."""
        from_ = node.args.get("from_")
        joins = node.args.get("joins") or []
        if from_ is None and joins:
            raise GuardViolation("forbidden_node", "A join needs a FROM.", position_of(joins[0]))
        if len(joins) > MAX_JOINS:  # commas make joins too
            raise GuardViolation("too_many_joins", f"FROM may join {MAX_JOINS} times.", position_of(node))
        part = 0
        for join in ([from_] if from_ is not None else []) + joins:
            part += begins_part(join)
            source = self._source(join.this, scope)
            source.part = part
            self._reach(source)
            source.hidden = join.args.get("kind") in ("SEMI", "ANTI")
            self._refuse_twice(source, scope, join)
            for column in join.args.get("using") or ():
                self._merge(column, source, scope)
            scope.sources.append(source)

    def _refuse_twice(self, source: Source, scope: Scope, join: exp.Expr) -> None:
        named = {fold(other.alias, self.dialect) for other in scope.sources if other.alias is not None}
        if source.alias is not None and fold(source.alias, self.dialect) in named:
            raise GuardViolation(
                "duplicate_name", f"FROM names {source.alias!a} twice: give one an alias.", position_of(join)
            )

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
        beside = [source for source in scope.sources if source.part == right.part]
        lefts = [source for source in beside if key in source.columns]
        if key not in right.columns or not lefts:
            wanting = beside if key in right.columns else [right]
            raise self.queries.columns.missing(column, ident.this, wanting)
        self.queries.columns.shared[id(column)] = [source.columns[key] for source in (*lefts, right)]
        for source in (*lefts, right):
            source.used.add(key)
            if source.table is not None:
                ident.set("this", source.columns[key].name)
        if key not in scope.merged:
            scope.merged.append(key)

    def _source(self, node: exp.Expr, scope: Scope) -> Source:
        ctes, outer = scope.ctes, scope.around(self.dialect)
        spine = spine_in(node)
        if spine is not None:
            source = self._spine(node, spine, scope)
        elif makes_rows(node):
            source = self._stored_list(node, scope)
        elif isinstance(node, exp.Table):
            source = self._table(node, ctes)
        elif isinstance(node, exp.Subquery):
            source = self._derived(node, ctes, outer)
        elif isinstance(node, exp.Lateral):
            source = self._lateral(node, scope)
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
            return derived_source(named, known, renamed(alias), self.dialect)
        source = self._base(self._open_table(node, parts), named)
        source.aliased = alias is not None and alias.this is not None
        self.base.append(source)
        return source

    def _open_table(self, node: exp.Table, parts: list[str]) -> TablePolicy:
        """The policy's table of that name, where a table may stand."""
        table = find_table(parts, self.policy, self.dialect)
        if table is None or not table.columns:
            raise GuardViolation(
                "unknown_table", f"There is no table {'.'.join(parts)!a}.", position_of(node)
            )
        if self.rebuilt is not None:
            raise GuardViolation("final_check", "A table stands outside its projection.", position_of(node))
        if renamed(node.args.get("alias")):
            raise GuardViolation(
                "forbidden_node",
                f"A table's columns may not be renamed here.{instead_of('renamed', self.dialect)}",
                position_of(node),
            )
        return table

    def _base(self, table: TablePolicy, alias: str, columns: list[str] | None = None) -> Source:
        listed = list(table.columns) if columns is None else columns
        known = {
            fold(column, self.dialect): OutputColumn(column, kind=table.columns[column]) for column in listed
        }
        return Source(alias=alias, columns=known, rows=None, scans=1, table=table)

    def _derived(self, node: exp.Subquery, ctes: dict[str, Output], outer: Scope | None) -> Source:
        alias = node.args.get("alias")
        named = alias.this.this if alias is not None and alias.this is not None else None
        if self.rebuilt is not None and named is not None:
            read = read_projection(node, self.policy, self.dialect, self.rebuilt.lifted)
            if read is not None:
                source = self._base(
                    read.table, named, [column.alias_or_name for column in node.this.expressions]
                )
                source.fenced = read.fenced
                self.base.append(source)
                return source
        return derived_source(named, self.queries.query(node, ctes, outer), renamed(alias), self.dialect)

    def _lateral(self, node: exp.Lateral, scope: Scope) -> Source:
        """A query that sees what stands before it in FROM. It is run for each of its rows, as one in SELECT is."""
        alias = node.args.get("alias")
        if alias is None or alias.this is None:
            raise GuardViolation("forbidden_node", "LATERAL (…) wants a name: AS t.", position_of(node))
        output = self.queries.query(node.this, scope.ctes, scope)
        return derived_source(alias.this.this, output, renamed(alias), self.dialect)

    def _stored_list(self, node: exp.Expr, scope: Scope) -> Source:
        """The rows of a list that stands in a column of what is before it in FROM, or of a query around."""
        maker = node if isinstance(node, exp.Unnest) else node.this
        alias = node.args.get("alias")
        if alias is None or alias.this is None:
            raise GuardViolation(
                "forbidden_function", "Rows of a list want a name: AS t(x).", position_of(node)
            )
        if alias.meta.get(BY_ALIAS) and scope.means(fold(alias.this.this, self.dialect), self.dialect):
            raise GuardViolation(
                "ambiguous_column",
                f"{alias.this.this!a} is a name of this query already: call the value otherwise.",
                position_of(alias),
            )
        walk = Walk(self.queries, scope)
        growth = max(walk.clause(held) for held in lists_in(maker))
        columns = self._made_columns(maker, alias, growth)
        output = Output(columns, None, walk.scans + 1, walk.singles, MADE)
        source = derived_source(alias.this.this, output, renamed(alias), self.dialect)
        held = self.queries.columns.held
        read = [column for one in lists_in(maker) for column in one.find_all(exp.Column)]
        # Of lists of several tables to one only: to all of them they would tie those to each other.
        source.beside = next((id(held[id(column)].source) for column in read if id(column) in held), None)
        return source

    def _made_columns(self, maker: exp.Expr, alias: exp.Expr, growth: int) -> list[OutputColumn]:
        """The columns of the rows of a list, each with a name, and the place if it is asked for."""
        made = columns_made(maker, self.queries.columns, growth)
        if not alias.args.get("columns"):
            alias.set("columns", [name(called) for called, _ in made])
        if len(alias.args["columns"]) != len(made):
            raise GuardViolation(
                "forbidden_function", f"These rows have {len(made)} columns: name each.", position_of(maker)
            )
        ordinal = maker.args.get("offset")
        places = [OutputColumn(ordinal.this)] if ordinal else []
        spelled = any(may_spell(held, self.queries.columns.owners) for held in lists_in(maker))
        return [OutputColumn(None, growth, spelled=spelled, kind=kind) for _, kind in made] + places

    def _values(self, node: exp.Values, ctes: dict[str, Output], outer: Scope | None) -> Source:
        output = output_of(node, self.queries, Scope(ctes, outer))
        alias = node.args.get("alias")
        named = alias.this.this if alias is not None and alias.this is not None else None
        return derived_source(named, output, renamed(alias), self.dialect)

    def _spine(self, node: exp.Expr, spine: exp.Expr, scope: Scope) -> Source:
        alias = node.args["alias"]
        if not alias.args.get("columns"):
            alias.set("columns", [name(column_of(spine, alias.this.this))])
        rows = spine_rows(spine, self.dialect)
        if rows is not None:
            output = Output([OutputColumn(None, constant=rows == 1, made=(spine,))], rows, 1, made=rows)
        else:
            walk = Walk(self.queries, scope)
            walk.clause(spine)
            if walk.aggregates:  # of no rows: this is FROM
                raise GuardViolation(UNCOUNTED.code, UNCOUNTED.message, position_of(spine))
            check_days(spine, self.dialect, self.queries.columns, scope, listed=False)
            output = Output(
                [OutputColumn(None, made=(spine,))], None, walk.scans + 1, walk.singles, MADE_DAYS
            )
        return derived_source(alias.this.this, output, renamed(alias), self.dialect)
