"""PostgreSQL fails where it compares two columns with collations of their own: for no hidden row."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from sqlgen.guard import Policy, check
from sqlgen.tests.guard_fences import without_fence

RULED = {"rows": {"column": "tenant", "values": ["1", "2", "11", "12", "13", "14", "15", "16"]}}
TEXTS = {"id": "int", "tenant": "int", "code": "text", "name": "text", "note": "varchar(9)"}
POLICY = Policy.from_allowlist(
    {
        "catalog": "",
        "default_schema": "odd",
        "tables": {"odd.texts": {"columns": TEXTS, **RULED}, "odd.labels": {"columns": TEXTS, **RULED}},
    }
)
# Each fails for a row that the rule hides, and for none that the viewer may see: the note of these is another.
FAILING = (
    "SELECT id FROM odd.texts WHERE note = 'hidden' AND code = name",
    "SELECT id FROM odd.texts WHERE note = 'hidden' AND NOT name BETWEEN code AND 'z'",
    "SELECT id FROM odd.texts WHERE note = 'hidden' AND name IN ('a', code)",
    "WITH t AS (SELECT id, note, code AS name, name AS x FROM odd.texts)"
    " SELECT id FROM t WHERE note = 'hidden' AND x = name",
)
BEHIND = (
    "SELECT x FROM (SELECT code AS x FROM odd.texts UNION SELECT name FROM odd.texts) AS t WHERE x = 'a'",
    "SELECT t.id FROM odd.texts AS t JOIN odd.labels AS l USING (name)",
    "SELECT t.id FROM odd.texts AS t JOIN odd.labels AS l ON t.name = l.name",
    "SELECT t.id FROM odd.texts AS t JOIN (SELECT id, MAX(code) AS last FROM odd.labels GROUP BY id) AS l"
    " ON l.id = t.id AND l.last = t.name",
)
PLAIN = (
    "SELECT id FROM odd.texts WHERE note = 'seen' AND code >= 'a' AND name IN ('a', 'b')",
    "SELECT t.id FROM odd.texts AS t JOIN odd.texts AS o ON o.code = t.code AND o.name <> t.name",
    "SELECT x FROM (SELECT code AS x FROM odd.texts UNION ALL SELECT code FROM odd.texts) AS t WHERE x = 'a'",
)


def _guarded(sql: str) -> str:
    return check(sql, dialect="postgres", policy=POLICY).sql


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.fixture
def texts(db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA odd")
        for table in ("texts", "labels"):
            cursor.execute(
                f"CREATE TABLE odd.{table}"
                ' (id INT, tenant INT, code TEXT COLLATE "C", name TEXT COLLATE "POSIX", note VARCHAR(9))'
            )
            cursor.execute(
                f"INSERT INTO odd.{table} VALUES (1, 1, 'a', 'b', 'seen'), (2, 3, 'a', 'b', 'hidden')"
            )
        yield


@pytest.mark.parametrize("sql", FAILING)
def test_columns_of_two_collations_are_compared_for_no_hidden_row(texts: None, sql: str) -> None:
    guarded = _guarded(sql)

    _run(guarded)
    with pytest.raises(Exception, match="could not determine which collation"):
        _run(without_fence(guarded))


@pytest.mark.parametrize("sql", BEHIND)
def test_texts_of_two_tables_meet_behind_the_fence(sql: str) -> None:
    assert _guarded(sql).count(" OFFSET 0)") == 2


@pytest.mark.parametrize("sql", PLAIN)
def test_a_text_meets_itself_and_what_is_written_without_one(texts: None, sql: str) -> None:
    guarded = _guarded(sql)

    _run(guarded)
    assert "OFFSET" not in guarded
