"""One SELECT over its FROM: a projection, or groups of rows, or answers grouped once more by their keys."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.aggregates import measured
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import present
from sqlgen.faithfulness.logic import clauses_of, simplified
from sqlgen.faithfulness.measuring import Measuring, without_certain
from sqlgen.faithfulness.reading import Reader
from sqlgen.faithfulness.relations import Frame, Groups, Rows
from sqlgen.faithfulness.terms import Clauses, Scan, Scans, Term, is_literal, rebuilt, value_of
from sqlgen.faithfulness.times import as_local, day_of
from sqlgen.faithfulness.world import World

LEAVES_GROUPS_OUT = "HAVING leaves groups out."


class Subqueries:
    """Gives the meaning of a query that stands for one value; the lineage of queries knows how."""

    def value(self, node: exp.Expr, frame: Frame) -> Term:
        raise Unproven("A query inside an expression cannot be followed.")


@dataclass(slots=True)
class Names:
    """Names as one SELECT sees them: the columns of FROM first, then the aliases that stand before."""

    world: World
    frame: Frame
    subqueries: Subqueries
    aliases: dict[str, exp.Expr] = field(default_factory=dict)

    def reader(self) -> Reader:
        return Reader(self.world.dialect, self.world.zone, self)

    def column(self, node: exp.Expr) -> Term:
        name, source = self.world.folded(node.name), self.world.folded(node.text("table"))
        found = self.frame.column(name, source)
        if found is not None:
            return found
        if not source and name in self.aliases and self.world.dialect != "postgres":
            return self.reader().term(self.aliases[name])
        raise Unproven(f"The column {node.name} cannot be followed to a table.")

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        raise Unproven("An aggregate stands where single rows are looked at, or over groups.")

    def subquery(self, node: exp.Expr) -> Term:
        return self.subqueries.value(node, self.frame)


@dataclass(slots=True)
class Measured(Names):
    """Names of a SELECT that aggregates rows."""

    measuring: Measuring | None = None

    def aggregate(self, node: exp.Expr, more: Clauses, reader: Reader) -> Term:
        if self.measuring is None:
            raise TypeError("Aggregates need a scan.")
        plain = Names(self.world, self.frame, self.subqueries)
        self.world.spend(10 * (1 + len(self.measuring.scan.clauses) + len(more)))
        return measured(node, self.measuring, more, plain.reader())


@dataclass(frozen=True, slots=True)
class Having:
    """A condition of HAVING, and the names that SELECT gives, which DuckDB and Databricks know there."""

    condition: exp.Expr
    aliases: dict[str, exp.Expr]


def aggregated(
    names: Names, columns: Sequence[exp.Expr], group: Sequence[exp.Expr], having: Having | None = None
) -> tuple[Groups, list[Term]]:
    """SELECT … GROUP BY over rows: the groups, and what each column is in them. HAVING must keep every group."""
    body = names.frame.body
    if not isinstance(body, Rows):
        raise TypeError("Rows are aggregated here.")
    reader = names.reader()
    keys = tuple(dict.fromkeys(day_of(reader.term(one)) for one in group))
    if any(is_literal(one) for one in keys):
        raise Unproven("Rows are grouped by a constant.")
    required = names.world.required(body.base)
    demanded = frozenset().union(*(clauses_of(one) for one in body.conditions))
    scan = Scan(body.base, simplified(without_certain(demanded, required)), keys)
    measuring = Measuring(scan, required)
    scope = Measured(names.world, names.frame, names.subqueries, names.aliases, measuring)
    scans = frozenset((scan,)) if keys else frozenset()
    if having is not None:
        named = replace(scope, aliases=having.aliases)
        if not (keys and _keeps_every_group(named.reader().term(having.condition), scan)):
            raise Unproven(LEAVES_GROUPS_OUT)
    terms = [keyed(scope.reader().term(one), keys, scans) for one in columns]
    names.world.reads |= {(body.base, path) for path in (*body.paths, ())}
    return Groups(scans, len(keys)), terms


def _keeps_every_group(having: Term, scan: Scan) -> bool:
    """Whether HAVING asks no more than that a group has a row, which each has: `COUNT(*) > 0`."""
    return all(any(_is_row_there(one, scan) for one in clause) for clause in clauses_of(having))


def _is_row_there(term: Term, scan: Scan) -> bool:
    if term.op not in ("ge", "ne") or not is_literal(term.args[1], "num"):
        return False
    counted, number = term.args[0], value_of(term.args[1])
    return counted == Term("agg", ("count", scan)) and bool(number <= (1 if term.op == "ge" else 0))


def keyed(term: Term, keys: tuple[Term, ...], scans: Scans) -> Term:
    """A column of the groups: the keys by position, aggregates, and nothing else of the rows."""

    def change(one: Term) -> Term | None:
        if one in keys:
            return Term("key", keys.index(one), family=one.family)
        if (day := day_of(one)) in keys:
            return as_local(Term("key", keys.index(day), family=Family.DATE))
        if one.op == "col":
            raise Unproven(f"{one.value[2]} is neither grouped nor aggregated.")
        return one if one.op == "agg" else None

    found = rebuilt(term, change)
    return present(found, scans) if keys else found


def group_keys(names: Names, frame: Frame, group: Sequence[exp.Expr]) -> list[Term]:
    """What answers that are groups already are grouped by once more."""
    reader = Names(names.world, frame, names.subqueries).reader()
    scans = frame.body.scans if isinstance(frame.body, Groups) else frozenset()
    return [present(reader.term(one), scans) for one in group]
