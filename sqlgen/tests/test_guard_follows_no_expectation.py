"""What hidden rows still told on PostgreSQL, by an error that is met or not: no answer may follow them."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.guard.blind import BLIND_POSTGRES
from sqlgen.tests.guard_canary import RULE
from sqlgen.tests.guard_world import SCHEMA, inserts, policy

RULED = {"column": "tenant", "values": RULE["values"]}
NUMBERS = {"id": "int", "tenant": "int", "dec": "numeric", "dbl": "double precision", "ratio": "int"}
TEXTS = {"code": "text", "name": "text", "note": "text"}


def _odd(*, reckoned: bool) -> Policy:
    columns = {**NUMBERS, **TEXTS}
    table = {"columns": columns, "rows": RULED, "reckoned": reckoned}
    tables = dict.fromkeys(("odd.numbers", "odd.view"), table)
    return Policy.from_allowlist({"catalog": "", "default_schema": "odd", "tables": tables})


CLAIMS = policy("postgres", rows=RULE)

# Rows of one status, which is then the most frequent, and rows of many: PostgreSQL expects other numbers of both.
ALIKE = (
    "INSERT INTO sales.claim (claim_id, product_id, status, region_id)"
    " SELECT 1000 + i, 3, 'zzz', 1 + i % 3 FROM generate_series(1, 50000) AS i",
    "INSERT INTO odd.numbers (id, tenant, note) SELECT 1000 + i, 3, 'zzz' FROM generate_series(1, 50000) AS i",
)
VARIED = (
    "INSERT INTO sales.claim (claim_id, product_id, status)"
    " SELECT 1000 + i, 100 + i % 150, 's' || i FROM generate_series(1, 50000) AS i",
    "INSERT INTO odd.numbers (id, tenant, note)"
    " SELECT 1000 + i, 100 + i % 150, 's' || i FROM generate_series(1, 50000) AS i",
)

# Comparisons that may fail, for rows the viewer may see, where one side of a join may be found empty before.
EMPTY_BESIDE = (
    "SELECT a.x FROM (SELECT tenant, dec = dbl AS x FROM odd.numbers LIMIT 9) AS a"
    " JOIN (SELECT id FROM odd.numbers WHERE note = 'zzz') AS b ON a.tenant = b.id",
    "SELECT a.x FROM (SELECT tenant, code = name AS x FROM odd.numbers LIMIT 9) AS a"
    " JOIN (SELECT id FROM odd.numbers WHERE note = 'zzz') AS b ON a.tenant = b.id",
    "SELECT b.id FROM (SELECT id FROM odd.numbers WHERE note = 'zzz') AS b"
    " JOIN (SELECT tenant, MAX(dec) AS x, MAX(dbl) AS y FROM odd.numbers GROUP BY tenant) AS a"
    " ON a.tenant = b.id WHERE a.x = a.y",
)
BY_STATUS = "1 / SUM(CASE WHEN status = 'closed' THEN 0 ELSE 1 END)"
MANY_EXPECTED = (
    "(SELECT b.claim_id, ROW_NUMBER() OVER () AS n FROM sales.claim AS b JOIN sales.claim AS c"
    " ON LENGTH(b.status) = LENGTH(c.status) JOIN sales.claim AS d ON LENGTH(d.status) = LENGTH(c.status))"
)
# Each depends on how many rows or groups PostgreSQL expects, though its plans cost nothing.
EXPECTED = (
    # In which order a hash gives its groups.
    f"SELECT {BY_STATUS} AS x FROM sales.claim GROUP BY status LIMIT 1",
    f"SELECT {BY_STATUS} AS x FROM sales.claim WHERE LENGTH(status) > 1 GROUP BY status LIMIT 1",
    "SELECT DISTINCT status || '' AS x FROM sales.claim LIMIT 1",
    # In how many parts a join by hash begins.
    "SELECT 1 / (CASE WHEN a.claim_id = 0 THEN 1 ELSE 0 END) AS x FROM sales.claim AS a"
    f" JOIN {MANY_EXPECTED} AS b ON b.claim_id = a.claim_id LIMIT 1",
    # And which of its sides is the hash: not the one with a value that is expected to be too frequent.
    "SELECT a.claim_id, b.x FROM (SELECT status, 1 / (claim_id - claim_id) AS x, ROW_NUMBER() OVER () AS n"
    " FROM sales.claim) AS b JOIN (SELECT p.claim_id, p.status, ROW_NUMBER() OVER () AS n FROM sales.claim AS p"
    " JOIN sales.claim AS q ON q.region_id = p.region_id JOIN sales.claim AS r ON r.region_id = p.region_id"
    " JOIN sales.claim AS s ON s.region_id = p.region_id JOIN sales.claim AS t ON t.region_id = p.region_id"
    " JOIN sales.claim AS u ON u.region_id = p.region_id JOIN sales.claim AS v ON v.region_id = p.region_id"
    " WHERE t.status = 'zzz') AS a ON a.status = b.status",
    # In which order an aggregate gathers what hashes give.
    "SELECT STRING_AGG(status, ',') AS x FROM (SELECT DISTINCT status FROM sales.claim) AS t",
)
REFUSED = (
    # Which side is read first, and the other not at all where that is empty.
    "WITH x AS (SELECT region_id, 1 / (score - score) AS y FROM sales.claim)"
    " SELECT r.market, r.region_id IN (SELECT x.y FROM x) AS z FROM sales.region AS r",
    "SELECT score FROM sales.claim WHERE LENGTH(status) > 100 INTERSECT"
    " SELECT 1 / (x - x) FROM generate_series(1, 30) AS t(x)",
    # Whether all rows of a query are made before anybody asks for one.
    "SELECT r.region_id, EXISTS (SELECT 1 FROM sales.claim AS b JOIN sales.claim AS c ON b.status = c.status"
    " AND 1 / (b.score + c.score - c.score - 1) > 0 JOIN sales.claim AS d ON d.status = b.status"
    " JOIN sales.claim AS e ON e.status = b.status WHERE b.region_id = r.region_id + 5) AS x FROM sales.region AS r",
)
PLAIN_ASKED = (
    "SELECT product_id FROM sales.claim WHERE status = 'open' INTERSECT SELECT product_id FROM sales.product",
    "SELECT r.market, EXISTS (SELECT 1 FROM sales.claim AS c WHERE c.region_id = r.region_id) AS x"
    " FROM sales.region AS r",
    "SELECT claim_id FROM sales.claim WHERE 1 / (claim_id + 1) >= 0"
    " AND EXISTS (SELECT 1 FROM sales.region AS r WHERE LENGTH(r.market) > 0 AND r.region_id = claim.region_id)",
    "SELECT claim_id FROM sales.claim WHERE cost * 2 > 3"
    " AND region_id NOT IN (SELECT region_id FROM sales.region WHERE region_id = 1)",
)
# Not stored, but reckoned whenever it is asked for.
RECKONED = ("SELECT id FROM odd.numbers WHERE ratio > 5", "SELECT id FROM odd.view WHERE ratio > 5")


@pytest.fixture
def world(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        for statement in (*SCHEMA, "CREATE SCHEMA odd"):
            cursor.execute(statement)
        for statement, rows in inserts():
            cursor.executemany(statement, rows)
        cursor.execute(
            "CREATE TABLE odd.numbers (id INT, tenant INT, dec NUMERIC, dbl DOUBLE PRECISION, seed INT,"
            ' code TEXT COLLATE "C", name TEXT COLLATE "POSIX", note TEXT,'
            " ratio INT GENERATED ALWAYS AS (100 / seed) VIRTUAL)"
        )
        cursor.execute(
            "CREATE VIEW odd.view AS"
            " SELECT id, tenant, dec, dbl, 100 / seed AS ratio, code, name, note FROM odd.numbers"
        )
        cursor.execute(
            "INSERT INTO odd.numbers SELECT i, 1 + i % 2, CASE WHEN i = 5 THEN 1e400 ELSE i END, i, i, 'a', 'b', 'seen'"
            " FROM generate_series(1, 40) AS i"
        )
        cursor.execute("ANALYZE")
        yield


def _hide(statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in (*statements, "ANALYZE sales.claim", "ANALYZE odd.numbers"):
            cursor.execute(statement)


def _answer(sql: str, of: Policy) -> str:
    """The rows, in no order, or the error, as the backend of PostgreSQL runs what the guard lets pass."""
    guarded = check(sql, dialect="postgres", policy=of)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for setting, value in BLIND_POSTGRES.items() if guarded.hides_rows else ():
                cursor.execute("SELECT set_config(%s, %s, true)", [setting, value])
            cursor.execute(guarded.sql.replace("%", "%%"), [])
            rows = sorted(map(repr, cursor.fetchall()))
            transaction.set_rollback(True)  # and with it the settings
            return "\n".join(rows)
    except DatabaseError as error:
        return str(error)


@pytest.mark.parametrize("hidden", [ALIKE, VARIED], ids=["alike", "varied"])
@pytest.mark.parametrize(
    ("sql", "of"),
    [*((sql, _odd(reckoned=False)) for sql in EMPTY_BESIDE), *((sql, CLAIMS) for sql in EXPECTED)],
)
def test_no_answer_follows_how_many_rows_are_hidden(
    world: None, sql: str, of: Policy, hidden: tuple[str, ...]
) -> None:
    seen = _answer(sql, of)

    _hide(hidden)

    assert _answer(sql, of) == seen


@pytest.mark.parametrize("sql", REFUSED)
def test_what_is_asked_in_another_way_by_how_much_is_expected_is_refused(sql: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(sql, dialect="postgres", policy=CLAIMS)

    assert refused.value.code == "unsupported"
    assert check(sql, dialect="postgres", policy=policy("postgres"))


@pytest.mark.parametrize("sql", PLAIN_ASKED)
def test_what_cannot_fail_or_is_joined_passes(world: None, sql: str) -> None:
    assert _answer(sql, CLAIMS)


@pytest.mark.parametrize("sql", RECKONED)
def test_a_column_that_is_reckoned_fails_for_no_hidden_row(world: None, sql: str) -> None:
    seen = _answer(sql, _odd(reckoned=True))

    _hide(("INSERT INTO odd.numbers (id, tenant, seed) VALUES (1000, 3, 0)",))

    assert _answer(sql, _odd(reckoned=True)) == seen
    assert "division by zero" in _answer(sql, _odd(reckoned=False))
