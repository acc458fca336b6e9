"""Rows out of stored lists, structures, maps and JSON: the same guarded and as written, on real engines."""

from typing import Any

import duckdb
import pytest
from django.db import ProgrammingError, connection, transaction

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check

_COLUMNS: dict[Dialect, dict[str, str]] = {
    "duckdb": {
        "order_id": "INTEGER",
        "items": "STRUCT(sku VARCHAR, qty INTEGER)[]",
        "labels": "MAP(VARCHAR, VARCHAR)",
        "place": "STRUCT(city VARCHAR, geo STRUCT(lat DOUBLE, lon DOUBLE))",
    },
    "postgres": {"order_id": "integer", "items": "jsonb", "labels": "jsonb", "place": "json"},
    "databricks": {
        "order_id": "int",
        "items": "array<struct<sku: string, qty: int>>",
        "labels": "map<string, string>",
        "place": "struct<city: string, geo: struct<lat: double, lon: double>>",
    },
}
_ROWS: dict[Dialect, str] = {
    "duckdb": "(1, [{'sku': 'a', 'qty': 2}, {'sku': 'b', 'qty': 1}], MAP {'colour': 'red', 'size': 'm'},"
    " {'city': 'Porto', 'geo': {'lat': 41.1, 'lon': -8.6}}), (2, NULL, NULL, NULL), (3, [], MAP {}, NULL)",
    "postgres": """(1, '[{"sku": "a", "qty": 2}, {"sku": "b", "qty": 1}]', '{"colour": "red", "size": ["m", "l"]}',"""
    """ '{"city": "Porto", "geo": {"lat": 41.1}}'), (2, NULL, NULL, NULL), (3, '[]', '{}', NULL)""",
}

