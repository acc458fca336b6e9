"""What classes look like, as a short text: it is another one as soon as a field of one of them is."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel


def shape_of(*kinds: type) -> str:
    """A hash over these classes and all that their fields are made of: their names, and the types as written."""
    seen: dict[str, str] = {}
    for kind in kinds:
        _look(kind, seen)
    return hashlib.sha256(repr(sorted(seen.items())).encode()).hexdigest()[:12]


def _look(kind: Any, seen: dict[str, str]) -> None:
    for part in get_args(kind):
        _look(part, seen)
    if not isinstance(kind, type) or (name := _words(kind)) in seen:
        return
    members = tuple(_members(kind))
    seen[name] = ", ".join(f"{member}: {_words(annotation)}" for member, annotation in members)
    for _, annotation in members:
        _look(annotation, seen)


def _members(kind: type) -> Iterator[tuple[str, Any]]:
    if issubclass(kind, BaseModel):
        yield from ((name, field.annotation) for name, field in kind.model_fields.items())
    elif is_dataclass(kind):
        hints = get_type_hints(kind)
        yield from ((field.name, hints[field.name]) for field in fields(kind))


def _words(kind: Any) -> str:
    # Without what `Annotated` adds: a validator's words hold its address, which is another one in each process.
    if get_origin(kind) is Annotated:
        return _words(get_args(kind)[0])
    if arguments := get_args(kind):
        return f"{get_origin(kind)}[{', '.join(map(_words, arguments))}]"
    return f"{kind.__module__}.{kind.__qualname__}" if isinstance(kind, type) else repr(kind)
