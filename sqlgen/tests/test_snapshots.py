"""The SQL of every kind of question, engine beside engine, as reviewed files.

`UPDATE_SNAPSHOTS=1 pytest sqlgen/tests/test_snapshots.py` rewrites them on purpose; read the diff before
committing.
"""

import os
from pathlib import Path
from typing import Any

import pytest

from sqlgen.contracts import Dialect
from sqlgen.guard import Policy, check
from sqlgen.tests import example
from sqlgen.tests.asking import compiled
from sqlgen.tests.snapshot_cases import CASES, Case

FOLDER = Path(__file__).parent / "snapshots"
DIALECTS: tuple[Dialect, ...] = ("databricks", "duckdb", "postgres")


def _compiled(case: Case, dialect: Dialect, *, pretty: bool) -> str:
    asked: dict[str, Any] = dict(case.intent)
    query = compiled(
        asked.pop("metric"),
        dialect=dialect,
        backend=case.backend,
        zone=case.zone,
        now=case.now,
        pretty=pretty,
        **asked,
    )
    return query.sql


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", CASES)
def test_the_sql_is_what_was_reviewed(name: str, dialect: Dialect) -> None:
    sql = _compiled(CASES[name], dialect, pretty=True) + "\n"
    file = FOLDER / name / f"{dialect}.sql"

    if os.environ.get("UPDATE_SNAPSHOTS") == "1":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sql, encoding="utf-8")

    assert sql == file.read_text(encoding="utf-8")


def test_every_snapshot_belongs_to_a_case() -> None:
    assert {folder.name for folder in FOLDER.iterdir()} == set(CASES)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", CASES)
def test_the_guard_lets_it_pass(name: str, dialect: Dialect) -> None:
    policy = Policy.from_dictionary(example.dictionary(), dialect=dialect, row_cap=10_000)

    guarded = check(_compiled(CASES[name], dialect, pretty=False), dialect=dialect, policy=policy)

    assert guarded.row_cap <= 10_000
