"""The engines of the compiler's tests: started once, filled once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from django.conf import settings

from sqlgen.tests.engines import DuckDB, PostgreSQL, postgresql

if TYPE_CHECKING:
    from sqlgen.tests.spark_engine import Spark
    from tests.engines.engine import SparkEngine


@pytest.fixture(scope="session")
def lake() -> DuckDB:
    return DuckDB()


@pytest.fixture(scope="session")
def operational() -> Iterator[PostgreSQL]:
    with postgresql(settings.DATABASE_URL) as engine:
        yield engine


@pytest.fixture(scope="session")
def warehouse(spark: "SparkEngine") -> Iterator["Spark"]:
    from sqlgen.tests.spark_engine import Spark, fill

    spark.fill_once("example", fill)
    with spark.connection() as connection:
        yield Spark(connection)
