"""What a faithful answer is, from the metric's definition and the intent: the same facts a query is read as."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from sqlglot import exp

from catalog.contracts import GovernedMetric
from sqlgen.compiler.columns import output_columns
from sqlgen.compiler.context import Ask, Context, ask_of
from sqlgen.compiler.scan import Scan as Compiled
from sqlgen.contracts import Intent
from sqlgen.errors import IntentRefused
from sqlgen.faithfulness.lineage import Lineage
from sqlgen.faithfulness.presence import united
from sqlgen.faithfulness.relations import Groups, Relation
from sqlgen.faithfulness.terms import Clause, Clauses, Scans, Term, is_literal, is_number
from sqlgen.faithfulness.values import (
    ZERO,
    add,
    coalesce,
    divide,
    literal_number,
    multiply,
    negative,
    nullif,
    opt,
    subtract,
)
from sqlgen.faithfulness.world import World
from sqlgen.measures import parsed
from sqlgen.shape import fill_of, simple_parts


@dataclass(frozen=True)
class Expected:
    """The answer that is asked for, the names of its columns, and whether nothing may stand as nought."""

    relation: Relation
    names: tuple[str, ...]
    fill: int | None
    ask: Ask
    parts: tuple[GovernedMetric, ...]
    context: Context

    def origin(self, clause: Clause) -> str:
        """Where a condition comes from, in words."""
        return self._origins.get(clause, "what the value counts")

    @cached_property
    def _origins(self) -> dict[Clause, str]:
        found: dict[Clause, str] = {}
        for part in self.parts:
            bare = replace(self.ask, dimensions=(), filters=(), grain=None, window=None)
            filtered = replace(bare, filters=self.ask.filters)
            found |= dict.fromkeys(self._clauses(part, replace(bare, window=self.ask.window)), "the window")
            found |= dict.fromkeys(self._clauses(part, filtered), "the filter that was asked for")
            found |= dict.fromkeys(self._clauses(part, bare), f"the condition of {part.name}")
        return found

    def _clauses(self, part: GovernedMetric, ask: Ask) -> Clauses:
        world = World(self.context.dictionary, self.context.dialect, self.context.zone)
        return Lineage(world).clauses(Compiled(part, ask, self.context).query())


def expected(intent: Intent, metric: GovernedMetric, context: Context, world: World) -> Expected:
    """The facts of a faithful answer; raises IntentRefused or NoSource where there is none."""
    ask = ask_of(intent, intent.window)
    names = tuple(column.name for column in output_columns(intent, metric))
    value, groups = _value(metric, ask, context, world)
    keys = tuple(Term("key", position) for position in range(len(ask.keys)))
    columns = tuple(zip(names, (*keys, value), strict=True))
    parts = tuple(simple_parts(metric))
    return Expected(Relation(groups, columns), names, fill_of(metric), ask, parts, context)


def _value(metric: GovernedMetric, ask: Ask, context: Context, world: World) -> tuple[Term, Groups]:
    definition = metric.definition
    if definition.type == "simple":
        return _simple(metric, ask, context, world)
    if definition.type == "cumulative":
        raise IntentRefused(
            f"{metric.name} accumulates over time; only simple, ratio and derived metrics are written by a "
            "model.",
            field="metric",
            value=metric.name,
        )
    parts = {name: _value(metric.parts[name], ask, context, world) for name in definition.part_names}
    scans = united(scan for _, groups in parts.values() for scan in groups.scans)
    values = {name: _part(metric.parts[name], value, groups.scans) for name, (value, groups) in parts.items()}
    if definition.type == "ratio":
        above, below = (values[name] for name in definition.part_names)
        value = divide(above, nullif(below, ZERO), "duckdb")
    else:
        value = _combined(parsed(definition.expression or ""), values)
    return value, Groups(scans, len(ask.keys))


def _part(metric: GovernedMetric, value: Term, scans: Scans) -> Term:
    """A part's value in a group that it may not have; nought there where it counts or sums."""
    found = opt(scans, value) if scans else value
    return coalesce((found, ZERO)) if fill_of(metric) == 0 else found


def _combined(tree: exp.Expr, values: dict[str, Term]) -> Term:
    if isinstance(tree, exp.Column):
        return values[tree.name]
    if isinstance(tree, exp.Paren):
        return _combined(tree.this, values)
    if isinstance(tree, exp.Literal):
        return literal_number(tree.name)
    if isinstance(tree, exp.Neg):
        return negative(_combined(tree.this, values))
    left, right = _combined(tree.this, values), _combined(tree.expression, values)
    if isinstance(tree, exp.Div):
        return divide(left, right if _is_some_number(right) else nullif(right, ZERO), "duckdb")
    return _ARITHMETIC[type(tree)](left, right)


def _is_some_number(term: Term) -> bool:
    return is_literal(term, "num") and not is_number(term, 0)


_ARITHMETIC: dict[type[exp.Expr], Callable[[Term, Term], Term]] = {
    exp.Add: add,
    exp.Sub: subtract,
    exp.Mul: multiply,
}


def _simple(metric: GovernedMetric, ask: Ask, context: Context, world: World) -> tuple[Term, Groups]:
    query = Compiled(metric, ask, context).query()
    found = Lineage(world).relation(query)
    if not isinstance(found.body, Groups):
        raise TypeError("A metric's scan gives groups.")
    return found.columns[-1][1], found.body
