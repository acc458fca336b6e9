"""The routing file's text, changed where a route changed and nowhere else."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from catalog.validation.yaml_marks import read_yaml
from routing.route_file import read_routes
from routing.route_settings import RouteSettings

# Always written, whatever their value: what a reader of the file looks for first.
_SHOWN = ("backend", "cache_seconds", "generation")
_HEAD = "# Which backend answers which metric. Change one line, run `manage.py sync_routing`: the tiles move."

_Columns = Mapping[str, int]  # where a member's name begins in most lines


@dataclass(frozen=True, slots=True)
class _Entry:
    """One metric's part of the file, with the lines (comments, mostly) between it and the part before."""

    name: str
    leading: tuple[str, ...]
    text: str


def with_routes(before: str, held: Mapping[str, RouteSettings]) -> str:
    """The text that says `held`. A metric's line that says so already stays letter by letter; one that changed
    keeps its place, its comment and the file's columns; new ones are put where their names sort. Of a text that
    cannot be taken apart by lines only the comment on top is kept."""
    entries, behind = _parts(before)
    columns = _columns(entry.text for entry in entries) or _columns_for(held)
    fresh = [
        _Entry(entry.name, entry.leading, _changed(entry, held[entry.name], columns))
        if entry.name in held
        else _Entry("", entry.leading, "")
        for entry in entries
    ]
    for name in sorted(held.keys() - {entry.name for entry in entries}):
        _put_in(fresh, name, _line(name, held[name], columns, said={}))
    lines = [line for entry in fresh for line in (*entry.leading, *filter(None, [entry.text]))]
    return "".join(f"{line}\n" for line in (*lines, *behind))


def _parts(before: str) -> tuple[list[_Entry], Sequence[str]]:
    """The file's entries, at least one, and the lines behind the last."""
    lines = before.splitlines()
    entries: list[_Entry] = []
    end = 0
    for name, first, last in _spans(before, lines):
        again = any(entry.name == name for entry in entries)
        text = "" if again else "\n".join(lines[first:last])
        entries.append(_Entry("" if again else name, tuple(lines[end:first]), text))
        end = last
    if entries:
        return entries, lines[end:]
    return [_Entry("", tuple(_comment_on_top(lines) or [_HEAD]), "")], ()


def _spans(before: str, lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each entry's name, its first line and the line behind its last, from 0."""
    root = _composed(before)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return
    for key, value in root.value:
        first, end = key.start_mark.line, value.end_mark
        last = max(end.line + (end.column > 0), first + 1)  # an alias ends where its anchor stands
        while last > first + 1 and (not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#")):
            last -= 1
        yield str(key.value), first, last


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None


def _comment_on_top(lines: Sequence[str]) -> list[str]:
    comment: list[str] = []
    for line in lines:
        if line.strip() and not line.startswith("#"):
            break
        comment.append(line)
    return comment


def _changed(entry: _Entry, settings: RouteSettings, columns: _Columns) -> str:
    """The entry's text saying these settings."""
    alone = read_routes(entry.text, file="").lines.get(entry.name)
    if alone and alone.settings == settings:
        return entry.text
    value = _flow_map(entry.text) if alone else None
    if value is None:
        return _line(entry.name, settings, columns, said={})
    said = read_yaml(entry.text).value[entry.name]
    return _line(entry.name, settings, columns, said=said) + entry.text[value.end_mark.index :]


def _flow_map(text: str) -> yaml.MappingNode | None:
    """The map of a text that is `name: {…}` on one line, else None."""
    root = _composed(text)
    value = root.value[0][1] if isinstance(root, yaml.MappingNode) and "\n" not in text else None
    return value if isinstance(value, yaml.MappingNode) and value.flow_style else None


def _line(name: str, settings: RouteSettings, columns: _Columns, *, said: Mapping[str, Any]) -> str:
    """One line, its members in the order the file `said` them, each in its column where there is room."""
    now, usual = settings.plain(), RouteSettings(backend=settings.backend).plain()
    told = [
        member
        for member in dict.fromkeys([*said, *now])
        if member in _SHOWN or now[member] != usual[member] or said.get(member) == now[member]
    ]
    text = f"{name}:"
    for member in told:
        before, after = (",", " ") if member != told[0] else ("", " {")
        text = (text + before).ljust(columns.get(member, 0) - len(after)) + after
        text += f"{member}: {_scalar(now[member])}"
    return text + "}"


def _scalar(value: object) -> str:
    """A value as YAML reads it back: JSON is YAML, and a plain word needs no quotes."""
    return value if isinstance(value, str) and value.isidentifier() else json.dumps(value)


def _columns(texts: Iterable[str]) -> _Columns:
    """Where most lines that have a member begin it; nothing of members on which they are not of one mind."""
    places: dict[str, Counter[int]] = {}
    for value in filter(None, map(_flow_map, texts)):
        for key, _ in value.value:
            places.setdefault(str(key.value), Counter())[key.start_mark.column] += 1
    commonest = {member: found.most_common(1)[0] for member, found in places.items()}
    return {
        member: column
        for member, (column, times) in commonest.items()
        if times > 1 and 2 * times > places[member].total()
    }


def _columns_for(held: Mapping[str, RouteSettings]) -> _Columns:
    """The columns of a file that is written anew."""
    name = max(map(len, held), default=0)
    backend = max((len(one.backend) for one in held.values()), default=0)
    seconds = max((len(str(one.cache_seconds)) for one in held.values()), default=0)
    first = name + len(": {")
    second = first + len("backend: , ") + backend
    third = second + len("cache_seconds: , ") + seconds
    return {"backend": first, "cache_seconds": second, "stale_seconds": third, "generation": third}


def _put_in(entries: list[_Entry], name: str, text: str) -> None:
    """Put a new line behind the last one whose name sorts before its own; what leads the file stays on top."""
    behind = [number for number, entry in enumerate(entries) if entry.name and entry.name < name]
    if behind:
        entries.insert(behind[-1] + 1, _Entry(name, (), text))
        return
    first = entries[0]
    entries[0] = _Entry(name, first.leading, text)
    entries.insert(1, _Entry(first.name, (), first.text))
