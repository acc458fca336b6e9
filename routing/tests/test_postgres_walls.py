"""What stands behind the guard: the reader's session cannot write, nor read outside the schemas granted to
it."""

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
