"""The routing file: strictly read, each fault told with its line, its choices and the nearest name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import ValidationError

from catalog.definitions import MetricDefinition
from catalog.findings import Finding, Severity, suggestion
from catalog.offering import backends_of
from catalog.validation.yaml_marks import BadYaml, Marked, read_yaml
from routing.backends import by_reader
from routing.backends.registry import label_of
from routing.contracts import Generation, Trust
from routing.possible import NOT_FOR_MODELS, is_cumulative
from routing.route_settings import RouteSettings

# What brings a backend that is not there from the start, by its name.
_SETTINGS = {
    "duckdb": "LAKEHOUSE_PATH",
    "postgres": "OPERATIONAL_DATABASE_URL",
    "databricks": "DATABRICKS_HOST and DATABRICKS_HTTP_PATH (docs/databricks.md)",
}
NEVER_WARM_HINT = "Leave `warm` out, or route it to another backend."
_FIELDS = tuple(RouteSettings.model_fields)
_CHOICES: Mapping[str, tuple[str, ...]] = {"generation": get_args(Generation), "trust": get_args(Trust)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLine:
    metric: str
    settings: RouteSettings
    line: int  # from 1


@dataclass(frozen=True, slots=True)
class RouteFile:
    """The lines that can be read, and what is wrong with the rest."""

    lines: Mapping[str, RouteLine]
    findings: tuple[Finding, ...]


def read_routes(text: str, *, file: str) -> RouteFile:
    """Read the file's text; `file` names it in findings. Names of metrics and backends are not looked at
    here."""
    try:
        document = read_yaml(text)
    except BadYaml as error:
        return RouteFile({}, (_finding(file, error.line, "", f"This is not YAML: {error}"),))
    if document.value is None:
        return RouteFile({}, ())
    if not isinstance(document.value, dict):
        message, hint = "The file must map metric names to routes.", "claim_volume: {backend: duckdb}"
        return RouteFile({}, (_finding(file, 1, "", message, hint),))
    lines: dict[str, RouteLine] = {}
    findings = list(_repeated(document, file))
    for name, given in document.value.items():
        read = _route_line(str(name), given, document, file)
        if isinstance(read, RouteLine):
            lines[read.metric] = read
        else:
            findings.extend(read)
    return RouteFile(lines, tuple(sorted(findings, key=lambda finding: finding.line)))


def check_names(
    routes: RouteFile, *, file: str, definitions: Mapping[str, MetricDefinition], backends: Sequence[str]
) -> tuple[Finding, ...]:
    """Findings on names: a backend that is not configured or has no source for its metric, or a model that is to
    write SQL that models do not, is an error, a metric that is not governed a warning. `definitions` are those in
    force."""
    return tuple(
        Finding(file=file, line=line.line, column=column, message=message, hint=hint, severity=severity)
        for line in routes.lines.values()
        for column, message, hint, severity in _name_faults(line, definitions, backends)
    )


def never_warm(metric: str, backend: str) -> str:
    """What is told of a route that is to be warm, on a backend whose answers are each reader's own."""
    return f"{metric} is not kept warm: {label_of(backend)} answers each reader by their own rights, when they ask."


def not_configured_hint(backend: str, configured: Iterable[str]) -> str:
    """The setting that would configure the backend, and the names there are."""
    choice = suggestion(backend, configured)
    return f"Set {_SETTINGS[backend]}. {choice}".rstrip() if backend in _SETTINGS else choice


_Fault = tuple[str, str, str, Severity]  # column, message, hint, severity


def _name_faults(
    line: RouteLine, definitions: Mapping[str, MetricDefinition], backends: Sequence[str]
) -> Iterator[_Fault]:
    if line.metric not in definitions:
        message = f"No governed metric is named {line.metric}; the line is left aside."
        yield line.metric, message, suggestion(line.metric, definitions), Severity.WARNING
        return
    offered = backends_of(definitions[line.metric], definitions)
    for member, backend in (("backend", line.settings.backend), ("shadow", line.settings.shadow)):
        if backend:
            yield from _backend_fault(f"{line.metric}.{member}", backend, offered, backends)
    if line.settings.generation != "compiled" and is_cumulative(line.metric, definitions):
        message = f"generation cannot be {line.settings.generation!r}: {NOT_FOR_MODELS}."
        yield f"{line.metric}.generation", message, "Set generation: compiled.", Severity.ERROR
    if line.settings.warm and by_reader(line.settings.backend):
        told = never_warm(line.metric, line.settings.backend)
        yield f"{line.metric}.warm", told, NEVER_WARM_HINT, Severity.WARNING


def _backend_fault(
    place: str, backend: str, offered: Sequence[str], backends: Sequence[str]
) -> Iterator[_Fault]:
    if backend not in backends:
        message = f"No backend named {backend} is configured."
        yield place, message, not_configured_hint(backend, backends), Severity.ERROR
    elif backend not in offered:
        message = f"{place.partition('.')[0]} has no source on {backend}."
        hint = (
            suggestion(backend, offered)
            or "Its parts have no backend in common; give them one in metrics.yaml."
        )
        yield place, message, hint, Severity.ERROR


def _repeated(document: Marked, file: str) -> Iterator[Finding]:
    """Findings on metrics and members that are there twice; YAML itself would take the last one."""
    for path, line in document.repeated:
        name = str(path[0])
        if len(path) == 1:
            message = f"{name} has a line already, line {document.lines[path]}."
        else:
            message = f"{path[-1]} is given twice."
        yield _finding(file, line, name, message, "Remove one of them.")


def _route_line(name: str, given: Any, document: Marked, file: str) -> RouteLine | list[Finding]:
    """One entry of the file, or what is wrong with it."""
    if not isinstance(given, dict):
        hint = f"{name}: {{backend: duckdb}}"
        return [_finding(file, document.line_of((name,)), name, "A route is a mapping.", hint)]
    try:
        settings = RouteSettings.model_validate(given)
    except ValidationError as refused:
        return [_refusal(error, name, document, file) for error in refused.errors(include_url=False)]
    return RouteLine(metric=name, settings=settings, line=document.line_of((name,)))


def _refusal(error: Any, name: str, document: Marked, file: str) -> Finding:
    member = str(error["loc"][0]) if error["loc"] else ""
    place = (name, member) if member else (name,)
    return _finding(file, document.line_of(place), ".".join(place), *_words(error, member))


def _finding(file: str, line: int, column: str, message: str, hint: str = "") -> Finding:
    return Finding(file=file, line=line, column=column, message=message, hint=hint)


def _words(error: Any, member: str) -> tuple[str, str]:
    """A validation error's message and hint in our words."""
    if error["type"] == "extra_forbidden":
        return f"A route has no member {member}.", _members_hint(member)
    if error["type"] == "missing":
        return f"A route needs {member}.", ""
    if member in _CHOICES:
        return f"{member} cannot be {error['input']!r}.", suggestion(str(error["input"]), _CHOICES[member])
    reason = str(error["msg"]).removeprefix("Value error, ")
    if not member:
        return f"{reason[0].upper()}{reason[1:]}.", ""
    return f"{member} cannot be {error['input']!r}: {reason[0].lower()}{reason[1:]}.", ""


def _members_hint(member: str) -> str:
    close = get_close_matches(member, _FIELDS, n=1)
    guess = f"Did you mean {close[0]}? " if close else ""
    return f"{guess}There are {', '.join(_FIELDS)}."
