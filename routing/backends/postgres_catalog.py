"""PostgreSQL's tables and views as pg_catalog knows them: what this role may see."""

from collections import defaultdict
from typing import Any

import psycopg

from catalog.contracts import LiveColumn, LiveForeignKey, LiveTable

# A type of one's own is told by what it is made of: an enumeration, or the type beneath a domain.
_COLUMNS = """
    SELECT c.oid, c.relname, c.reltuples::bigint, a.attname,
           CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                ELSE format_type(a.atttypid, a.atttypmod) END,
           NOT a.attnotnull
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE n.nspname = %(schema)s AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition
      AND (%(table)s::text IS NULL OR c.relname = %(table)s)
      AND has_schema_privilege(n.oid, 'USAGE') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
    ORDER BY c.relname, a.attnum
"""
_KEYS = """
    SELECT k.conrelid, k.contype::text,
           ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
                 JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place),
           rn.nspname || '.' || rc.relname,
           ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
                 JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.place)
    FROM pg_constraint k
    LEFT JOIN pg_class rc ON rc.oid = k.confrelid
    LEFT JOIN pg_namespace rn ON rn.oid = rc.relnamespace
    WHERE k.conrelid = ANY(%s) AND k.contype IN ('p', 'f')
    ORDER BY k.conname
"""


def live_tables(
    connection: psycopg.Connection[tuple[Any, ...]], schema: str, table: str | None
) -> tuple[LiveTable, ...]:
    """The tables and views of a schema, or the one named `table`, by name; partitions count as their parent.

    `row_estimate` is the planner's; None for a table never analysed.
    """
    names: dict[int, tuple[str, int | None]] = {}
    columns: dict[int, list[LiveColumn]] = defaultdict(list)
    found = connection.execute(_COLUMNS, {"schema": schema, "table": table}).fetchall()
    for oid, name, estimate, column, kind, nullable in found:
        names[oid] = (name, estimate if estimate >= 0 else None)
        columns[oid].append(LiveColumn(name=column, type=kind, nullable=nullable))
    primary, foreign = _keys(connection, list(names))
    return tuple(
        LiveTable(
            schema=schema,
            name=name,
            columns=tuple(columns[oid]),
            primary_key=primary.get(oid, ()),
            foreign_keys=tuple(foreign[oid]),
            row_estimate=estimate,
        )
        for oid, (name, estimate) in names.items()
    )


def _keys(
    connection: psycopg.Connection[tuple[Any, ...]], oids: list[int]
) -> tuple[dict[int, tuple[str, ...]], dict[int, list[LiveForeignKey]]]:
    primary: dict[int, tuple[str, ...]] = {}
    foreign: dict[int, list[LiveForeignKey]] = defaultdict(list)
    for oid, kind, columns, referenced, their_columns in connection.execute(_KEYS, [oids]):
        if kind == "p":
            primary[oid] = tuple(columns)
        else:
            key = LiveForeignKey(columns=tuple(columns), table=referenced, referenced=tuple(their_columns))
            foreign[oid].append(key)
    return primary, foreign
