"""A question in the compiler's own words: each part's table, joins, value, conditions and columns, for one dialect."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlglot import exp

from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import Source
from sqlgen.compiler import nodes
from sqlgen.compiler.columns import output_columns
from sqlgen.compiler.context import Context, ask_of
from sqlgen.compiler.filters import condition
from sqlgen.compiler.portable import divided
from sqlgen.compiler.scan import Scan
from sqlgen.compiler.sources import choose_source
from sqlgen.contracts import Dialect, Intent
from sqlgen.measures import parsed
from sqlgen.shape import fill_of, simple_parts


class Pieces:
    """The pieces of one atom's answer. Raises IntentRefused or NoSource where the compiler would."""

    def __init__(
        self,
        intent: Intent,
        metric: GovernedMetric,
        *,
        dictionary: Dictionary,
        backend: str,
        dialect: Dialect,
        zone: ZoneInfo,
    ) -> None:
        self._intent, self._metric = intent, metric
        self._ask = ask_of(intent, intent.window)
        self._context = Context(backend=backend, dialect=dialect, dictionary=dictionary, zone=zone)

    def sources(self) -> Iterator[Source]:
        """The source that answers for each simple part, in the definition's order."""
        for part in _distinct(self._metric):
            yield choose_source(part, self._ask, self._context.backend)

    def question(self) -> str:
        """The question, a fact a line: what columns come out, and what each part is computed from."""
        columns = output_columns(self._intent, self._metric)
        lines = [f"metric: {self._metric.name}", f"output columns: {', '.join(one.name for one in columns)}"]
        for part in _distinct(self._metric):
            lines += [f"part {part.name}", *(f"  {line}" for line in self._part(part))]
        lines += [f"formula {one.name}: {self._formula(one)}" for one in _composed(self._metric)]
        return "\n".join(lines)

    def _part(self, part: GovernedMetric) -> Iterator[str]:
        scan = Scan(part, self._ask, self._context)
        yield f"value: {self._sql(scan.scope.measure())}"
        if self._ask.grain:
            yield f"bucket: {self._sql(scan.bucket(self._ask.grain))}"
        for name in self._ask.dimensions:
            yield f"dimension {name}: {self._sql(scan.shown(name))}"
        conditions = self._conditions(scan)  # they may add joins
        yield f"from: {self._sql(scan.scope.origin())}"
        for join in scan.scope.joins():
            yield f"join: {self._sql(join)}"
        for one in conditions:
            yield f"condition: {self._sql(exp.Paren(this=one) if isinstance(one, exp.Or) else one)}"
        if part is not self._metric:
            yield f"without rows: {0 if fill_of(part) == 0 else 'NULL'}"

    def _conditions(self, scan: Scan) -> list[exp.Expr]:
        found = scan.in_window(self._ask.window) if self._ask.window else []
        if scan.scope.source.where:
            found.append(scan.scope.bound(scan.scope.source.where))
        return found + [condition(given, *scan.raw(given.dimension)) for given in self._ask.filters]

    def _formula(self, metric: GovernedMetric) -> str:
        definition = metric.definition
        if definition.type == "ratio":
            return self._sql(divided(*(nodes.column(name) for name in definition.part_names)))
        return self._sql(_with_real_divisions(parsed(definition.expression or "")))

    def _sql(self, tree: exp.Expr) -> str:
        return tree.sql(dialect=self._context.dialect, identify=True, comments=False)


def _with_real_divisions(shared: exp.Expr) -> exp.Expr:
    tree = shared.copy()
    for child in list(tree.iter_expressions()):
        child.replace(_with_real_divisions(child))
    return divided(tree.left, tree.right) if isinstance(tree, exp.Div) else tree


def _distinct(metric: GovernedMetric) -> Iterator[GovernedMetric]:
    yield from {part.name: part for part in simple_parts(metric)}.values()


def _composed(metric: GovernedMetric) -> Iterator[GovernedMetric]:
    """The metrics that are made of others, innermost first."""
    for name in dict.fromkeys(metric.definition.part_names):
        yield from _composed(metric.parts[name])
    if metric.definition.part_names:
        yield metric
