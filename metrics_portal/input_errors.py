"""Faults of the input, from pydantic and REST framework, as `errors: [{field, detail, value?, choices?}]`."""

import math
import re
from collections.abc import Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic import ValidationError as PydanticError
from rest_framework.exceptions import ValidationError

from metrics_portal.problems import InvalidInput

_LONGEST_ECHO = 80
_OBJECTS = ("model_type", "model_attributes_type", "dict_type")


def from_pydantic(error: PydanticError, model: type[BaseModel] | None = None) -> InvalidInput:
    """`model` is what was to be read: with it a member that is not known is told with those there are."""
    return _problem([_pydantic_fault(fault, model) for fault in error.errors(include_url=False)])


def from_rest_framework(error: ValidationError) -> InvalidInput:
    return _problem(list(_flatten(error.detail, "")))


def _problem(faults: list[dict[str, Any]]) -> InvalidInput:
    first = faults[0]
    where = f"{first['field']}: " if first["field"] else ""
    more = f" ({len(faults) - 1} more)" if len(faults) > 1 else ""
    return InvalidInput(f"{where}{first['detail']}{more}", errors=faults)


def _pydantic_fault(fault: Any, model: type[BaseModel] | None) -> dict[str, Any]:
    told = {"field": ".".join(str(part) for part in fault["loc"]), "detail": fault["msg"]}
    value = fault.get("input")
    if isinstance(value, str | int | float | bool):
        told["value"] = _echo(value)
    expected = fault.get("ctx", {}).get("expected")
    if expected and fault["type"] in ("literal_error", "enum"):
        told["choices"] = re.findall(r"'([^']*)'", str(expected))
    elif fault["type"] == "extra_forbidden":
        told |= _no_such_member(_members(model, fault["loc"][:-1]))
    elif fault["type"] in _OBJECTS:
        told["detail"] = "It must be an object, with members by name."
    return told


def _no_such_member(members: Sequence[str]) -> dict[str, Any]:
    if not members:
        return {"detail": "There is no such member."}
    return {"detail": f"There is no such member. There are {', '.join(members)}.", "choices": list(members)}


def _members(model: Any, place: Sequence[Any]) -> Sequence[str]:
    """The members of what stands at that place of a model; none where that is not known for certain."""
    for part in place:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(part) if model else None
        found = _models(field.annotation) if field else []
        model = found[0] if len(found) == 1 else None
    return tuple(model.model_fields) if model else ()


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for inner in get_args(annotation) for found in _models(inner)]


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
