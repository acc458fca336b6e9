"""What a join and a LATERAL may hold."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.violation import GuardViolation


def lateral(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.args.get("cross_apply") is None:
        return None
    return GuardViolation("forbidden_node", "APPLY may not be used: write JOIN LATERAL (…).")


def join(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A join that keeps rows says for which. DuckDB's ASOF JOIN finds for each row the nearest of the other side."""
    conditioned = bool(node.args.get("on") or node.args.get("using"))
    if node.args.get("side") and not conditioned:
        return GuardViolation(
            "missing_join_condition",
            f"{node.args['side']} JOIN takes a condition: ON TRUE where every row has a partner.",
        )
    if node.args.get("side") in ("RIGHT", "FULL") and isinstance(node.this, exp.Unnest | exp.Lateral):
        return GuardViolation(
            "forbidden_node", "What is made of each row of the left side stands in no RIGHT or FULL JOIN."
        )
    if node.args.get("kind") == "CROSS" and conditioned and dialect != "databricks":
        return GuardViolation("forbidden_node", "CROSS JOIN takes no condition: write JOIN … ON.")
    if node.args.get("method") is None:
        return None
    plain = node.args.get("on") is not None and node.args.get("kind") in (None, "", "INNER", "OUTER")
    if dialect == "duckdb" and plain and node.args.get("side") in (None, "", "LEFT"):
        return None
    return GuardViolation(
        "forbidden_node", "ASOF joins are DuckDB's, and take a condition: ASOF JOIN t ON …."
    )
