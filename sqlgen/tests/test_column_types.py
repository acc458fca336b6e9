"""How the dictionary's type words are understood."""

import pytest

from catalog.contracts import Column, ColumnRole
from sqlgen.compiler.types import Family, family_of
from sqlgen.contracts import Dialect


@pytest.mark.parametrize(
    ("words", "dialect", "family"),
    [
        ("timestamp; timestamptz", "duckdb", Family.INSTANT),
        ("timestamp; timestamp(6) with time zone", "postgres", Family.INSTANT),
        ("timestamp_ntz; timestamp", "databricks", Family.LOCAL_TIME),
        ("timestamp", "databricks", Family.INSTANT),
        ("timestamp", "duckdb", Family.LOCAL_TIME),
        ("timestamp without time zone", "postgres", Family.LOCAL_TIME),
        ("date", "duckdb", Family.DATE),
        ("decimal(12,2); numeric(12,2)", "postgres", Family.NUMBER),
        ("double", "duckdb", Family.NUMBER),
        ("bigint; int8", "postgres", Family.INTEGER),
        ("string; varchar(20)", "postgres", Family.TEXT),
        ("string; char(3)", "postgres", Family.OTHER),
        ("uuid", "postgres", Family.OTHER),
        ("claim_state", "postgres", Family.OTHER),
    ],
)
def test_a_type_has_a_family(words: str, dialect: Dialect, family: Family) -> None:
    column = Column(name="c", data_types=tuple(words.split("; ")), role=ColumnRole.ATTRIBUTE)

    assert family_of(column, dialect) is family
