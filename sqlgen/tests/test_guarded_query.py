"""Only the guard makes a GuardedQuery, and nobody changes one."""

import copy
import pickle

import pytest

from sqlgen.guard import GuardedQuery, GuardViolation, check
from sqlgen.tests.guard_world import policy


def _guarded() -> GuardedQuery:
    return check("SELECT COUNT(*) FROM sales.claim", dialect="duckdb", policy=policy("duckdb"))


def test_it_tells_what_it_is() -> None:
    guarded = _guarded()

    assert guarded.tables == ("memory.sales.claim",)
    assert (guarded.dialect, guarded.row_cap) == ("duckdb", 1_000)


def test_nobody_else_makes_one() -> None:
    with pytest.raises(TypeError):
        GuardedQuery(object(), sql="DROP TABLE x", tables=(), dialect="duckdb", row_cap=1, hides_rows=False)


def test_nobody_changes_one() -> None:
    guarded = _guarded()

    with pytest.raises(AttributeError):
        guarded.sql = "DROP TABLE x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        guarded._sql = "DROP TABLE x"
    with pytest.raises(AttributeError):
        del guarded._sql


def test_nobody_derives_copies_or_unpickles_one() -> None:
    with pytest.raises(TypeError):
        type("Forged", (GuardedQuery,), {})
    with pytest.raises(TypeError):
        pickle.dumps(_guarded())
    with pytest.raises(TypeError):
        copy.copy(_guarded())


def test_a_violation_survives_the_way_to_another_process() -> None:
    violation = pickle.loads(pickle.dumps(GuardViolation("too_deep", "Too deep.", 7)))  # noqa: S301 - our own

    assert (violation.code, violation.message, violation.position) == ("too_deep", "Too deep.", 7)
    assert violation.members == {"position": 7}
