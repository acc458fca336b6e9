"""Plain values → MetricDefinition, pydantic's complaints told in the catalog's words."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from catalog.definitions import (
    CumulativeSpan,
    Defaults,
    Dimension,
    MetricDefinition,
    Parity,
    Source,
    Thresholds,
    ViaStep,
)
from catalog.findings import nearest, suggestion
from catalog.validation.issues import Issue, Path

_MODELS: dict[str, type[BaseModel]] = {
    "sources": Source,
    "dimensions": Dimension,
    "via": ViaStep,
    "time_via": ViaStep,
    "default": Defaults,
    "thresholds": Thresholds,
    "parity": Parity,
    "cumulative": CumulativeSpan,
}
# Branches pydantic tries for `via`, named in its error paths but not in the document.
_BRANCHES = ("ViaStep", "str")


class ShapeInvalid(ValueError):
    """The value is no definition; `issues` lists every reason."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__("; ".join(map(str, issues)))
        self.issues = issues


def parse_definition(value: Any) -> MetricDefinition:
    """A definition from plain values; raises ShapeInvalid with every issue."""
    if not isinstance(value, dict):
        message = "A definition is a mapping of members."
        raise ShapeInvalid((Issue(metric="", path=(), message=message, hint="Start with - name: …"),))
    try:
        return MetricDefinition.model_validate(value)
    except ValidationError as error:
        name = value.get("name")
        raise ShapeInvalid(tuple(_issues(name if isinstance(name, str) else "", error))) from error


def _issues(metric: str, error: ValidationError) -> Iterator[Issue]:
    told: set[Path] = set()
    for detail in error.errors(include_url=False):
        path = tuple(part for part in detail["loc"] if part not in _BRANCHES)
        if path not in told:
            told.add(path)
            message, hint = _words(path, detail)
            yield Issue(metric=metric, path=path, message=message, hint=hint)


def _words(path: Path, detail: ErrorDetails) -> tuple[str, str]:
    member = str(path[-1]) if path else ""
    match detail["type"]:
        case "extra_forbidden":
            return f"{member} is no member here.", suggestion(member, _members_at(path), shown=20)
        case "missing":
            return f"{member} is missing.", "Write it."
        case "string_pattern_mismatch":
            pattern = detail["ctx"]["pattern"]
            return f"{detail['input']} has a form that is not used here.", f"It matches {pattern}."
        case "literal_error" | "enum":
            expected = str(detail["ctx"]["expected"])
            close = nearest(str(detail["input"]), expected.replace(" or ", ", ").replace("'", "").split(", "))
            hint = f"Did you mean {close}?" if close else f"Choose {expected}."
            return f"{detail['input']} is no {member}.", hint
        case _:
            return f"{detail['msg']}.", ""


def _members_at(path: Path) -> list[str]:
    around = [part for part in path[:-1] if isinstance(part, str)]
    model = _MODELS.get(around[-1], MetricDefinition) if around else MetricDefinition
    return list(model.model_fields)
