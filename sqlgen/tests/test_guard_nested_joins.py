"""Joins inside joins answer on real engines as they were written, and a condition sees what engines see."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import duckdb
import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.guard.nested_joins import MAX_NESTED
from sqlgen.tests.guard_world import DIALECTS, READABLE, SCHEMA, inserts, policy

Run = Callable[[str], list[tuple[Any, ...]]]
_BOUNDED = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_CAP = 50_000
_TABLES = ("region", "product", "visit", "claim")
_KEYS = {
    "region": ["region_id"],
    "product": ["product_id"],
    "visit": ["visit_id", "region_id"],
    "claim": ["claim_id", "region_id", "product_id"],
}
_SIDES = ("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN")


@st.composite
def trees(draw: st.DrawFn, names: Iterator[int], depth: int = 3) -> tuple[str, dict[str, str]]:
    """What may stand in FROM, and the tables in it by their aliases."""
    if depth == 0 or draw(st.integers(0, 2)) == 0:
        table, alias = draw(st.sampled_from(_TABLES)), f"t{next(names)}"
        return f"sales.{table} AS {alias}", {alias: table}
    left, before = draw(trees(names, depth - 1))
    right, brought = draw(trees(names, depth - 1))
    one, other = draw(st.sampled_from(sorted(before))), draw(st.sampled_from(sorted(brought)))
    on = f"{one}.{draw(st.sampled_from(_KEYS[before[one]]))} = {other}.{draw(st.sampled_from(_KEYS[brought[other]]))}"
    left = f"({left})" if " ON " in left and draw(st.booleans()) else left
    right = f"({right})" if " ON " in right and draw(st.booleans()) else right
    return f"{left} {draw(st.sampled_from(_SIDES))} {right} ON {on}", before | brought


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query of such a FROM: some columns, one table's, or all."""
    tree, tables = draw(trees(count()))
    assume(2 < len(tables) < 7 and list(tables.values()).count("claim") < 3)
    aliases = sorted(tables)
    columns = [f"{alias}.{column}" for alias in aliases for column in _KEYS[tables[alias]]]
    listed = draw(st.lists(st.sampled_from(columns), min_size=1, max_size=4))
    stars = [f"{alias}.*" for alias in aliases if tables[alias] != "claim"]
    if "claim" not in tables.values():
        stars.append("*")  # of claim the viewer reads fewer columns
    if stars and draw(st.booleans()):
        listed.insert(draw(st.integers(0, len(listed))), draw(st.sampled_from(stars)))
    where = draw(st.sampled_from(["", f" WHERE {columns[0]} > 1", f" WHERE {columns[-1]} IS NULL"]))
    return f"SELECT {', '.join(listed)} FROM {tree}{where}"


@pytest.fixture(scope="module")
def run_duckdb() -> Iterator[Run]:
    with duckdb.connect(":memory:") as engine:
        for statement in SCHEMA:
            engine.execute(statement)
        for statement, rows in inserts():
            engine.executemany(statement.replace("%s", "?"), rows)
        yield lambda sql: engine.execute(sql).fetchall()


@pytest.fixture
def run_postgres(db: None) -> Iterator[Run]:
    with connection.cursor() as cursor:
        for statement in SCHEMA:
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)

        def run(sql: str) -> list[tuple[Any, ...]]:
            with transaction.atomic():
                cursor.execute(sql)
                return [tuple(one.name for one in cursor.description or ()), *cursor.fetchall()]

        yield run


def _same(run: Run, sql: str, dialect: Dialect) -> None:
    guarded = check(sql, dialect=dialect, policy=policy(dialect, row_cap=_CAP))

    due = run(sql)
    assert len(due) <= _CAP
    assert sorted(map(repr, run(guarded.sql))) == sorted(map(repr, due))


@_BOUNDED
@given(sql=queries())
def test_duckdb_joins_as_it_was_written(run_duckdb: Run, sql: str) -> None:
    _same(run_duckdb, sql, "duckdb")


@_BOUNDED
@given(sql=queries())
def test_postgres_joins_as_it_was_written(run_postgres: Run, sql: str) -> None:
    _same(run_postgres, sql, "postgres")


