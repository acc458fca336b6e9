"""The one tool a model answers through, and the reading of what it put in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TOOL_NAME = "write_sql"
TOOL_DESCRIPTION = (
    "Give the one SQL query that answers the question. Call this exactly once. Write nothing outside of it."
)
# Flat on purpose: every model family fills three plain members reliably.
TOOL_SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {
        "sql": {"type": "string", "description": "One SELECT statement, without a semicolon or comments."},
        "tables_used": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Every table the query reads, as schema.table.",
        },
        "explanation": {"type": "string", "description": "One or two plain sentences on how it answers."},
    },
    "required": ["sql", "tables_used", "explanation"],
    "additionalProperties": False,
}
MAX_SQL = 20_000
MAX_TABLES = 50
MAX_EXPLANATION = 4_000
_MAX_NAME = 400
_MEMBERS = frozenset(TOOL_SCHEMA["required"])


class MalformedToolInput(ValueError):
    """What the model gave the tool is not what the tool takes; the message says why, in our words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolInput:
    """A tool call of the right shape. What it says is not to be trusted any more than before."""

    sql: str
    tables_used: tuple[str, ...]
    explanation: str


def read_tool_input(given: object) -> ToolInput:
    """The tool's input, or MalformedToolInput: nothing missing, nothing more, of the right types, of bounded size."""
    if not isinstance(given, Mapping):
        raise MalformedToolInput("it called the tool with something that is no object")
    if missing := sorted(_MEMBERS - given.keys()):
        raise MalformedToolInput(f"its tool call lacks {', '.join(missing)}")
    if len(given) > len(_MEMBERS):  # the extra names are the model's own words: counted, not repeated
        more = len(given) - len(_MEMBERS)
        raise MalformedToolInput(f"its tool call has {more} {'member' if more == 1 else 'members'} too many")
    return ToolInput(
        sql=_text(given["sql"], "sql", MAX_SQL, needed=True),
        tables_used=_names(given["tables_used"]),
        explanation=_text(given["explanation"], "explanation", MAX_EXPLANATION),
    )


def _text(value: object, member: str, longest: int, *, needed: bool = False) -> str:
    if not isinstance(value, str):
        raise MalformedToolInput(f"{member} in its tool call is no text")
    if len(value) > longest:
        raise MalformedToolInput(f"{member} in its tool call is longer than {longest:,} characters")
    if needed and not value.strip():
        raise MalformedToolInput(f"{member} in its tool call is empty")
    return value.strip()


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise MalformedToolInput("tables_used in its tool call is no list of names")
    if len(value) > MAX_TABLES or any(len(name) > _MAX_NAME for name in value):
        raise MalformedToolInput(
            f"tables_used in its tool call holds more than {MAX_TABLES} names, or long ones"
        )
    return tuple(value)
