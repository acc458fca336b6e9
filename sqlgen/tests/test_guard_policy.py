"""What a policy opens, and that row rules bind wherever a table is read."""

import pytest

from accounts.contracts import RowPolicy, RowRule
from catalog.contracts import Column, ColumnRole, Dictionary, Sensitivity, Table
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_world import DIALECTS, policy

QUOTES = {"postgres": '"', "duckdb": '"', "databricks": "`"}


def _column(name: str, kind: str, *, restricted: bool = False) -> Column:
    sensitivity = Sensitivity.RESTRICTED if restricted else Sensitivity.INTERNAL
    return Column(name=name, data_types=(kind,), role=ColumnRole.ATTRIBUTE, sensitivity=sensitivity)


def _dictionary() -> Dictionary:
    columns = (
        _column("id", "bigint"),
        _column("region", "string"),
        _column("email", "string", restricted=True),
    )
    table = Table(schema="l3", name="ev", columns={column.name: column for column in columns})
    return Dictionary(version="1", tables={"l3.ev": table})


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_dictionary_opens_its_tables_without_restricted_columns(dialect: Dialect) -> None:
    world = Policy.from_dictionary(_dictionary(), dialect=dialect, row_cap=5, catalog="main")

    guarded = check("SELECT * FROM l3.ev", dialect=dialect, policy=world)

    assert guarded.tables == ("l3.ev",)
    assert "email" not in guarded.sql
    assert ("main" in guarded.sql) == (dialect != "postgres")
    with pytest.raises(GuardViolation) as refused:
        check("SELECT email FROM l3.ev", dialect=dialect, policy=world)
    assert (refused.value.code, refused.value.position) == ("restricted_column", 7)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize(
    "sql",
    [
        "SELECT id FROM l3.ev",
        "SELECT COUNT(*) FROM l3.ev AS x",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM l3.ev)",
        "WITH ev AS (SELECT id FROM l3.ev) SELECT * FROM ev",
        "SELECT 1 UNION ALL SELECT id FROM l3.ev",
    ],
)
def test_a_row_rule_stands_in_every_projection(dialect: Dialect, sql: str) -> None:
    rules = RowPolicy((RowRule("L3.EV", "region", ("O'Hare", "North")),))
    world = Policy.from_dictionary(_dictionary(), dialect=dialect, row_cap=5, row_policy=rules)

    guarded = check(sql, dialect=dialect, policy=world)

    quote = QUOTES[dialect]
    ohare = r"'O\'Hare'" if dialect == "databricks" else "'O''Hare'"
    assert f"WHERE {quote}region{quote} IN ({ohare}, 'North')" in guarded.sql


def test_a_rule_without_values_shows_no_row() -> None:
    guarded = check(
        "SELECT status FROM sales.claim",
        dialect="duckdb",
        policy=policy("duckdb", rows={"column": "region_id", "values": []}),
    )

    assert "WHERE FALSE" in guarded.sql


@pytest.mark.parametrize(
    "rule", [{"column": "nothing", "values": ["1"]}, {"column": "region_id", "values": ["1 OR TRUE"]}]
)
def test_a_broken_row_rule_closes_its_table(rule: dict[str, object]) -> None:
    with pytest.raises(GuardViolation) as refused:
        check("SELECT status FROM sales.claim", dialect="duckdb", policy=policy("duckdb", rows=rule))

    assert refused.value.code == "row_policy"


def test_a_row_rule_of_no_known_table_closes_everything() -> None:
    rules = RowPolicy((RowRule("l3.ew", "region", ("North",)),))

    with pytest.raises(GuardViolation) as refused:
        Policy.from_dictionary(_dictionary(), dialect="duckdb", row_cap=5, row_policy=rules)

    assert refused.value.code == "row_policy"


def test_numbers_in_rules_are_numbers() -> None:
    world = policy("postgres", rows={"column": "region_id", "values": ["1", "-2"]})

    guarded = check("SELECT status FROM sales.claim", dialect="postgres", policy=world)

    assert 'WHERE "region_id" IN (1, -2)' in guarded.sql


@pytest.mark.parametrize(
    "allowlist", [{"tabels": {}}, {"row_cap": 0}, {"tables": {"a.b.c.d": {"columns": {"x": "int"}}}}]
)
def test_a_malformed_allowlist_is_refused(allowlist: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"unknown members|row_cap|no table key"):
        Policy.from_allowlist(allowlist)
