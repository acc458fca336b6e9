"""The dictionary's files: where they are, whether they changed, what they hold as text."""

import codecs
import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from catalog.findings import Finding, Severity, suggestion

TABLES = "table_catalog.csv"
COLUMNS = "column_dictionary.csv"
JOINS = "join_map.csv"
KPIS = "kpi_catalog.csv"
GUIDELINES = "ai_query_guidelines.md"
METRICS = "metrics.yaml"

HEADERS: dict[str, tuple[str, ...]] = {
    TABLES: (
        *("schema", "table", "layer", "description", "grain", "primary_key", "time_column"),
        *("loaded_at_column", "freshness_hours", "row_estimate", "column_count", "owner"),
    ),
    COLUMNS: (
        *("schema", "table", "column", "data_type", "role", "references"),
        *("description", "synonyms", "sensitivity", "ai_notes"),
    ),
    JOINS: (
        *("left_schema", "left_table", "left_column"),
        *("right_schema", "right_table", "right_column", "cardinality"),
    ),
    KPIS: ("name", "label", "description", "base_tables", "formula_sql", "unit", "direction", "owner"),
}
DICTIONARY_FILES = (*HEADERS, GUIDELINES)
REQUIRED_FILES = (TABLES, COLUMNS)
LIST_SEPARATOR = ";"

# UTF-8 read as Windows-1252 and saved again: "Ã©", "â€™".
_MOJIBAKE = ("Ã©", "Ã¨", "Ã¼", "Ã¶", "Ã¤", "Ã£", "Ã§", "â€")


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a CSV file; `number` is the line it starts on, counted from 1."""

    file: str
    number: int
    values: Mapping[str, str]

    def __getitem__(self, header: str) -> str:
        return self.values.get(header, "")

    def items(self, header: str) -> tuple[str, ...]:
        """The parts of a composite cell: `a; b` → ("a", "b")."""
        parts = (part.strip() for part in self[header].split(LIST_SEPARATOR))
        return tuple(part for part in parts if part)

    def finding(
        self, column: str, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> Finding:
        return Finding(
            file=self.file, line=self.number, column=column, message=message, hint=hint, severity=severity
        )


@dataclass(frozen=True, slots=True)
class Sheets:
    """Every file read: records by file name, the guidelines' prose, and what could not be read."""

    version: str
    lines: Mapping[str, tuple[Line, ...]]
    guidelines: str
    findings: tuple[Finding, ...]


def folder_of(uri: str) -> Path:
    """The folder a DATA_DICTIONARY_URI names, a path or file://; raises ImproperlyConfigured otherwise."""
    parts = urlsplit(uri)
    if parts.scheme not in ("", "file"):
        raise ImproperlyConfigured(
            f"DATA_DICTIONARY_URI starts with {parts.scheme}://. Give a folder: a path, or file:///path/to/folder."
        )
    folder = Path(unquote(parts.path) if parts.scheme else uri)
    if not folder.is_dir():
        raise ImproperlyConfigured(
            f"DATA_DICTIONARY_URI names {folder}, which is not a folder. "
            "Make one with: manage.py draft_dictionary --backend NAME --schema SCHEMA --out FOLDER"
        )
    return folder


