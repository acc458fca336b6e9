"""The corpus, case by case: hostile SQL is refused for the expected reason, legitimate SQL passes."""

from itertools import product

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_cases import GuardCase, cases
from sqlgen.tests.guard_world import DIALECTS, MARK, ROW_CAP, policy
from sqlgen.tests.one_by_one import failing

_each_dialect = pytest.mark.parametrize("dialect", DIALECTS)


@_each_dialect
def test_hostile_sql_is_refused_with_its_code(dialect: Dialect) -> None:
    def refused(case: GuardCase) -> None:
        with pytest.raises(GuardViolation) as found:
            check(case.sql, dialect=dialect, policy=policy(dialect))

        assert found.value.code == case.expected
        assert 0 <= found.value.position <= len(case.sql)
        assert found.value.message.endswith((".", "?"))

    assert failing(refused, cases("hostile", dialect), _sql) == []


@_each_dialect
def test_legitimate_sql_passes_and_is_rebuilt(dialect: Dialect) -> None:
    def rebuilt(case: GuardCase) -> None:
        guarded = check(case.sql, dialect=dialect, policy=policy(dialect))

        assert guarded.row_cap <= ROW_CAP
        assert guarded.sql.endswith(f"LIMIT {guarded.row_cap}") or "OFFSET" in guarded.sql
        assert "customer_email" not in guarded.sql
        assert MARK not in guarded.sql

    assert failing(rebuilt, cases("legit", dialect), _sql) == []


@_each_dialect
def test_what_was_rebuilt_passes_again_only_through_the_guard(dialect: Dialect) -> None:
    def passes_again(case: GuardCase) -> None:
        once = check(case.sql, dialect=dialect, policy=policy(dialect))

        again = check(once.sql, dialect=dialect, policy=policy(dialect))

        assert (again.tables, again.row_cap) == (once.tables, once.row_cap)

    assert failing(passes_again, cases("legit", dialect), _sql) == []


def _sql(case: GuardCase) -> str:
    return ascii(case.sql)


@pytest.mark.parametrize(("kind", "dialect"), list(product(("hostile", "legit"), DIALECTS)))
def test_the_corpus_is_big_enough_and_says_nothing_twice(kind: str, dialect: Dialect) -> None:
    texts = [case.sql for case in cases(kind, dialect)]

    assert len(texts) >= {"hostile": 400, "legit": 200}[kind]
    assert len(set(texts)) == len(texts)
