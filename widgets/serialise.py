"""An answer as the API sends it, written once, when the engine answered; what ages is added when it is read.

Numbers are exact or they are text: a whole number beyond 2^53, and a decimal of more than 15 significant
digits, is a string, because a JSON reader would round it. NaN and infinity are null, and `notes` says so.
"""

import json
import math
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlgen.contracts import ColumnKind, Intent, Row
from widgets.contracts import Provenance, TileData

LARGEST_EXACT_INTEGER = 2**53
EXACT_DIGITS = 15
NOT_A_NUMBER = "A value is null because the engine gave NaN or infinity."
STANDS_IN = "A model is to write the SQL of this and has none to give yet: the compiled SQL stands in."

Number = Decimal | int | float


def dumps(value: Any) -> bytes:
    """Compact JSON, UTF-8; never NaN."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def json_members(data: TileData) -> bytes:
    """The members of the API's answer that do not age, without the outer braces."""
    columns = _columns(data)
    rows = [_row(row, data.intent) for row in data.rows]
    members: dict[str, Any] = {
        "metric": data.definition.name,
        "data": rows,
        "schema": columns,
        "row_count": len(rows),
        "truncated": data.truncated,
        "totals": _totals(data),
        "notes": _notes(data),
        "annotations": [
            {"at": one.at.isoformat(), "text": one.text, "parity_report": one.report}
            for one in data.annotations
        ],
        "backend": data.provenance.backend if data.provenance else None,
        "generated_sql": data.provenance.sql if data.provenance else "",
        "execution_ms": data.provenance.execution_ms if data.provenance else None,
        "provenance": _provenance(data.provenance),
    }
    return dumps(members)[1:-1]


def no_members(metric: str, *, backend: str = "", sql: str = "") -> bytes:
    """The same members where there is no answer."""
    members: dict[str, Any] = {
        "metric": metric,
        "data": [],
        "schema": [],
        "row_count": 0,
        "truncated": False,
        "totals": None,
        "notes": [],
        "annotations": [],
        "backend": backend or None,
        "generated_sql": sql,
        "execution_ms": None,
        "provenance": None,
    }
    return dumps(members)[1:-1]


def number(value: Number | None) -> float | int | str | None:
    """A number JSON carries without loss, else its text; null for NaN and infinity."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return value if abs(value) <= LARGEST_EXACT_INTEGER else str(value)
    if not math.isfinite(value):
        return None
    if isinstance(value, float):
        return value
    return float(value) if len(value.normalize().as_tuple().digits) <= EXACT_DIGITS else f"{value:f}"


def _row(row: Row, intent: Intent) -> dict[str, Any]:
    members: dict[str, Any] = {}
    if intent.grain:
        members["bucket"] = _day(row.bucket)
        if intent.compare:
            members["previous_bucket"] = _day(row.previous_bucket)
    members.update(zip(intent.dimensions, row.dimensions, strict=True))
    members["value"] = number(row.value)
    if intent.compare:
        members["previous_value"] = number(row.previous_value)
    return members


def _columns(data: TileData) -> list[dict[str, str]]:
    labels = {column.name: column.label for column in data.columns if column.kind is ColumnKind.DIMENSION}
    columns = [_column("bucket", "bucket", "date")] if data.intent.grain else []
    if data.intent.grain and data.intent.compare:
        columns.append(_column("previous_bucket", "bucket", "date"))
    columns += [_column(name, "dimension", "text", labels.get(name, "")) for name in data.intent.dimensions]
    columns.append(_column("value", "value", "number", data.definition.label, data.definition.unit))
    if data.intent.compare:
        columns.append(_column("previous_value", "previous_value", "number", "", data.definition.unit))
    return columns


def _column(name: str, kind: str, type_: str, label: str = "", unit: str = "") -> dict[str, str]:
    column = {
        "name": name,
        "kind": kind,
        "type": type_,
        "label": label or name.replace("_", " ").capitalize(),
    }
    return {**column, "unit": unit} if unit else column


def _totals(data: TileData) -> dict[str, Any] | None:
    if data.totals is None:
        return None
    return {"value": number(data.totals.value), "previous_value": number(data.totals.previous_value)}


def _provenance(provenance: Provenance | None) -> dict[str, Any] | None:
    if provenance is None:
        return None
    told = {
        field.name: getattr(provenance, field.name) for field in fields(provenance) if field.name != "sql"
    }
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}


def _notes(data: TileData) -> list[str]:
    notes = [NOT_A_NUMBER] if any(_unspeakable(row) for row in data.rows) else []
    if data.provenance and data.provenance.generation == "template":
        notes.append(STANDS_IN)
    return notes


def _unspeakable(row: Row) -> bool:
    return any(value is not None and not math.isfinite(value) for value in (row.value, row.previous_value))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
