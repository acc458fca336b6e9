"""The joins of the dictionary that may be made from a table, and the paths they form."""

from collections.abc import Iterator

from catalog.contracts import Cardinality, Dictionary, Join, Table

MAX_JOINS = 4


def safe_joins(dictionary: Dictionary, table: str) -> tuple[Join, ...]:
    """The joins from a table that keep its rows as they are: many to one, and one to one from either side."""
    flipped = (
        Join(
            left=join.right,
            left_columns=join.right_columns,
            right=join.left,
            right_columns=join.left_columns,
            cardinality=join.cardinality,
        )
        for join in dictionary.joins
        if join.cardinality is Cardinality.ONE_TO_ONE and join.right == table and join.left != table
    )
    # A one-to-one join may be listed from both sides: it is one way all the same.
    return tuple(dict.fromkeys((*dictionary.joins_from(table), *flipped)))


def reachable(dictionary: Dictionary, start: Table) -> Iterator[tuple[tuple[Join, ...], Table]]:
    """Every simple path of safe joins, nearest first; no table is entered twice on one path."""
    frontier: list[tuple[Join, ...]] = [()]
    for _ in range(MAX_JOINS):
        longer: list[tuple[Join, ...]] = []
        for path in frontier:
            visited = {start.key, *(join.right for join in path)}
            for join in safe_joins(dictionary, path[-1].right if path else start.key):
                if join.right not in visited and join.right in dictionary.tables:
                    longer.append((*path, join))
                    yield (*path, join), dictionary.tables[join.right]
        frontier = longer


def joins_against(dictionary: Dictionary, table: str) -> Iterator[Join]:
    """The many-to-one joins that end at a table: made from there they would multiply its rows."""
    for join in dictionary.joins:
        if (
            join.right == table
            and join.cardinality is Cardinality.MANY_TO_ONE
            and join.left in dictionary.tables
        ):
            yield join


def describe_path(start: str, joins: tuple[Join, ...]) -> str:
    """A path for people: `l3.claim → dim_customer (customer_id) → dim_region (region_id)`."""
    steps = (f" → {bare_name(join.right)} ({', '.join(join.left_columns)})" for join in joins)
    return start + "".join(steps)


def is_named(key: str, wanted: str) -> bool:
    """Whether "schema.table" is meant by `wanted`, written in full or by the table's name alone."""
    return wanted in (key, bare_name(key))


def bare_name(key: str) -> str:
    """The table of "schema.table"."""
    return key.partition(".")[2]