def fingerprint(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, times and sizes of the files that are there: cheap, and different after any change."""
    marks = []
    for name in DICTIONARY_FILES:
        try:
            stat = (folder / name).stat()
        except FileNotFoundError:
            continue
        marks.append((name, stat.st_mtime_ns, stat.st_size))
    return tuple(marks)


def read_folder(folder: Path) -> Sheets:
    """Read every file of the folder; what cannot be read becomes a finding, never an exception."""
    raw = {name: (folder / name).read_bytes() for name in DICTIONARY_FILES if (folder / name).is_file()}
    findings: list[Finding] = [_absent(name) for name in REQUIRED_FILES if name not in raw]
    lines = {name: tuple(_records(name, raw.get(name, b""), findings)) for name in HEADERS}
    guidelines = _text(GUIDELINES, raw.get(GUIDELINES, b""), findings)
    return Sheets(_version(raw), lines, guidelines, tuple(findings))


def _absent(name: str) -> Finding:
    return Finding(
        file=name,
        line=0,
        column="",
        message="The file is missing.",
        hint=f"Its headers are: {','.join(HEADERS[name])}",
    )


def _version(raw: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(raw):
        digest.update(f"{name}\0{len(raw[name])}\0".encode() + raw[name])
    return digest.hexdigest()


def _text(name: str, raw: bytes, findings: list[Finding]) -> str:
    """Decode UTF-8, with or without a byte order mark, or UTF-16 with one (spreadsheets' "Unicode text")."""
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"Byte 0x{raw[error.start]:02x} is not {'UTF-16' if utf16 else 'UTF-8'}."
        findings.append(
            Finding(file=name, line=line, column="", message=message, hint="Save the file as UTF-8.")
        )
        return ""
    findings.extend(_odd_characters(name, text))
    return text


def _odd_characters(name: str, text: str) -> Iterator[Finding]:
    for number, line in enumerate(text.splitlines(), start=1):
        if "\0" in line or "\ufffd" in line:
            message = "The line holds a NUL or a replacement character: text was lost when it was saved."
            hint = "Type the text again and save the file as UTF-8."
            yield Finding(file=name, line=number, column="", message=message, hint=hint)
        elif any(mark in line for mark in _MOJIBAKE):
            message = "The text looks like UTF-8 that was read in another encoding."
            hint = "Open the original as UTF-8 and save it again."
            yield Finding(
                file=name, line=number, column="", message=message, hint=hint, severity=Severity.WARNING
            )


def _records(name: str, raw: bytes, findings: list[Finding]) -> Iterator[Line]:
    reader = csv.reader(io.StringIO(_text(name, raw, findings), newline=""), strict=True)
    headers: list[str] | None = None
    start = 1
    try:
        for values in reader:
            number, start = start, reader.line_num + 1
            if not any(value.strip() for value in values):
                continue
            if headers is None:
                headers = [value.strip() for value in values]
                findings.extend(_header_findings(name, number, headers))
            elif len(values) != len(headers):
                findings.append(_ragged(name, number, len(values), len(headers)))
            else:
                cells = {header: value.strip() for header, value in zip(headers, values, strict=True)}
                yield Line(name, number, cells)
    except csv.Error as error:
        hint = "Close every quote; write a quote inside a quoted cell twice."
        findings.append(
            Finding(file=name, line=start, column="", message=f"The CSV cannot be read: {error}.", hint=hint)
        )
    if headers is None and raw:
        findings.append(_absent_headers(name))


def _absent_headers(name: str) -> Finding:
    hint = f"The first line is: {','.join(HEADERS[name])}"
    return Finding(file=name, line=1, column="", message="The file has no headers.", hint=hint)


def _ragged(name: str, number: int, found: int, wanted: int) -> Finding:
    message = f"The line has {found} cells, the header has {wanted}."
    hint = 'Put a cell that holds a comma in double quotes: "a, b".'
    return Finding(file=name, line=number, column="", message=message, hint=hint)


def _header_findings(name: str, number: int, headers: list[str]) -> Iterator[Finding]:
    wanted = HEADERS[name]
    if len(headers) == 1 and len(headers[0].split(";")) == len(wanted):
        message, hint = "The cells are separated by semicolons.", "Save the file with commas between cells."
        yield Finding(file=name, line=number, column="", message=message, hint=hint)
        return
    for header in sorted({header for header in headers if headers.count(header) > 1}):
        hint = "Keep one of the two columns."
        yield Finding(
            file=name, line=number, column=header, message=f"The header {header} is there twice.", hint=hint
        )
    missing = [header for header in wanted if header not in headers]
    for header in headers:
        if header not in wanted:
            message = f"{header or '(empty)'} is no header of this file."
            yield Finding(
                file=name, line=number, column=header, message=message, hint=suggestion(header, missing)
            )
    for header in missing:
        message, hint = f"The header {header} is missing.", f"The headers are: {','.join(wanted)}"
        yield Finding(file=name, line=number, column=header, message=message, hint=hint)