DUCKDB = (
    "SELECT o.order_id, i.item.sku, i.item.qty * 2 AS twice FROM orders AS o, UNNEST(o.items) AS i(item)",
    "SELECT order_id, item.sku FROM (SELECT order_id, UNNEST(items) AS item FROM orders) AS x",
    "WITH lines AS (SELECT o.order_id, i.item FROM orders AS o, UNNEST(o.items) AS i(item))"
    " SELECT lines.item.sku, COUNT(*) AS n FROM lines GROUP BY 1",
    "SELECT place.city, place.geo.lat FROM orders",
    "SELECT o.place.geo.lon FROM orders AS o",
    "SELECT labels['colour'] AS colour, COUNT(*) AS n FROM orders GROUP BY 1",
    "SELECT place['city'] AS city, STRUCT_EXTRACT(place, 'city') AS same, place['geo']['lat'] AS lat FROM orders",
    "SELECT items[1].sku AS first, items[-1].qty AS last FROM orders",
    "SELECT (SELECT MAX(place.city) FROM orders) AS city FROM (SELECT 'x' AS city) AS place",
    "SELECT ELEMENT_AT(labels, 'size') AS size, MAP_KEYS(labels) AS k, MAP_VALUES(labels) AS v,"
    " CARDINALITY(labels) AS n,"
    " MAP_CONTAINS(labels, 'size') AS has, MAP_EXTRACT_VALUE(labels, 'size') AS s FROM orders",
    "SELECT k.name, COUNT(*) AS n FROM orders AS o, UNNEST(MAP_KEYS(o.labels)) AS k(name) GROUP BY k.name",
    "SELECT order_id, LIST_TRANSFORM(items, LAMBDA i : i.qty * 2) AS twice FROM orders",
    "SELECT order_id, place.* FROM orders",
    "PIVOT (SELECT order_id, place.city AS city FROM orders) ON city IN ('Porto') USING COUNT(*) GROUP BY order_id"
    " ORDER BY order_id DESC LIMIT 2;",
    "SELECT order_id, items[LEN(items)].sku AS last, [i.sku FOR i IN items IF i.qty > 1] AS many FROM orders",
    "SELECT MAX({'id': order_id, 'place': place}).place.city AS city FROM orders",
    "SELECT order_id, LIST_SUM(LIST_TRANSFORM(LIST_FILTER(items, LAMBDA i : i.sku <> 'b'), LAMBDA i :"
    " i.qty)) AS n FROM orders",
    "SELECT order_id, LIST_REDUCE(LIST_TRANSFORM(items, LAMBDA i : i.qty), LAMBDA a, b : a + b, 0) AS"
    " pieces FROM orders",
)
POSTGRES = (
    "SELECT o.order_id, i ->> 'sku' AS sku, (i ->> 'qty')::int AS qty"
    " FROM orders AS o, jsonb_array_elements(o.items) AS i",
    "SELECT o.order_id, i.value ->> 'sku' AS sku"
    " FROM orders AS o CROSS JOIN LATERAL jsonb_array_elements(o.items) AS i",
    "SELECT o.order_id, i.line ->> 'sku' AS sku FROM orders AS o"
    " LEFT JOIN LATERAL jsonb_array_elements(o.items) AS i(line) ON TRUE",
    "SELECT o.order_id, s.size FROM orders AS o, jsonb_array_elements_text(o.labels -> 'size') AS s(size)",
    "SELECT k, COUNT(*) AS n FROM orders, jsonb_object_keys(labels) AS k GROUP BY k",
    "SELECT e.key, e.value FROM orders AS o, jsonb_each(o.labels) AS e",
    "SELECT e.name, e.told FROM orders AS o, jsonb_each_text(o.labels) AS e(name, told) WHERE e.name <> 'size'",
    "SELECT e.key FROM orders AS o, json_each_text(o.place) AS e",
    "SELECT order_id, (SELECT SUM((i ->> 'qty')::int)"
    " FROM jsonb_array_elements(o.items) AS i) AS pieces FROM orders AS o",
    "SELECT s.value ->> 'sku' AS sku FROM (SELECT o.order_id, i.* FROM orders AS o, jsonb_array_elements(o.items)"
    " AS i) AS s",
    "SELECT order_id, jsonb_array_length(items) AS n, jsonb_typeof(labels -> 'size') AS kind FROM orders",
    "SELECT order_id FROM orders WHERE labels ? 'size' AND labels ?| ARRAY['colour', 'x']"
    " AND labels ?& ARRAY['size', 'colour']",
    """SELECT order_id FROM orders WHERE labels @> '{"colour": "red"}' AND labels -> 'size' @> '["m"]'""",
    """SELECT order_id FROM orders WHERE '[{"sku": "a"}]' <@ items""",
    "SELECT jsonb_path_query_first(items, '$[0].sku') AS a, jsonb_path_exists(labels, '$.size') AS b FROM orders",
    "SELECT row_to_json(o) AS a, json_build_object('id', o.order_id, 'items', o.items) AS b FROM orders AS o",
    "SELECT jsonb_build_object('id', order_id, 'labels', labels) AS a, json_agg(place) AS b FROM orders GROUP BY 1",
    "SELECT o.order_id, x.* FROM orders AS o CROSS JOIN LATERAL jsonb_to_recordset(o.items)"
    " AS x(sku text, qty int, none date)",
    "SELECT sku, SUM(qty * 2) AS qty FROM orders, jsonb_to_recordset(items) AS x(sku varchar, qty numeric(10, 2))"
    " WHERE qty > 0 GROUP BY sku ORDER BY qty DESC, x.sku",
    "SELECT o.order_id, i.qty AS n, i.sku FROM orders AS o LEFT JOIN LATERAL jsonb_to_recordset(o.items)"
    " AS i(qty bigint, sku text) ON i.qty > 1 ORDER BY i.qty",
    "SELECT order_id, (SELECT MAX(x.qty) FROM jsonb_to_recordset(o.items) AS x(qty double precision)) AS most"
    " FROM orders AS o",
    "SELECT a.sku, b.qty FROM orders AS o, jsonb_to_recordset(o.items) AS a(sku text, qty int),"
    ' jsonb_to_recordset(o.items) AS b(sku text, "qty" int) WHERE a.sku = b.sku ORDER BY sku, qty',
    "SELECT *, o.order_id AS again FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku text, qty int)",
    "SELECT * FROM orders CROSS JOIN LATERAL jsonb_to_recordset(items) AS a(sku text)"
    " LEFT JOIN LATERAL jsonb_to_recordset(orders.items) AS b(qty int) ON b.qty > 1 ORDER BY UPPER(sku), qty",
    "SELECT o.order_id, x.order_id AS inner_id FROM orders AS o, jsonb_to_recordset(o.items) AS x(order_id int)"
    " ORDER BY order_id",
)
DATABRICKS = (
    "SELECT order_id, items.sku AS skus, SIZE(o.items.qty) AS n FROM orders AS o",
    "SELECT s.sku, COUNT(*) AS n FROM orders AS o LATERAL VIEW EXPLODE(o.items.sku) s AS sku GROUP BY s.sku",
    "SELECT o.order_id, x.sku, x.qty FROM orders AS o LATERAL VIEW INLINE(o.items) x AS sku, qty",
    "SELECT o.order_id, x.sku FROM orders AS o LATERAL VIEW INLINE(o.items) x",
    "SELECT order_id, INLINE(items) FROM orders",
    "SELECT o.order_id, i.item.sku FROM orders AS o LATERAL VIEW EXPLODE(o.items) i AS item",
    "SELECT o.order_id, l.k, l.v FROM orders AS o LATERAL VIEW EXPLODE(o.labels) l AS k, v",
    "SELECT order_id, EXPLODE(labels) AS (k, v) FROM orders",
    "SELECT order_id, EXPLODE(labels) FROM orders",
    "SELECT o.place.geo.lat FROM orders AS o",
    "SELECT labels['colour'] AS colour, ELEMENT_AT(labels, 'size') AS size, place['city'] AS city FROM orders",
    "SELECT items[0].sku AS first FROM orders",
    "SELECT TRANSFORM(items, i -> i.sku) AS skus, AGGREGATE(items, 0, (n, i) -> n + i.qty) AS pieces FROM orders",
    "SELECT EXPLODE(MAP_KEYS(labels)) AS k FROM orders",
    "SELECT MAP_ENTRIES(labels) AS e, MAP_VALUES(labels) AS v, MAP_CONTAINS_KEY(labels, 'size') AS has,"
    " SIZE(labels) AS n"
    " FROM orders",
    "SELECT VARIANT_GET(labels, '$.a[0]', 'decimal(38, 10)') AS a, TRY_VARIANT_GET(labels, '$.b', 'int')"
    " AS b FROM orders",
)
REFUSED: dict[Dialect, tuple[str, ...]] = {
    "duckdb": (
        "SELECT o.place.city.x FROM orders AS o",
        "SELECT u.x FROM orders AS o, UNNEST(o.place) AS u(x)",
        "SELECT u.x FROM orders AS o, UNNEST(o.labels) AS u(x)",
        "SELECT i.item.sku.x FROM orders AS o, UNNEST(o.items) AS i(item)",
        "SELECT item FROM orders AS o, UNNEST(o.order_id) AS i(item)",
        "SELECT order_id['a'] FROM orders",
        "SELECT labels.colour['a'].b FROM orders",
        "SELECT labels['it''s'] FROM orders",
        "SELECT labels[labels['a']] FROM orders",
        "SELECT LIST_REDUCE(LIST_TRANSFORM(items, LAMBDA i : i.sku), LAMBDA a, b : a + b) FROM orders",
        "SELECT LIST_REDUCE(items, LAMBDA a, b : a + b) FROM orders",
        "SELECT LIST_TRANSFORM(items, LAMBDA place : place.sku) FROM orders",
    ),
    "postgres": (
        "SELECT i FROM orders AS o, jsonb_array_elements(o.order_id) AS i",
        "SELECT i FROM orders AS o, jsonb_array_elements(o.items || o.items) AS i",
        "SELECT i FROM orders AS o, jsonb_array_elements(o.items)",
        "SELECT i.a FROM orders AS o, jsonb_array_elements(o.items) AS i(a, b)",
        "SELECT u.x FROM orders AS o, UNNEST(o.items) AS u(x)",
        "SELECT jsonb_array_elements(items) FROM orders",
        "SELECT * FROM orders AS o JOIN orders AS p USING (order_id), jsonb_to_recordset(o.items) AS x(sku text)",
        "SELECT x.record FROM orders AS o, jsonb_to_recordset(o.order_id) AS x(sku text)",
        "SELECT x.qty FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku text)",
        "SELECT x.sku FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku varchar(3))",
        "SELECT x.sku FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku regclass)",
        "SELECT x.sku FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku numeric(order_id))",
        "SELECT (SELECT x.sku) FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku text)",
        "SELECT x.sku FROM orders AS o, jsonb_to_recordset('[]') AS x(sku text)",
        "SELECT x.sku FROM orders AS o, jsonb_to_recordset(o.items) WITH ORDINALITY AS x(sku text)",
        "SELECT jsonb_to_recordset(items) FROM orders",
        "SELECT o.order_id FROM orders AS o, jsonb_to_recordset(o.items) AS x(sku text), orders AS other",
        # PostgreSQL means the column of the query around.
        "SELECT order_id FROM orders AS o WHERE EXISTS (SELECT 1 FROM jsonb_array_elements_text(o.items) AS order_id"
        " WHERE order_id IS NOT NULL)",
        "SELECT *, i ->> 'sku' AS sku FROM orders AS o, jsonb_array_elements(o.items) AS i",
        "SELECT o.order_id FROM orders AS o, jsonb_array_elements(o.items) AS i, orders AS other",
        # JSON becomes JSONB: of 1e99999 in it a hundred thousand digits.
        "SELECT to_jsonb(place) FROM orders",
        "SELECT to_jsonb(o) FROM orders AS o",
        "SELECT jsonb_build_object('a', place -> 'geo') FROM orders",
        "SELECT order_id FROM orders WHERE order_id ? 'a'",
    ),
    "databricks": (
        "SELECT x.sku FROM orders AS o LATERAL VIEW INLINE(o.labels) x AS sku, qty",
        "SELECT l.k FROM orders AS o LATERAL VIEW EXPLODE(o.labels) l AS k",
        "SELECT l.k FROM orders AS o LATERAL VIEW EXPLODE(o.place) l AS k",
        "SELECT order_id, EXPLODE(labels) AS k FROM orders",
    ),
}


