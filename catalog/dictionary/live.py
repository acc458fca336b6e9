"""The dictionary compared with what engines really hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from catalog.contracts import LiveColumn, LiveSchema, LiveTable
from catalog.dictionary.book import Book
from catalog.dictionary.files import TABLES, Line
from catalog.dictionary.types import equivalent, family_of
from catalog.findings import Finding, Severity, suggestion
from metrics_portal.problems import PortalProblem


@dataclass(slots=True)
class _Seen:
    """The dictionary's tables that one backend holds, or why it gave none."""

    backend: LiveSchema
    tables: dict[str, LiveTable] = field(default_factory=dict)
    problem: str = ""


def live_findings(book: Book, backends: Sequence[LiveSchema]) -> Iterator[Finding]:
    """Compare every table with every backend that holds it.

    A column that is missing or of another type is an error, as is a backend that gives no answer. A table no
    backend holds and a column the dictionary does not list are warnings.

    Backends are asked for the dictionary's tables alone, however many more their schemas hold.
    """
    seen = [_look(backend, book.tables) for backend in backends]
    for one in seen:
        if one.problem:
            yield _no_answer(one)
    missing = [key for key in book.tables if not any(key in one.tables for one in seen)]
    if missing and all(not one.problem for one in seen):
        yield from _missing_tables(book, missing, backends)
    for key, line in book.tables.items():
        for holder in (one for one in seen if key in one.tables):
            yield from _columns(key, line, book.columns.get(key, {}), holder)


def _look(backend: LiveSchema, keys: Iterable[str]) -> _Seen:
    seen = _Seen(backend)
    try:
        found = {key: backend.describe(key) for key in keys}
        seen.tables = {key: table for key, table in found.items() if table is not None}
    except PortalProblem as problem:
        seen.problem = problem.detail
    return seen


def _no_answer(seen: _Seen) -> Finding:
    return Finding(
        file=TABLES,
        line=0,
        column="",
        message=f"{seen.backend.name} gave no answer, its tables are not checked: {seen.problem}",
        hint="Start it, or check the files alone with --no-live.",
    )


def _missing_tables(book: Book, missing: Sequence[str], backends: Sequence[LiveSchema]) -> Iterator[Finding]:
    schemas = sorted({line["schema"] for line in book.tables.values()})
    there = {name for backend in backends for name in _names(backend, schemas)}
    asked = ", ".join(backend.name for backend in backends)
    for key in missing:
        message = f"No backend ({asked}) has a table {key}."
        yield book.tables[key].finding("table", message, suggestion(key, there), Severity.WARNING)


def _names(backend: LiveSchema, schemas: Sequence[str]) -> Iterator[str]:
    """Of all that is there; it is for a hint alone, so nothing where that is not told."""
    with suppress(PortalProblem):
        for schema in schemas:
            yield from (f"{schema}.{table.name}" for table in backend.introspect(schema))


def _columns(key: str, table: Line, listed: Mapping[str, Line], holder: _Seen) -> Iterator[Finding]:
    live = {column.name: column for column in holder.tables[key].columns}
    for name, line in listed.items():
        if name not in live:
            message = f"{key} on {holder.backend.name} has no column {name}."
            yield line.finding("column", message, suggestion(name, live))
        elif finding := _type(key, line, live[name], holder.backend.name):
            yield finding
    if unlisted := [name for name in live if name not in listed]:
        message = (
            f"{key} on {holder.backend.name} has columns the dictionary does not list: {', '.join(unlisted)}."
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
