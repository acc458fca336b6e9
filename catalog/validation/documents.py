"""A document of definitions (metrics.yaml, or one definition in a form), each issue with its line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.definitions import MetricDefinition
from catalog.findings import Finding, Severity
from catalog.validation.issues import Issue, Path
from catalog.validation.shape import ShapeInvalid, parse_definition
from catalog.validation.yaml_marks import BadYaml, Marked, read_yaml


@dataclass(frozen=True, slots=True)
class Document:
    """Definitions by name, where each stands, and what could not be read."""

    file: str
    marked: Marked
    definitions: dict[str, MetricDefinition]
    places: dict[str, Path]
    findings: tuple[Finding, ...]

    def finding(self, issue: Issue, severity: Severity = Severity.ERROR) -> Finding:
        """The issue with its line; 0 for a metric this document does not hold."""
        place = self.places.get(issue.metric)
        line = 0 if place is None else self.marked.line_of((*place, *issue.path))
        column = f"{issue.metric}.{issue.where}".strip(".")
        return Finding(
            file=self.file,
            line=line,
            column=column,
            message=issue.message,
            hint=issue.hint,
            severity=severity,
        )


def read_document(text: str, *, file: str) -> Document:
    """A list of definitions; never raises for what is in the text."""
    try:
        marked = read_yaml(text)
    except BadYaml as error:
        unread = Finding(file=file, line=error.line, column="", message=str(error))
        return Document(file, Marked(None, {(): 1}, ()), {}, {}, (unread,))
    entries = [] if marked.value is None else marked.value
    if not isinstance(entries, list):
        message, hint = "The file is no list of definitions.", "Start each with - name: …"
        unread = Finding(file=file, line=1, column="", message=message, hint=hint)
        return Document(file, marked, {}, {}, (unread,))
    return _collect(file, marked, enumerate(entries))


def read_definition(text: str) -> tuple[MetricDefinition | None, tuple[Finding, ...]]:
    """One definition written as a mapping, or None and every reason."""
    try:
        marked = read_yaml(text)
    except BadYaml as error:
        return None, (Finding(file="", line=error.line, column="", message=str(error)),)
    findings = list(_repeated("", marked))
    try:
        definition = parse_definition(marked.value)
    except ShapeInvalid as error:
        findings += (_placed("", marked, issue, ()) for issue in error.issues)
        return None, tuple(findings)
    return (None if findings else definition), tuple(findings)


def _collect(file: str, marked: Marked, entries: Iterable[tuple[int, object]]) -> Document:
    definitions: dict[str, MetricDefinition] = {}
    places: dict[str, Path] = {}
    findings = list(_repeated(file, marked))
    for index, value in entries:
        try:
            definition = parse_definition(value)
        except ShapeInvalid as error:
            findings += (_placed(file, marked, issue, (index,)) for issue in error.issues)
            continue
        if definition.name in definitions:
            message = (
                f"{definition.name} is defined on line {marked.line_of(places[definition.name])} already."
            )
            issue = Issue(metric=definition.name, path=("name",), message=message, hint="Keep one.")
            findings.append(_placed(file, marked, issue, (index,)))
            continue
        definitions[definition.name] = definition
        places[definition.name] = (index,)
    return Document(file, marked, definitions, places, tuple(findings))


def _placed(file: str, marked: Marked, issue: Issue, place: Path) -> Finding:
    line = marked.line_of((*place, *issue.path))
    column = f"{issue.metric}.{issue.where}".strip(".")
    return Finding(file=file, line=line, column=column, message=issue.message, hint=issue.hint)


def _repeated(file: str, marked: Marked) -> Iterator[Finding]:
    for path, line in marked.repeated:
        issue = Issue(metric="", path=path, message=f"{path[-1]} is there twice.", hint="Keep one.")
        yield Finding(file=file, line=line, column=issue.where, message=issue.message, hint=issue.hint)
