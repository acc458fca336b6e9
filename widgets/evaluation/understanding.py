"""Two questions told apart in words."""

from sqlgen.intent import IntentSpec

_MEMBERS = ("metric", "dimensions", "filters", "grain", "window", "compare", "order", "limit", "totals")


def difference(wanted: IntentSpec, read: IntentSpec) -> str:
    """Which members differ and how; empty where both say the same."""
    ours, theirs = wanted.model_dump(mode="json"), read.model_dump(mode="json")
    return " ".join(
        f"{member}: {_told(ours[member])} was asked, {_told(theirs[member])} understood."
        for member in _MEMBERS
        if ours[member] != theirs[member]
    )


def _told(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(_told, value)) or "none"
    if isinstance(value, dict):  # a filter
        listed = ", ".join("unknown" if one is None else str(one) for one in value["values"])
        return f"{value['dimension']} {value['op']} {listed}".strip()
    return "none" if value is None else str(value)
