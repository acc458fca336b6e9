"""What the compiler writes for a snapshot's question, guarded for a viewer with a row rule on every table."""

from typing import Any

from accounts.contracts import RowPolicy, RowRule
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, Policy, check
from sqlgen.tests import example
from sqlgen.tests.asking import compiled
from sqlgen.tests.snapshot_cases import CASES


def guarded_snapshot(name: str, dialect: Dialect) -> GuardedQuery:
    """The guarded query of `CASES[name]`; raises GuardViolation."""
    case = CASES[name]
    asked: dict[str, Any] = dict(case.intent)
    query = compiled(
        asked.pop("metric"), dialect=dialect, backend=case.backend, zone=case.zone, now=case.now, **asked
    )
    dictionary = example.dictionary()
    rules = RowPolicy(
        rules=tuple(
            RowRule(table=key, column=next(iter(table.columns)), values=())
            for key, table in dictionary.tables.items()
        )
    )
    ruled = Policy.from_dictionary(dictionary, dialect=dialect, row_cap=10_000, row_policy=rules)
    return check(query.sql, dialect=dialect, policy=ruled)
