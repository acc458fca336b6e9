"""The part of the dictionary a model needs for one metric: its tables and their neighbours, allowed columns only."""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from catalog.contracts import Column, Dictionary, Join, Table
from catalog.definitions import Source
from catalog.dictionary.joins import safe_joins
from catalog.dictionary.paths import NoColumnPath, find_column, find_time
from sqlgen.models_llm.fence import Words

_LONGEST_DESCRIPTION = 600
_LONGEST_SYNONYM = 60


def tables_around(dictionary: Dictionary, sources: Iterable[Source]) -> tuple[str, ...]:
    """The tables of these sources, those their columns are reached by, and those one safe join away; sorted."""
    found: set[str] = set()
    for source in sources:
        found.add(source.table)
        found.update(join.right for join in _joins_of(dictionary, source))
        found.update(join.right for join in safe_joins(dictionary, source.table))
    return tuple(sorted(key for key in found if key in dictionary.tables))


def slice_text(dictionary: Dictionary, keys: Iterable[str], words: Words) -> str:
    """One line of JSON for each table, column and join; restricted columns have none and are named nowhere."""
    tables = [dictionary.tables[key] for key in keys]
    lines = [line for table in tables for line in _table_lines(table, dictionary, words)]
    return "\n".join(
        json.dumps(line, ensure_ascii=False) for line in (*lines, *_join_lines(dictionary, tables))
    )


def _joins_of(dictionary: Dictionary, source: Source) -> Iterator[Join]:
    for dimension in source.dimensions:
        # One that leads nowhere any more is validation's to tell: the question's own are compiled, and raise.
        with suppress(NoColumnPath):
            if dimension.expr is None:
                yield from find_column(dictionary, source.table, dimension).joins
    if source.time:
        yield from find_time(dictionary, source).joins


def _table_lines(table: Table, dictionary: Dictionary, words: Words) -> Iterator[dict[str, Any]]:
    allowed = [column for column in table.columns.values() if not column.restricted]
    names = {column.name for column in allowed}
    yield _told(
        table=table.key,
        description=words.clean(table.description, longest=_LONGEST_DESCRIPTION),
        one_row_is=words.clean(table.grain, longest=_LONGEST_DESCRIPTION),
        primary_key=[name for name in table.primary_key if name in names],
    )
    for column in allowed:
        yield _column_line(table, column, dictionary, words)


def _column_line(table: Table, column: Column, dictionary: Dictionary, words: Words) -> dict[str, Any]:
    return _told(
        column=f"{table.key}.{column.name}",
        type=" or ".join(column.data_types),
        role=column.role.value,
        refers_to=column.references if _may_be_named(dictionary, column.references) else "",
        description=words.clean(column.description, longest=_LONGEST_DESCRIPTION),
        synonyms=words.each(column.synonyms, longest=_LONGEST_SYNONYM),
        notes=words.clean(column.ai_notes, longest=_LONGEST_DESCRIPTION),
    )


def _join_lines(dictionary: Dictionary, tables: Iterable[Table]) -> Iterator[dict[str, Any]]:
    shown = {table.key for table in tables}
    for join in dictionary.joins:
        columns = (
            *(f"{join.left}.{name}" for name in join.left_columns),
            *(f"{join.right}.{name}" for name in join.right_columns),
        )
        if {join.left, join.right} <= shown and all(_may_be_named(dictionary, name) for name in columns):
            pairs = zip(join.left_columns, join.right_columns, strict=True)
            yield {
                "join": " AND ".join(f"{join.left}.{left} = {join.right}.{right}" for left, right in pairs),
                "cardinality": join.cardinality.value,
            }


def _may_be_named(dictionary: Dictionary, column: str) -> bool:
    """Whether "schema.table.column" is a column that is not restricted."""
    key, _, name = column.rpartition(".")
    table = dictionary.tables.get(key)
    return bool(table and name in table.columns and not table.columns[name].restricted)


def _told(**members: Any) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
