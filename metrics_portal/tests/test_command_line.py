"""What `manage.py` says while the portal's own database does not run."""

import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from django.conf import settings


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=inherited | environment,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("database", ["", "postgresql://nobody@127.0.0.1:1/none"])
def test_a_command_without_its_database_says_how_to_start_one(tmp_path: Path, database: str) -> None:
    done = manage("sync_catalog", PORTAL_VAR=str(tmp_path), DATABASE_URL=database)

    assert done.returncode == 1
    assert "`make up` starts one" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_dictionary_is_drafted_and_validated_before_the_first_make_up(tmp_path: Path) -> None:
    (tmp_path / "lake" / "shop").mkdir(parents=True)
    for table in ("sale", "sale_line"):
        duckdb.execute(f"COPY (SELECT 1 AS sale_id, 2 AS amount) TO '{tmp_path}/lake/shop/{table}.parquet'")
    own = {
        "PORTAL_DEMO": "0",
        "PORTAL_VAR": str(tmp_path / "var"),
        "DATABASE_URL": "",
        "LAKEHOUSE_PATH": str(tmp_path / "lake"),
        "DATA_DICTIONARY_URI": str(tmp_path / "dictionary"),
        "ROUTING_FILE": str(tmp_path / "dictionary" / "metric_routing.yaml"),
    }

    drafted = manage("draft_dictionary", "--backend", "duckdb", "--schema", "shop", **own)
    validated = manage("validate_dictionary", **own)

    assert drafted.returncode == 0, drafted.stdout + drafted.stderr
    assert validated.returncode == 0, validated.stdout + validated.stderr
    assert (
        "shop,sale_line,sale_id,shop,sale,sale_id" in (tmp_path / "dictionary" / "join_map.csv").read_text()
    )


@pytest.mark.parametrize(
    ("demo", "dictionary", "lake", "operational", "engines"),
    [
        ("1", "", "", "", "duckdb"),
        ("0", "own", "lake", "", "duckdb"),
        ("0", "own", "", "postgresql://bi@host/db", "postgres"),
        ("0", "own", "lake", "postgresql://bi@host/db", "duckdb, postgres"),
    ],
)
def test_an_engine_is_there_when_its_place_is_named(
    tmp_path: Path, demo: str, dictionary: str, lake: str, operational: str, engines: str
) -> None:
    done = manage(
        "draft_dictionary", "--backend", "none-such", "--schema", "any",
        PORTAL_VAR=str(tmp_path), PORTAL_DEMO=demo, DATA_DICTIONARY_URI=dictionary, LAKEHOUSE_PATH=lake,
        OPERATIONAL_DATABASE_URL=operational,
    )  # fmt: skip

    assert f"No backend none-such. Configured: {engines}." in done.stderr
