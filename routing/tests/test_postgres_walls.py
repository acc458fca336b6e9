"""What stands behind the guard: the reader's session cannot write, nor read outside the schemas granted to
it."""

from collections.abc import Iterator

import psycopg
import pytest

from routing.backends.postgres import PostgresBackend
from routing.contracts import BackendError, ErrorKind
from routing.tests.conftest import MakeBackend, Server

WRITES = {
    "inserts": "INSERT INTO shop.sale (id) VALUES (-1)",
    "deletes": "DELETE FROM shop.sale",
    "writes in a CTE": "WITH gone AS (DELETE FROM shop.sale RETURNING id) SELECT * FROM gone",
    "creates a table": "CREATE TABLE shop.mine (i INT)",
    "creates a temporary table": "CREATE TEMP TABLE mine (i INT)",
    "leaves the read-only transaction": "SET TRANSACTION READ WRITE",
    "reads a file": "SELECT pg_read_file('/etc/passwd')",
    "runs a program": "COPY shop.sale TO PROGRAM 'cat'",
    "reads another schema": "SELECT * FROM hidden.secret",
    "becomes the owner": "SET ROLE operational_owner",
    "updates": "UPDATE shop.sale SET note = 'x'",
    "truncates": "TRUNCATE shop.sale",
    "drops": "DROP TABLE shop.sale",
    "locks rows": "SELECT id FROM shop.sale FOR UPDATE",
    "writes a large object": "SELECT lo_from_bytea(0, 'x')",
    "imports a file": "SELECT lo_import('/etc/passwd')",
    "lists a folder": "SELECT * FROM pg_ls_dir('/')",
    "reads what the server logs": "SELECT pg_read_binary_file('postgresql.conf')",
    "copies from a program": "CREATE TEMP TABLE t (a TEXT); COPY t FROM PROGRAM 'id'",
    "reads passwords": "SELECT rolpassword FROM pg_authid",
    "reads another schema by a function": "SELECT query_to_xml('select * from hidden.secret', true, true, '')",
    "installs": "CREATE EXTENSION dblink",
    "connects elsewhere": "SELECT dblink('dbname=postgres', 'select 1')",
    "raises itself": "ALTER ROLE portal_reader SUPERUSER",
    "gives rights away": "GRANT SELECT ON shop.sale TO PUBLIC",
    "makes a function": "CREATE FUNCTION pg_temp.f() RETURNS INT LANGUAGE SQL AS 'SELECT 1'",
    "changes the server": "ALTER SYSTEM SET log_statement = 'all'",
}


def _run(backend: PostgresBackend, sql: str) -> list[tuple[object, ...]]:
    with backend._session(5) as session:
        return session.fetch(sql, limit=10)[1]


@pytest.mark.parametrize("attack", WRITES.values(), ids=WRITES.keys())
def test_the_session_refuses(make_postgres: MakeBackend, server: Server, attack: str) -> None:
    backend = make_postgres()

    with pytest.raises(psycopg.Error):
        _run(backend, attack)

    with psycopg.connect(server.owner_url) as owner:
        assert owner.execute("SELECT COUNT(*) FROM shop.sale").fetchone() == (2000,)


def test_even_a_role_that_may_write_writes_nothing(make_postgres: MakeBackend, server: Server) -> None:
    backend = make_postgres(url=server.owner_url)

    with pytest.raises(psycopg.errors.ReadOnlySqlTransaction):
        _run(backend, "DELETE FROM shop.sale")


def test_a_permission_error_is_told_as_one(make_postgres: MakeBackend) -> None:
    backend = make_postgres()

    with pytest.raises(BackendError) as refused:
        backend._bounded(lambda session: session.fetch("SELECT * FROM hidden.secret", limit=1), 5)

    assert refused.value.kind is ErrorKind.PERMISSION_DENIED


def test_the_session_is_in_utc_and_finds_no_table_without_its_schema(make_postgres: MakeBackend) -> None:
    backend = make_postgres()

    assert _run(backend, "SELECT current_setting('TimeZone'), current_setting('search_path')") == [
        ("UTC", "pg_catalog")
    ]
    with pytest.raises(psycopg.errors.UndefinedTable):
        _run(backend, "SELECT * FROM sale")


def test_where_rows_are_hidden_every_plan_is_as_cheap_and_only_for_that_query(
    make_postgres: MakeBackend,
) -> None:
    backend = make_postgres(slots=1)
    cost = "SELECT current_setting('cpu_tuple_cost')"

    with backend._session(5, hides_rows=True) as session:
        blind = session.fetch(cost, limit=1)[1]
        plan = session.fetch(
            "EXPLAIN SELECT a.id FROM shop.sale AS a JOIN shop.sale AS b USING (id)", limit=9
        )[1]

    assert blind == [("0",)]
    assert "cost=0.00..0.00" in str(plan[0][0])
    assert _run(backend, cost) == [("0.01",)]


@pytest.fixture
def portals_own_table(server: Server) -> Iterator[str]:
    """One of the portal's own tables, in the operational database of a session's server: gone with the test."""
    with psycopg.connect(server.owner_url, autocommit=True) as owner:
        owner.execute("CREATE SCHEMA portal; CREATE TABLE portal.accounts_user (password TEXT)")
        yield "portal.accounts_user"
        owner.execute("DROP SCHEMA portal CASCADE")


def test_it_does_not_see_the_portals_own_tables(make_postgres: MakeBackend, portals_own_table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        _run(make_postgres(), f"SELECT password FROM {portals_own_table}")


def test_it_does_not_enter_the_portals_own_database(server: Server) -> None:
    server.cluster.ensure_database("portal", owner="portal")

    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(server.cluster.url("portal", "portal_reader"))


def test_a_backslash_is_a_backslash_whatever_the_role_was_told(
    make_postgres: MakeBackend, server: Server
) -> None:
    url = f"{server.reader_url}%20-c%20standard_conforming_strings%3Doff"
    with psycopg.connect(url) as told:
        assert told.execute("SHOW standard_conforming_strings").fetchone() == ("off",)

    assert _run(make_postgres(url=url), r"SELECT 'a\'") == [("a\\",)]
