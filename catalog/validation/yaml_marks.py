"""YAML as plain values, with the line each of them stands on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import yaml

from catalog.validation.issues import Path

# Aliases let a few lines stand for gigabytes, so what a document comes to is bounded.
MAX_VALUES = 200_000


class BadYaml(ValueError):
    """The text cannot be read as YAML; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Marked:
    """A document's value, the line of every path in it, and keys that are there again, with their lines."""

    value: Any
    lines: Mapping[Path, int]
    repeated: tuple[tuple[Path, int], ...]

    def line_of(self, path: Path) -> int:
        """The line of the path, or of the nearest thing around it."""
        return next(self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines)


class _Loader(yaml.SafeLoader):
    """YAML 1.2's plain words: `on`, `yes` and `no` are text, and so are dates."""


_PLAIN = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in _PLAIN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(text: str) -> Marked:
    """Read one YAML document; raises BadYaml with the line."""
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return Marked(None, {(): 1}, ())
        entries = tuple(islice(_entries((), node), MAX_VALUES + 1))
        if len(entries) > MAX_VALUES:
            raise BadYaml(
                f"The document comes to more than {MAX_VALUES} values. Use fewer aliases (*name).", 1
            )
        lines = {path: line for path, line, _ in reversed(entries)}
        return Marked(
            loader.construct_document(node),
            lines,
            tuple((path, line) for path, line, again in entries if again),
        )
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise BadYaml(
            f"{error.problem or 'The YAML cannot be read'}.", mark.line + 1 if mark else 1
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        if isinstance(error, BadYaml):
            raise
        raise BadYaml(f"The YAML cannot be read: {error}.", 1) from error


def _entries(path: Path, node: yaml.Node) -> Iterator[tuple[Path, int, bool]]:
    """Every path with its line, and whether its key was there before."""
    if not path:
        yield path, node.start_mark.line + 1, False
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            yield (*path, name), key.start_mark.line + 1, name in seen
            seen.add(name)
            yield from _entries((*path, name), value)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield (*path, index), value.start_mark.line + 1, False
            yield from _entries((*path, index), value)
