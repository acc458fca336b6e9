"""The corpus, case by case: hostile SQL is refused for the expected reason, legitimate SQL passes."""

from itertools import product

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_cases import GuardCase, cases
from sqlgen.tests.guard_world import DIALECTS, MARK, ROW_CAP, policy


def _each(kind: str) -> list[tuple[Dialect, GuardCase]]:
    return [(dialect, case) for dialect in DIALECTS for case in cases(kind, dialect)]


def _name(value: object) -> str:
    return value.sql[:70] if isinstance(value, GuardCase) else str(value)


@pytest.mark.parametrize(("dialect", "case"), _each("hostile"), ids=_name)
def test_hostile_sql_is_refused_with_its_code(dialect: Dialect, case: GuardCase) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(case.sql, dialect=dialect, policy=policy(dialect))

    assert refused.value.code == case.expected
    assert 0 <= refused.value.position <= len(case.sql)
    assert refused.value.message.endswith((".", "?"))


@pytest.mark.parametrize(("dialect", "case"), _each("legit"), ids=_name)
def test_legitimate_sql_passes_and_is_rebuilt(dialect: Dialect, case: GuardCase) -> None:
    guarded = check(case.sql, dialect=dialect, policy=policy(dialect))

    assert guarded.row_cap <= ROW_CAP
    assert guarded.sql.endswith(f"LIMIT {guarded.row_cap}") or "OFFSET" in guarded.sql
    assert "customer_email" not in guarded.sql
    assert MARK not in guarded.sql


@pytest.mark.parametrize(("dialect", "case"), _each("legit"), ids=_name)
def test_what_was_rebuilt_passes_again_only_through_the_guard(dialect: Dialect, case: GuardCase) -> None:
    once = check(case.sql, dialect=dialect, policy=policy(dialect))

    again = check(once.sql, dialect=dialect, policy=policy(dialect))

    assert (again.tables, again.row_cap) == (once.tables, once.row_cap)


@pytest.mark.parametrize(("kind", "dialect"), list(product(("hostile", "legit"), DIALECTS)))
def test_the_corpus_is_big_enough_and_says_nothing_twice(kind: str, dialect: Dialect) -> None:
    texts = [case.sql for case in cases(kind, dialect)]

    assert len(texts) >= {"hostile": 400, "legit": 200}[kind]
    assert len(set(texts)) == len(texts)
