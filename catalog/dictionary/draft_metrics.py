"""First metrics over a drafted dictionary: rows counted and amounts summed over time."""

import re
from collections import Counter
from collections.abc import Iterator

from sqlglot import exp

from catalog.contracts import Column, ColumnRole, Dictionary, Join, Table
from catalog.definitions import RESERVED_NAMES, Dimension, Direction, MetricDefinition, Source, ViaStep
from catalog.dictionary.guesses import is_additive
from catalog.dictionary.joins import reachable
from catalog.dictionary.paths import NoColumnPath, find_column
from catalog.validation.expressions import DEFINITION_DIALECT

_MOST_DIMENSIONS = 24
_DEEPEST = 2
_TABLE_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*")


def draft_metrics(dictionary: Dictionary, backend: str) -> tuple[MetricDefinition, ...]:
    """Definitions valid on the dictionary, their names unique; tables with odd names are left out."""
    drafted: dict[str, MetricDefinition] = {}
    for table in dictionary.tables.values():
        time = _time(dictionary, table)
        if time is not None and _TABLE_KEY.fullmatch(table.key):
            for definition in _of_table(dictionary, table, backend, time):
                drafted.setdefault(definition.name, definition)
    return tuple(drafted.values())


def _time(dictionary: Dictionary, table: Table) -> Dimension | None:
    """Where the table's time is: its own, or, when it holds amounts, that of the first table it joins that has one."""
    if table.time_column:
        return Dimension(name="time", column=table.time_column)
    if not any(_adds_up(column) for column in table.columns.values()):
        return None
    ways = (
        _dimension(dictionary, table, "time", f"{end.key}.{end.time_column}", joins)
        for joins, end in reachable(dictionary, table)
        if end.time_column and not _several_ways(dictionary, joins)
    )
    return next((way for way in ways if way is not None), None)


def _of_table(
    dictionary: Dictionary, table: Table, backend: str, time: Dimension
) -> Iterator[MetricDefinition]:
    dimensions = tuple(_dimensions(dictionary, table))
    noun = re.sub(r"^(ev|dim|fact|fct)_", "", table.name.lower())

    def define(name: str, label: str, measure: str, unit: str) -> MetricDefinition:
        source = Source(
            backends=(backend,),
            table=table.key,
            measure=measure,
            time=time.column,
            time_via=time.via,
            dimensions=dimensions,
        )
        return MetricDefinition.model_validate(
            {
                "name": _name(name),
                "label": label[:1].upper() + label[1:120],
                "description": f"Drafted from {table.key}: {measure}.",
                "owner": table.owner,
                "domain": table.schema,
                "unit": unit,
                "direction": Direction.NEUTRAL,
                "sources": (source,),
            }
        )

    yield define(f"{noun}_count", f"{_words(noun)} count", "COUNT(*)", "count")
    for column in table.columns.values():
        if _adds_up(column):
            total = exp.Sum(this=_column(column.name)).sql(DEFINITION_DIALECT)
            name = f"{noun}_{column.name}"
            yield define(name, f"{_words(noun)}: {_words(column.name)}", total, _unit(column.name))


def _dimensions(dictionary: Dictionary, table: Table) -> Iterator[Dimension]:
    """Own dimensions, then joined ones; a name that several ways lead to is told apart by the way."""
    names = set(RESERVED_NAMES)
    candidates = (*_own(table), *_joined(dictionary, table))
    times = Counter(name for name, _, _ in candidates)
    for name, column, joins in candidates:
        if len(names) - len(RESERVED_NAMES) >= _MOST_DIMENSIONS:
            return
        wanted = _after_way(name, joins) if times[name] > 1 else name
        dimension = _dimension(dictionary, table, _name(wanted), column, joins)
        if dimension is not None and dimension.name not in names:
            names.add(dimension.name)
            yield dimension


def _own(table: Table) -> Iterator[tuple[str, str, tuple[Join, ...]]]:
    return ((column.name, column.name, ()) for column in table.columns.values() if _cuts(column))


def _joined(dictionary: Dictionary, table: Table) -> Iterator[tuple[str, str, tuple[Join, ...]]]:
    for joins, end in reachable(dictionary, table):
        if len(joins) <= _DEEPEST and not _several_ways(dictionary, joins):
            for column in end.columns.values():
                if _cuts(column):
                    yield column.name, f"{end.key}.{column.name}", joins


def _several_ways(dictionary: Dictionary, joins: tuple[Join, ...]) -> bool:
    """Whether a step cannot be told from another one by a left column of its own."""
    return any(_telling_column(dictionary, join) is None for join in joins)


def _telling_column(dictionary: Dictionary, join: Join) -> str | None:
    others = [
        other for other in dictionary.joins_from(join.left) if other.right == join.right and other != join
    ]
    taken = {column for other in others for column in other.left_columns}
    return next((column for column in join.left_columns if column not in taken), None)


def _dimension(
    dictionary: Dictionary, table: Table, name: str, column: str, joins: tuple[Join, ...]
) -> Dimension | None:
    """The shortest definition that leads to the column the intended way; None when none does."""
    plain = Dimension(name=name, column=None if name == column else column)
    steps = tuple(ViaStep(table=join.right, on=_telling_column(dictionary, join)) for join in joins)
    for dimension in (plain, plain.model_copy(update={"column": column, "via": steps})):
        try:
            path = find_column(dictionary, table.key, dimension)
        except NoColumnPath:
            continue
        if path.joins == joins:
            return dimension
    return None


def _after_way(name: str, joins: tuple[Join, ...]) -> str:
    """`region_name` reached on `ship_region_id` → `ship_region_name`. No one column of a composite key names the way:
    there the table does."""
    if not joins:
        return name
    columns = joins[-1].left_columns
    way = columns[0] if len(columns) == 1 else joins[-1].right.rpartition(".")[2]
    way = re.sub(r"_(id|key|code)$", "", way.lower())
    noun = way.rsplit("_", 1)[-1]
    return f"{way}_{name.removeprefix(f'{noun}_')}"


def _adds_up(column: Column) -> bool:
    return column.role is ColumnRole.MEASURE and not column.restricted and is_additive(column.name)


def _cuts(column: Column) -> bool:
    return column.role is ColumnRole.DIMENSION and not column.restricted


def _column(name: str) -> exp.Column:
    return exp.column(name, quoted=not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name))


def _name(text: str) -> str:
    plain = re.sub(r"[^a-z0-9_]+", "_", text.lower()).strip("_")
    return (plain if plain[:1].isalpha() else f"n_{plain}")[:60].rstrip("_")


def _words(name: str) -> str:
    return name.lower().replace("_", " ").strip()


def _unit(name: str) -> str:
    lowered = name.lower()
    if "usd" in lowered:
        return "usd"
    if "eur" in lowered.split("_"):
        return "eur"
    ends = {"seconds": "seconds", "minutes": "minutes", "hours": "hours", "days": "days"}
    return next((unit for word, unit in ends.items() if lowered.endswith(word)), "count")
