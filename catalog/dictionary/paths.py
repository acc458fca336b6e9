"""The way from a source's table to a column: its own, or one reached by joins that cannot multiply rows."""

from dataclasses import dataclass

from catalog.contracts import Column, Dictionary, Join, Table
from catalog.definitions import Dimension, Source, ViaStep
from catalog.dictionary.joins import (
    bare_name,
    describe_path,
    is_named,
    joins_against,
    reachable,
    safe_joins,
)
from catalog.findings import nearest, suggestion
from metrics_portal.problems import InvalidInput


class NoColumnPath(InvalidInput):
    """No single safe way leads to the column; `detail` says why and what to write instead."""

    code = "no_column_path"


class UnknownColumn(NoColumnPath):
    code = "unknown_column"


class UnknownTable(NoColumnPath):
    code = "unknown_table"


class AmbiguousColumn(NoColumnPath):
    """Several ways lead there; the member `paths` lists them."""

    code = "ambiguous_column"


class FanOutJoin(NoColumnPath):
    """The column is only reached against a many-to-one join, which would count rows several times."""

    code = "fan_out_join"


@dataclass(frozen=True, slots=True)
class ColumnPath:
    """The joins to make, none for an own column, the table they end at ("schema.table"), its column."""

    joins: tuple[Join, ...]
    table: str
    column: Column


def find_column(dictionary: Dictionary, table_key: str, dimension: Dimension) -> ColumnPath:
    """Resolve a dimension that names a column, from the source's table.

    An own column wins over a joined one of the same name. Raises UnknownTable, UnknownColumn, AmbiguousColumn
    or FanOutJoin; ValueError for a dimension that is an expression, which has no path.
    """
    if dimension.expr is not None:
        raise ValueError(f"{dimension.name} is an expression over own columns; it has no path.")
    table = table_of(dictionary, table_key)
    walked = _walk(dictionary, table, dimension.via)
    end = table_of(dictionary, walked[-1].right) if walked else table
    qualifier, _, name = (dimension.column or dimension.name).rpartition(".")
    if not qualifier or is_named(end.key, qualifier):
        if name in end.columns:
            return ColumnPath(walked, end.key, end.columns[name])
        if qualifier:
            raise _unknown_column(end, name)
    return _search(dictionary, end, qualifier, name, walked)


def find_time(dictionary: Dictionary, source: Source) -> ColumnPath:
    """Resolve the source's time column like a dimension; ValueError when the source has none."""
    if source.time is None:
        raise ValueError(f"The source on {source.table} has no time.")
    return find_column(
        dictionary, source.table, Dimension(name="time", column=source.time, via=source.time_via)
    )


def table_of(dictionary: Dictionary, key: str) -> Table:
    """The table "schema.table"; raises UnknownTable with the nearest name."""
    if key not in dictionary.tables:
        raise UnknownTable(
            f"The dictionary has no table {key}. {suggestion(key, dictionary.tables)}",
            field="table",
            value=key,
        )
    return dictionary.tables[key]


def _walk(dictionary: Dictionary, table: Table, via: tuple[ViaStep | str, ...]) -> tuple[Join, ...]:
    joins: tuple[Join, ...] = ()
    here = table.key
    for given in via:
        step = ViaStep(table=given) if isinstance(given, str) else given
        joins += (_step(dictionary, here, step),)
        here = joins[-1].right
    return joins


def _step(dictionary: Dictionary, here: str, step: ViaStep) -> Join:
    leaving = safe_joins(dictionary, here)
    reaching = [join for join in leaving if is_named(join.right, step.table)]
    if not reaching:
        raise _no_join(dictionary, here, step.table, [join.right for join in leaving])
    chosen = [join for join in reaching if step.on is None or step.on in join.left_columns]
    if len(chosen) == 1:
        return chosen[0]
    ways = [", ".join(join.left_columns) for join in reaching]
    if not chosen:
        raise UnknownColumn(
            f"No join from {here} to {step.table} uses {step.on}. {suggestion(step.on or '', ways)}",
            field="via",
            value=step.on,
        )
    raise AmbiguousColumn(
        f"{len(chosen)} joins lead from {here} to {step.table}: on {' or on '.join(ways)}. "
        f"Write via: [{{table: {step.table}, on: {chosen[0].left_columns[-1]}}}].",
        field="via",
        value=step.table,
        paths=[describe_path(here, (join,)) for join in chosen],
    )


def _search(
    dictionary: Dictionary, start: Table, qualifier: str, name: str, walked: tuple[Join, ...]
) -> ColumnPath:
    found = [
        ColumnPath((*walked, *joins), table.key, table.columns[name])
        for joins, table in reachable(dictionary, start)
        if name in table.columns and (not qualifier or is_named(table.key, qualifier))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        origin = walked[0].left if walked else start.key
        ways = [describe_path(origin, path.joins) for path in found]
        raise AmbiguousColumn(
            f"{len(found)} ways lead from {origin} to {name}: {'; '.join(ways)}. Choose one with via.",
            field="column",
            value=name,
            paths=ways,
        )
    raise _nothing_found(dictionary, start, qualifier, name)


def _nothing_found(dictionary: Dictionary, start: Table, qualifier: str, name: str) -> NoColumnPath:
    tables = [table for _, table in reachable(dictionary, start)]
    if qualifier:
        for table in tables:
            if is_named(table.key, qualifier):
                return _unknown_column(table, name)
        return _no_join(dictionary, start.key, qualifier, [table.key for table in tables])
    for join in joins_against(dictionary, start.key):
        if name in dictionary.tables[join.left].columns:
            return _fan_out(start.key, join)
    names = {column for table in (start, *tables) for column in table.columns}
    return UnknownColumn(
        f"Neither {start.key} nor a table it joins many to one has a column {name}. "
        f"{suggestion(name, names)}",
        field="column",
        value=name,
        nearest=nearest(name, names),
    )


def _no_join(dictionary: Dictionary, here: str, wanted: str, reachable: list[str]) -> NoColumnPath:
    for join in joins_against(dictionary, here):
        if is_named(join.left, wanted):
            return _fan_out(here, join)
    if not any(is_named(key, wanted) for key in dictionary.tables):
        return UnknownTable(
            f"The dictionary has no table {wanted}. {suggestion(wanted, map(bare_name, dictionary.tables))}",
            field="table",
            value=wanted,
        )
    return UnknownTable(
        f"No many_to_one join of join_map.csv leads from {here} to {wanted}. "
        f"{suggestion(wanted, map(bare_name, reachable))}".rstrip(),
        field="table",
        value=wanted,
    )


def _fan_out(here: str, join: Join) -> FanOutJoin:
    return FanOutJoin(
        f"One row of {here} has many of {join.left}: joining it would count rows several times. "
        f"Define the metric on {join.left}, or choose a column reached many to one.",
        field="column",
        value=join.left,
    )


def _unknown_column(table: Table, name: str) -> UnknownColumn:
    return UnknownColumn(
        f"{table.key} has no column {name}. {suggestion(name, table.columns)}",
        field="column",
        value=name,
        nearest=nearest(name, table.columns),
    )
