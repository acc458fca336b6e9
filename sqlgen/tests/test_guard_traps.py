"""Every trap that SQL is known to set has entries in the hostile corpus of every dialect it exists in."""

import re

import pytest
from sqlglot import ErrorLevel
from sqlglot.dialects.dialect import Dialect as SqlglotDialect

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import CATALOGS, DIALECTS, policy

# What an entry looks like.
TRAPS = {
    "two statements": r"^SELECT .*;\s*(DROP|SELECT|DELETE)",
    "no query": r"^(INSERT|UPDATE|DELETE|CREATE|COPY|SET|CALL)\b",
    "a write inside a CTE": r"WITH \w+ AS \((DELETE|INSERT|UPDATE|MERGE)",
    "SELECT INTO": r"SELECT .* INTO \w",
    "locks": r"FOR (UPDATE|SHARE|NO KEY UPDATE)",
    "files by a function": r"read_(files|csv|parquet|json|text|blob)\(",
    "files by a path": r"FROM ['\"`]file\.",
    "tables of a format": r"(delta|parquet|csv|json)\.`",
    "names made of texts": r"IDENTIFIER\(",
    "queries in a text": r"\bquery\('",
    "remote queries": r"remote_query\(|dblink\(|postgres_query\(",
    "models": r"\bai_\w+\(",
    "the network": r"http_request\(",
    "secrets": r"\bsecret\('",
    "Java": r"\breflect\(.*|\bjava_method\(",
    "scripts and lambdas": r"(?i:\bTRANSFORM\()",
    "the environment": r"getenv\(",
    "files of the server": r"pg_read_file\(",
    "large objects": r"lo_import\(",
    "settings": r"set_config\(",
    "sleep": r"pg_sleep\(",
    "queries to XML": r"query_to_xml\(",
    "system schemas": r"(?i:information_schema\.)",
    "system catalogs": r"(?:FROM|TABLE) (?:system\.|pg_catalog\.|memory\.information_schema)",
    "time travel": r"(VERSION|TIMESTAMP) AS OF",
    "columns by a pattern": r"COLUMNS\((\*|'|c ->)",
    "LIMIT ALL": r"LIMIT ALL",
    "LIMIT as an expression": r"LIMIT (\(SELECT|10 \+ 10|CAST)",
    "a huge OFFSET": r"OFFSET \d{6,}",
    "rows out of nothing": r"(?i:\b(range|sequence|generate_series)\()",
    "texts out of nothing": r"(?i:\brepeat\()",
    "recursion": r"WITH RECURSIVE",
    "joins with no condition": r"CROSS JOIN sales|FROM sales\.claim, sales\.region|ON 1 = 1",
    "USING": r"USING \(\W?(?i:customer_email)",
    "NATURAL": r"NATURAL (LEFT )?JOIN",
    "struct access": r"status\['customer_email'\]|\((sales\.)?claim\)\.customer_email|status\.customer_email",
    "lateral aliases": r"customer_email AS (s, s|a, UPPER\(a\))|cost \+ 1 AS a, a \+ 1",
    "QUALIFY": r"QUALIFY ROW_NUMBER",
    "HAVING": r"HAVING (MAX\()?customer_email",
    "lists of a secret": r"(?i:ARRAY|LIST_VALUE)?[\[(](?:status, )?(?:c\.)?customer_email[\])]",
    "rows of a column's list": r"(?i:(?:UNNEST|EXPLODE)\((?:STRING_TO_ARRAY|SPLIT)\()",
    "PIVOT by a secret": r"PIVOT \(SUM\(cost\) FOR (customer_email|status IN \('open'\)\) AS p$)",
    "UNPIVOT of a secret": r"UNPIVOT \(v FOR m IN \(status, customer_email\)\)",
    "aliases in ORDER BY": r"AS s FROM sales\.claim ORDER BY s",
    "EXISTS": r"EXISTS \(SELECT 1 .*customer_email",
    "a shadowing CTE": r"WITH (claim|vault) AS",
    "hoisted CTEs": r"\(WITH \w+ AS",
    "names in another case": r"[\"`](CUSTOMER_EMAIL|Status|SALES)|(?-i:CUSTOMER_EMAIL)",
    "names in other letters": r"[^\x00-\x7f](ustomer_email|laim)|cl?a?[^\x00-\x7f](im|m)",
    "whole rows": r"SELECT (c|claim) FROM",
    "whole rows by a field": r"c\.to_json",
    "whole rows as an argument": r"(to_json|row_to_json|COUNT|MAX)\(c\)",
    "prefixed literals": r"(?i: (e|n|r|b|x|_utf8|U&)'[^,]*')",
    "dollar quotes": r"\$\$x\$\$",
    "variables": r"\$\{",
    "quotes in a name": r"AS \"a'b\"",
    "quotes in a type": r"(AS|::) ?\"(x'y|e'x'|text; drop)|VARCHAR\('3'\)",
    "quotes in a unit": r"EXTRACT\('da(''| )y'|EXTRACT\('day FROM|DATE_TRUNC\('x''y'|'1' \"day'x\"",
    "quotes in a keyword argument": r"\w+ => '",
    "functions named by a text": r"(?i:LIST_AGGREGATE|CALL_FUNCTION|LIST_REDUCE|APPLY)\(|IDENTIFIER\('lower'\)",
    "zero-width spaces": "\u200b",
    "exotic spaces": "[\u00a0\u2003\u3000]",
    "line ends that are none to one reader": "--.*[\r\u0085\u2028]",
    "comments that end elsewhere": r"/\*.*/\*.*\*/.*\*/|/\*/",
    "hints": r"/\*[+!]",
    "texts side by side": r"'a'\s*(/\* x \*/)?\s*['\"]b",
    "rest behind a whole query": r"GARBAGE MORE",
}
# Where only one dialect has the trap.
ONLY: dict[str, Dialect] = {
    "tables of a format": "databricks",
    "names made of texts": "databricks",
    "columns by a pattern": "duckdb",
}
UNREADABLE = {
    "a bracket stays open": "SELECT status FROM sales.claim WHERE (status = 'x'",
    "nothing follows": "SELECT status FROM sales.claim WHERE",
    "something follows": "SELECT status FROM sales.claim WHERE status = 'x' GARBAGE MORE",
}


