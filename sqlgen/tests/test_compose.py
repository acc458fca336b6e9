"""A whole answer put together from a model's SQL gives the rows that the compiled SQL gives."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sqlgen import guard
from sqlgen.contracts import Dialect, Intent
from sqlgen.errors import IntentRefused
from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.generation.compose import compose
from sqlgen.generation.contracts import Place
from sqlgen.generation.errors import NotForModels
from sqlgen.generation.results import Tolerance, compare_rows
from sqlgen.generation.shape import atoms_of, is_writable, questions_of, shape_key
from sqlgen.tests import example, writing
from sqlgen.tests.asking import compiled, intent_of
from sqlgen.tests.engines import DuckDB, PostgreSQL
from sqlgen.tests.questions import questions
from sqlgen.tests.snapshot_cases import CASES
from sqlgen.tests.spark_engine import Spark

Engine = DuckDB | PostgreSQL | Spark
EARLIER = intent_of("claims", window="2025-02-01..2025-03-01").window
WRITABLE = [name for name, case in CASES.items() if is_writable(example.metric(case.intent["metric"]))]
WRITABLE_ON_THE_LAKE = [name for name in WRITABLE if CASES[name].backend == "lake"]
EXACTLY = Tolerance(relative=0.0, absolute=0.0)


def rows_of(engine: Engine, intent: Intent, at: Place, **asked: Any) -> list[tuple[Any, ...]]:
    """The rows of a model's SQL, written for another window than it is asked for."""
    metric = example.metric(intent.metric)
    query = compose(intent, writing.texts(intent, metric, at, **asked))
    return engine.rows(guard.check(query.sql, dialect=at.dialect, policy=at.policy()).sql)


def assert_same(engine: Engine, asked: dict[str, Any], at: Place) -> None:
    query = compiled(dialect=at.dialect, backend=at.backend, **asked)
    intent = intent_of(**asked)
    kept_by_day = at.backend == "postgres"
    for window in (None, EARLIER) if not kept_by_day else (None,):
        found = compare_rows(
            query.columns, engine.rows(query.sql), rows_of(engine, intent, at, window=window), EXACTLY
        )
        assert found.verdict == "equal", found


@pytest.mark.parametrize("name", WRITABLE)
def test_equal_rows_on_duckdb(name: str, lake: DuckDB) -> None:
    case = CASES[name]
    at = writing.place("duckdb", zone=case.zone)

    assert_same(lake, {**case.intent, "now": case.now, "zone": case.zone}, at)


@pytest.mark.parametrize("name", WRITABLE)
def test_equal_rows_on_postgresql(name: str, operational: PostgreSQL) -> None:
    case = CASES[name]
    at = writing.place("postgres", backend=case.backend, zone=case.zone)

    assert_same(operational, {**case.intent, "now": case.now, "zone": case.zone}, at)


@pytest.mark.engines
@pytest.mark.parametrize("name", WRITABLE_ON_THE_LAKE)
def test_equal_rows_on_spark(name: str, warehouse: Spark) -> None:
    case = CASES[name]
    at = writing.place("databricks", zone=case.zone)

    assert_same(warehouse, {**case.intent, "now": case.now, "zone": case.zone}, at)


@pytest.mark.parametrize("name", WRITABLE_ON_THE_LAKE)
def test_it_passes_the_guard_in_databricks_sql(name: str) -> None:
    case = CASES[name]
    asked = {**case.intent, "now": case.now, "zone": case.zone}
    at, intent = writing.place("databricks", zone=case.zone), intent_of(**asked)

    query = compose(intent, writing.texts(intent, example.metric(intent.metric), at, EARLIER))

    assert guard.check(query.sql, dialect="databricks", policy=at.policy()).dialect == "databricks"
    assert query.columns == compiled(dialect="databricks", **asked).columns


@given(asked=questions())
@settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
def test_equal_rows_for_any_question(asked: dict[str, Any], lake: DuckDB) -> None:
    if is_writable(example.metric(asked["metric"])):
        try:
            assert_same(lake, asked, writing.place("duckdb"))
        except IntentRefused:
            return  # the compiler has no SQL for it either


def test_a_text_that_does_not_compute_the_metric_is_not_composed() -> None:
    intent, metric = intent_of("claims", grain="day", totals=True), example.metric("claims")
    at = writing.place("duckdb")
    (series, sql), total = writing.texts(intent, metric, at)

    with pytest.raises(UnfaithfulSql):
        compose(intent, [(series, sql.replace("COUNT", "SUM")), total])


