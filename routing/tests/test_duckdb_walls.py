"""What stands behind the guard: a DuckDB connection that reached the engine could still only read the
lakehouse."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow
import pytest

from routing.backends.duckdb import DuckDBBackend, DuckDBSession
from routing.backends.instances import Instances
from routing.backends.lakehouse import Lakehouse
from routing.contracts import BackendError
from routing.tests.conftest import COLUMNS, build_lake, write_parquet
from sqlgen.guard import Policy, check

ATTACKS = {
    "reads a file": "SELECT * FROM read_csv('/etc/passwd')",
    "reads a file as text": "SELECT * FROM read_text('/etc/passwd')",
    "names a file as a table": "SELECT * FROM '{outside}'",
    "reads Parquet elsewhere": "SELECT * FROM read_parquet('{outside}')",
    "lists a folder": "SELECT * FROM glob('/etc/*')",
    "attaches a file": "ATTACH '{outside}.duckdb' AS other",
    "writes a file": "COPY (SELECT 1) TO '{outside}.csv'",
    "writes into the lakehouse": "COPY (SELECT 1 AS id) TO '{inside}/evil.parquet'",
    "exports": "EXPORT DATABASE '{outside}.export'",
    "installs": "INSTALL httpfs",
    "loads": "LOAD httpfs",
    "opens external access": "SET enable_external_access = true",
    "unlocks the configuration": "SET lock_configuration = false",
    "allows another folder": "SET allowed_directories = ['/etc']",
    "takes more memory": "SET memory_limit = '64GB'",
    "changes the zone": "SET TimeZone = 'Asia/Tokyo'",
    "reads a file as bytes": "SELECT * FROM read_blob('/etc/passwd')",
    "reads JSON": "SELECT * FROM read_json('/etc/passwd')",
    "reads a database file": "SELECT * FROM sqlite_scan('{outside}', 'x')",
    "reads over the network": "SELECT * FROM read_csv('https://example.test/x.csv')",
    "reads the environment": "SELECT getenv('HOME')",
    "reads a variable of our process": "SELECT * FROM {variable}",
    "forgets its memory limit": "RESET memory_limit",
    "takes more threads": "SET threads = 64",
    "writes elsewhere": "SET temp_directory = '/etc'",
    "loads by itself": "SET autoload_known_extensions = true",
    "writes a log file": "CALL enable_logging(storage = 'file', storage_path = '{outside}.log')",
    "keeps a secret": "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
}


@pytest.fixture(params=["file", "folder"])
def walled(request: pytest.FixtureRequest, tmp_path: Path) -> Instances:
    inside = tmp_path / "lake"
    if request.param == "file":
        inside = build_lake(tmp_path / "lake.duckdb")
    else:
        write_parquet(inside / "shop" / "sale.parquet")
    return Instances(Lakehouse(inside), memory_limit="256MB", threads=1)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_the_engine_itself_refuses(walled: Instances, tmp_path: Path, attack: str) -> None:
    outside = write_parquet(tmp_path / "outside.parquet")
    our_rows = pyarrow.table({"word": ["secret"]})  # DuckDB finds tables among a caller's variables
    statement = attack.format(outside=outside, inside=tmp_path / "lake", variable="our_rows")

    with walled.cursor() as cursor, pytest.raises(duckdb.Error):
        cursor.execute(statement).fetchall()

    assert sorted(path.name for path in tmp_path.glob("outside*")) == ["outside.parquet"]
    assert duckdb.sql("SELECT word FROM our_rows").fetchall() == our_rows.num_rows * [("secret",)]


@pytest.mark.parametrize("rows", [10, 2_000])
def test_whether_a_query_fails_tells_nothing_of_rows_that_a_rule_hides(
    make_duckdb: Callable[..., DuckDBBackend], tmp_path: Path, rows: int
) -> None:
    """DuckDB would know the greatest id of all rows, and not test what is true for it: no error, no such row."""
    visible = {"columns": COLUMNS, "rows": {"column": "happened_on", "values": ["2026-01-01"]}}
    query = check(
        "SELECT COUNT(*) FROM shop.sale WHERE (CASE WHEN CAST(note AS INTEGER) = 1 THEN id ELSE 5 END) < 1000",
        dialect="duckdb",
        policy=Policy.from_allowlist({"row_cap": 10, "tables": {"shop.sale": visible}}),
    )

    with pytest.raises(BackendError) as failed:
        make_duckdb(build_lake(tmp_path / "lake.duckdb", rows=rows)).execute(query)

    assert isinstance(failed.value.__cause__, duckdb.ConversionException)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TEMP TABLE t (i INT)",
        "DETACH lake",
        "ATTACH ':memory:' AS other",
        "PRAGMA database_list",
        "COPY (SELECT 1 AS id) TO '{table}' (USE_TMP_FILE false)",
        "SELECT 1; SELECT 2",
        "",
    ],
)
def test_a_session_runs_one_select_only(tmp_path: Path, statement: str) -> None:
    table = write_parquet(tmp_path / "lake" / "shop" / "sale.parquet")
    before = table.read_bytes()
    instances = Instances(Lakehouse(tmp_path / "lake"), memory_limit="256MB", threads=1)

    with instances.cursor() as cursor, pytest.raises(duckdb.PermissionException, match="Only one SELECT"):
        DuckDBSession(cursor).fetch(statement.format(table=table), limit=1)

    assert table.read_bytes() == before


def test_a_file_cannot_be_written(tmp_path: Path) -> None:
    instances = Instances(Lakehouse(build_lake(tmp_path / "lake.duckdb")), memory_limit="256MB", threads=1)

    with instances.cursor() as cursor, pytest.raises(duckdb.Error, match="read-only"):
        cursor.execute("DELETE FROM shop.sale")


def test_the_folder_shows_its_tables_and_nothing_beside_them(
    make_duckdb: Callable[..., DuckDBBackend], tmp_path: Path
) -> None:
    write_parquet(tmp_path / "lake" / "shop" / "sale.parquet")
    write_parquet(tmp_path / "lake" / "shop" / "order" / "part-1.parquet")
    write_parquet(tmp_path / "lake" / "shop" / "order" / "part-2.parquet")
    write_parquet(tmp_path / "lake" / "shop" / "no such-name.parquet")
    write_parquet(tmp_path / "lake" / "at-the-top.parquet")

    found = make_duckdb(tmp_path / "lake").introspect("shop")

    assert [(table.name, table.row_estimate) for table in found] == [("order", 20), ("sale", 10)]
