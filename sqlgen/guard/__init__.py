"""The guard: SQL is hostile until it is proven to read only what a policy allows. See docs/guard.md."""

from sqlgen.guard.check import check
from sqlgen.guard.policy import Policy, TablePolicy
from sqlgen.guard.query import GuardedQuery
from sqlgen.guard.violation import GuardViolation

__all__ = ["GuardViolation", "GuardedQuery", "Policy", "TablePolicy", "check"]