@pytest.mark.parametrize("dialect", ["duckdb", "postgres", "databricks"])
def test_texts_may_use_the_same_names(dialect: Dialect) -> None:
    intent = intent_of("claims", grain="day", compare="previous_period", totals=True)
    at = writing.place(dialect)

    query = compose(intent, writing.texts(intent, example.metric("claims"), at))

    bare = query.sql.replace('"', "").replace("`", "")
    assert guard.check(query.sql, dialect=dialect, policy=at.policy()).sql
    assert all(bare.count(f"answer_{number} AS (") == 1 for number in (1, 2, 3, 4))


def test_an_exact_percentile_stays_exact() -> None:
    intent, at = intent_of("median_cost", window="2025-10-01..2025-11-01"), writing.place("databricks")
    ((question, _),) = writing.texts(intent, example.metric("median_cost"), at)
    sql = (
        "SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY cost) AS value FROM l3.ev_claim "
        "WHERE opened_at >= CAST('2025-09-30 23:00:00+00:00' AS TIMESTAMP) "
        "AND opened_at < CAST('2025-11-01 00:00:00+00:00' AS TIMESTAMP)"
    )

    query = compose(intent, [(question, sql)])

    assert "PERCENTILE(cost, 0.5)" in query.sql


def test_a_text_that_the_guard_refuses_is_not_composed() -> None:
    intent, metric = intent_of("claims"), example.metric("claims")
    ((question, _),) = writing.texts(intent, metric, writing.place("duckdb"))

    with pytest.raises(guard.GuardViolation):
        compose(intent, [(question, "SELECT COUNT(*) AS value FROM read_csv('/etc/passwd')")])


def test_the_viewers_row_policy_binds_it_like_compiled_sql(lake: DuckDB) -> None:
    from accounts.contracts import RowPolicy, RowRule

    intent, metric = intent_of("claims", dimensions=("status",)), example.metric("claims")
    at = writing.place("duckdb")
    query = compose(intent, writing.texts(intent, metric, at))
    policy = at.policy(RowPolicy((RowRule("l3.ev_claim", "status", ("open",)),)))

    rows = lake.rows(guard.check(query.sql, dialect="duckdb", policy=policy).sql)

    assert [row[0] for row in rows] == ["open"]


def test_a_question_is_made_of_at_most_three_atoms() -> None:
    asked = {
        "dimensions": ("status",),
        "grain": "week",
        "totals": True,
        "limit": 3,
        "compare": "previous_year",
    }

    atoms = atoms_of(intent_of("claims", **asked))

    assert [(atom.dimensions, atom.grain) for atom in atoms] == [
        (("status",), "week"),
        ((), None),
        (("status",), None),
    ]
    assert not any(atom.compare or atom.totals or atom.limit or atom.order for atom in atoms)


def test_the_shape_leaves_out_the_dates_and_holds_everything_else() -> None:
    base = intent_of("claims", window="mtd", dimensions=("status", "region"))
    others = [
        replace(base, dimensions=("region", "status")),
        intent_of("claims", window="mtd", dimensions=("status", "region"), grain="day"),
        intent_of(
            "claims", dimensions=("status", "region"), filters=[{"dimension": "status", "values": ["open"]}]
        ),
        intent_of(
            "claims", dimensions=("status", "region"), filters=[{"dimension": "status", "values": ["shut"]}]
        ),
        intent_of("claims", dimensions=("status", "region"), filters=[{"dimension": "size", "values": [1]}]),
        intent_of(
            "claims", dimensions=("status", "region"), filters=[{"dimension": "size", "values": ["1"]}]
        ),
        intent_of("cost", window="mtd", dimensions=("status", "region")),
    ]

    assert shape_key(base) == shape_key(intent_of("claims", window="ytd", dimensions=("status", "region")))
    assert len({shape_key(one) for one in (base, *others)}) == 1 + len(others)


@pytest.mark.parametrize("name", ["claims_28d", "rate_28d"])
def test_cumulative_metrics_are_refused_in_words(name: str) -> None:
    with pytest.raises(NotForModels, match="generation: compiled"):
        questions_of(intent_of("claims"), example.metric(name), writing.place("duckdb"))
