"""The pipeline: untrusted text in, proven SQL out."""

from sqlgen.contracts import Dialect
from sqlgen.guard.policy import Policy
from sqlgen.guard.query import GuardedQuery
from sqlgen.guard.violation import GuardViolation


def check(sql: str, *, dialect: Dialect, policy: Policy) -> GuardedQuery:
    """Prove one query harmless under a policy and rebuild it; raises GuardViolation for everything else."""
    raise GuardViolation("not_a_query", "No rule accepts this SQL.")
