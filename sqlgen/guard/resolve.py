"""Resolves every table and column of a statement through its scopes, by our own rules and nobody else's."""

from dataclasses import replace

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.growth import MAX_VALUES_ROWS
from sqlgen.guard.instead import instead_of
from sqlgen.guard.policy import Policy
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import Days, Output, Scope, Source, derived_source, fold, renamed
from sqlgen.guard.select import OneSelect, Written
from sqlgen.guard.sources import Rebuilt, Sources
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.walk import Walk, growths
from sqlgen.guard.with_ties import keeps_ties

MAX_SCANS = 64
MAX_SINGLES = MAX_VALUES_ROWS  # SELECTs without FROM: each is a row that is written out, as in VALUES
MAX_ANSWER = 8_000_000  # values in the whole answer, a grown text counting as many


class Resolver:
    """One pass over one statement."""

    def __init__(self, dialect: Dialect, policy: Policy, *, rebuilt: Rebuilt | None = None) -> None:
        self.dialect = dialect
        self.policy = policy
        self.columns = Columns(dialect)
        self.sources = Sources(self, dialect, policy, rebuilt)
        self.written = Written()

    @property
    def base(self) -> list[Source]:
        """The base tables that were met, each as often as it stands."""
        return self.sources.base

    def statement(self, root: exp.Expr) -> None:
        """Resolve the whole statement; raises GuardViolation."""
        output = self.query(root, {}, None)
        rows = self.policy.row_cap if output.rows is None else min(output.rows, self.policy.row_cap)
        if rows * sum(growths(output)) > MAX_ANSWER:
            raise GuardViolation(
                "too_large", "The answer could be too big: ask for fewer columns, shorter texts or a LIMIT."
            )

    def query(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Output:
        """What a query gives, its own WITH, LIMIT and OFFSET reckoned in; raises GuardViolation."""
        held = node.args.get("with_")
        if held is not None:
            ctes = self._with(held, ctes, outer)
        output = self._body(node, ctes, outer)
        self._cut(node, output)
        if output.scans > MAX_SCANS:
            raise GuardViolation("too_large", f"The query would read tables more than {MAX_SCANS} times.")
        if output.singles > MAX_SINGLES:
            raise GuardViolation("row_bound", f"SELECTs without FROM may make {MAX_SINGLES} rows.")
        return output

    def _body(self, node: exp.Expr, ctes: dict[str, Output], outer: Scope | None) -> Output:
        if isinstance(node, exp.Select):
            return OneSelect(self, node, Scope(ctes, outer)).output()
        if isinstance(node, exp.SetOperation):
            output = _both(self.query(node.this, ctes, outer), self.query(node.expression, ctes, outer))
        elif isinstance(node, exp.Subquery):
            output = self.query(node.this, ctes, outer)
        else:
            raise GuardViolation("not_a_query", "Only a query may run.", position_of(node))
        self._order(node, output, ctes, outer)
        return output

    def _cut(self, node: exp.Expr, output: Output) -> None:
        """LIMIT takes rows away, OFFSET is bounded."""
        limit = node.args.get("limit")
        if limit is not None and not keeps_ties(limit):
            amount = int((limit.args.get("expression") or limit.args["count"]).name)
            output.rows = amount if output.rows is None else min(amount, output.rows)
            output.made = min(max(amount, 1), output.made)
        offset = node.args.get("offset")
        if offset is not None and int(offset.expression.name) > self.policy.max_offset:
            raise GuardViolation(
                "forbidden_limit",
                f"OFFSET may be at most {self.policy.max_offset}.{instead_of('offset', self.dialect)}",
                position_of(offset),
            )

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
            known[key] = _named(self.query(cte.this, known, outer), alias)
        return known

    def _order(self, node: exp.Expr, output: Output, ctes: dict[str, Output], outer: Scope | None) -> None:
        """ORDER BY of a set operation or of a query in brackets, which sees its output only."""
        order = node.args.get("order")
        if order is not None:
            walk = Walk(self, Scope(ctes, outer, [derived_source(None, output, [], self.dialect)]))
            walk.clause(order)
            output.scans += walk.scans
            output.singles += walk.singles


def _both(left: Output, right: Output) -> Output:
    """What a set operation gives."""
    columns = [replace(column) for column in left.columns]
    for ours, theirs in zip(columns, right.columns, strict=False):
        ours.growth = max(ours.growth, theirs.growth)
        ours.constant = ours.constant and theirs.constant
        ours.spelled = ours.spelled or theirs.spelled
        ours.kind = ours.kind if ours.kind == theirs.kind else ""
        ours.days = _either(ours.days, theirs.days)
        ours.made = ours.made + theirs.made if ours.made and theirs.made else ()
    return Output(
        columns,
        None if left.rows is None or right.rows is None else left.rows + right.rows,
        left.scans + right.scans,
        singles=left.singles + right.singles,
        made=left.made + right.made,
    )


def _either(ours: Days | None, theirs: Days | None) -> Days | None:
    if ours is None or theirs is None:
        return None
    return min(ours[0], theirs[0]), max(ours[1], theirs[1])


def _named(output: Output, alias: exp.Expr) -> Output:
    """A query's output under the names WITH gives it."""
    names = renamed(alias)
    columns = [
        replace(column, name=names[index] if index < len(names) else column.name)
        for index, column in enumerate(output.columns)
    ]
    return replace(output, columns=columns, name=alias.this.this, known=None)
