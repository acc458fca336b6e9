"""A model that only follows the prompt writes SQL that is safe, faithful, and gives the compiled SQL's rows."""

from typing import Any

import pytest

from sqlgen import guard
from sqlgen.contracts import Dialect
from sqlgen.guard import Policy
from sqlgen.models_llm import registry
from sqlgen.tests import example
from sqlgen.tests.asking import compiled
from sqlgen.tests.engines import DuckDB
from sqlgen.tests.faithfulness_world import ask
from sqlgen.tests.prompts import prompt
from tests.emulators.bedrock import BedrockServer, writes
from tests.emulators.obedient_model import sql_for

STATUS = {"dimension": "status", "op": "not_in", "values": ["open", "O'Porto"]}
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("claims", {"window": "last_30_days"}),
    ("claims", {"window": "ytd", "grain": "week", "dimensions": ["region"]}),
    (
        "cost",
        {"window": "ytd", "grain": "month", "dimensions": ["region", "repair_region"], "filters": [STATUS]},
    ),
    ("customers", {"window": "previous_quarter", "dimensions": ["maker_name", "size"]}),
    ("csat", {"window": "ytd", "grain": "quarter", "dimensions": ["is_repeat"]}),
    ("repeat_rate", {"window": "ytd"}),
    ("repeat_rate", {"window": "ytd", "grain": "month", "dimensions": ["channel"]}),
    ("net", {"window": "last_30_days", "grain": "day"}),
    ("cost_per_customer", {"window": "ytd", "dimensions": ["region"], "filters": [STATUS]}),
    ("open_now", {"dimensions": ["region"]}),
    ("visits_by_claim_day", {"window": "ytd", "grain": "month"}),
]


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "databricks"])
@pytest.mark.parametrize(("metric", "asked"), QUESTIONS)
def test_what_an_obedient_model_writes_is_accepted(
    metric: str, asked: dict[str, Any], dialect: Dialect
) -> None:
    sql, tables = sql_for(prompt(metric, dialect=dialect, **asked).question)

    policy = Policy.from_dictionary(example.dictionary(), dialect=dialect, row_cap=1_000)
    guarded = guard.check(sql, dialect=dialect, policy=policy)
    ask("example", metric, backend="lake", dialect=dialect, asked=asked).check(sql)
    assert set(guarded.tables) == set(tables)


@pytest.mark.parametrize(("metric", "asked"), QUESTIONS)
def test_its_rows_are_those_of_the_compiled_sql(
    metric: str, asked: dict[str, Any], lake: DuckDB, bedrock: BedrockServer
) -> None:
    bedrock.replies_with(lambda question: writes(*sql_for(question.question)))

    reply = registry.provider().write_sql(prompt(metric, **asked), deadline_seconds=10)

    assert sorted(map(str, lake.rows(reply.sql))) == sorted(
        map(str, lake.rows(compiled(metric, **asked).sql))
    )
