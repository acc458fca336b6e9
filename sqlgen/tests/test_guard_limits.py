"""How many rows what passes may give: the smaller limit holds."""

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_world import DIALECTS, policy


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("", 50),
        (" LIMIT 7", 7),
        (" LIMIT 50", 50),
        (" LIMIT 9999", 50),
        (" FETCH FIRST 7 ROWS ONLY", 7),
        (" FETCH NEXT 9999 ROWS ONLY", 50),
        (" UNION ALL SELECT status FROM sales.claim LIMIT 7", 7),
        (" UNION ALL (SELECT status FROM sales.claim LIMIT 7)", 50),
    ],
)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_smaller_limit_holds(dialect: Dialect, asked: str, kept: int) -> None:
    guarded = check(
        f"SELECT status FROM sales.claim{asked}", dialect=dialect, policy=policy(dialect, row_cap=50)
    )

    assert guarded.row_cap == kept
    assert guarded.sql.endswith(f"LIMIT {kept}")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_limit_within_brackets_is_neither_raised_nor_lost(dialect: Dialect) -> None:
    world = policy(dialect, row_cap=50)
    for sql in ("(SELECT status FROM sales.claim LIMIT 7)", "((SELECT status FROM sales.claim LIMIT 7))"):
        assert check(sql, dialect=dialect, policy=world).sql.endswith("LIMIT 7")


@pytest.mark.parametrize("dialect", ["duckdb", "databricks"])
def test_a_limit_around_brackets_leaves_the_smaller_one_within(dialect: Dialect) -> None:
    guarded = check(
        "(SELECT status FROM sales.claim LIMIT 7) LIMIT 9", dialect=dialect, policy=policy(dialect)
    )

    assert guarded.sql.endswith("LIMIT 7) LIMIT 9")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_an_answer_that_could_be_too_big_is_refused_and_a_limit_helps(dialect: Dialect) -> None:
    wide = f"SELECT {', '.join(['status'] * 900)} FROM sales.claim"
    world = policy(dialect, row_cap=10_000)

    with pytest.raises(GuardViolation) as refused:
        check(wide, dialect=dialect, policy=world)

    assert refused.value.code == "too_large"
    assert check(f"{wide} LIMIT 100", dialect=dialect, policy=world).row_cap == 100