def _policy(dialect: Dialect) -> Policy:
    return Policy.from_allowlist({"tables": {"orders": {"columns": _COLUMNS[dialect]}}, "row_cap": 100})


def _made(dialect: Dialect) -> tuple[str, str]:
    columns = ", ".join(f"{name} {kind}" for name, kind in _COLUMNS[dialect].items())
    return f"CREATE TABLE orders ({columns})", f"INSERT INTO orders VALUES {_ROWS[dialect]}"


def _rows(rows: list[tuple[Any, ...]]) -> list[str]:
    return sorted(map(repr, rows))


@pytest.mark.parametrize("sql", DUCKDB)
def test_duckdb_gives_the_same_rows(sql: str) -> None:
    guarded = check(sql, dialect="duckdb", policy=_policy("duckdb"))

    with duckdb.connect(":memory:") as engine:
        for statement in _made("duckdb"):
            engine.execute(statement)
        due = engine.execute(sql).fetchall()

        assert due
        assert _rows(engine.execute(guarded.sql).fetchall()) == _rows(due)


@pytest.mark.parametrize("sql", POSTGRES)
def test_postgres_gives_the_same_rows(db: None, sql: str) -> None:
    guarded = check(sql, dialect="postgres", policy=_policy("postgres"))

    with connection.cursor() as cursor:
        for statement in _made("postgres"):
            cursor.execute(statement)
        cursor.execute(sql)
        due = list(cursor.fetchall())
        cursor.execute(guarded.sql)

        assert due
        assert _rows(list(cursor.fetchall())) == _rows(due)


