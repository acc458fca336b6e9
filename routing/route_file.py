"""The routing file: strictly read, each fault told with its line, its choices and the nearest name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import yaml
from pydantic import ValidationError

from catalog.definitions import MetricDefinition
from catalog.findings import Finding, Severity, suggestion
from catalog.offering import backends_of
from routing.route_settings import RouteSettings

_FIELDS = tuple(RouteSettings.model_fields)
_CHOICES: Mapping[str, tuple[str, ...]] = {"generation": ("compiled",)}


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
    reader = _Reader(file)
    reader.read(text)
    return RouteFile(reader.lines, tuple(reader.findings))


def check_names(
    routes: RouteFile, *, file: str, definitions: Mapping[str, MetricDefinition], backends: Sequence[str]
) -> tuple[Finding, ...]:
    """Findings on names: a backend that is not configured or has no source for its metric is an error, a
    metric that is not governed a warning. `definitions` are those in force."""
    found = []
    for line in routes.lines.values():
        told = _name_fault(line, definitions, backends)
        if told:
            column, message, hint, severity = told
            found.append(
                Finding(
                    file=file, line=line.line, column=column, message=message, hint=hint, severity=severity
                )
            )
    return tuple(found)


def _name_fault(
    line: RouteLine, definitions: Mapping[str, MetricDefinition], backends: Sequence[str]
) -> tuple[str, str, str, Severity] | None:
    backend = line.settings.backend
    place = f"{line.metric}.backend"
    if line.metric not in definitions:
        message = f"No governed metric is named {line.metric}; the line is left aside."
        return line.metric, message, suggestion(line.metric, definitions), Severity.WARNING
    if backend not in backends:
        return (
            place,
            f"No backend named {backend} is configured.",
            suggestion(backend, backends),
            Severity.ERROR,
        )
    offered = backends_of(definitions[line.metric], definitions)
    if backend not in offered:
        message = f"{line.metric} has no source on {backend}."
        hint = (
            suggestion(backend, offered)
            or "Its parts have no backend in common; give them one in metrics.yaml."
        )
        return place, message, hint, Severity.ERROR
    return None


class _Reader:
    def __init__(self, file: str) -> None:
        self._file = file
        self.lines: dict[str, RouteLine] = {}
        self.findings: list[Finding] = []

    def read(self, text: str) -> None:
        loader = yaml.SafeLoader(text)
        try:
            root = loader.get_single_node()
            if root is None:
                return
            if not isinstance(root, yaml.MappingNode):
                self._tell(
                    root, "", "The file must map metric names to routes.", "claim_volume: {backend: duckdb}"
                )
                return
            for key, value in root.value:
                self._entry(loader, key, value)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._finding(mark.line + 1 if mark else 0, "", f"This is not YAML: {error.problem}.")
        finally:
            loader.dispose()

    def _entry(self, loader: yaml.SafeLoader, key: yaml.Node, value: yaml.Node) -> None:
        name = str(key.value)
        if name in self.lines:
            self._tell(
                key, name, f"{name} has a line already, line {self.lines[name].line}.", "Remove one of them."
            )
            return
        if not isinstance(value, yaml.MappingNode):
            self._tell(key, name, "A route is a mapping.", f"{name}: {{backend: duckdb}}")
            return
        places = {str(member.value): member.start_mark.line + 1 for member, _ in value.value}
        if len(places) != len(value.value):
            self._tell(key, name, "A member is given twice.", "Remove one of them.")
        given = loader.construct_object(value, deep=True)
        line = key.start_mark.line + 1
        try:
            settings = RouteSettings.model_validate(given)
        except ValidationError as refused:
            for error in refused.errors(include_url=False):
                member = str(error["loc"][0]) if error["loc"] else ""
                self._finding(
                    places.get(member, line), f"{name}.{member}".rstrip("."), *_words(error, member)
                )
        else:
            self.lines[name] = RouteLine(metric=name, settings=settings, line=line)

    def _tell(self, node: yaml.Node, column: str, message: str, hint: str) -> None:
        self._finding(node.start_mark.line + 1, column, message, hint)

    def _finding(self, line: int, column: str, message: str, hint: str = "") -> None:
        self.findings.append(Finding(file=self._file, line=line, column=column, message=message, hint=hint))


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
