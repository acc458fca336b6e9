"""Arrays, maps and structs as the Statement Execution API writes them: JSON whose leaves are text."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlglot import exp
from sqlglot.errors import SqlglotError

Convert = Callable[[str], Any]


def nested_converter(type_text: str, leaf: Callable[[str], Convert]) -> Convert:
    """Turns the JSON text of a column of that type (`ARRAY<STRUCT<a: INT>>`) into lists and dicts.

    `leaf` gives the converter for the text of a plain type, by its SQL name.
    """
    try:
        shape = _shape(exp.DataType.build(type_text, dialect="databricks"), leaf)
    except SqlglotError:  # a type newer than our parser: its parts stay text
        return json.loads
    return lambda text: shape(json.loads(text))


def _shape(kind: exp.Expression, leaf: Callable[[str], Convert]) -> Callable[[Any], Any]:
    parts = kind.expressions if isinstance(kind, exp.DataType) else []
    if kind.is_type("array") and parts:
        item = _shape(parts[0], leaf)
        return lambda found: None if found is None else [item(each) for each in found]
    if kind.is_type("map") and len(parts) == 2:
        value = _shape(parts[1], leaf)
        return lambda found: None if found is None else {key: value(each) for key, each in found.items()}
    if kind.is_type("struct") and parts:
        members = {
            part.name: _shape(part.kind, leaf)
            for part in parts
            if isinstance(part, exp.ColumnDef) and part.kind
        }
        return lambda found: None if found is None else _members(found, members)
    plain = leaf(kind.sql(dialect="databricks").partition("(")[0].upper())
    return lambda found: plain(found) if isinstance(found, str) else found


def _members(found: Mapping[str, Any], members: Mapping[str, Callable[[Any], Any]]) -> dict[str, Any]:
    return {name: members.get(name, _as_it_is)(value) for name, value in found.items()}


def _as_it_is(value: Any) -> Any:
    return value
