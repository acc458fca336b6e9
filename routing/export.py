"""The routes of the database as a routing file, so that file and admin meet."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from routing.route_file import RouteLine, read_routes
from routing.route_settings import RouteSettings
from routing.selectors import routes

# Always written, whatever their value: what a reader of the file looks for first.
_SHOWN = ("backend", "cache_seconds", "generation")
_HEAD = (
    "# Which backend answers which metric. Change one line, run `manage.py sync_routing`: the tiles move.\n"
)


def exported(before: str) -> str:
    """The file as the database has it, one line a metric by name. The comment on top of `before` is kept, and
    each line of it that says what the database says, letter by letter."""
    held = {row.metric.name: row.as_settings() for row in routes()}
    kept = _lines_that_hold(before, held)
    width = max((len(name) for name in held), default=0) + 1
    body = [kept.get(name) or _line(name, settings, width) for name, settings in sorted(held.items())]
    return "".join([_head(before), *(f"{line}\n" for line in body)])


def differences(before: str) -> tuple[str, ...]:
    """How a file differs from the database, a sentence each; none when a sync would find nothing to do."""
    held = {row.metric.name: row.as_settings() for row in routes()}
    said = {name: line.settings for name, line in read_routes(before, file="").lines.items()}
    return tuple(_differences(said, held))


def write(path: Path, text: str) -> None:
    """Replace the file at once: whoever reads it sees the old one or the new."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(path)


def _head(before: str) -> str:
    lines = before.splitlines(keepends=True)
    comment = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            break
        comment.append(line)
    return "".join(comment) or _HEAD


def _lines_that_hold(before: str, held: dict[str, RouteSettings]) -> dict[str, str]:
    """The text of the lines that stand alone for their metric and say what the database says."""
    texts = before.splitlines()
    found = {}
    for name, line in read_routes(before, file="").lines.items():
        text = texts[line.line - 1]
        if line.settings == held.get(name) and _alone(text, line):
            found[name] = text
    return found


def _alone(text: str, line: RouteLine) -> bool:
    """Whether this text by itself is the whole entry."""
    read = read_routes(text, file="").lines.get(line.metric)
    return read is not None and read.settings == line.settings


def _line(name: str, settings: RouteSettings, width: int) -> str:
    usual = RouteSettings(backend=settings.backend).plain()
    said = {
        member: value
        for member, value in settings.plain().items()
        if member in _SHOWN or value != usual[member]
    }
    members = ", ".join(f"{member}: {_scalar(value)}" for member, value in said.items())
    return f"{f'{name}:':<{width}} {{{members}}}"


def _scalar(value: object) -> str:
    """A value as YAML reads it back: JSON is YAML, and a plain word needs no quotes."""
    return value if isinstance(value, str) and value.isidentifier() else json.dumps(value)


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
