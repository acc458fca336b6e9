"""A small dictionary and metrics of every type, as the catalog would give them; no database, no files."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from catalog.contracts import (
    Cardinality,
    Column,
    ColumnRole,
    Dictionary,
    GovernedMetric,
    Join,
    Sensitivity,
    Table,
)
from catalog.definitions import MetricDefinition

ZONE = ZoneInfo("Europe/Lisbon")
NOW = datetime(2025, 11, 20, 14, 30, 12, tzinfo=UTC)

_TABLES = {
    "l3.ev_claim": {
        "claim_id": "bigint",
        "opened_at": "timestamp; timestamptz",
        "closed_at": "timestamp; timestamptz",
        "customer_id": "bigint; int",
        "customer_email": "string; varchar",
        "product_id": "int",
        "region_id": "int",
        "repair_region_id": "int",
        "status": "string; varchar",
        "channel": "string; varchar",
        "cost": "decimal(12,2); numeric(12,2)",
        "satisfaction": "int",
        "is_repeat": "boolean",
        "due_date": "date",
    },
    "l3.dim_product": {"product_id": "int", "product_name": "string; varchar", "maker_id": "int"},
    "l3.dim_maker": {"maker_id": "int", "maker_name": "string; varchar"},
    "l3.dim_region": {
        "region_id": "int",
        "region_name": "string; varchar",
        "opened_on": "date",
        "order": "int",
    },
    "l3.ev_visit": {
        "visit_id": "bigint",
        "claim_id": "bigint",
        "visited_at": "timestamp_ntz; timestamp",
        "minutes": "int",
    },
    "l3.kpi_daily": {
        "kpi_date": "date",
        "region_name": "string; varchar",
        "claims": "int",
        "cost": "decimal(14,2); numeric(14,2)",
    },
}
_JOINS = (
    ("l3.ev_claim", "product_id", "l3.dim_product", "product_id"),
    ("l3.ev_claim", "region_id", "l3.dim_region", "region_id"),
    ("l3.ev_claim", "repair_region_id", "l3.dim_region", "region_id"),
    ("l3.dim_product", "maker_id", "l3.dim_maker", "maker_id"),
    ("l3.ev_visit", "claim_id", "l3.ev_claim", "claim_id"),
)
RESTRICTED = "customer_email"


def dictionary() -> Dictionary:
    return Dictionary(
        version="example",
        tables={key: _table(key, columns) for key, columns in _TABLES.items()},
        joins=tuple(
            Join(
                left=left,
                left_columns=(ours,),
                right=right,
                right_columns=(theirs,),
                cardinality=Cardinality.MANY_TO_ONE,
            )
            for left, ours, right, theirs in _JOINS
        ),
    )


def _table(key: str, columns: Mapping[str, str]) -> Table:
    schema, _, name = key.partition(".")
    return Table(
        schema=schema,
        name=name,
        columns={
            column: Column(
                name=column,
                data_types=tuple(part.strip() for part in kinds.split(";")),
                role=ColumnRole.ATTRIBUTE,
                sensitivity=Sensitivity.RESTRICTED if column == RESTRICTED else Sensitivity.INTERNAL,
            )
            for column, kinds in columns.items()
        },
    )


_CLAIM_DIMENSIONS = [
    "status",
    "channel",
    "is_repeat",
    "satisfaction",
    "due_date",
    "product_name",
    "maker_name",
    {
        "name": "region",
        "column": "dim_region.region_name",
        "via": [{"table": "dim_region", "on": "region_id"}],
        "label": "Sales region",
    },
    {
        "name": "repair_region",
        "column": "dim_region.region_name",
        "via": [{"table": "dim_region", "on": "repair_region_id"}],
    },
    {"name": "size", "expr": "CASE WHEN cost < 100 THEN 'small' ELSE 'large' END"},
]


def _claims(measure: str, **more: Any) -> dict[str, Any]:
    return {
        "backends": ["duckdb", "databricks", "lake"],
        "table": "l3.ev_claim",
        "measure": measure,
        "time": "opened_at",
        "dimensions": _CLAIM_DIMENSIONS,
        **more,
    }


def _daily(measure: str) -> dict[str, Any]:
    region = {"name": "region", "column": "region_name"}
    return {
        "backends": ["postgres"],
        "table": "l3.kpi_daily",
        "measure": measure,
        "time": "kpi_date",
        "dimensions": [region],
    }


_DEFINITIONS: dict[str, dict[str, Any]] = {
    "claims": {"sources": [_claims("COUNT(claim_id)"), _daily("SUM(claims)")]},
    "cost": {
        "sources": [_claims("SUM(cost)", where="status <> 'rejected'"), _daily("SUM(cost)")],
        "unit": "usd",
    },
    "customers": {"sources": [_claims("COUNT(DISTINCT customer_id)")]},
    "csat": {"sources": [_claims("AVG(satisfaction)")], "unit": "score"},
    "biggest": {"sources": [_claims("MAX(cost)")], "unit": "usd"},
    "median_cost": {"sources": [_claims("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost)")], "unit": "usd"},
    "rejected": {"sources": [_claims("COUNT(claim_id)", where="status = 'rejected'")]},
    "repeats": {"sources": [_claims("COUNT_IF(is_repeat)")]},
    "web_claims": {"sources": [_claims("COUNT(*) FILTER (WHERE channel = 'web')")]},
    "hours_to_close": {
        "sources": [_claims("AVG(TIMESTAMPDIFF(HOUR, opened_at, closed_at))")],
        "unit": "hours",
    },
    "days_to_close": {"sources": [_claims("AVG(DATEDIFF(closed_at, opened_at))")], "unit": "days"},
    "cost_each": {"sources": [_claims("SUM(cost) / COUNT(claim_id)")], "unit": "usd"},
    "open_now": {"sources": [_claims("COUNT(claim_id)", where="status = 'open'", time=None)]},
    "visits": {
        "sources": [
            {
                "backends": ["duckdb", "databricks", "lake"],
                "table": "l3.ev_visit",
                "measure": "COUNT(visit_id)",
                "time": "visited_at",
                "dimensions": ["status"],
            }
        ]
    },
    "visits_by_claim_day": {
        "sources": [
            {
                "backends": ["duckdb", "databricks", "lake"],
                "table": "l3.ev_visit",
                "measure": "COUNT(visit_id)",
                "time": "ev_claim.opened_at",
                "dimensions": ["product_name"],
            }
        ]
    },
    "repeat_rate": {"type": "ratio", "numerator": "repeats", "denominator": "claims", "unit": "percent"},
    "reject_rate": {"type": "ratio", "numerator": "rejected", "denominator": "claims", "unit": "percent"},
    "net": {"type": "derived", "expression": "claims - repeats", "metrics": ["claims", "repeats"]},
    "cost_per_customer": {
        "type": "derived",
        "expression": "cost / customers",
        "metrics": ["cost", "customers"],
        "unit": "usd",
    },
    "claims_28d": {"type": "cumulative", "cumulative": {"metric": "claims", "trailing": "28d"}},
    "cost_mtd": {"type": "cumulative", "cumulative": {"metric": "cost", "to_date": "month"}, "unit": "usd"},
    "customers_7d": {"type": "cumulative", "cumulative": {"metric": "customers", "trailing": "7d"}},
    "rate_28d": {"type": "cumulative", "cumulative": {"metric": "repeat_rate", "trailing": "28d"}},
    "summed_rates": {
        "type": "derived",
        "expression": "SUM(repeat_rate)",
        "metrics": ["repeat_rate"],
    },
}


def metric(name: str) -> GovernedMetric:
    """A metric of the example by name."""
    return _governed(_DEFINITIONS[name] | {"name": name, "label": name.replace("_", " ").capitalize()})


def simple(**source: Any) -> GovernedMetric:
    """A metric of its own on the claims, with what a test wants to be different."""
    return _governed({"name": "mine", "label": "Mine", "sources": [_claims("COUNT(claim_id)") | source]})


def _governed(plain: dict[str, Any]) -> GovernedMetric:
    definition = MetricDefinition.model_validate(plain)
    parts = {name: metric(name) for name in definition.part_names}
    closure = definition.fingerprint() + "".join(parts[name].closure_hash for name in sorted(parts))
    return GovernedMetric(
        definition=definition,
        revision=1,
        hash=definition.fingerprint(),
        closure_hash=hashlib.sha256(closure.encode()).hexdigest(),
        author="example",
        parts=parts,
    )
