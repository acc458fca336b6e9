"""What was generated, as the API tells it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from routing.contracts import ResultSet
from sqlgen.compiler.columns import output_columns
from sqlgen.models import GenerationLog
from widgets.generating import Generated, Part
from widgets.serialise import number

_PREVIEW_ROWS = 50
_TOKENS = ("input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens")
_OF_FIRST = (
    *("sql", "explanation", "tables_used", "provider", "model"),
    *("verdict", "faithful", "status", "log_id"),
)


def told(done: Generated, *, dry_run: bool) -> dict[str, Any]:
    """The members of `generation_schema.GenerationBody`."""
    route, asked, result = done.plan.route, done.plan.asked, done.result
    window, parts = asked.intent.window, [_part(part) for part in done.parts]
    columns = [column.name for column in output_columns(asked.intent, asked.metric)]
    spent = [part.log for part in done.parts if part.asked_model and part.log]
    return {
        "metric": asked.metric.name,
        "backend": route.backend,
        "dialect": route.dialect,
        "generation": route.generation,
        "trust": route.trust,
        "window_start": window.start.isoformat() if window else None,
        "window_end": window.end.isoformat() if window else None,
        "dry_run": dry_run,
        **{name: parts[0][name] for name in _OF_FIRST},
        "usage": {name: sum(getattr(row, name) for row in spent) for name in _TOKENS},
        "cost_usd": _cost(spent),
        "parts": parts,
        "guarded_sql": done.guarded_sql,
        "compiled_sql": done.compiled_sql,
        "columns": columns,
        "data": _preview(columns, result) if result else None,
        "row_count": len(result.rows) if result else None,
        "truncated": result.truncated if result else None,
        "comparison": done.comparison.plain() if done.comparison else None,
    }


def _part(part: Part) -> dict[str, Any]:
    intent, row, pin = part.question.intent, part.log, part.pin
    source = pin or row
    return {
        "dimensions": list(intent.dimensions),
        "grain": intent.grain.value if intent.grain else None,
        "sql": part.sql,
        "explanation": part.explanation,
        "tables_used": row.tables_used if row else [],
        "provider": source.provider if source else "",
        "model": source.model if source else "",
        "asked_model": part.asked_model,
        "verdict": "accepted",
        "faithful": True,
        "pin_id": pin.pk if pin else None,
        "status": pin.status if pin else None,
        "approved_by": pin.approved_by_name if pin else "",
        "log_id": row.pk if row else None,
        "usage": {name: getattr(row, name) for name in _TOKENS} if row else None,
        "cost_usd": _cost([row]) if row else None,
        "latency_ms": None if row is None or row.latency_ms is None else round(row.latency_ms, 1),
    }


def _cost(rows: Iterable[GenerationLog]) -> str | None:
    """US dollars as text, exact; None where a price is not known."""
    costs = [row.cost_usd for row in rows]
    known = [cost for cost in costs if cost is not None]
    return str(sum(known, Decimal(0))) if known and len(known) == len(costs) else None


def _preview(columns: list[str], result: ResultSet) -> list[dict[str, Any]]:
    return [
        {name: _plain(value) for name, value in zip(columns, row, strict=True)}
        for row in result.rows[:_PREVIEW_ROWS]
    ]


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, int | float | Decimal):
        return number(value)
    return str(value)