_TWO = "(sales.claim AS c JOIN sales.product AS p ON p.product_id = c.product_id)"
_JOINED = f"sales.region AS r LEFT JOIN {_TWO} ON c.region_id = r.region_id"
_ASKED = (
    f"SELECT r.region_name, COUNT(c.claim_id) AS n, MAX(product_name) AS most FROM {_JOINED} GROUP BY r.region_name",
    f"SELECT c.product_id, p.product_id AS other FROM {_JOINED} ORDER BY product_id",
    f"SELECT status, COUNT(*) AS c FROM {_JOINED} GROUP BY status ORDER BY c DESC, status",
    f"SELECT r.region_id, (SELECT MAX(q.score) FROM claim AS q WHERE q.product_id = p.product_id) AS best"
    f" FROM {_JOINED}",
    f"SELECT p.*, r.country FROM {_JOINED}",
    "SELECT r.region_id, product_id, p.product_name FROM region AS r"
    " LEFT JOIN (claim AS c JOIN product AS p USING (product_id)) ON c.region_id = r.region_id",
    "SELECT region_id, c.status, p.product_name FROM region"
    " LEFT JOIN (claim AS c JOIN product AS p ON p.product_id = c.product_id) USING (region_id)",
    "SELECT COUNT(*) AS n FROM region AS r CROSS JOIN (SELECT 1 AS k) AS o"
    " LEFT JOIN (claim AS c JOIN product AS p USING (product_id)) ON r.region_id = c.region_id",
    "SELECT j.status, j.product_name FROM (claim AS c JOIN product AS p ON p.product_id = c.product_id) AS j",
    "WITH x AS (SELECT claim_id, region_id FROM claim), y AS (SELECT * FROM product) SELECT r.region_name, x.claim_id"
    " FROM region AS r LEFT JOIN (x JOIN (y JOIN visit AS v ON v.visit_id = y.product_id)"
    " ON v.region_id = x.region_id) ON x.region_id = r.region_id",
    "SELECT r.region_id, s.n FROM region AS r LEFT JOIN (visit AS v JOIN product AS p ON p.product_id = v.visit_id)"
    " ON v.region_id = r.region_id CROSS JOIN LATERAL (SELECT COUNT(*) AS n FROM claim AS q"
    " WHERE q.product_id = p.product_id) AS s",
)


@pytest.mark.parametrize("sql", _ASKED)
def test_each_clause_reads_what_was_joined(run_duckdb: Run, run_postgres: Run, sql: str) -> None:
    run_duckdb("SET search_path = 'sales'")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL search_path = sales")

    _same(run_duckdb, sql, "duckdb")
    _same(run_postgres, sql, "postgres")


_REFUSED = {
    "SELECT product_id FROM {joined}": "ambiguous_column",
    "SELECT c.status FROM {joined} WHERE product_id = 1": "ambiguous_column",
    "SELECT c.customer_email FROM {joined}": "restricted_column",
    "SELECT p.customer_email FROM {joined}": "unknown_column",
    "SELECT r.region_id FROM {joined} WHERE EXISTS (SELECT 1 FROM claim AS c WHERE c.score = 1)": "ambiguous_column",
    "SELECT * EXCLUDE (country) FROM {joined}": "forbidden_node",
    "SELECT 1 AS n FROM region AS c LEFT JOIN {two} ON TRUE": "duplicate_name",
    "SELECT 1 AS n FROM region AS r LEFT JOIN (claim AS c JOIN product AS p ON p.product_id = r.region_id) ON TRUE":
        "unknown_table",
    "SELECT 1 AS n FROM region AS r LEFT JOIN (claim AS c CROSS JOIN product AS p) ON c.region_id = r.region_id":
        "missing_join_condition",
    "SELECT 1 AS n FROM (claim AS c, region AS r)": "forbidden_node",
    "SELECT 1 AS n FROM (claim AS c, region AS r JOIN product AS p ON p.product_id = r.region_id)": "parse_error",
    "SELECT 1 AS n FROM (claim)": "forbidden_node",
}  # fmt: skip


