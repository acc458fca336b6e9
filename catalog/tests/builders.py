"""Definitions over the shop, the least that is valid, and what validation says of them."""

from typing import Any

from catalog.contracts import Dictionary
from catalog.definitions import MetricDefinition
from catalog.validation import issues_of


def source(**members: Any) -> dict[str, Any]:
    return {
        "backends": ["duckdb"],
        "table": "shop.orders",
        "measure": "SUM(amount)",
        "time": "ordered_at",
        **members,
    }


def simple(
    name: str = "takings", *, sources: list[dict[str, Any]] | None = None, **members: Any
) -> MetricDefinition:
    given = {"name": name, "label": name, "sources": sources or [source()], **members}
    return MetricDefinition.model_validate(given)


def composed(name: str, kind: str, **members: Any) -> MetricDefinition:
    return MetricDefinition.model_validate({"name": name, "label": name, "type": kind, **members})


def told(dictionary: Dictionary, *definitions: MetricDefinition) -> list[str]:
    """What validation says of these metrics, which know each other."""
    known = {definition.name: definition for definition in definitions}
    return [str(issue) for issue in issues_of(definitions, known=known, dictionary=dictionary)]
