"""The dictionary compared with what engines really hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from catalog.contracts import LiveColumn, LiveSchema, LiveTable
from catalog.dictionary.book import Book
from catalog.dictionary.files import TABLES, Line
from catalog.dictionary.types import equivalent, family_of
from catalog.findings import Finding, Severity, suggestion
from metrics_portal.problems import PortalProblem


@dataclass(slots=True)
class _Seen:
    """One backend's tables of the dictionary's schemas, or why it gave none."""

    backend: str
    tables: dict[str, LiveTable] = field(default_factory=dict)
    problem: str = ""


def live_findings(book: Book, backends: Sequence[LiveSchema]) -> Iterator[Finding]:
    """Compare every table with every backend that holds it.

    A column that is missing or of another type is an error, as is a backend that gives no answer. A table no
    backend holds and a column the dictionary does not list are warnings.
    """
    schemas = sorted({line["schema"] for line in book.tables.values()})
    seen = [_look(backend, schemas) for backend in backends]
    for one in seen:
        if one.problem:
            yield _no_answer(one)
    all_answered = all(not one.problem for one in seen)
    for key, line in book.tables.items():
        holders = [one for one in seen if key in one.tables]
        if not holders and all_answered:
            yield _missing_table(key, line, seen)
        for holder in holders:
            yield from _columns(key, line, book.columns.get(key, {}), holder)


def _look(backend: LiveSchema, schemas: Sequence[str]) -> _Seen:
    seen = _Seen(backend.name)
    try:
        for schema in schemas:
            seen.tables |= {f"{table.schema}.{table.name}": table for table in backend.introspect(schema)}
    except PortalProblem as problem:
        seen.problem = problem.detail
    return seen


def _no_answer(seen: _Seen) -> Finding:
    return Finding(
        file=TABLES,
        line=0,
        column="",
        message=f"{seen.backend} gave no answer, its tables are not checked: {seen.problem}",
        hint="Start it, or check the files alone with --no-live.",
    )


def _missing_table(key: str, line: Line, seen: Sequence[_Seen]) -> Finding:
    names = ", ".join(one.backend for one in seen)
    hint = suggestion(key, {table for one in seen for table in one.tables} - {key})
    return line.finding("table", f"No backend ({names}) has a table {key}.", hint, Severity.WARNING)


def _columns(key: str, table: Line, listed: Mapping[str, Line], holder: _Seen) -> Iterator[Finding]:
    live = {column.name: column for column in holder.tables[key].columns}
    for name, line in listed.items():
        if name not in live:
            message = f"{key} on {holder.backend} has no column {name}."
            yield line.finding("column", message, suggestion(name, live))
        elif finding := _type(key, line, live[name], holder.backend):
            yield finding
    if unlisted := [name for name in live if name not in listed]:
        message = (
            f"{key} on {holder.backend} has columns the dictionary does not list: {', '.join(unlisted)}."
        )
        yield table.finding("table", message, "List them, or leave them out of reach.", Severity.WARNING)


def _type(key: str, line: Line, live: LiveColumn, backend: str) -> Finding | None:
    if equivalent(line.items("data_type"), live.type):
        return None
    if family_of(live.type) is None:
        message = f"{key}.{live.name} is {live.type} on {backend}, a type not known here."
        return line.finding(
            "data_type", message, "Keep it out of metrics, or cast it in a view.", Severity.WARNING
        )
    message = f"{key}.{live.name} is {live.type} on {backend}, {line['data_type']} here."
    return line.finding("data_type", message, f"Write a type that means {live.type}.")