@pytest.mark.parametrize(("sql", "code"), _REFUSED.items())
def test_what_could_mean_two_things_is_refused(sql: str, code: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(sql.format(joined=_JOINED, two=_TWO), dialect="duckdb", policy=policy("duckdb"))

    assert refused.value.code == code


_BEYOND = (
    "SELECT COUNT(*) AS n FROM claim AS a JOIN claim AS b ON a.claim_id = d.claim_id JOIN region AS d ON TRUE",
    "SELECT COUNT(*) AS n FROM claim AS a JOIN region AS b ON a.region_id = device_type JOIN product AS d ON TRUE",
    "SELECT cost AS k FROM claim AS a JOIN region AS b ON k = b.region_id",
)


@pytest.mark.parametrize("sql", _BEYOND)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_condition_sees_nothing_that_comes_later(dialect: Dialect, sql: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(sql, dialect=dialect, policy=policy(dialect))

    assert refused.value.code == "unknown_column"


def test_engines_take_a_later_table_for_one_of_the_query_around(run_duckdb: Run) -> None:
    # By what the query around knows as d the claims are tied to nothing.
    sql = (
        "SELECT d.product_id, (SELECT COUNT(*) FROM sales.claim AS a"
        " JOIN sales.claim AS b ON a.product_id = d.product_id"
        " JOIN sales.region AS d ON d.region_id = b.region_id) AS n FROM sales.product AS d"
    )

    assert run_duckdb(sql)[0][1] > 60
    with pytest.raises(GuardViolation) as refused:
        check(sql, dialect="duckdb", policy=policy("duckdb"))
    assert refused.value.code == "missing_join_condition"


_BEFORE = (
    "SELECT d.claim_id, (SELECT COUNT(*) FROM sales.claim AS e JOIN (SELECT v.region_id AS k FROM sales.visit AS v"
    " WHERE score > 1) AS s ON s.k = e.region_id) AS n FROM sales.claim AS d"
)


def test_a_query_in_from_takes_no_name_of_what_stands_before_it(run_duckdb: Run, run_postgres: Run) -> None:
    """Of e and of d DuckDB reads the nearer, which the guard would not have let it read, and PostgreSQL the other."""
    _same(run_postgres, _BEFORE, "postgres")

    assert sorted(run_duckdb(_BEFORE)) != sorted(run_postgres(_BEFORE)[1:])
    with pytest.raises(GuardViolation) as refused:
        check(_BEFORE, dialect="duckdb", policy=policy("duckdb"))
    assert refused.value.code == "ambiguous_column"


_COMMA = (
    "SELECT COUNT(*) AS n FROM sales.claim AS a, sales.region AS b JOIN sales.region AS c ON c.region_id = {}"
)


def test_a_comma_ends_what_a_condition_sees_where_the_engine_says_so(
    run_duckdb: Run, run_postgres: Run
) -> None:
    sql = _COMMA.format("a.region_id AND b.region_id = a.region_id")

    _same(run_duckdb, sql, "duckdb")
    with pytest.raises(ProgrammingError, match="invalid reference"):
        run_postgres(sql)
    with pytest.raises(GuardViolation, match="comma") as refused:
        check(sql, dialect="postgres", policy=policy("postgres"))
    assert refused.value.code == "unknown_column"


def test_joins_inside_joins_are_few() -> None:
    def asked(many: int) -> str:
        joins = (
            f"LEFT JOIN (claim AS c{n} JOIN product AS p{n} ON p{n}.product_id = c{n}.product_id)"
            f" ON c{n}.region_id = r.region_id"
            for n in range(many)
        )
        return f"SELECT COUNT(*) AS n FROM region AS r {' '.join(joins)}"

    assert check(asked(MAX_NESTED), dialect="postgres", policy=policy("postgres")).tables
    with pytest.raises(GuardViolation) as refused:
        check(asked(MAX_NESTED + 1), dialect="postgres", policy=policy("postgres"))
    assert refused.value.code == "too_many_joins"


def test_the_world_has_the_keys_that_are_joined() -> None:
    assert all(set(keys) <= set(READABLE[f"sales.{table}"]) for table, keys in _KEYS.items())
