"""The same question on the same data gives the same numbers in Apache Spark as in DuckDB."""

import pytest

from sqlgen.tests.engines import DuckDB
from sqlgen.tests.snapshot_cases import CASES
from sqlgen.tests.spark_engine import Spark
from sqlgen.tests.test_engines_agree import _assert_same
from sqlgen.tests.test_snapshots import FOLDER


@pytest.mark.parametrize("name", CASES)
def test_every_reviewed_query_runs_on_spark_and_gives_the_same_rows(
    name: str, lake: DuckDB, warehouse: Spark
) -> None:
    ours, theirs = (_reviewed(name, dialect) for dialect in ("databricks", "duckdb"))

    _assert_same(warehouse.rows(ours), lake.rows(theirs))


def _reviewed(name: str, dialect: str) -> str:
    return (FOLDER / name / f"{dialect}.sql").read_text(encoding="utf-8")
