"""The JSON Schema of definitions, from the one pydantic model."""

from typing import Any

from catalog.definitions import MetricDefinition


def metric_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one definition, as it may be written: `dimensions` take plain names too."""
    schema = MetricDefinition.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Metric definition"
    source = schema["$defs"]["Source"]["properties"]["dimensions"]
    # The shorthand is a validator, which pydantic cannot see in the schema.
    source["items"] = {"anyOf": [source["items"], {"type": "string"}]}
    return schema
