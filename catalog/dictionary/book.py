"""The files' records, looked up as rules need them."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.dictionary.files import COLUMNS, TABLES, Line, Sheets
from catalog.dictionary.types import TypeFamily, families_of


@dataclass(frozen=True, slots=True)
class Book:
    """The first record of every table and of every column; a repeated one is a finding of its own."""

    sheets: Sheets
    tables: Mapping[str, Line]
    columns: Mapping[str, Mapping[str, Line]]

    @classmethod
    def of(cls, sheets: Sheets) -> "Book":
        columns: dict[str, dict[str, Line]] = {}
        for line in sheets.lines[COLUMNS]:
            columns.setdefault(table_key(line), {}).setdefault(line["column"], line)
        tables: dict[str, Line] = {}
        for line in sheets.lines[TABLES]:
            tables.setdefault(table_key(line), line)
        return cls(sheets, tables, columns)

    def families(self, table: str, column: str) -> frozenset[TypeFamily]:
        return families_of(self.columns[table][column].items("data_type"))


def table_key(line: Line) -> str:
    return f"{line['schema']}.{line['table']}"
