"""Definitions over the shop, the least that is valid."""

from typing import Any

from catalog.definitions import MetricDefinition


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
