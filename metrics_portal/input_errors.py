"""Faults of the input, from pydantic and REST framework, as `errors: [{field, detail, value?, choices?}]`."""

import math
import re
from typing import Any

from pydantic import ValidationError as PydanticError
from rest_framework.exceptions import ValidationError

from metrics_portal.problems import InvalidInput

_LONGEST_ECHO = 80


def from_pydantic(error: PydanticError) -> InvalidInput:
    return _problem([_pydantic_fault(fault) for fault in error.errors(include_url=False)])


def from_rest_framework(error: ValidationError) -> InvalidInput:
    return _problem(list(_flatten(error.detail, "")))


def _problem(faults: list[dict[str, Any]]) -> InvalidInput:
    first = faults[0]
    where = f"{first['field']}: " if first["field"] else ""
    more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
    return InvalidInput(f"{where}{first['detail']}{more}", errors=faults)


def _pydantic_fault(fault: Any) -> dict[str, Any]:
    told = {"field": ".".join(str(part) for part in fault["loc"]), "detail": fault["msg"]}
    value = fault.get("input")
    if isinstance(value, str | int | float | bool):
        told["value"] = _echo(value)
    expected = fault.get("ctx", {}).get("expected")
    if expected and fault["type"] in ("literal_error", "enum"):
        told["choices"] = re.findall(r"'([^']*)'", str(expected))
    return told


def _echo(value: str | int | float | bool) -> str | int | float | bool:
    """The value as JSON can hold it."""
    if isinstance(value, str):
        return value[:_LONGEST_ECHO]
    return value if math.isfinite(value) else str(value)


def _flatten(detail: Any, field: str) -> Any:
    if isinstance(detail, dict):
        for name, inner in detail.items():
            own = "" if name == "non_field_errors" else str(name)
            yield from _flatten(inner, ".".join(part for part in (field, own) if part))
    elif isinstance(detail, list):
        for inner in detail:
            yield from _flatten(inner, field)
    else:
        yield {"field": field, "detail": str(detail)}
