"""A single mistake in right SQL is seen. What still passes gives the very same rows on real engines."""

from decimal import Decimal
from typing import Any

import pytest

from sqlgen.compiler import compile_intent
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests import example
from sqlgen.tests.asking import intent_of
from sqlgen.tests.engines import DuckDB, PostgreSQL
from sqlgen.tests.faithfulness_mutations import mutants
from sqlgen.tests.faithfulness_world import Question
from sqlgen.tests.snapshot_cases import CASES

ATOMS = [
    name
    for name, case in CASES.items()
    if case.backend == "lake"
    and not case.intent.get("compare")
    and not case.intent.get("totals")
    and case.intent["metric"] not in ("claims_28d", "cost_mtd", "customers_7d")
]
MOST = 120  # mutants looked at for each question, evenly chosen
ENGINES: dict[Dialect, str] = {"duckdb": "lake", "postgres": "operational"}


def _question(name: str, dialect: Dialect) -> Question:
    case = CASES[name]
    asked = {**case.intent, "now": case.now, "zone": case.zone}
    metric = example.metric(asked.pop("metric"))
    return Question(
        metric=metric,
        intent=intent_of(metric, **asked),
        dictionary=example.dictionary(),
        backend="lake",
        dialect=dialect,
        zone=case.zone,
    )


def _sql(question: Question) -> str:
    return compile_intent(
        question.intent,
        question.metric,
        backend=question.backend,
        dialect=question.dialect,
        dictionary=question.dictionary,
        zone=question.zone,
    ).sql


def _guarded(sql: str, dialect: Dialect) -> bool:
    """Whether the guard accepts it: the check is asked of no other."""
    policy = Policy.from_dictionary(example.dictionary(), dialect=dialect, row_cap=10_000)
    try:
        check(sql, dialect=dialect, policy=policy)
    except GuardViolation:
        return False
    return True


def _passes(question: Question, sql: str) -> bool:
    try:
        question.check(sql)
    except (UnfaithfulSql, GuardViolation):  # some changes cannot even be read
        return False
    return True


def _rows(engine: DuckDB | PostgreSQL, sql: str) -> list[str]:
    """The rows as text. A quotient of decimals is a decimal in PostgreSQL: told to twelve digits."""
    return sorted(repr([_told(value) for value in row]) for row in engine.rows(sql))


def _told(value: Any) -> str:
    return f"{float(value):.12g}" if isinstance(value, (float, Decimal)) else repr(value)


@pytest.mark.parametrize("dialect", ENGINES)
@pytest.mark.parametrize("name", ATOMS)
def test_a_single_mistake_is_refused_or_changes_nothing(
    name: str, dialect: Dialect, request: pytest.FixtureRequest
) -> None:
    engine, question = request.getfixturevalue(ENGINES[dialect]), _question(name, dialect)
    right = _sql(question)
    rows = _rows(engine, right)

    every = sorted(set(mutants(right, dialect)) - {right})
    wrong = every[:: len(every) // MOST + 1]
    passed = [sql for sql in wrong if _passes(question, sql) and _guarded(sql, dialect)]

    assert [sql for sql in passed if _rows(engine, sql) != rows] == []
    assert len(passed) < len(wrong) / 4
