"""Which parts of times the guard takes otherwise than an engine does: for tests that ask the engine."""

from collections.abc import Callable

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.guard.units import UNITS
from sqlgen.tests.guard_world import policy

_MOMENT = "CAST('2024-03-05 06:07:08' AS TIMESTAMP)"


def parts_that_differ(dialect: Dialect, knows: Callable[[str], bool]) -> list[str]:
    """What the guard passes and `knows` denies once it is rebuilt, or what it refuses though the engine knows it."""
    asked = [f"SELECT EXTRACT({part} FROM {_MOMENT}) AS x" for part in sorted(UNITS)]
    asked += [f"SELECT DATE_TRUNC('{part.lower()}', {_MOMENT}) AS x" for part in sorted(UNITS)]
    return [sql for sql in asked if _differs(sql, dialect, knows)]


def _differs(sql: str, dialect: Dialect, knows: Callable[[str], bool]) -> bool:
    try:
        guarded = check(sql, dialect=dialect, policy=policy(dialect))
    except GuardViolation as refused:
        return refused.code != "forbidden_unit" or knows(sql)
    return not knows(guarded.sql)
