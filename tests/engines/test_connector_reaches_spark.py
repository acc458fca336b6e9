"""The unmodified connector and Spark understand each other through the shim."""

from decimal import Decimal

from tests.engines.engine import TOKEN, SparkEngine


def test_a_statement_is_answered(spark: SparkEngine) -> None:
    assert spark.rows("SELECT 1, 'a', CAST(1.5 AS DECIMAL(12,2)), CAST(NULL AS INT)") == [
        (1, "a", Decimal("1.50"), None)
    ]


def test_the_tape_tells_what_was_asked(spark: SparkEngine) -> None:
    before = len(spark.tape())

    spark.rows("SELECT 'on the tape'")

    calls = spark.tape(before)
    assert [one["call"] for one in calls][:2] == ["OpenSession", "ExecuteStatement"]
    assert calls[-1]["call"] == "CloseSession"
    assert calls[1]["statement"] == "SELECT 'on the tape'"
    assert {one["token"] for one in calls} == {TOKEN}
