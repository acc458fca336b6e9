"""The files of a first dictionary, written from what an engine tells of its tables."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from catalog.contracts import ColumnRole, LiveColumn, LiveTable
from catalog.dictionary import guesses
from catalog.dictionary.files import COLUMNS, GUIDELINES, HEADERS, JOINS, KPIS, LIST_SEPARATOR, TABLES
from catalog.dictionary.relations import KeyProbe, Relation, keys_of, relations_of

_GUIDELINES = """\
# Guidelines

How these tables are meant to be read, in a few sentences: what a row is, which columns are easily confused,
which rows do not count.
"""
_FRESHNESS_HOURS = "24"


def draft_dictionary(tables: Sequence[LiveTable], is_key: KeyProbe) -> dict[str, str]:
    """File name → text. `is_key` confirms keys that are not declared, so that no join multiplies rows."""
    keys = keys_of(tables, is_key)
    relations = relations_of(tables, keys)
    return {
        TABLES: _csv(TABLES, (_table(table, keys) for table in tables)),
        COLUMNS: _csv(COLUMNS, (row for table in tables for row in _columns(table, keys, relations))),
        JOINS: _csv(JOINS, map(_join, relations)),
        KPIS: _csv(KPIS, ()),
        GUIDELINES: _GUIDELINES,
    }


def _table(table: LiveTable, keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    key = keys[f"{table.schema}.{table.name}"]
    loaded_at = next((column.name for column in table.columns if guesses.is_load_time(column)), "")
    return {
        "schema": table.schema,
        "table": table.name,
        "grain": f"one {guesses.stem(table).replace('_', ' ')}" if len(key) == 1 else ", ".join(key),
        "primary_key": _listed(key),
        "time_column": guesses.time_column(table),
        "loaded_at_column": loaded_at,
        "freshness_hours": _FRESHNESS_HOURS if loaded_at else "",
        "row_estimate": "" if table.row_estimate is None else str(table.row_estimate),
        "column_count": str(len(table.columns)),
    }


def _columns(
    table: LiveTable, keys: Mapping[str, tuple[str, ...]], relations: Iterable[Relation]
) -> Iterable[dict[str, str]]:
    name = f"{table.schema}.{table.name}"
    references: dict[str, str] = {}
    for relation in relations:
        if relation.left == name:
            for mine, theirs in zip(relation.left_columns, relation.right_columns, strict=True):
                references.setdefault(mine, f"{relation.right}.{theirs}")
    for column in table.columns:
        yield {
            "schema": table.schema,
            "table": table.name,
            "column": column.name,
            "data_type": guesses.notation(column.type),
            "role": _role(column, keys[name], references),
            "references": references.get(column.name, ""),
            "sensitivity": guesses.sensitivity(column),
        }


def _role(column: LiveColumn, key: tuple[str, ...], references: Mapping[str, str]) -> ColumnRole:
    if column.name in references:
        return ColumnRole.FOREIGN_KEY
    return ColumnRole.KEY if column.name in key else guesses.role(column)


def _join(relation: Relation) -> dict[str, str]:
    left_schema, _, left_table = relation.left.partition(".")
    right_schema, _, right_table = relation.right.partition(".")
    return {
        "left_schema": left_schema,
        "left_table": left_table,
        "left_column": _listed(relation.left_columns),
        "right_schema": right_schema,
        "right_table": right_table,
        "right_column": _listed(relation.right_columns),
        "cardinality": relation.cardinality,
    }


def _listed(names: Iterable[str]) -> str:
    return f"{LIST_SEPARATOR} ".join(names)


def _csv(name: str, rows: Iterable[Mapping[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS[name], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
