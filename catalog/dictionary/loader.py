"""Files → one frozen Dictionary, whole and valid, or every reason why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from catalog.contracts import Cardinality, Column, ColumnRole, Dictionary, Join, Kpi, Sensitivity, Table
from catalog.dictionary.book import Book, table_key
from catalog.dictionary.files import COLUMNS, JOINS, KPIS, TABLES, Line, Sheets, folder_of, read_folder
from catalog.dictionary.rules import structural_findings
from catalog.findings import Finding, errors
from metrics_portal.problems import PortalProblem


class DictionaryInvalid(PortalProblem):
    """The files hold errors; `findings` lists every one."""

    status = 503
    code = "dictionary_invalid"
    title = "The data dictionary cannot be used"

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        first = "; ".join(str(finding) for finding in self.findings[:3])
        more = f"; and {len(self.findings) - 3} more" if len(self.findings) > 3 else ""
        super().__init__(f"{first}{more}. See manage.py validate_dictionary.")


@dataclass(frozen=True, slots=True)
class Reading:
    """A folder read: its records, the dictionary (None when the files hold errors), and every finding."""

    book: Book
    dictionary: Dictionary | None
    findings: tuple[Finding, ...]


def load_dictionary(uri: str) -> Dictionary:
    """The dictionary of a folder (path or file:// URI); raises DictionaryInvalid, or ImproperlyConfigured."""
    reading = read_dictionary(folder_of(uri))
    if reading.dictionary is None:
        raise DictionaryInvalid(errors(reading.findings))
    return reading.dictionary


def read_dictionary(folder: Path) -> Reading:
    """Read and validate the folder's files without raising for what is in them."""
    sheets = read_folder(folder)
    book = Book.of(sheets)
    findings = (*sheets.findings, *structural_findings(book))
    return Reading(book, None if errors(findings) else _build(sheets), findings)


def _build(sheets: Sheets) -> Dictionary:
    columns: dict[str, dict[str, Column]] = {}
    for line in sheets.lines[COLUMNS]:
        columns.setdefault(table_key(line), {})[line["column"]] = _column(line)
    tables = {
        table_key(line): _table(line, columns.get(table_key(line), {})) for line in sheets.lines[TABLES]
    }
    return Dictionary(
        version=sheets.version,
        tables=MappingProxyType(tables),
        joins=tuple(map(_join, sheets.lines[JOINS])),
        kpis=tuple(map(_kpi, sheets.lines[KPIS])),
        guidelines=sheets.guidelines,
    )


def _table(line: Line, columns: dict[str, Column]) -> Table:
    return Table(
        schema=line["schema"],
        name=line["table"],
        columns=MappingProxyType(columns),
        layer=line["layer"],
        description=line["description"],
        grain=line["grain"],
        primary_key=line.items("primary_key"),
        time_column=line["time_column"],
        loaded_at_column=line["loaded_at_column"],
        freshness_hours=float(line["freshness_hours"]) if line["freshness_hours"] else None,
        row_estimate=int(line["row_estimate"]) if line["row_estimate"] else None,
        owner=line["owner"],
    )


def _column(line: Line) -> Column:
    return Column(
        name=line["column"],
        data_types=tuple(data_type.lower() for data_type in line.items("data_type")),
        role=ColumnRole(line["role"]),
        references=line["references"],
        description=line["description"],
        synonyms=line.items("synonyms"),
        sensitivity=Sensitivity(line["sensitivity"]),
        ai_notes=line["ai_notes"],
    )


def _join(line: Line) -> Join:
    return Join(
        left=f"{line['left_schema']}.{line['left_table']}",
        left_columns=line.items("left_column"),
        right=f"{line['right_schema']}.{line['right_table']}",
        right_columns=line.items("right_column"),
        cardinality=Cardinality(line["cardinality"]),
    )


def _kpi(line: Line) -> Kpi:
    return Kpi(
        name=line["name"],
        label=line["label"],
        description=line["description"],
        base_tables=line.items("base_tables"),
        formula_sql=line["formula_sql"],
        unit=line["unit"],
        direction=line["direction"],
        owner=line["owner"],
    )
