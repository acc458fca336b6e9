"""What the API's description says of every operation: how it tells failures."""

from typing import Any

from metrics_portal.problem_responses import CONTENT_TYPE

_METHODS = ("get", "post", "put", "patch", "delete")
_PROBLEM = {
    "type": "object",
    "description": "Problem details (RFC 9457): what happened, in words for people and a code for programs. "
    "A problem may have more members, for example `field`, `value` and `choices`.",
    "required": ["type", "title", "status", "detail", "code", "correlation_id"],
    "properties": {
        "type": {"type": "string", "description": "urn:metrics-portal:problem:<code>"},
        "title": {"type": "string"},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "description": "What happened, then what to do."},
        "code": {"type": "string"},
        "correlation_id": {"type": "string", "description": "The log has the cause under it."},
        "retry_after": {"type": "integer", "description": "Seconds until another try makes sense."},
        "errors": {
            "type": "array",
            "description": "Each fault of the input.",
            "items": {
                "type": "object",
                "required": ["field", "detail"],
                "properties": {"field": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}


def document_problems(result: dict[str, Any], **context: Any) -> dict[str, Any]:
    """drf-spectacular's hook: every operation may answer with a problem."""
    result.setdefault("components", {}).setdefault("schemas", {})["Problem"] = _PROBLEM
    content = {CONTENT_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in result["paths"].values():
        for method in _METHODS:
            if method in path:
                path[method]["responses"]["default"] = {"description": "A problem.", "content": content}
    return result
