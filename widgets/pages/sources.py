"""A metric's sources, compiled for each engine: what would run where."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlglot
from django.utils.safestring import SafeString, mark_safe

from catalog.contracts import Dictionary, GovernedMetric
from catalog.definitions import Source
from metrics_portal.problems import PortalProblem
from routing.backends import registry
from routing.contracts import NoRoute
from routing.selectors import route_for
from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect
from sqlgen.intent import IntentSpec
from sqlgen.resolve import resolve_intent
from sqlgen.shape import has_time
from widgets.presentation.highlight import sql_block

_LABELS = {"postgres": "PostgreSQL", "duckdb": "DuckDB", "databricks": "Databricks"}
_DIALECTS: tuple[Dialect, ...] = ("databricks", "duckdb", "postgres")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompiledSource:
    """One backend's way to the metric. `facts` are (name, value); `refused` says why it does not compile there."""

    backend: str
    engine_label: str
    routed: bool
    configured: bool
    facts: tuple[tuple[str, str], ...]
    sql: SafeString
    refused: str


def compiled_sources(
    metric: GovernedMetric, dictionary: Dictionary, *, now: datetime, zone: ZoneInfo
) -> tuple[CompiledSource, ...]:
    """Every backend the metric's own sources, or all its parts', name; the routed one first."""
    routed = _routed(metric.name)
    names = sorted(_backends(metric), key=lambda name: (name != routed, name))
    return tuple(_compiled(metric, name, routed, dictionary, now, zone) for name in names)


def _compiled(
    metric: GovernedMetric, backend: str, routed: str, dictionary: Dictionary, now: datetime, zone: ZoneInfo
) -> CompiledSource:
    dialect = _dialect(backend)
    sql, refused = SafeString(""), ""
    try:
        grain = metric.definition.default.grain if has_time(metric) else None
        spec = IntentSpec.model_validate({"metric": metric.name, "grain": grain})
        intent = resolve_intent(spec, metric, now=now, zone=zone, backend=backend)
        query = compile_intent(
            intent, metric, backend=backend, dialect=dialect, dictionary=dictionary, zone=zone
        )
        sql = mark_safe(sql_block(_laid_out(query.sql, dialect), f"SQL for {backend}"))  # noqa: S308 — escaped
    except PortalProblem as problem:
        refused = problem.detail
    source = next((one for one in metric.definition.sources if backend in one.backends), None)
    return CompiledSource(
        backend=backend,
        engine_label=_LABELS[dialect],
        routed=backend == routed,
        configured=backend in registry.configured(),
        facts=_facts(source, dictionary) if source else (("Made of", ", ".join(metric.parts)),),
        sql=sql,
        refused=refused,
    )


def _facts(source: Source, dictionary: Dictionary) -> tuple[tuple[str, str], ...]:
    table = dictionary.tables.get(source.table)
    facts = [("Table", source.table), ("Measure", source.measure)]
    if source.where:
        facts.append(("Where", source.where))
    facts.append(("Time", source.time or "none: the present state"))
    if table is not None:
        facts.append(("Grain", table.grain or "unknown"))
        facts.append(("Rows", f"about {table.row_estimate:,}" if table.row_estimate else "unknown"))
        hours = table.freshness_hours
        facts.append(("Promise", f"loaded within {hours:g} h" if hours else "none"))
    return tuple(facts)


def _backends(metric: GovernedMetric) -> set[str]:
    own = {backend for source in metric.definition.sources for backend in source.backends}
    if metric.definition.sources or not metric.parts:
        return own
    return set.intersection(*(_backends(part) for part in metric.parts.values()))


def _routed(name: str) -> str:
    try:
        return route_for(name).backend
    except NoRoute:
        return ""


def _dialect(backend: str) -> Dialect:
    if backend in registry.configured():
        return registry.engine_of(backend).dialect
    return next((dialect for dialect in _DIALECTS if dialect == backend), "databricks")


def _laid_out(sql: str, dialect: Dialect) -> str:
    return sqlglot.parse_one(sql, read=dialect).sql(dialect=dialect, pretty=True)