@pytest.mark.parametrize(
    ("trap", "dialect"),
    [(trap, dialect) for trap in TRAPS for dialect in DIALECTS if ONLY.get(trap, dialect) == dialect],
)
def test_every_known_trap_is_in_the_corpus(trap: str, dialect: Dialect) -> None:
    looks = re.compile(TRAPS[trap], re.S)

    assert [case.sql for case in cases("hostile", dialect) if looks.search(case.sql)]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("sql", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_sqlglot_would_read_in_part_is_refused(sql: str, dialect: Dialect) -> None:
    """At another error level sqlglot gives a tree all the same; told the level as a text, it does not know it."""
    reader = SqlglotDialect.get_or_raise(dialect)

    with pytest.raises(GuardViolation) as refused:
        check(sql, dialect=dialect, policy=policy(dialect))

    assert refused.value.code == "parse_error"
    assert reader.parse(sql, error_level=ErrorLevel.IGNORE)[0] is not None
    with pytest.raises(TypeError):
        reader.parse(sql, error_level="raise")  # type: ignore[arg-type]


def _with_structs(dialect: Dialect) -> Policy:
    catalog = CATALOGS[dialect]
    key = f"{catalog}.sales.person" if catalog else "sales.person"
    columns = {"person_id": "int", "address": "struct<city: string, street: string>"}
    listed = {"columns": columns, "restricted": ["contact"]}
    return Policy.from_allowlist({"catalog": catalog, "default_schema": "sales", "tables": {key: listed}})


@pytest.mark.parametrize("field", ["address.city", "p.address.city", "address['city']", "address.*"])
@pytest.mark.parametrize("dialect", ["duckdb", "databricks"])
def test_a_field_of_an_open_struct_is_read(dialect: Dialect, field: str) -> None:
    guarded = check(f"SELECT {field} FROM person AS p", dialect=dialect, policy=_with_structs(dialect))

    assert "contact" not in guarded.sql
    assert re.search(r"\(SELECT .address. FROM", guarded.sql)


@pytest.mark.parametrize(
    "field",
    [
        "contact.email",
        "p.contact.email",
        "sales.person.contact.email",
        "person_id.email",
        "p.email",
        "p.address.city.x",
        "(address).city",
        "(p).contact",
        "(p).contact.email",
        "address.city.*",
        "p.contact.*",
        "contact['email']",
        "person_id['city']",
        "address['city'].x",
        "address.contact.upper()",
    ],
)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_field_of_anything_else_is_refused(dialect: Dialect, field: str) -> None:
    for sql in (f"SELECT {field} FROM person AS p", f"SELECT 1 FROM person AS p ORDER BY {field}"):
        with pytest.raises(GuardViolation):
            check(sql, dialect=dialect, policy=_with_structs(dialect))


def test_postgres_reads_no_field_by_a_point() -> None:
    with pytest.raises(GuardViolation) as refused:
        check("SELECT address.city FROM person", dialect="postgres", policy=_with_structs("postgres"))

    assert refused.value.code == "unknown_table"
