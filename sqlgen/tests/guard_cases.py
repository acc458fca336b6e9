"""Reads the guard's corpus: plain text, one case per entry, the expected code in its head line.

    --- unknown_table
    SELECT * FROM sales.vault

A character that would not survive an editor is written {U+200B}. In the legitimate corpus the head line is
`--- ok`, or `--- ok unordered` where the engine may give its rows in any order.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from sqlgen.contracts import Dialect

FOLDER = Path(__file__).parent / "guard_corpus"
_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")


@dataclass(frozen=True, slots=True)
class GuardCase:
    expected: str
    sql: str


def cases(kind: str, dialect: Dialect) -> list[GuardCase]:
    """Every case of `hostile` or `legit` for a dialect."""
    text = (FOLDER / kind / f"{dialect}.sql").read_text(encoding="utf-8")
    entries = text.split("\n--- ")[1:]
    return [_case(entry) for entry in entries]


def _case(entry: str) -> GuardCase:
    head, _, body = entry.partition("\n")
    return GuardCase(
        head.strip(), _CHARACTER.sub(lambda found: chr(int(found.group(1), 16)), body.rstrip("\n"))
    )
