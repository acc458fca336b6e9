"""The edges as rows of the demo's tables."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from tests.engines.edges import LISBON, NAMES, instants, names

Row = Mapping[str, Any]

_LOADED_AT = datetime(2027, 1, 15, 6, tzinfo=UTC)
_FIRST_DIMENSION_KEY = 1_000
_NOWHERE = 99_999  # a key that no dimension row has
_COSTS = (
    Decimal("0.00"),
    Decimal("0.01"),
    Decimal("-12.34"),
    Decimal("9999999999.99"),
    Decimal("33.33"),
    None,
)
_CLOSED_AFTER = (
    timedelta(0),
    timedelta(microseconds=999_999),
    timedelta(seconds=-1, microseconds=-1),
    timedelta(days=3, seconds=59, microseconds=999_999),
    timedelta(hours=25),
    None,
)


def edge_rows() -> dict[str, Sequence[Row]]:
    """Rows for every table of the demo, by "schema.table"; keys do not meet those of the generated rows."""
    return {
        "l3_claims.dim_region": _regions(),
        "l3_claims.dim_product": _products(),
        "l3_claims.ev_claim": _claims(),
        "l3_claims.ev_service_request": _requests(),
        "ops.kpi_daily": _days(),
        "ops.issue": _issues(),
        "ops.alert": _alerts(),
        "ops.next_best_action": _actions(),
    }


def _regions() -> list[Row]:
    return [
        {
            "region_id": _FIRST_DIMENSION_KEY + place,
            "region_name": name,
            "country": None if place % 5 == 0 else name.upper(),
            "market": "Edge",
            "loaded_at": _LOADED_AT,
        }
        for place, name in enumerate(NAMES)
    ]


def _products() -> list[Row]:
    return [
        {
            "product_id": _FIRST_DIMENSION_KEY + place,
            "product_name": name,
            "device_type": None if place % 4 == 0 else name[:3],
            "plan": "Edge",
            "manufacturer": name or None,
            "launched_on": datetime(2024, 2, 29, tzinfo=UTC).date(),
            "loaded_at": _LOADED_AT,
        }
        for place, name in enumerate(NAMES)
    ]


def _claims() -> list[Row]:
    keys = cycle([*(_FIRST_DIMENSION_KEY + place for place in range(len(NAMES))), _NOWHERE, None])
    statuses = cycle(["open", "closed", "rejected", "in_progress", None])
    costs, closed = cycle(_COSTS), cycle(_CLOSED_AFTER)
    channels = names()
    return [
        {
            "claim_id": number,
            "opened_at": at,
            "closed_at": at + after if (after := next(closed)) is not None else None,
            "customer_id": number % 7,
            "customer_email": f"{number}@example.org",
            "device_id": number,
            "product_id": next(keys),
            "region_id": next(keys),
            "status": next(statuses),
            "resolution": ("repair", "replacement", None)[number % 3],
            "channel": next(channels),
            "cost_avoided_usd": next(costs),
            "replacement_cost_usd": next(costs),
            "repair_cost_usd": None,
            "satisfaction": (None, 1, 2, 5)[number % 4],
            "is_repeat": (None, True, False)[number % 3],
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]


def _requests() -> list[Row]:
    partners, kinds = names(), names()
    return [
        {
            "request_id": number,
            "claim_id": number if number % 5 else None,
            "region_id": _FIRST_DIMENSION_KEY + number % len(NAMES) if number % 6 else _NOWHERE,
            "requested_at": at,
            "completed_at": None if number % 4 == 0 else at + timedelta(days=1),
            "kind": next(kinds),
            "partner_name": next(partners),
            "fixed_first_time": (True, False, None)[number % 3],
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]


def _days() -> list[Row]:
    regions, devices, costs = names(), names(), cycle(_COSTS)
    return [
        {
            "kpi_date": at.astimezone(LISBON).date(),
            "region_name": next(regions),
            "device_type": next(devices),
            "claims_opened": number,
            "claims_repeat": number % 3,
            "repairs": number % 2,
            "replacements": number % 5,
            "cost_avoided_usd": next(costs),
            "replacement_cost_usd": next(costs),
            "satisfaction_sum": number * 3 if number % 4 else 0,
            "satisfaction_count": number if number % 4 else 0,
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]


def _issues() -> list[Row]:
    regions, severities = names(), names()
    return [
        {
            "issue_id": number,
            "opened_at": at,
            "resolved_at": None,
            "severity": next(severities),
            "status": ("new", "acknowledged", "resolved", None)[number % 4],
            "region_name": next(regions),
            "title": "An edge",
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]


def _alerts() -> list[Row]:
    regions, sources = names(), names()
    return [
        {
            "alert_id": number,
            "raised_at": at,
            "severity": ("critical", "warning", None)[number % 3],
            "source": next(sources),
            "region_name": next(regions),
            "acknowledged_at": None,
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]


def _actions() -> list[Row]:
    regions, kinds, channels = names(), names(), names()
    return [
        {
            "action_id": number,
            "offered_at": at,
            "taken": (True, False, None)[number % 3],
            "kind": next(kinds),
            "region_name": next(regions),
            "channel": next(channels),
            "loaded_at": _LOADED_AT,
        }
        for number, at in enumerate(instants(), 1)
    ]