@pytest.mark.parametrize("sql", DATABRICKS)
def test_databricks_may_make_rows_of_structures_and_maps(sql: str) -> None:
    once = check(sql, dialect="databricks", policy=_policy("databricks"))

    assert check(once.sql, dialect="databricks", policy=_policy("databricks")).tables == ("orders",)


@pytest.mark.parametrize(
    ("dialect", "sql"), [(dialect, sql) for dialect, texts in REFUSED.items() for sql in texts]
)
def test_what_is_no_list_makes_no_rows(dialect: Dialect, sql: str) -> None:
    with pytest.raises(GuardViolation):
        check(sql, dialect=dialect, policy=_policy(dialect))


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT order_id FROM orders AS o, jsonb_to_recordset(o.items) AS x(order_id int)",
        "SELECT x.qty FROM orders AS o, jsonb_to_recordset(o.items) AS x(order_id int, qty int) WHERE order_id > 1",
        "SELECT a.sku FROM orders AS o, jsonb_to_recordset(o.items) AS a(sku text),"
        " jsonb_to_recordset(o.items) AS b(sku text) GROUP BY sku",
        "SELECT x.order_id AS n FROM orders AS o, jsonb_to_recordset(o.items) AS x(order_id int) ORDER BY order_id + 1",
    ],
)
def test_a_field_that_is_a_column_too_is_called_by_its_table(db: None, sql: str) -> None:
    with pytest.raises(GuardViolation, match="say which") as refused:
        check(sql, dialect="postgres", policy=_policy("postgres"))

    assert refused.value.code == "ambiguous_column"
    with connection.cursor() as cursor:
        for statement in _made("postgres"):
            cursor.execute(statement)
        with pytest.raises(ProgrammingError, match="ambiguous"), transaction.atomic():
            cursor.execute(sql)


