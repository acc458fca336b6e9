"""What must hold in and between the dictionary's files: one function per rule, findings collected."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from catalog.contracts import Cardinality, ColumnRole, Sensitivity
from catalog.definitions import Direction
from catalog.dictionary.book import Book, table_key
from catalog.dictionary.files import COLUMNS, JOINS, KPIS, TABLES, Line
from catalog.dictionary.types import families_of, family_of, interchangeable, nearest_type
from catalog.findings import Finding, Severity, suggestion

Rule = Callable[[Book], Iterator[Finding]]


def structural_findings(book: Book) -> tuple[Finding, ...]:
    """Every finding of every rule."""
    return tuple(finding for rule in RULES for finding in rule(book))


def tables_are_named_once(book: Book) -> Iterator[Finding]:
    yield from _required(book.sheets.lines[TABLES], "schema", "table")
    yield from _duplicates(book.sheets.lines[TABLES], ("schema", "table"), "table")


def columns_are_named_once(book: Book) -> Iterator[Finding]:
    yield from _required(book.sheets.lines[COLUMNS], "schema", "table", "column", "data_type")
    yield from _duplicates(book.sheets.lines[COLUMNS], ("schema", "table", "column"), "column")


def columns_belong_to_tables(book: Book) -> Iterator[Finding]:
    unknown: set[str] = set()
    for line in book.sheets.lines[COLUMNS]:
        if (key := table_key(line)) not in book.tables and key not in unknown:
            unknown.add(key)
            yield line.finding("table", f"{TABLES} has no table {key}.", suggestion(key, book.tables))


def tables_have_columns(book: Book) -> Iterator[Finding]:
    for key, line in book.tables.items():
        if key not in book.columns:
            yield line.finding("table", f"{COLUMNS} lists no column of {key}.", "List its columns there.")


def column_counts_agree(book: Book) -> Iterator[Finding]:
    for key, line in book.tables.items():
        listed = len(book.columns.get(key, {}))
        if line["column_count"].isdecimal() and int(line["column_count"]) != listed:
            message = f"column_count says {line['column_count']}, {COLUMNS} lists {listed} columns of {key}."
            yield line.finding("column_count", message, f"Write {listed}, or list the missing columns.")


def numbers_are_numbers(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[TABLES]:
        for header in ("row_estimate", "column_count"):
            if line[header] and not line[header].isdecimal():
                yield line.finding(header, f"{line[header]} is not a whole number.", "Write digits only.")
        if line["freshness_hours"] and not _is_positive(line["freshness_hours"]):
            message = f"{line['freshness_hours']} is not a number of hours."
            yield line.finding("freshness_hours", message, "Write hours, for example 24 or 0.5.")


def named_columns_exist(book: Book) -> Iterator[Finding]:
    for key, line in book.tables.items():
        columns = book.columns.get(key, {})
        for header in ("primary_key", "time_column", "loaded_at_column"):
            for name in line.items(header):
                if name not in columns:
                    yield line.finding(header, f"{key} has no column {name}.", suggestion(name, columns))


def time_columns_hold_times(book: Book) -> Iterator[Finding]:
    for key, line in book.tables.items():
        for header in ("time_column", "loaded_at_column"):
            name = line[header]
            if name not in book.columns.get(key, {}):
                continue
            families = book.families(key, name)
            if families and not any(family.temporal for family in families):
                message = f"{name} is a {book.columns[key][name]['data_type']}, not a date or a timestamp."
                yield line.finding(header, message, "Name a column of a time type.")


def types_are_known(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[COLUMNS]:
        for data_type in line.items("data_type"):
            if family_of(data_type) is None:
                close = nearest_type(data_type)
                hint = f"Did you mean {close}?" if close else "Write, for example, string; varchar."
                yield line.finding("data_type", f"{data_type} is no type known here.", hint)


def notations_agree(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[COLUMNS]:
        families = families_of(line.items("data_type"))
        if not interchangeable(families):
            message = f"{line['data_type']} name different kinds of type: {', '.join(sorted(families))}."
            yield line.finding("data_type", message, "Both notations must mean the same, as in int; integer.")


def roles_are_known(book: Book) -> Iterator[Finding]:
    yield from _one_of(book.sheets.lines[COLUMNS], "role", ColumnRole)


def sensitivities_are_known(book: Book) -> Iterator[Finding]:
    yield from _one_of(book.sheets.lines[COLUMNS], "sensitivity", Sensitivity)


def references_exist(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[COLUMNS]:
        if not (reference := line["references"]):
            continue
        table, _, column = reference.rpartition(".")
        if table not in book.tables:
            message = f"{TABLES} has no table {table or reference}."
            hint = suggestion(table, book.tables) or "Write schema.table.column."
            yield line.finding("references", message, hint)
        elif column not in book.columns.get(table, {}):
            hint = suggestion(column, book.columns.get(table, {}))
            yield line.finding("references", f"{table} has no column {column}.", hint)


def cardinalities_are_known(book: Book) -> Iterator[Finding]:
    yield from _one_of(book.sheets.lines[JOINS], "cardinality", Cardinality)


def joins_are_listed_once(book: Book) -> Iterator[Finding]:
    headers = ("left_schema", "left_table", "left_column", "right_schema", "right_table", "right_column")
    yield from _required(book.sheets.lines[JOINS], *headers)
    yield from _duplicates(book.sheets.lines[JOINS], headers, "join")


def joined_columns_exist(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[JOINS]:
        for side in ("left", "right"):
            key = _side(line, side)
            if key not in book.tables:
                yield line.finding(
                    f"{side}_table", f"{TABLES} has no table {key}.", suggestion(key, book.tables)
                )
                continue
            columns = book.columns.get(key, {})
            for name in line.items(f"{side}_column"):
                if name not in columns:
                    message = f"{key} has no column {name}."
                    yield line.finding(f"{side}_column", message, suggestion(name, columns))


def joined_columns_pair_up(book: Book) -> Iterator[Finding]:
    for line in book.sheets.lines[JOINS]:
        left, right = line.items("left_column"), line.items("right_column")
        if len(left) != len(right):
            message = f"{len(left)} columns on the left, {len(right)} on the right."
            yield line.finding("right_column", message, "Write composite keys in the same order: a; b.")
            continue
        for mine, theirs in zip(left, right, strict=True):
            yield from _pair(book, line, mine, theirs)


def _pair(book: Book, line: Line, mine: str, theirs: str) -> Iterator[Finding]:
    here, there = _side(line, "left"), _side(line, "right")
    if mine not in book.columns.get(here, {}) or theirs not in book.columns.get(there, {}):
        return
    ours, other = book.families(here, mine), book.families(there, theirs)
    if ours and other and not ours & other:
        message = f"{here}.{mine} is {'/'.join(sorted(ours))}, {there}.{theirs} is {'/'.join(sorted(other))}."
        yield line.finding("right_column", message, "Join columns of the same type.")


def joins_end_at_a_key(book: Book) -> Iterator[Finding]:
    # A many-to-one join whose right side is not unique would multiply rows: the numbers would be wrong.
    for line in book.sheets.lines[JOINS]:
        right = book.tables.get(_side(line, "right"))
        if right is None or not (key := set(right.items("primary_key"))):
            continue
        if not key <= set(line.items("right_column")):
            message = f"{', '.join(line.items('right_column'))} is not the key of {_side(line, 'right')}."
            hint = (
                f"Its primary key is {', '.join(right.items('primary_key'))}; be sure the columns are unique."
            )
            yield line.finding("right_column", message, hint, Severity.WARNING)


def kpis_stand_on_tables(book: Book) -> Iterator[Finding]:
    lines = book.sheets.lines[KPIS]
    yield from _required(lines, "name", "label", "base_tables")
    yield from _duplicates(lines, ("name",), "KPI")
    yield from _one_of([line for line in lines if line["direction"]], "direction", Direction)
    for line in lines:
        for key in line.items("base_tables"):
            if key not in book.tables:
                yield line.finding(
                    "base_tables", f"{TABLES} has no table {key}.", suggestion(key, book.tables)
                )


RULES: tuple[Rule, ...] = (
    tables_are_named_once,
    numbers_are_numbers,
    tables_have_columns,
    column_counts_agree,
    named_columns_exist,
    time_columns_hold_times,
    columns_are_named_once,
    columns_belong_to_tables,
    types_are_known,
    notations_agree,
    roles_are_known,
    sensitivities_are_known,
    references_exist,
    joins_are_listed_once,
    joined_columns_exist,
    joined_columns_pair_up,
    joins_end_at_a_key,
    cardinalities_are_known,
    kpis_stand_on_tables,
)


def _side(line: Line, side: str) -> str:
    return f"{line[f'{side}_schema']}.{line[f'{side}_table']}"


def _is_positive(text: str) -> bool:
    try:
        return 0 < float(text) < float("inf")
    except ValueError:
        return False


def _required(lines: Iterable[Line], *headers: str) -> Iterator[Finding]:
    for line in lines:
        for header in headers:
            if not line[header]:
                yield line.finding(header, f"{header} is empty.", "Fill it in.")


def _duplicates(lines: Iterable[Line], headers: tuple[str, ...], what: str) -> Iterator[Finding]:
    first: dict[tuple[str, ...], int] = {}
    for line in lines:
        name = tuple(line[header].casefold() for header in headers)
        if name in first:
            message = f"This {what} is listed on line {first[name]} already."
            yield line.finding(headers[-1], message, "Keep one of the two lines.")
        first.setdefault(name, line.number)


def _one_of(lines: Iterable[Line], header: str, choices: type[StrEnum]) -> Iterator[Finding]:
    valid = [choice.value for choice in choices]
    for line in lines:
        if line[header] not in valid:
            message = f"{line[header] or '(empty)'} is no {header}."
            yield line.finding(header, message, suggestion(line[header], valid))
