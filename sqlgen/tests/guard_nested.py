"""Two worlds of lists, maps, structures and JSON that differ in the orders a row rule hides; see guard_canary.py."""

from collections.abc import Iterator

from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import Policy
from sqlgen.tests.guard_canary import Statement
from sqlgen.tests.guard_fuzz import mutations
from sqlgen.tests.guard_world import MARK

# Eight values: dearer to test than a condition that fails. The orders of shop 3 are hidden.
RULE = {"column": "shop", "values": ["1", "2", "11", "12", "13", "14", "15", "16"]}
COLUMNS: dict[Dialect, dict[str, str]] = {
    "duckdb": {
        "order_id": "INTEGER",
        "shop": "INTEGER",
        "items": "STRUCT(sku VARCHAR, qty INTEGER)[]",
        "labels": "MAP(VARCHAR, VARCHAR)",
        "place": "STRUCT(city VARCHAR, zip VARCHAR)",
        "tags": "VARCHAR[]",
        "payload": "JSON",
        "facts": "VARIANT",
    },
    "postgres": {
        "order_id": "integer",
        "shop": "integer",
        "items": "jsonb",
        "labels": "jsonb",
        "place": "json",
        "tags": "text[]",
        "payload": "jsonb",
    },
}
_VISIBLE: dict[Dialect, str] = {
    "duckdb": "[{'sku': 'a', 'qty': i}, {'sku': 'b', 'qty': 1}], MAP {'colour': 'red', 'size': '4'},"
    " {'city': 'Porto', 'zip': '4000'}, ['new', 'gift'], '{\"a\": 1, \"b\": [1, 2]}',"
    " {'a': '5'}::VARIANT",
    "postgres": """jsonb_build_array(jsonb_build_object('sku', 'a', 'qty', i), '{"sku": "b", "qty": 1}'::jsonb),"""
    """ '{"colour": "red", "size": "4"}'::jsonb, '{"city": "Porto", "zip": "4000"}'::json,"""
    """ ARRAY['new', 'gift'], '{"a": 1, "b": [1, 2]}'::jsonb""",
}
_SECRET: dict[Dialect, tuple[str, str]] = {
    "duckdb": (
        f"[{{'sku': '{MARK}', 'qty': 0}}], MAP {{'{MARK}': '{MARK}'}}, {{'city': '{MARK}', 'zip': 'x'}}, ['{MARK}'],"
        f" '{{\"{MARK}\": 7}}', {{'a': '{MARK}'}}::VARIANT",
        "[NULL, {'sku': NULL, 'qty': 2147483647}], MAP {}, NULL, [], '[]', {'a': '7'}::VARIANT",
    ),
    "postgres": (
        f"""'[{{"sku": "{MARK}", "qty": "{MARK}"}}]'::jsonb, '{{"{MARK}": ["{MARK}"]}}'::jsonb,"""
        f""" '{{"city": "{MARK}"}}'::json, ARRAY['{MARK}'], '{{"{MARK}": 7, "a": "x", "b": 0}}'::jsonb""",
        """'7'::jsonb, '"x"'::jsonb, '[]'::json, ARRAY[['new', 'gift'], ['x', NULL]], 'null'::jsonb""",
    ),
}
# Beside what test_guard_stored_lists.py reads: conditions on what is in lists, maps, structures and JSON.
TEXTS: dict[Dialect, tuple[str, ...]] = {
    "duckdb": (
        "SELECT order_id FROM orders WHERE items[1].qty + 1 > 0",
        "SELECT order_id FROM orders WHERE 10 // (items[1].qty + 1) >= 0",
        "SELECT COUNT(*) AS n FROM orders WHERE CAST(place.zip AS INT) > 3",
        "SELECT COUNT(*) AS n FROM orders WHERE CAST(facts['a'] AS INT) > 3",
        "SELECT order_id FROM orders WHERE order_id < 5 OR CAST(facts['a'] AS INT) IS NULL",
        "SELECT COUNT(*) AS n FROM orders WHERE CAST(labels['size'] AS INT) > 3",
        "SELECT COUNT(*) AS n FROM orders WHERE CAST(payload ->> 'a' AS INT) = 1",
        "SELECT COUNT(*) AS n FROM orders WHERE JSON_ARRAY_LENGTH(payload, '$.b') > 1"
        " AND JSON_TYPE(payload) = 'OBJECT'",
        "SELECT COUNT(*) AS n FROM orders WHERE LIST_SUM(LIST_TRANSFORM(items, LAMBDA i : i.qty + 1)) > 0",
        "SELECT t.tag, COUNT(*) AS n FROM orders AS o, UNNEST(o.tags) AS t(tag) WHERE CAST(LENGTH(t.tag) AS INT) > 1"
        " GROUP BY 1",
        "SELECT o.order_id, p.order_id AS other FROM orders AS o JOIN orders AS p ON o.order_id = p.order_id"
        " WHERE CAST(p.place.zip AS INT) = 4000 AND o.items[1].qty < 30",
        "SELECT SUM(CAST(place.zip AS INT)) AS n FROM orders",
        "SELECT CAST(place['zip'] AS INT) AS z, COUNT(*) AS n FROM orders GROUP BY 1",
        "SELECT order_id FROM orders WHERE STRUCT_EXTRACT(place, 'zip') = 4000 LIMIT 3",
        "SELECT MAX(CAST(place.zip AS DATE)) AS d FROM orders WHERE order_id < 0",
        "SELECT MAX(place).city AS city, MIN(labels) AS l, MAX(items) AS i FROM orders",
        "SELECT place, COUNT(*) AS n FROM orders GROUP BY 1 HAVING COUNT(*) > 0 ORDER BY 1",
        "SELECT DISTINCT MAP_KEYS(labels) AS k FROM orders ORDER BY 1 LIMIT 5",
        "SELECT order_id FROM orders WHERE tags = ['new', 'gift'] AND 'new' = ANY (tags) ORDER BY items DESC LIMIT 7",
        "SELECT order_id, LAG(place) OVER (ORDER BY order_id) AS p FROM orders QUALIFY p IS NOT NULL",
    ),
    "postgres": (
        "SELECT order_id FROM orders WHERE (items -> 0 ->> 'qty')::int > 0",
        "SELECT order_id FROM orders WHERE 10 / ((items -> 0 ->> 'qty')::int + 1) >= 0",
        "SELECT COUNT(*) AS n FROM orders WHERE (place ->> 'zip')::int > 3",
        "SELECT COUNT(*) AS n FROM orders WHERE jsonb_array_length(items) > 1",
        "SELECT COUNT(*) AS n FROM orders WHERE jsonb_array_length(payload -> 'b') > 1 AND payload ? 'a'",
        "SELECT COUNT(*) AS n FROM orders AS o WHERE EXISTS (SELECT 1 FROM jsonb_array_elements(o.items) AS i"
        " WHERE i ->> 'sku' = 'a')",
        "SELECT t.tag, COUNT(*) AS n FROM orders AS o, UNNEST(o.tags) AS t(tag) GROUP BY 1",
        "SELECT COUNT(*) AS n FROM orders WHERE tags || ARRAY['x'] <> tags AND ARRAY_LENGTH(tags, 1) > 1",
        "SELECT COUNT(*) AS n FROM orders WHERE tags @> ARRAY['new'] AND 'gift' = ANY (tags) AND tags[1] = 'new'",
        "SELECT o.order_id, p.order_id AS other FROM orders AS o JOIN orders AS p"
        " ON (o.items -> 0 ->> 'qty')::int = p.order_id WHERE p.place ->> 'city' = 'Porto' AND o.order_id < 30",
        "SELECT payload || labels AS both FROM orders WHERE payload || labels <> payload",
        "SELECT payload, COUNT(*) AS n FROM orders GROUP BY 1 HAVING COUNT(*) > 0 ORDER BY 1",
        "SELECT order_id FROM orders WHERE jsonb_typeof(items) = 'array' ORDER BY items DESC LIMIT 7",
        "SELECT x.a FROM (SELECT order_id, payload ->> 'a' AS a FROM orders) AS x WHERE x.a::int = 1",
        "SELECT ARRAY_AGG(tags ORDER BY order_id) AS t FROM orders",
        "SELECT CARDINALITY(tags) AS n, ARRAY_POSITION(tags, 'gift') AS at FROM orders"
        " WHERE ARRAY_POSITION(tags, 'new') = 1",
    ),
}


def worlds(dialect: Dialect, index: int) -> Iterator[Statement]:
    """The statements that make one of the two worlds: forty orders that are seen, and hidden ones between."""
    columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS[dialect].items())
    yield (f"CREATE TABLE orders ({columns})",)
    seen, secret = _VISIBLE[dialect], _SECRET[dialect][index]
    for number in range(40):
        shop, values = (3, secret) if number % 4 == 2 else (1 + number % 2, seen.replace("i}", f"{number}}}"))
        yield (f"INSERT INTO orders SELECT {number}, {shop}, {values.replace(', i)', f', {number})')}",)


def ruled(dialect: Dialect) -> Policy:
    """The viewer's policy: of the orders only those of some shops."""
    listed = {"columns": COLUMNS[dialect], "rows": RULE}
    return Policy.from_allowlist({"tables": {"orders": listed}, "row_cap": 100})


def asked(texts: dict[Dialect, tuple[str, ...]]) -> st.SearchStrategy[tuple[Dialect, str]]:
    """Mixtures of these texts and the corpus."""
    return st.sampled_from(sorted(texts)).flatmap(
        lambda dialect: st.tuples(st.just(dialect), mutations(dialect, texts[dialect]))
    )
