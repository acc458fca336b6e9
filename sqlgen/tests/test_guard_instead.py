"""What a refusal says to write instead passes, on the engine it is said for."""

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.guard.instead import CONSTRUCTS, INSTEAD
from sqlgen.tests.guard_world import DIALECTS

_KINDS: dict[Dialect, tuple[str, str]] = {
    "postgres": ("text[]", "jsonb"),
    "duckdb": ("varchar[]", "json"),
    "databricks": ("array<string>", "string"),
}


def _policy(dialect: Dialect) -> Policy:
    listed, json = _KINDS[dialect]
    columns = {
        "id": "bigint",
        "x": "varchar",
        "n": "int",
        "d": "date",
        "ts": "timestamp",
        "tags": listed,
        "j": json,
    }
    return Policy.from_allowlist({"tables": {"t": {"columns": {**columns, "v": "variant"}}}})


def _asked(written: str) -> str:
    if written.startswith("WITH "):
        return written
    return f"SELECT 1 AS one {written}" if written.startswith("FROM ") else f"SELECT {written} FROM t"


@pytest.mark.parametrize("dialect", DIALECTS)
def test_what_is_said_to_be_written_instead_passes(dialect: Dialect) -> None:
    texts = (*INSTEAD[dialect].values(), *CONSTRUCTS[dialect].values())
    said = {part for text in texts for part in text.split(", or ")}
    failing = []
    for written in sorted(said):
        try:
            check(_asked(written), dialect=dialect, policy=_policy(dialect))
        except GuardViolation as refused:
            failing.append(f"{written}: {refused.message}")

    assert failing == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_it_is_said_of_functions_that_are_refused_only(dialect: Dialect) -> None:
    passing = []
    for name in INSTEAD[dialect]:
        for arguments in ("", "x", "n", "n, n", "ts, ts", "x, 'a'"):
            try:
                check(f"SELECT {name}({arguments}) FROM t", dialect=dialect, policy=_policy(dialect))
            except GuardViolation:
                continue
            passing.append(f"{name}({arguments})")

    assert passing == []


@pytest.mark.parametrize(
    ("dialect", "asked", "said"),
    [
        ("postgres", "IFNULL(n, 0)", "Write COALESCE(n, 0)."),
        ("duckdb", "NVL(n, 0)", "Write COALESCE(n, 0)."),
        ("duckdb", "RANDOM()", "Write ROW_NUMBER() OVER (ORDER BY id), or MOD(id, 10) = 0."),
        ("duckdb", "x.upper()", "Call a function by its name, as UPPER(x), not as x.upper()."),
        ("databricks", "FROM_JSON(x, 'a INT').a", "Write GET_JSON_OBJECT(x, '$.a.b'), or JSON_TUPLE"),
        ("databricks", "ARRAYS_ZIP(tags, tags)", "Write ZIP_WITH("),
        ("databricks", "MAP(x, n)", "Write CASE x WHEN 'a' THEN 'b' END, or MAP_FROM_ENTRIES("),
        ("databricks", "WINDOW(ts, '15 minutes').start", "Write TIMESTAMP_SECONDS("),
        ("databricks", "COUNT(*) AS n FROM t GROUP BY WINDOW(ts, '1 hour') --", "Write TIMESTAMP_SECONDS("),
    ],
)
def test_a_refusal_says_what_to_write_instead(dialect: Dialect, asked: str, said: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(f"SELECT {asked} FROM t", dialect=dialect, policy=_policy(dialect))

    assert said in refused.value.message


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    ("sql", "construct"),
    [
        (
            "WITH RECURSIVE d AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM d WHERE n < 5) SELECT n FROM d",
            "recursive",
        ),
        ("SELECT x FROM t NATURAL JOIN t AS u", "NATURAL"),
        ("SELECT a.b FROM t AS a(b)", "renamed"),
        ("SELECT x FROM t OFFSET 1000000", "offset"),
    ],
)
def test_a_refused_construct_has_another(dialect: Dialect, sql: str, construct: str) -> None:
    with pytest.raises(GuardViolation) as refused:
        check(sql, dialect=dialect, policy=_policy(dialect))

    assert f"Write {CONSTRUCTS[dialect][construct]}." in refused.value.message


@pytest.mark.parametrize(
    ("dialect", "condition"),
    [("postgres", "QUALIFY ROW_NUMBER() OVER (ORDER BY n) = 1"), ("databricks", "WHERE x SIMILAR TO 'a%'")],
)
def test_what_one_engine_lacks_has_another(dialect: Dialect, condition: str) -> None:
    with pytest.raises(GuardViolation, match="Write"):
        check(f"SELECT x FROM t {condition}", dialect=dialect, policy=_policy(dialect))
