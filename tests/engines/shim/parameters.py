"""Native parameters: Spark binds them itself, through EXECUTE IMMEDIATE … USING."""

from collections.abc import Sequence
from typing import Any


def bound(statement: str, parameters: Sequence[Any]) -> str:
    """The statement with its parameters as Spark takes them: named (`:p`) or by place (`?`)."""
    using = ", ".join(_expression(one) + (f" AS `{one.name}`" if one.name else "") for one in parameters)
    return f"EXECUTE IMMEDIATE {_quoted(statement)} USING {using}"


def _expression(parameter: Any) -> str:
    if parameter.arguments:
        return _collection(parameter)
    if parameter.value is None or (parameter.type or "").upper() == "VOID":
        return "NULL"
    given = parameter.value
    value = next(one for one in (given.stringValue, given.doubleValue, given.booleanValue) if one is not None)
    return _cast(str(value), parameter.type or "STRING")


def _collection(parameter: Any) -> str:
    """ARRAY<…>, MAP<…> or STRUCT<…>: the function of that name makes one."""
    parts = (
        _cast(one.value, one.type) if one.value is not None else _expression(one)
        for one in parameter.arguments
    )
    return f"{parameter.type.split('<')[0].lower()}({', '.join(parts)})"


def _cast(value: str, kind: str) -> str:
    return f"CAST({_quoted(value)} AS {kind})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