def test_rows_out_of_json_stand_behind_the_fence() -> None:
    """Of what is no list PostgreSQL makes an error: it would tell of hidden rows."""
    listed = {"columns": _COLUMNS["postgres"], "rows": {"column": "order_id", "values": ["1"]}}
    world = Policy.from_allowlist({"tables": {"orders": listed}})

    for written in (POSTGRES[0], next(sql for sql in POSTGRES if "jsonb_to_recordset" in sql)):
        guarded = check(written, dialect="postgres", policy=world)

        assert "OFFSET 0" in guarded.sql


@pytest.mark.parametrize(
    ("dialect", "kind", "sql"),
    [
        ("duckdb", "STRUCT(city VARCHAR)", "SELECT CAST(o.place.city AS INT) AS n FROM orders AS o"),
        ("databricks", "variant", "SELECT VARIANT_GET(place, '$.a', 'int') AS n FROM orders"),
        ("databricks", "struct<v: variant>", "SELECT VARIANT_GET(place.v, '$.a', 'int') AS n FROM orders"),
    ],
)
def test_what_engines_read_in_part_stands_in_a_case(dialect: Dialect, kind: str, sql: str) -> None:
    """They reckon with a part of it before a row rule drops any row."""
    columns = {"order_id": "int", "place": kind}
    listed = {"columns": columns, "rows": {"column": "order_id", "values": ["1"]}}

    ruled, free = (
        check(sql, dialect=dialect, policy=Policy.from_allowlist({"tables": {"orders": known}})).sql
        for known in (listed, {"columns": columns})
    )

    assert "CASE WHEN NOT" in ruled
    assert "CASE" not in free


def test_a_row_in_json_holds_what_the_viewer_may_read(db: None) -> None:
    known = {name: kind for name, kind in _COLUMNS["postgres"].items() if name in ("order_id", "labels")}
    world = Policy.from_allowlist({"tables": {"orders": {"columns": known, "restricted": ["place"]}}})

    for written in ("row_to_json(o)", "to_jsonb(o)", "json_agg(o)", "jsonb_agg(o)"):
        guarded = check(f"SELECT ({written}) AS row FROM orders AS o", dialect="postgres", policy=world)
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE IF EXISTS orders")
            for statement in _made("postgres"):
                cursor.execute(statement)
            cursor.execute(f"SELECT CAST(row AS TEXT) FROM ({guarded.sql}) AS x")
            told = "".join(row[0] for row in cursor.fetchall())

        assert "colour" in told
        assert "Porto" not in told
        assert "items" not in told


def test_an_arrow_of_duckdb_becomes_the_lambda_that_duckdb_takes() -> None:
    old, new = (
        check(
            f"SELECT LIST_FILTER(items, {made}) AS many FROM orders",
            dialect="duckdb",
            policy=_policy("duckdb"),
        )
        for made in ("i -> i.qty > 1", "LAMBDA i : i.qty > 1")
    )

    assert old == new
    assert 'LAMBDA "i" : "i"."qty" > 1' in old.sql
