"""The routes of the database as a routing file, so that file and admin meet."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from routing.route_file import RouteFile, read_routes
from routing.route_settings import RouteSettings
from routing.route_text import with_routes
from routing.selectors import routes


def read(path: Path) -> str:
    """The file's text with the line ends it has; empty where there is no file yet."""
    if not path.exists():
        return ""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def exported(before: str) -> str:
    """The file as the database has it; `before` itself where it says so already, else with as little changed as
    that takes: see route_text. Lines end as most of `before` do."""
    held = _held()
    said = read_routes(before, file="")
    if before.strip() and not said.findings and _settings(said) == held:
        return before
    text = with_routes(before, held)
    return text.replace("\n", "\r\n") if 2 * before.count("\r\n") > before.count("\n") else text


def differences(before: str) -> tuple[str, ...]:
    """How a file differs from the database, a sentence each; none when a sync would find nothing to do."""
    return tuple(_differences(_settings(read_routes(before, file="")), _held()))


def write(path: Path, text: str) -> None:
    """Replace the file at once: whoever reads it sees the old one or the new."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    fresh.write_text(text, encoding="utf-8", newline="")
    fresh.replace(path)


def _held() -> dict[str, RouteSettings]:
    return {row.metric.name: row.as_settings() for row in routes()}


def _settings(said: RouteFile) -> dict[str, RouteSettings]:
    return {name: line.settings for name, line in said.lines.items()}


def _differences(said: dict[str, RouteSettings], held: dict[str, RouteSettings]) -> Iterator[str]:
    for name in sorted({*said, *held}):
        file, database = said.get(name), held.get(name)
        if database is None:
            yield f"{name}: the file has a line, the database no route."
        elif file is None:
            yield f"{name}: the database has a route to {database.backend}, the file no readable line."
        else:
            theirs = file.plain()
            for member, value in database.plain().items():
                if theirs[member] != value:
                    yield f"{name}: {member} is {json.dumps(value)}, the file says {json.dumps(theirs[member])}."
