"""A simple metric's sources on the dictionary: tables, measures, filters, times and dimensions."""

from collections.abc import Iterable, Iterator

from catalog.contracts import Dictionary, Table
from catalog.definitions import RESERVED_NAMES, Dimension, MetricDefinition, Source
from catalog.dictionary.paths import ColumnPath, NoColumnPath, find_column, find_time, table_of
from catalog.dictionary.types import families_of
from catalog.findings import suggestion
from catalog.validation.expressions import DIALECTS, Complaint, measure_complaints, row_complaints
from catalog.validation.issues import Issue, Path


def source_issues(definition: MetricDefinition, dictionary: Dictionary) -> Iterator[Issue]:
    yield from _together_issues(definition)
    for index, source in enumerate(definition.sources):
        for path, complaint in _complaints(source, dictionary):
            yield Issue(
                metric=definition.name,
                path=("sources", index, *path),
                message=complaint.message,
                hint=complaint.hint,
            )


def _together_issues(definition: MetricDefinition) -> Iterator[Issue]:
    taken: set[str] = set()
    for index, source in enumerate(definition.sources):
        for backend in sorted(taken.intersection(source.backends)):
            yield Issue(
                metric=definition.name,
                path=("sources", index, "backends"),
                message=f"Two sources answer on {backend}.",
                hint="A backend answers a metric from one source.",
            )
        taken.update(source.backends)
    timed = [source.time is not None for source in definition.sources]
    if any(timed) and not all(timed):
        yield Issue(
            metric=definition.name,
            path=("sources", timed.index(False)),
            message="This source has no time, another one has.",
            hint="A window must mean the same on every backend: give all sources a time, or none.",
        )


def _complaints(source: Source, dictionary: Dictionary) -> Iterator[tuple[Path, Complaint]]:
    try:
        table = table_of(dictionary, source.table)
    except NoColumnPath as error:
        yield ("table",), Complaint(error.detail)
        return
    yield from _at(("measure",), measure_complaints(source.measure, table))
    yield from _override_complaints(source, table)
    if source.where is not None:
        yield from _at(("where",), row_complaints(source.where, table))
    yield from _at(("time",), _time_complaints(source, dictionary))
    yield from _name_complaints(source)
    for index, dimension in enumerate(source.dimensions):
        yield from _at(("dimensions", index), _dimension_complaints(dimension, table, dictionary))


def _override_complaints(source: Source, table: Table) -> Iterator[tuple[Path, Complaint]]:
    for dialect, measure in source.overrides.items():
        path = ("overrides", dialect)
        if dialect in DIALECTS:
            yield from _at(path, measure_complaints(measure, table, dialect))
        else:
            yield path, Complaint(f"{dialect} is no dialect.", suggestion(dialect, DIALECTS))


def _time_complaints(source: Source, dictionary: Dictionary) -> Iterator[Complaint]:
    if source.time is None:
        if source.time_via:
            yield Complaint("time_via leads to no time.", "Write time, or leave time_via out.")
        return
    try:
        path = find_time(dictionary, source)
    except NoColumnPath as error:
        yield Complaint(error.detail)
        return
    yield from _path_complaints(path, dictionary)
    if not any(family.temporal for family in families_of(path.column.data_types)):
        message = f"{path.table}.{path.column.name} is a {'; '.join(path.column.data_types)}."
        yield Complaint(message, "A time is a date or a timestamp.")


def _name_complaints(source: Source) -> Iterator[tuple[Path, Complaint]]:
    names: set[str] = set()
    for index, dimension in enumerate(source.dimensions):
        if dimension.name in RESERVED_NAMES:
            hint = f"Taken: {', '.join(RESERVED_NAMES)}."
            yield ("dimensions", index), Complaint(f"{dimension.name} is a reserved name.", hint)
        if dimension.name in names:
            message = f"The dimension {dimension.name} is there twice."
            yield ("dimensions", index), Complaint(message, "Give each its own name.")
        names.add(dimension.name)


def _dimension_complaints(dimension: Dimension, table: Table, dictionary: Dictionary) -> Iterator[Complaint]:
    if dimension.expr is not None:
        if dimension.column is not None or dimension.via:
            message = f"{dimension.name} has an expr and a column or via."
            yield Complaint(message, "An expression looks at own columns only; choose one of the two.")
        yield from row_complaints(dimension.expr, table)
        return
    try:
        path = find_column(dictionary, table.key, dimension)
    except NoColumnPath as error:
        yield Complaint(error.detail)
        return
    yield from _path_complaints(path, dictionary)


def _path_complaints(path: ColumnPath, dictionary: Dictionary) -> Iterator[Complaint]:
    hint = "Its sensitivity in column_dictionary.csv is restricted: nothing may select it."
    if path.column.restricted:
        yield Complaint(f"{path.table}.{path.column.name} is restricted.", hint)
    for join in path.joins:
        for key, columns in ((join.left, join.left_columns), (join.right, join.right_columns)):
            for name in columns:
                if dictionary.tables[key].columns[name].restricted:
                    yield Complaint(f"The join uses {key}.{name}, which is restricted.", hint)


def _at(path: Path, complaints: Iterable[Complaint]) -> Iterator[tuple[Path, Complaint]]:
    return ((path, complaint) for complaint in complaints)
