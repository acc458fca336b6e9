"""A warehouse's tables as it knows them: what the dictionary is drafted from and compared with."""

from collections.abc import Iterator
from dataclasses import replace

import pyarrow as pa
import pytest

from catalog.contracts import LiveColumn, LiveTable
from metrics_portal import databricks_auth
from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.registry import ENGINES
from routing.tests.databricks.conftest import options
from tests.emulators.duckdb_engine import DuckDBEngine, DuckDBSession
from tests.emulators.sql_engine import Question, SqlError
from tests.emulators.workspace import Workspace


class UnityCatalog(DuckDBEngine):
    """Its information_schema names the whole type as Unity Catalog's does."""

    def session(self) -> "UnitySession":
        return UnitySession(self._database.cursor())


class UnitySession(DuckDBSession):
    def run(self, question: Question) -> pa.Table:
        return super().run(replace(question, sql=question.sql.replace("full_data_type", "data_type")))


class PlainSpark(DuckDBEngine):
    """No information_schema; SHOW and DESCRIBE, with what Spark lists below the columns."""

    def session(self) -> "PlainSession":
        return PlainSession(self._database.cursor())


class PlainSession(DuckDBSession):
    def run(self, question: Question) -> pa.Table:
        if "information_schema" in question.sql:
            raise SqlError("[TABLE_OR_VIEW_NOT_FOUND] no such table. SQLSTATE: 42P01", "42P01")
        if question.sql == "SHOW TABLES IN `shop`":
            names, temporary = ["sale", "scratch"], [False, True]
            return pa.table({"namespace": ["shop", ""], "tableName": names, "isTemporary": temporary})
        if question.sql == "DESCRIBE TABLE `shop`.`sale`":
            names = ["id", "amount", "day", "# Partition Information", "# col_name", "day"]
            kinds = ["bigint", "decimal(12,2)", "date", "", "data_type", "date"]
            return pa.table({"col_name": names, "data_type": kinds, "comment": [""] * len(names)})
        if question.sql.startswith(("SHOW", "DESCRIBE")):
            raise SqlError("[SCHEMA_NOT_FOUND] no such schema. SQLSTATE: 42704", "42704")
        return super().run(question)


@pytest.fixture(params=[UnityCatalog, PlainSpark], ids=["Unity Catalog", "plain Spark"])
def warehouse(request: pytest.FixtureRequest, db: None) -> Iterator[DatabricksBackend]:
    engine = request.param(":memory:")
    engine.execute("CREATE SCHEMA shop; CREATE TABLE shop.sale (id BIGINT, amount DECIMAL(12,2), day DATE)")
    databricks_auth.forget()
    with Workspace(engine) as workspace:
        backend = DatabricksBackend.from_options("databricks", ENGINES["databricks"], options(workspace))
        yield backend
        backend.close(seconds=5)
    engine.close()


SALE = LiveTable(
    schema="shop",
    name="sale",
    columns=(
        LiveColumn(name="id", type="bigint", nullable=True),
        LiveColumn(name="amount", type="decimal(12,2)", nullable=True),
        LiveColumn(name="day", type="date", nullable=True),
    ),
)


def test_a_table_is_described(warehouse: DatabricksBackend) -> None:
    assert warehouse.describe("shop.sale") == SALE


def test_a_schema_is_listed_without_what_is_only_temporary(warehouse: DatabricksBackend) -> None:
    assert warehouse.introspect("shop") == (SALE,)


def test_what_is_not_there_is_none(warehouse: DatabricksBackend) -> None:
    assert warehouse.describe("shop.nothing") is None
    assert warehouse.introspect("nowhere") == ()


def test_a_name_is_a_value_and_never_sql(warehouse: DatabricksBackend) -> None:
    assert warehouse.describe("shop.sale' OR '1'='1") is None
    assert warehouse.introspect("shop` -- ") == ()
