"""Series of days and numbers: the guard counts their rows from the text, and no engine ever makes more."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import duckdb
import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.guard.parse import parse
from sqlgen.guard.spines import spine_rows
from sqlgen.tests.guard_world import DIALECTS, policy

Count = Callable[[str, str], int]
# Where midnight was left out for summer time, where a whole day was, and where neither was.
ZONES = ("America/Sao_Paulo", "Pacific/Apia", "UTC")
_UNITS = ("day", "week", "month", "year")
_BOUNDED = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def count_duckdb() -> Iterator[Count]:
    with duckdb.connect(":memory:") as engine:

        def count(sql: str, zone: str) -> int:
            engine.execute(f"SET TimeZone = '{zone}'")
            return int((engine.execute(sql).fetchone() or (0,))[0])

        yield count


@pytest.fixture
def count_postgres(db: None) -> Count:
    def count(sql: str, zone: str) -> int:
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL TimeZone = '{zone}'; SET LOCAL statement_timeout = '20s'")
            cursor.execute(sql)
            return int(cursor.fetchone()[0])

    return count


@st.composite
def series(draw: st.DrawFn) -> tuple[str, str]:
    """A series reckoned from today, as GENERATE_SERIES takes it, and a day to take for today."""
    begin = _moved(draw, draw(st.sampled_from(("{today}", "DATE_TRUNC('month', {today})"))), -1)
    until = _moved(draw, begin, 1)
    unit = draw(st.sampled_from((*_UNITS, "hour")))
    step = f"INTERVAL '{draw(st.integers(*((6, 30) if unit == 'hour' else (1, 3))))} {unit}'"
    # Around the ends of months, leap years, and the days that zones left out.
    around = draw(
        st.sampled_from((date(2024, 2, 29), date(2011, 12, 30), date(2017, 10, 15), date(2023, 1, 31)))
    )
    today = around + timedelta(days=draw(st.integers(-40, 40)))
    return f"generate_series({begin}, {until}, {step}) AS t(day)", today.isoformat()


def _moved(draw: st.DrawFn, bound: str, sign: int) -> str:
    for _ in range(draw(st.integers(0, 2))):
        amount = sign * draw(st.integers(0, 14))
        bound += f" + INTERVAL '{amount} {draw(st.sampled_from((*_UNITS, 'hour')))}'"
    return bound


def _counted(source: str, dialect: Dialect) -> int:
    spine = parse(f"SELECT * FROM {source}", dialect).find(exp.GenerateSeries)
    rows = spine_rows(spine, dialect) if spine is not None else None
    assert rows is not None
    return rows


@_BOUNDED
@given(made=series(), zone=st.sampled_from(ZONES))
def test_postgres_makes_no_more_rows_than_were_counted(
    count_postgres: Count, made: tuple[str, str], zone: str
) -> None:
    _compare(count_postgres, "postgres", made, zone)


def test_postgres_going_back_is_stuck_at_a_day_its_zone_left_out(count_postgres: Count) -> None:
    days = "generate_series(DATE '2012-01-02', DATE '2011-12-28', INTERVAL '-1 day')"

    made = count_postgres(f"SELECT COUNT(*) FROM (SELECT {days} LIMIT 500) AS d", "Pacific/Apia")

    assert made == 500  # of six days: this is why a series of days may not go back


@_BOUNDED
@given(made=series(), zone=st.sampled_from(ZONES))
def test_duckdb_makes_no_more_rows_than_were_counted(
    count_duckdb: Count, made: tuple[str, str], zone: str
) -> None:
    _compare(count_duckdb, "duckdb", made, zone)


def _compare(count: Count, dialect: Dialect, made: tuple[str, str], zone: str) -> None:
    source, today = made

    counted = _counted(source.format(today="CURRENT_DATE"), dialect)

    then = source.format(today=f"DATE '{today}'")
    assert count(f"SELECT COUNT(*) FROM {then}", zone) <= counted


_SERIES: dict[Dialect, str] = {
    "postgres": "generate_series({})",
    "duckdb": "generate_series({})",
    "databricks": "explode(sequence({}))",
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("fits", "passes_it"),
    [
        ("1, 1500", "1, 1501"),
        ("-1499, 0", "-1500, 0"),
        ("0, 2999, 2", "0, 3000, 2"),
        # 2020 and 2024 are leap years: 1,500 days end on 8 February 2024.
        (
            "DATE '2020-01-01', DATE '2024-02-08', INTERVAL '1 day'",
            "DATE '2020-01-01', DATE '2024-02-09', INTERVAL '1 day'",
        ),
        (
            "CURRENT_DATE - 1499, CURRENT_DATE, INTERVAL '1 day'",
            "CURRENT_DATE - 1500, CURRENT_DATE, INTERVAL '1 day'",
        ),
        (
            "CURRENT_DATE - INTERVAL '4 years', CURRENT_DATE, INTERVAL '1 day'",
            "CURRENT_DATE - INTERVAL '5 years', CURRENT_DATE, INTERVAL '1 day'",
        ),
    ],
)
def test_a_series_has_as_many_rows_as_values_may_have(dialect: Dialect, fits: str, passes_it: str) -> None:
    def asked(bounds: str) -> str:
        return f"SELECT t.x FROM {_SERIES[dialect].format(bounds)} AS t(x)"

    assert check(asked(fits), dialect=dialect, policy=policy(dialect)).tables == ()
    with pytest.raises(GuardViolation) as refused:
        check(asked(passes_it), dialect=dialect, policy=policy(dialect))
    assert refused.value.code == "row_bound"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_series_side_by_side_make_as_many_rows_as_small_tables_may(dialect: Dialect) -> None:
    def asked(rows: int) -> str:
        one = _SERIES[dialect].format("1, 50")
        other = _SERIES[dialect].format(f"1, {rows}")
        return f"SELECT a.n, b.n AS m FROM {one} AS a(n) CROSS JOIN {other} AS b(n)"

    assert check(asked(40), dialect=dialect, policy=policy(dialect)).row_cap == 1_000
    with pytest.raises(GuardViolation) as refused:
        check(asked(41), dialect=dialect, policy=policy(dialect))
    assert refused.value.code == "missing_join_condition"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_series_that_are_tied_meet_in_fifty_million_rows(dialect: Dialect) -> None:
    long = _SERIES[dialect].format("1, 1500")

    def asked(rows: int) -> str:
        other = _SERIES[dialect].format(f"1, {rows}")
        return (
            f"SELECT COUNT(*) AS n FROM {long} AS a(n) JOIN {long} AS b(n) ON a.n <= b.n"
            f" JOIN {other} AS c(n) ON c.n = a.n"
        )

    assert check(asked(22), dialect=dialect, policy=policy(dialect)).tables == ()
    with pytest.raises(GuardViolation) as refused:
        check(asked(23), dialect=dialect, policy=policy(dialect))
    assert refused.value.code == "too_large"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_selects_without_from_are_as_many_rows_as_values_may_have(dialect: Dialect) -> None:
    def asked(times: int) -> str:
        doubled = "".join(
            f", d{n} AS (SELECT x FROM d{n - 1} UNION ALL SELECT x FROM d{n - 1})" for n in range(1, times)
        )
        return f"WITH d0 AS (SELECT 1 AS x){doubled} SELECT COUNT(*) AS n FROM d{times - 1}"

    assert check(asked(11), dialect=dialect, policy=policy(dialect)).tables == ()  # 1,024 rows
    with pytest.raises(GuardViolation) as refused:
        check(asked(12), dialect=dialect, policy=policy(dialect))
    assert refused.value.code == "row_bound"


def test_a_series_of_its_own_takes_no_index_from_postgresql() -> None:
    ruled = policy("postgres", rows={"column": "product_id", "values": ["1"]})
    days = "SELECT generate_series(CURRENT_DATE - 7, CURRENT_DATE, '1 day')::date AS day"

    guarded = check(
        f"SELECT d.day, COUNT(c.claim_id) AS n FROM ({days}) AS d"
        " LEFT JOIN sales.claim AS c ON c.opened_on = d.day GROUP BY d.day",
        dialect="postgres",
        policy=ruled,
    )

    assert "OFFSET 0" not in guarded.sql
