"""A comparison as a row keeps it: numbers exact, as text; the worst groups only."""

from dataclasses import asdict
from datetime import datetime
from decimal import Context, Decimal
from typing import Any

from routing.parity.contracts import Comparison, Difference, Side

KEPT_GROUPS, KEPT_ON_SCHEDULE = 500, 50
_SHARE = Context(prec=12)  # digits of a relative difference worth keeping


def fields_of(found: Comparison, *, kept_groups: int) -> dict[str, Any]:
    """The members of a ParityReport that the comparison gives."""
    return {
        "backend_a": found.a.backend,
        "backend_b": found.b.backend,
        "verdict": found.verdict.value,
        "reasons": [{"code": reason.code.value, "detail": reason.detail} for reason in found.reasons],
        "notes": list(found.notes),
        "window_label": found.window.label if found.window else "",
        "window_start": found.window.start if found.window else None,
        "window_end": found.window.end if found.window else None,
        "grain": found.grain.value if found.grain else "",
        "dimensions": list(found.dimensions),
        "relative_tolerance": text_of(found.tolerance.relative),
        "absolute_tolerance": text_of(found.tolerance.absolute),
        "total": _difference(found.total),
        "groups": [_difference(one) for one in found.groups[:kept_groups]],
        "group_count": len(found.groups),
        "differing_count": sum(not one.within for one in found.groups),
        "missing_a_count": sum(one.missing == "a" for one in found.groups),
        "missing_b_count": sum(one.missing == "b" for one in found.groups),
        "sides": [_side(found.a), _side(found.b)],
        "closure_hash": found.closure_hash,
        "revision": found.revision,
        "duration_ms": found.duration_ms,
    }


def text_of(number: Decimal | None) -> str | None:
    """The number in plain digits, no exponent."""
    return None if number is None else f"{number:f}"


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "bucket": one.bucket.isoformat() if one.bucket else None,
        "dimensions": list(one.dimensions),
        "a": text_of(one.value_a),
        "b": text_of(one.value_b),
        "absolute": text_of(one.absolute),
        "relative": None if one.relative is None else text_of(_SHARE.plus(one.relative).normalize(_SHARE)),
        "within": one.within,
        "missing": one.missing,
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(side).items()
    }
