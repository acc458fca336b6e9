"""A whole data-dictionary folder checked: its files, its metrics.yaml, and what engines hold."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from catalog.contracts import Dictionary, LiveSchema
from catalog.dictionary.files import METRICS
from catalog.dictionary.live import live_findings
from catalog.dictionary.loader import read_dictionary
from catalog.findings import Finding
from catalog.validation import issues_of
from catalog.validation.documents import read_document


def check_folder(folder: Path, backends: Sequence[LiveSchema] = ()) -> tuple[Finding, ...]:
    """Every finding of the folder; definitions and engines are looked at once the files are sound."""
    reading = read_dictionary(folder)
    if reading.dictionary is None:
        return reading.findings
    live = live_findings(reading.book, backends) if backends else ()
    return (*reading.findings, *_definitions(folder / METRICS, reading.dictionary), *live)


def _definitions(path: Path, dictionary: Dictionary) -> Iterator[Finding]:
    if not path.is_file():
        return
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"Byte 0x{error.object[error.start]:02x} is not UTF-8."
        yield Finding(file=METRICS, line=0, column="", message=message, hint="Save the file as UTF-8.")
        return
    document = read_document(text, file=METRICS)
    yield from document.findings
    known = document.definitions
    yield from map(document.finding, issues_of(known.values(), known=known, dictionary=dictionary))
