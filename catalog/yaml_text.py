"""Definitions as YAML for people: defaults left out, shorthands used, members in the order of the schema."""

from collections.abc import Iterable
from typing import Any

import yaml

from catalog.definitions import MetricDefinition


def definition_yaml(definition: MetricDefinition) -> str:
    """One definition as a YAML mapping; reading it back gives an equal definition."""
    return _dump(_plain(definition))


def definitions_yaml(definitions: Iterable[MetricDefinition]) -> str:
    """A metrics.yaml."""
    return _dump([_plain(definition) for definition in definitions])


def _plain(definition: MetricDefinition) -> dict[str, Any]:
    plain = definition.model_dump(mode="json", exclude_defaults=True)
    for source in plain.get("sources", ()):
        if "dimensions" in source:
            source["dimensions"] = [
                dimension["name"] if dimension.keys() == {"name"} else dimension
                for dimension in source["dimensions"]
            ]
    return plain


def _dump(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=110)
